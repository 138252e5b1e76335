package chart

import (
	"math"
	"strings"

	"centricity/game/canvas"
	"centricity/game/widget"
	"centricity/game/words"
)

// A Step of a Bridge adds to what came before it, or, as a Total, shows what it
// has come to.
type Step struct {
	Name  string
	Value float64 // of a Total: where it stands; else the change
	Total bool
}

// Bridge is a waterfall: how one amount became another, step by step, each a
// row.
type Bridge struct {
	Steps []Step
	Y     Format
}

// Height is the height that suits the steps.
func (b Bridge) Height(t widget.Theme) float64 { return float64(len(b.Steps)) * t.Px(25) }

// spans are where each step begins and ends.
func (b Bridge) spans() (from, to []float64) {
	at := 0.0
	for _, s := range b.Steps {
		start, end := at, limit(at+s.Value)
		if s.Total {
			start, end = 0, limit(s.Value)
		}
		if finite(s.Value) {
			at = end
		} else {
			start, end = math.NaN(), math.NaN()
		}
		from, to = append(from, start), append(to, end)
	}
	return from, to
}

func (b Bridge) known() bool {
	_, to := b.spans()
	_, _, ok := extent(to)
	return ok
}

// text writes a step's amount, a change with its sign.
func (b Bridge) text(s Step) string {
	if s.Total {
		return b.Y.text(s.Value)
	}
	return widget.Signed(b.Y.text(s.Value))
}

// values is the room the amounts need.
func (b Bridge) values(t widget.Theme) (w float64) {
	for _, s := range b.Steps {
		w = max(w, canvas.Measure(b.text(s), t.Strong()))
	}
	return w
}

// Corner is beside the first bar, before its amount.
func (b Bridge) Corner(r canvas.Rect, w, h float64, t widget.Theme) canvas.Rect {
	return canvas.Box(max(r.Right()-b.values(t)-14-w, r.X), r.Y, w, h)
}

// Draw draws the steps into r.
func (b Bridge) Draw(c canvas.Canvas, r canvas.Rect, t widget.Theme, _ *canvas.Point) {
	from, to := b.spans()
	lo, hi, ok := extent(from, to)
	if !ok {
		empty(c, r, t)
		return
	}
	lo, hi = limit(min(lo, 0)), limit(max(hi, 0))
	if !(lo < hi) {
		hi = lo + 1
	}
	var names float64
	for _, s := range b.Steps {
		names = max(names, canvas.Measure(s.Name, t.Strong()))
	}
	values := b.values(t)
	row := r.H / float64(len(b.Steps))
	left := min(names+14, r.W*0.42)
	plot := canvas.Box(r.X+left, r.Y, max(r.W-left-values-14, 1), r.H)
	x := axis{lo: lo, hi: hi, from: plot.X, to: plot.Right()}
	for i, s := range b.Steps {
		line := canvas.Box(r.X, r.Y+float64(i)*row, r.W, row)
		style, ink := t.Body(), t.Good
		switch {
		case s.Total:
			style, ink = t.Strong(), t.Accent
		case s.Value < 0:
			ink = t.Bad
		}
		canvas.TextIn(c, canvas.Box(line.X, line.Y, left-10, row), s.Name, style)
		canvas.TextIn(c, canvas.Box(line.Right()-values-2, line.Y, values+2, row), b.text(s), style.Aligned(canvas.Right))
		if !finite(to[i]) {
			continue
		}
		a, z := x.at(from[i]), x.at(to[i])
		bar := canvas.Box(min(a, z), line.Y+row*0.2, max(math.Abs(z-a), 1.5), row*0.6)
		c.FillRound(bar, min(3, bar.W/2), ink)
		if i+1 < len(b.Steps) { // ties the end of this step to the next row
			c.FillRect(canvas.Box(math.Round(z), bar.Bottom(), 1, row*0.4), t.Edge)
		}
	}
	c.FillRect(canvas.Box(math.Round(x.at(0)), r.Y, 1, r.H), t.Edge)
}

// Summary says every step.
func (b Bridge) Summary() string {
	if !b.known() {
		return noData() + "."
	}
	var parts []string
	for _, s := range b.Steps {
		parts = append(parts, s.Name+" "+b.text(s))
	}
	return strings.Join(parts, ", ") + "."
}

// Numbers is a row for each step, with what it came to.
func (b Bridge) Numbers() [][]string {
	_, to := b.spans()
	out := [][]string{{"", words.Say("Change"), words.Say("Comes to")}}
	for i, s := range b.Steps {
		change := b.text(s)
		if s.Total {
			change = ""
		}
		out = append(out, []string{s.Name, change, b.Y.text(to[i])})
	}
	return out
}
