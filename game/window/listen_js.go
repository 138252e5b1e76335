package window

import (
	"syscall/js"
	"time"
	"unicode/utf8"

	"centricity/game/canvas"
	"centricity/game/widget"
)

// source listens to the page itself rather than to the engine's canvas: what
// happens on the mirror counts as well, every letter a keyboard can type
// arrives, and a press and a release between two frames are both there.
type source struct {
	q      *queue
	slides func(canvas.Point) bool
	finger finger
	touch  int // the pointer the finger is
}

var keyNamed = map[string]widget.Key{
	"Tab": widget.KeyTab, "Enter": widget.KeyEnter, " ": widget.KeySpace, "Escape": widget.KeyEscape,
	"ArrowLeft": widget.KeyLeft, "ArrowRight": widget.KeyRight, "ArrowUp": widget.KeyUp, "ArrowDown": widget.KeyDown,
	"Home": widget.KeyHome, "End": widget.KeyEnd, "PageUp": widget.KeyPageUp, "PageDown": widget.KeyPageDown,
	"Backspace": widget.KeyBackspace, "Delete": widget.KeyDelete, "a": widget.KeyA, "F1": widget.KeyF1,
}

func newSource(q *queue, slides func(canvas.Point) bool) *source {
	s := &source{q: q, slides: slides}
	on := func(name string, do func(e js.Value)) {
		f := js.FuncOf(func(_ js.Value, args []js.Value) any { do(args[0]); return nil })
		js.Global().Call("addEventListener", name, f, map[string]any{"capture": true, "passive": false})
	}
	on("pointermove", s.move)
	on("pointerdown", s.down)
	on("pointerup", s.up)
	on("pointercancel", s.up)
	on("contextmenu", func(e js.Value) { // a finger that rests shows a tip
		if isTouch(e) && !foreign(e) {
			e.Call("preventDefault")
		}
	})
	on("mousedown", func(e js.Value) { // keeps the focus where it is
		if !foreign(e) {
			e.Call("preventDefault")
		}
	})
	on("touchstart", func(e js.Value) { // or a slider's copy in the mirror would follow the finger too
		if e.Get("target").Get("type").Equal(js.ValueOf("range")) && !foreign(e) {
			e.Call("preventDefault")
		}
	})
	on("wheel", s.wheel)
	on("keydown", s.key)
	js.Global().Get("document").Call("addEventListener", "mouseleave", js.FuncOf(func(js.Value, []js.Value) any {
		q.push(event{kind: left})
		return nil
	}))
	return s
}

// poll lets time pass for the finger; events came by themselves.
func (s *source) poll(q *queue, _, _, _ float64) {
	if s.finger.waits() {
		q.push(s.finger.tick(milliseconds(js.Global().Get("performance").Call("now")))...)
	}
}

// touched passes on what a finger did, and has time pass if it goes on by itself.
func (s *source) touched(events []event) {
	s.q.push(events...)
	if s.finger.waits() {
		woken()
	}
}

// moment is when an event happened, which may be long before it is heard.
func moment(e js.Value) time.Duration { return milliseconds(e.Get("timeStamp")) }

func milliseconds(v js.Value) time.Duration {
	return time.Duration(v.Float() * float64(time.Millisecond))
}

// place is where an event is on the page, whose corner is the canvas's.
func place(e js.Value) canvas.Point {
	return canvas.Pt(e.Get("clientX").Float(), e.Get("clientY").Float())
}

// foreign tells whether an event is on something of the page that is neither
// the canvas nor the mirror, such as a message it shows.
func foreign(e js.Value) bool {
	t := e.Get("target")
	if !t.Truthy() || t.Get("closest").IsUndefined() {
		return false
	}
	tag := t.Get("tagName").String()
	return tag != "CANVAS" && tag != "BODY" && tag != "HTML" && !t.Call("closest", "#"+mirrorID).Truthy()
}

func (s *source) down(e js.Value) {
	if e.Get("button").Int() != 0 || foreign(e) {
		return
	}
	if isTouch(e) {
		if !e.Get("isPrimary").Bool() { // two fingers are the browser's
			s.q.push(s.finger.cancel()...)
			return
		}
		s.touch = e.Get("pointerId").Int()
		at := place(e)
		s.touched(s.finger.down(at, moment(e), s.slides(at)))
		return
	}
	s.q.push(event{kind: moved, at: place(e)}, event{kind: pressed, at: place(e)})
}

func (s *source) up(e js.Value) {
	switch {
	case e.Get("button").Int() > 0:
	case !isTouch(e):
		s.q.push(event{kind: released, at: place(e)})
	case e.Get("pointerId").Int() != s.touch:
	case e.Get("type").String() == "pointercancel":
		s.q.push(s.finger.cancel()...)
	default:
		s.touched(s.finger.up(place(e), moment(e)))
	}
}

func (s *source) move(e js.Value) {
	switch {
	case !isTouch(e):
		s.q.push(event{kind: moved, at: place(e)})
	case e.Get("pointerId").Int() == s.touch:
		s.q.push(s.finger.move(place(e), moment(e))...)
	}
}

// touches are what the browser makes of fingers by itself: two of them zoom.
const touches = "pinch-zoom"

func isTouch(e js.Value) bool { return e.Get("pointerType").String() == "touch" }

// wheel steps are told in pixels, lines or pages.
func (s *source) wheel(e js.Value) {
	if e.Get("ctrlKey").Bool() || foreign(e) {
		return // the browser's zoom
	}
	e.Call("preventDefault")
	unit := [...]float64{1, 24, 400}[e.Get("deltaMode").Int()]
	s.q.push(event{kind: wheeled, at: canvas.Pt(e.Get("deltaX").Float()*unit, e.Get("deltaY").Float()*unit)})
}

// key takes keys before the engine's canvas does, which would keep all from the
// browser: shortcuts of the browser stay its own.
func (s *source) key(e js.Value) {
	if foreign(e) {
		return
	}
	name := e.Get("key").String()
	ctrl := e.Get("ctrlKey").Bool() || e.Get("metaKey").Bool()
	plainText := utf8.RuneCountInString(name) == 1 && !ctrl
	key, known := keyNamed[name]
	switch {
	case e.Get("isComposing").Bool() || name == "Dead" || name == "Process" || name == "Unidentified":
		e.Call("stopImmediatePropagation") // the text arrives in the mirror's field
		return
	case known && key == widget.KeyA:
		known = ctrl
	case known && ctrl && key == widget.KeyTab, e.Get("altKey").Bool():
		known = false
	}
	if !known && !plainText {
		e.Call("stopImmediatePropagation")
		return
	}
	e.Call("preventDefault")
	e.Call("stopImmediatePropagation")
	if known {
		s.q.push(event{kind: keyed, key: widget.KeyPress{Key: key, Shift: e.Get("shiftKey").Bool(), Ctrl: ctrl}})
	}
	if plainText {
		s.q.push(event{kind: typed, text: name})
	}
}
