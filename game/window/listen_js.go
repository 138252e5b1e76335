package window

import (
	"syscall/js"
	"unicode/utf8"

	"centricity/game/canvas"
	"centricity/game/widget"
)

// source listens to the page itself rather than to the engine's canvas: what
// happens on the mirror counts as well, every letter a keyboard can type
// arrives, and a press and a release between two frames are both there.
type source struct {
	q      *queue
	finger finger
}

var keyNamed = map[string]widget.Key{
	"Tab": widget.KeyTab, "Enter": widget.KeyEnter, " ": widget.KeySpace, "Escape": widget.KeyEscape,
	"ArrowLeft": widget.KeyLeft, "ArrowRight": widget.KeyRight, "ArrowUp": widget.KeyUp, "ArrowDown": widget.KeyDown,
	"Home": widget.KeyHome, "End": widget.KeyEnd, "PageUp": widget.KeyPageUp, "PageDown": widget.KeyPageDown,
	"Backspace": widget.KeyBackspace, "Delete": widget.KeyDelete, "a": widget.KeyA,
}

func newSource(q *queue) *source {
	s := &source{q: q}
	on := func(name string, do func(e js.Value)) {
		f := js.FuncOf(func(_ js.Value, args []js.Value) any { do(args[0]); return nil })
		js.Global().Call("addEventListener", name, f, map[string]any{"capture": true, "passive": false})
	}
	on("pointermove", s.move)
	on("pointerdown", s.down)
	on("pointerup", s.up)
	on("pointercancel", s.up)
	on("mousedown", func(e js.Value) { // keeps the focus where it is
		if !foreign(e) {
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

// poll has nothing to do: events came by themselves.
func (*source) poll(*queue, float64, float64, float64) {}

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
	if isTouch(e) && !onSlider(e) {
		s.finger = finger{down: true, at: place(e)}
		return
	}
	s.q.push(event{kind: moved, at: place(e)}, event{kind: pressed, at: place(e)})
}

func (s *source) up(e js.Value) {
	if e.Get("button").Int() > 0 {
		return
	}
	if s.finger.down {
		if !s.finger.scrolls && e.Get("type").String() == "pointerup" {
			at := s.finger.at
			s.q.push(event{kind: moved, at: at}, event{kind: pressed, at: at}, event{kind: released, at: at}, event{kind: left})
		}
		s.finger = finger{}
		return
	}
	s.q.push(event{kind: released, at: place(e)})
	if isTouch(e) {
		s.q.push(event{kind: left})
	}
}

func (s *source) move(e js.Value) {
	if !s.finger.down {
		s.q.push(event{kind: moved, at: place(e)})
		return
	}
	at := place(e)
	d := canvas.Pt(s.finger.at.X-at.X, s.finger.at.Y-at.Y)
	if s.finger.scrolls || d.Y*d.Y+d.X*d.X > slack*slack {
		s.finger.scrolls = true
		s.q.push(event{kind: moved, at: s.finger.at}, event{kind: wheeled, at: d})
		s.finger.at = at
	}
}

// finger is one on a touch screen: it presses where it is lifted without having
// moved, and else moves the page.
type finger struct {
	down, scrolls bool
	at            canvas.Point
}

// slack is how far a finger may tremble [logical pixels].
const slack = 8

func isTouch(e js.Value) bool { return e.Get("pointerType").String() == "touch" }

// onSlider tells whether an event is on a slider's copy in the mirror, whose
// knob a finger drags.
func onSlider(e js.Value) bool {
	kind := e.Get("target").Get("type")
	return kind.Type() == js.TypeString && kind.String() == "range"
}

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
