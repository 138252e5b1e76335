package chart

import (
	"centricity/game/canvas"
	"centricity/game/widget"
	"centricity/game/words"
)

// Spark is a line as small as a word, without axes.
type Spark struct {
	Values []float64
	Color  canvas.Color // none is the accent
	Y      Format
}

// Draw draws the line into r with a dot at the last value.
func (s Spark) Draw(c canvas.Canvas, r canvas.Rect, t widget.Theme, _ *canvas.Point) {
	lo, hi, ok := extent(s.Values)
	if !ok {
		return
	}
	ink := s.Color
	if ink.A == 0 {
		ink = t.Accent
	}
	r = r.Inset(3)
	y := axis{lo: limit(lo), hi: limit(hi), from: r.Bottom(), to: r.Y}
	if lo == hi {
		y.from, y.to, y.hi = r.MidY(), r.MidY(), y.lo+max(1, y.lo, -y.lo)
	}
	pts := make([]canvas.Point, 0, len(s.Values))
	for i, v := range s.Values {
		if finite(v) {
			pts = append(pts, canvas.Pt(r.X+r.W*float64(i)/float64(max(len(s.Values)-1, 1)), y.at(v)))
		}
	}
	c.Polyline(pts, 1.5, ink)
	c.Disc(pts[len(pts)-1], 2.5, ink)
}

// Summary says the first and the last value.
func (s Spark) Summary() string {
	var known []float64
	for _, v := range s.Values {
		if finite(v) {
			known = append(known, v)
		}
	}
	if len(known) == 0 {
		return noData() + "."
	}
	return words.Say("From %s to %s.", s.Y.text(known[0]), s.Y.text(known[len(known)-1]))
}

// Numbers is a row for each value.
func (s Spark) Numbers() [][]string {
	out := [][]string{{"#", words.Say("Value")}}
	for i, v := range s.Values {
		out = append(out, []string{count(i + 1), s.Y.text(v)})
	}
	return out
}
