package chart

import (
	"centricity/game/canvas"
	"centricity/game/widget"
)

// entry is one line of a read-out.
type entry struct {
	name, value string
	color       canvas.Color
}

// readout draws a small box with values beside the place they belong to, within
// r.
func readout(c canvas.Canvas, r canvas.Rect, at canvas.Point, title string, entries []entry, t widget.Theme) {
	small := t.Small().With(t.OnTip)
	bold := small
	bold.Bold = true
	row := small.LineHeight()
	names, values := 0.0, 0.0
	for _, e := range entries {
		names = max(names, canvas.Measure(e.name, small))
		values = max(values, canvas.Measure(e.value, bold))
	}
	names = min(names, r.W*0.5)
	w := max(names+values+44, canvas.Measure(title, bold)+20)
	h := row*float64(len(entries)) + 16
	if title != "" {
		h += row + 2
	}
	box := canvas.Box(at.X+14, at.Y-h/2, w, h)
	if box.Right() > r.Right() {
		box.X = at.X - 14 - w
	}
	box.X = max(min(box.X, r.Right()-w), r.X)
	box.Y = max(min(box.Y, r.Bottom()-h), r.Y)
	c.Shadow(box, 6, 8, 2, t.Shade)
	c.FillRound(box, 6, t.Tip)
	in := box.InsetXY(10, 8)
	if title != "" {
		canvas.TextIn(c, in.CutTop(row), title, bold)
		in.CutTop(2)
	}
	for _, e := range entries {
		line := in.CutTop(row)
		if e.color.A != 0 { // what it belongs to has a colour
			c.FillRound(canvas.Box(line.X, line.MidY()-4, 8, 8), 2, canvas.Mix(e.color, t.OnTip, 0.15))
			line.CutLeft(14)
		}
		canvas.TextIn(c, line.CutRight(values), e.value, bold.Aligned(canvas.Right))
		canvas.TextIn(c, line, e.name, small)
	}
}
