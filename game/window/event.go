package window

import (
	"centricity/game/canvas"
	"centricity/game/widget"
)

// event is one thing a person did.
type event struct {
	kind  eventKind
	at    canvas.Point // of the pointer, of how far a wheel turned [logical pixels]
	key   widget.KeyPress
	text  string
	asked widget.Action
	swipe bool // wheeled by a finger
}

type eventKind uint8

const (
	moved eventKind = iota
	left            // the pointer is no longer over the window
	pressed
	released
	wheeled
	keyed
	typed
	asked // by an assistive technology
)
