package widget

import (
	"centricity/game/canvas"
	"centricity/game/words"
)

// Tabs is a row of tabs.
type Tabs struct {
	ID, Name string
	Labels   []string
	Marks    []bool // a dot on tabs that want attention
}

// Tabs draws a row of tabs, as wide as their labels, and returns the one shown
// now, and whether it was changed in this frame.
func (u *UI) Tabs(r canvas.Rect, t Tabs, shown int) (int, bool) {
	old := shown
	style := u.Theme.Strong().Aligned(canvas.Center)
	rest := r
	var boxes []canvas.Rect
	for _, l := range t.Labels {
		boxes = append(boxes, rest.CutLeft(canvas.Measure(l, style)+2*Gap3))
		rest.CutLeft(Gap1)
	}
	shown = u.roving(t.ID, boxes, shown, false)
	u.within(Node{ID: t.ID, Role: RoleTabList, Name: t.Name, Rect: r}, func() {
		for i, box := range boxes {
			id := optionID(t.ID, i)
			ink := u.Theme.Muted
			switch {
			case i == shown:
				ink = u.Theme.Accent
				u.c.FillRound(canvas.Box(box.X+Gap3, box.Bottom()-3, box.W-2*Gap3, 3), 1.5, ink)
			case u.hover == id:
				ink = u.Theme.Text
			}
			canvas.TextIn(u.c, box, t.Labels[i], style.With(ink))
			name := t.Labels[i]
			if i < len(t.Marks) && t.Marks[i] {
				u.c.Disc(canvas.Pt(box.Right()-Gap2, box.MidY()-u.Px(7)), 3, u.Theme.Accent)
				name = words.Say("%s (new)", name)
			}
			u.ring(id, box.InsetXY(3, 7), cornerControl)
			u.node(Node{ID: id, Role: RoleTab, Name: name, Selected: i == shown, Focusable: i == max(shown, 0), Rect: box})
		}
	})
	return shown, shown != old
}
