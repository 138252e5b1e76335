package widget

import (
	"time"

	"centricity/game/canvas"
)

// Input is everything that happened since the last frame. Several events may
// fall into one: a press and a release in the same frame are a click.
type Input struct {
	Pointer   canvas.Point // [logical pixels]
	PointerIn bool         // the pointer is over the window
	Pressed   bool         // the main button went down
	Released  bool         // it went up
	Down      bool         // it is down now
	Wheel     canvas.Point // [logical pixels]; a positive Y moves on in the content
	Swipe     bool         // it was a finger that moved the content, not a wheel
	Keys      []KeyPress   // keys that went down or repeated, in order
	Text      string       // typed characters, also the space when KeySpace is sent
	Now       time.Duration
	Actions   []Action // from the browser's mirror of the semantics tree
}

// Key is a key the kit understands.
type Key uint8

// The keys.
const (
	KeyNone Key = iota
	KeyTab
	KeyEnter
	KeySpace
	KeyEscape
	KeyLeft
	KeyRight
	KeyUp
	KeyDown
	KeyHome
	KeyEnd
	KeyPageUp
	KeyPageDown
	KeyBackspace
	KeyDelete
	KeyA // with Ctrl: select all
	KeyF5
	KeyF1
)

// KeyPress is a key with the modifiers that were held.
type KeyPress struct {
	Key         Key
	Shift, Ctrl bool
}

// ActionKind is what an assistive technology asks of a control.
type ActionKind uint8

// The kinds of actions.
const (
	ActFocus ActionKind = iota + 1
	ActClick
	ActSet    // Value is the text of a text box, or the number (Node.Now) of a slider
	ActScroll // Value is how far down to scroll (Node.Scrolled)
)

// Action is a request from outside the canvas, named by the control's ID.
type Action struct {
	Kind  ActionKind
	ID    string
	Value string
}
