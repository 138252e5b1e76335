package widget

import "centricity/game/canvas"

// TextField is a line to type into.
type TextField struct {
	ID, Label   string
	HideLabel   bool // the label is only heard
	Placeholder string
	Max         int    // the most characters; 0 is 200
	Error       string // what is wrong with the present text
	Disabled    string
	Tip         string
	Step        func(text string, by int) string // what Up (1), Down (−1), Page Up and Page Down (±10) make of a number; nil where they do nothing
}

// FieldHeight is the height of a control with its label above it.
func (u *UI) FieldHeight() float64 { return u.labelHeight() + u.Theme.ControlHeight() }

func (u *UI) labelHeight() float64 { return u.Px(22) }

// label draws a control's label at the top of r and returns the box below.
func (u *UI) label(r canvas.Rect, text string, hide bool) canvas.Rect {
	if !hide {
		canvas.TextIn(u.c, r.CutTop(u.labelHeight()), text, u.Theme.Small())
	}
	return canvas.Box(r.X, r.Y, r.W, min(r.H, u.Theme.ControlHeight()))
}

// TextField draws a field with text and returns the text as it is now, and
// whether it was changed in this frame.
func (u *UI) TextField(r canvas.Rect, f TextField, text string) (string, bool) {
	box := u.label(r, f.Label, f.HideLabel)
	e := memory[editor](u, f.ID)
	if e.String() != text {
		e.set(oneLine(text))
	}
	limit := f.Max
	if limit <= 0 {
		limit = 200
	}
	before := e.String()
	if v, ok := u.acted(ActSet, f.ID); ok && f.Disabled == "" {
		e.set("")
		e.insert(v, limit)
	}
	focused := u.edit(f.ID, box, e, u.Theme.Body(), limit, f.Disabled != "")
	if focused && f.Step != nil && f.Disabled == "" {
		u.keys(f.ID, func(k KeyPress) bool {
			by := map[Key]int{KeyUp: 1, KeyDown: -1, KeyPageUp: 10, KeyPageDown: -10}[k.Key]
			if by != 0 {
				e.set(f.Step(e.String(), by))
			}
			return by != 0
		})
	}
	now := e.String()
	u.box(f.ID, box, f.Error != "", f.Disabled != "", u.hover == f.ID)
	if now == "" {
		canvas.TextIn(u.c, box.InsetXY(u.Px(10), 0), f.Placeholder, u.Theme.Body().With(u.Theme.Muted))
	}
	u.drawEdit(box, e, u.Theme.Body(), focused, f.Disabled != "")
	tip := f.Tip
	for _, s := range []string{f.Error, f.Disabled} {
		if s != "" {
			tip = s
		}
	}
	u.tooltip(f.ID, box, tip, u.hover == f.ID)
	u.node(Node{ID: f.ID, Role: RoleTextBox, Name: f.Label, Value: now, Description: tip, Focusable: true, Disabled: f.Disabled != "", Invalid: f.Error != "", Rect: box})
	return now, now != before
}

// Entered reports whether Enter was pressed in this field in this frame.
func (u *UI) Entered(id string) bool { return u.entered == id && id != "" }

// edit is the input side of a field: focus, pointer, keys and typed text.
func (u *UI) edit(id string, box canvas.Rect, e *editor, style canvas.Style, limit int, disabled bool) (focused bool) {
	p := u.press(id, box)
	if p.began {
		u.focus, u.again = id, true
	}
	focused = u.focusable(id, box)
	if disabled {
		return focused
	}
	in := box.InsetXY(u.Px(10), 0)
	if p.held && u.in.PointerIn {
		e.caret = e.at(u.in.Pointer.X-in.X+e.scroll, style)
		if p.began {
			e.anchor = e.caret
		}
	}
	if !focused {
		e.anchor = e.caret
		return false
	}
	u.keys(id, func(k KeyPress) bool {
		if k.Key == KeyEnter {
			u.entered = id
			return !k.Ctrl // what is typed counts, and the page has its turn
		}
		return e.key(k)
	})
	if u.in.Text != "" {
		e.insert(u.in.Text, limit)
		u.in.Text = ""
	}
	x := canvas.Measure(string(e.text[:e.caret]), style)
	e.scroll = min(max(e.scroll, x-in.W+2), max(x-2, 0))
	return true
}

// at is the place between runes nearest to x.
func (e *editor) at(x float64, style canvas.Style) int {
	best, dist := 0, -1.0
	for i := range len(e.text) + 1 {
		d := canvas.Measure(string(e.text[:i]), style) - x
		if d = max(d, -d); dist < 0 || d < dist {
			best, dist = i, d
		}
	}
	return best
}

// box draws the ground and the edge of a field.
func (u *UI) box(id string, r canvas.Rect, wrong, disabled, over bool) {
	t := u.Theme
	ground, edge, width := t.Card, t.Edge, 1.0
	switch {
	case disabled:
		ground, edge = t.Raised, t.Line
	case wrong:
		edge, width = t.Bad, 1.5
	case u.focus == id:
		edge, width = t.Accent, 1.5
	case over:
		edge = t.Muted
	}
	u.c.FillRound(r, cornerControl, ground)
	u.c.StrokeRound(r, cornerControl, width, edge)
	u.ring(id, r, cornerControl)
}

// drawEdit draws the text of a field with selection and caret.
func (u *UI) drawEdit(box canvas.Rect, e *editor, style canvas.Style, focused, disabled bool) {
	in := box.InsetXY(u.Px(10), 1)
	if disabled {
		style.Color = u.Theme.Muted
	}
	u.c.PushClip(in.InsetXY(-2, 0))
	at := func(i int) float64 { return in.X - e.scroll + canvas.Measure(string(e.text[:i]), style) }
	mark := canvas.Box(0, in.MidY()-style.Size*0.65, 0, style.Size*1.3)
	if from, to := e.selection(); focused && from != to {
		mark.X, mark.W = at(from), at(to)-at(from)
		u.c.FillRect(mark, canvas.Mix(u.Theme.Card, u.Theme.Accent, 0.3))
	}
	u.c.Text(canvas.Pt(in.X-e.scroll, style.Baseline(in)), e.String(), style)
	if focused && !disabled {
		mark.X, mark.W = at(e.caret), 1.5
		u.c.FillRect(mark, u.Theme.Accent)
	}
	u.c.PopClip()
}
