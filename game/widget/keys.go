package widget

import (
	"strings"

	"centricity/game/canvas"
)

// KeysHeight is the height of a row of keys.
func (u *UI) KeysHeight() float64 { return u.Px(26) }

// KeysWidth is the width of keys with these names side by side.
func (u *UI) KeysWidth(names []string) (w float64) {
	for _, name := range names {
		w += u.keyWidth(name) + Gap1
	}
	return w - Gap1
}

func (u *UI) keyWidth(name string) float64 {
	return max(canvas.Measure(name, u.Theme.Strong())+2*u.Px(7), u.Px(24))
}

// Keys draws keys as they look on a keyboard, side by side.
func (u *UI) Keys(r canvas.Rect, names []string) {
	u.node(Node{Role: RoleParagraph, Name: strings.Join(names, ", "), Rect: r})
	for _, name := range names {
		box := r.CutTop(r.H)
		box.W = min(u.keyWidth(name), r.W)
		r = canvas.Box(box.Right()+Gap1, box.Y, max(r.Right()-box.Right()-Gap1, 0), box.H)
		key := box.InsetXY(0, u.Px(1))
		u.c.FillRound(key, 4, u.Theme.Raised)
		u.c.StrokeRound(key, 4, 1, u.Theme.Edge)
		canvas.TextIn(u.c, key, name, u.Theme.Strong().Aligned(canvas.Center))
	}
}
