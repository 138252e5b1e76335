package widget

import "centricity/game/canvas"

// SliderRowHeight is the height of a slider on one line.
func (u *UI) SliderRowHeight() float64 { return u.Px(30) }

// SliderRow draws a slider on one line, for small numbers the arrow keys reach:
// its label, the track, and the note. It returns the value as it is now, and
// whether it was changed in this frame.
func (u *UI) SliderRow(r canvas.Rect, s Slider, value int64) (int64, bool) {
	s = s.complete(u.Theme)
	old := value
	t := u.Theme
	label := r.CutLeft(min(u.Px(136), r.W*0.4))
	note := r.CutRight(min(u.Px(104), r.W*0.5))
	value = u.slide(r, s, value)
	canvas.TextIn(u.c, label, s.Label, t.Body())
	style := t.Small().Aligned(canvas.Right)
	if s.Error != "" {
		style.Color = t.Bad
	}
	canvas.TextIn(u.c, note, or(s.Error, s.Note), style)
	return value, value != old
}

func or(a, b string) string {
	if a != "" {
		return a
	}
	return b
}
