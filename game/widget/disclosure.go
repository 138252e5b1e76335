package widget

import "centricity/game/canvas"

// Disclosure is a line that opens and shuts what stands below it.
type Disclosure struct {
	ID, Label string
	Value     string // what is inside, in few words, so that it can stay shut
	Tip       string
}

// DisclosureHeight is the height of the line.
func (u *UI) DisclosureHeight() float64 { return u.Px(28) }

// Disclosure draws the line and returns whether it is open now, and whether
// that was changed in this frame.
func (u *UI) Disclosure(r canvas.Rect, d Disclosure, open bool) (bool, bool) {
	p := u.control(d.ID, r, "")
	if p.clicked {
		open = !open
	}
	t := u.Theme
	if p.over {
		u.c.FillRound(r, cornerControl, t.Soft)
	}
	u.ring(d.ID, r, cornerControl)
	in := r.InsetXY(Gap1, 0)
	icon := IconRight
	if open {
		icon = IconDown
	}
	DrawIcon(u.c, in.CutLeft(u.Px(12)), icon, t.Accent)
	in.CutLeft(Gap2)
	name := d.Label
	if d.Value != "" {
		name += ":"
	}
	canvas.TextIn(u.c, in.CutLeft(min(canvas.Measure(name, t.Body())+1, in.W)), name, t.Body())
	in.CutLeft(Gap1)
	canvas.TextIn(u.c, in, d.Value, t.Body().With(t.Muted))
	u.tooltip(d.ID, r, d.Tip, p.over)
	if d.Value != "" {
		name += " " + d.Value
	}
	u.node(Node{ID: d.ID, Role: RoleButton, Name: name, Description: d.Tip, Focusable: true, Expanded: open, Rect: r})
	return open, p.clicked
}
