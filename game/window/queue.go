package window

import (
	"centricity/game/canvas"
	"centricity/game/widget"
)

// queue keeps events in order until a frame can take them. Nothing is lost if
// several fall between two frames: those that cannot be told in one frame wait
// for the next.
type queue struct {
	wake    func() // if not nil, told that there are events
	events  []event
	pointer canvas.Point
	inside  bool
	down    bool
}

func (q *queue) push(e ...event) {
	q.events = append(q.events, e...)
	if q.wake != nil && len(e) > 0 {
		q.wake()
	}
}

func (q *queue) waiting() bool { return len(q.events) > 0 }

// next is the input of one frame: as many events as mean the same told at once
// as told one by one.
func (q *queue) next() widget.Input {
	in := widget.Input{}
	n := 0
	for n < len(q.events) && joins(in, q.pointer, q.events[n]) {
		q.take(&in, q.events[n])
		n++
	}
	q.events = append(q.events[:0], q.events[n:]...)
	in.Pointer, in.PointerIn, in.Down = q.pointer, q.inside, q.down
	return in
}

// joins tells whether an event can be told in the same frame as what is in it.
func joins(in widget.Input, pointer canvas.Point, e event) bool {
	button := in.Pressed || in.Released
	keys := len(in.Keys) > 0 || in.Text != ""
	switch e.kind {
	case moved, wheeled:
		return !button && !keys
	case left: // what was scrolled was under the pointer
		return !button && in.Wheel == canvas.Point{}
	case pressed:
		return !button && !keys && len(in.Actions) == 0
	case released:
		return !in.Released && !keys && (!in.Pressed || e.at == pointer)
	case keyed:
		return !button && in.Text == "" && len(in.Actions) == 0
	case typed:
		return !button && len(in.Actions) == 0
	}
	return !button && !keys && len(in.Actions) == 0
}

func (q *queue) take(in *widget.Input, e event) {
	switch e.kind {
	case moved:
		q.pointer, q.inside = e.at, true
	case left:
		q.inside = false
	case pressed:
		q.pointer, q.inside, q.down = e.at, true, true
		in.Pressed = true
	case released:
		q.pointer, q.down = e.at, false
		in.Released = true
	case wheeled:
		in.Wheel = in.Wheel.Add(e.at)
		in.Swipe = e.swipe
	case keyed:
		in.Keys = append(in.Keys, e.key)
	case typed:
		in.Text += e.text
	case asked:
		in.Actions = append(in.Actions, e.asked)
	}
}
