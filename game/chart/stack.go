package chart

import (
	"fmt"
	"math"

	"centricity/game/canvas"
	"centricity/game/widget"
	"centricity/game/words"
)

// Stack is a chart of amounts that add up, one layer on another over rounds,
// such as what each cohort of customers brought in. The first lies lowest; a
// missing or negative amount is nothing.
type Stack struct {
	Series []Series // Low and High are not drawn
	First  int      // the round of the first value
	X      string   // what the x axis counts; "" is Round
	Y      Format
	Ticks  Ticks
}

// sums are the upper edges of the layers, as lines.
func (s Stack) sums() Lines {
	l := Lines{First: s.First, X: s.X, Y: s.Y, Ticks: s.Ticks, Zero: true}
	n := Lines{Series: s.Series}.count()
	below := make([]float64, n)
	for _, layer := range s.Series {
		top := make([]float64, n)
		for i := range top {
			top[i] = below[i]
			if v := value(layer.Values, i); v > 0 {
				top[i] = limit(below[i] + v)
			}
		}
		l.Series = append(l.Series, Series{Name: layer.Name, Values: top})
		below = top
	}
	return l
}

// ink is the colour of a layer: one hue, the first the strongest, so that the
// order of the layers is seen.
func (s Stack) ink(i int, t widget.Theme) canvas.Color {
	return canvas.Mix(t.Accent, t.Card, 0.78*float64(i)/float64(max(len(s.Series)-1, 1)))
}

// Draw draws the chart into r; at is where the pointer reads values off.
func (s Stack) Draw(c canvas.Canvas, r canvas.Rect, t widget.Theme, at *canvas.Point) {
	l := s.sums()
	_, hi, ok := l.extent()
	if !ok {
		empty(c, r, t)
		return
	}
	ends := s.ends(l, t)
	plot, foot, x, y := l.frame(r, 0, hi, ends, t)
	gridLines(c, plot, y, t)
	l.drawRounds(c, plot, foot, x, t)
	lower := make([]float64, l.count())
	for i, layer := range l.Series {
		s.drawLayer(c, lower, layer.Values, x, y, s.ink(i, t), t)
		lower = layer.Values
	}
	l.drawEnds(c, plot, r.Right(), ends, y, t)
	if at != nil && plot.Inset(-8).Contains(*at) {
		s.read(c, r, plot, *at, l, x, t)
	}
}

// Corner is the lower right one, below the last round.
func (s Stack) Corner(r canvas.Rect, w, h float64, t widget.Theme) canvas.Rect {
	return Lines{}.Corner(r, w, h, t) // its names reach down to the axis
}

// ends are the names of the layers, in the middle of their last value.
func (s Stack) ends(l Lines, t widget.Theme) (out []label) {
	n, below := l.count(), 0.0
	for i, layer := range l.Series {
		top := layer.Values[n-1]
		if top > below && layer.Name != "" {
			out = append(out, label{text: layer.Name, y: (below + top) / 2, color: widget.Legible(s.ink(i, t), t.Card, 4.5)})
		}
		below = top
	}
	return out
}

// drawLayer fills what lies between two edges; a single round is a bar.
func (s Stack) drawLayer(c canvas.Canvas, lower, upper []float64, x func(int) float64, y axis, ink canvas.Color, t widget.Theme) {
	if len(upper) == 1 {
		top, bottom := y.at(upper[0]), y.at(lower[0])
		c.FillRect(canvas.Box(x(0)-t.Px(20), top, t.Px(40), max(bottom-top-1, 0)), ink)
		return
	}
	var edge, outline []canvas.Point
	for i, v := range upper {
		edge = append(edge, canvas.Pt(x(i), y.at(v)))
	}
	outline = append(outline, edge...)
	for i := len(lower) - 1; i >= 0; i-- {
		outline = append(outline, canvas.Pt(x(i), y.at(lower[i])))
	}
	c.Polygon(outline, ink)
	c.Polyline(edge, 1.25, t.Card)
}

// read shows the amounts of the round nearest to the pointer, the uppermost
// layer first.
func (s Stack) read(c canvas.Canvas, r, plot canvas.Rect, at canvas.Point, l Lines, x func(int) float64, t widget.Theme) {
	best := 0
	for i := range l.count() {
		if math.Abs(x(i)-at.X) < math.Abs(x(best)-at.X) {
			best = i
		}
	}
	c.FillRect(canvas.Box(x(best), plot.Y, 1, plot.H), t.Edge)
	var entries []entry
	for i := len(s.Series) - 1; i >= 0; i-- {
		if v := value(s.Series[i].Values, best); v > 0 {
			entries = append(entries, entry{s.Series[i].Name, s.Y.text(v), s.ink(i, t)})
		}
	}
	readout(c, r, canvas.Pt(x(best), at.Y), fmt.Sprintf("%s %d", l.x(), s.First+best), entries, t)
}

// Summary says in words how high the stack is and how much of it is the first
// layer.
func (s Stack) Summary() string {
	l := s.sums()
	n := l.count()
	if n == 0 || len(l.Series) == 0 {
		return noData() + "."
	}
	total, first := l.Series[len(l.Series)-1].Values[n-1], l.Series[0].Values[n-1]
	if !(total > 0) {
		return noData() + "."
	}
	return words.Say("%s layers over %s rounds. At the end they add up to %s; “%s” is %s of it.",
		widget.Count(int64(len(s.Series))), widget.Count(int64(n)), s.Y.text(total), s.Series[0].Name, widget.Percent(first/total))
}

// Numbers is a row for each round and a column for each layer.
func (s Stack) Numbers() [][]string {
	return Lines{Series: s.Series, First: s.First, X: s.X, Y: s.Y}.Numbers()
}
