package widget

import "centricity/game/canvas"

// pointerState is who gets the pointer.
type pointerState struct {
	active string // pressed and not yet released
	hover  string // under the pointer in this frame
	was    string // and in the frame before

	layer  int       // the layer being drawn: 0 page, 1 dialog, 2 pop-up
	blocks []covered // pop-ups of the frame before: they hide what is below
	covers []covered // pop-ups of this frame
}

type covered struct {
	r     canvas.Rect
	layer int
}

func (u *UI) beginPointer() {
	u.was, u.hover, u.layer = u.hover, "", 0
	u.blocks, u.covers = u.covers, u.blocks[:0]
	if u.in.Pressed {
		u.visible = false
	}
}

func (u *UI) endPointer() {
	if !u.in.Down {
		u.active = ""
	}
	if u.hover != u.was || u.active != "" {
		u.again = u.again || u.hover != u.was
	}
}

// cover says that r hides what is on lower layers, from the next frame on.
func (u *UI) cover(r canvas.Rect, layer int) { u.covers = append(u.covers, covered{r, layer}) }

// over reports whether the pointer is on the visible part of r.
func (u *UI) over(r canvas.Rect) bool {
	if !u.in.PointerIn || u.inert() || !r.Contains(u.in.Pointer) || !u.c.Clip().Contains(u.in.Pointer) {
		return false
	}
	for _, b := range u.blocks {
		if b.layer > u.layer && b.r.Contains(u.in.Pointer) {
			return false
		}
	}
	return true
}

// press is the pointer's part of a control: whether it is under the pointer,
// held, pressed in this frame, clicked (pressed and released on it).
func (u *UI) press(id string, r canvas.Rect) (p pressed) {
	p.over = u.over(r) && (u.active == "" || u.active == id || u.in.Pressed)
	if p.over {
		u.hover = id
	}
	if u.active == id && u.in.Released {
		p.clicked = p.over
		p.held = true
		if !u.in.Down {
			u.active = ""
		}
	}
	if u.in.Pressed && p.over && !p.clicked {
		p.began, p.held = true, true
		u.active = id
		if u.in.Released && !u.in.Down {
			p.clicked = true
			u.active = ""
		}
	}
	p.held = p.held || u.active == id
	return p
}

type pressed struct{ over, held, began, clicked bool }

// acted reports whether the mirror asks for this action on the control, and the
// value that came with it.
func (u *UI) acted(kind ActionKind, id string) (value string, ok bool) {
	if u.inert() {
		return "", false
	}
	for _, a := range u.in.Actions {
		if a.Kind == kind && a.ID == id {
			return a.Value, true
		}
	}
	return "", false
}

// control is what all clickable controls share: tab order, pointer, Enter and
// Space, actions of the mirror, tooltip. A control with a reason in disabled
// keeps its place in the tab order, so that the reason can be heard, and is
// never clicked.
func (u *UI) control(id string, r canvas.Rect, disabled string) (p pressed) {
	u.focusable(id, r)
	p = u.press(id, r)
	if p.began {
		u.focus, u.again = id, true
	}
	if disabled != "" {
		return pressed{over: p.over}
	}
	u.keys(id, func(k KeyPress) bool {
		if k.Key != KeyEnter && k.Key != KeySpace || k.Ctrl { // with Ctrl it is the page's
			return false
		}
		if p.clicked { // once a frame; the next one has its turn in the next
			u.pending = append(u.pending, k)
		}
		p.clicked = true
		return true
	})
	if _, ok := u.acted(ActClick, id); ok {
		p.clicked = true
	}
	return p
}
