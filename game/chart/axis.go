package chart

import (
	"math"

	"centricity/game/canvas"
	"centricity/game/widget"
	"centricity/game/words"
)

// Format writes a value: widget.Short, widget.Percent …
type Format func(float64) string

func (f Format) text(v float64) string {
	switch {
	case !finite(v):
		return "–"
	case f == nil:
		return widget.Short(v)
	}
	return f(v)
}

// Ticks writes the values at an axis' ticks, all in one form: 0, 50 k, 100 k.
// Where a chart has none, its Format writes each.
type Ticks func([]float64) []string

func count(n int) string { return widget.Count(int64(n)) }

func finite(v float64) bool { return !math.IsNaN(v) && !math.IsInf(v, 0) }

// limit keeps values where differences and products stay finite.
func limit(v float64) float64 { return min(max(v, -1e300), 1e300) }

// axis maps values to places, with ticks at round numbers.
type axis struct {
	lo, hi   float64 // of the values
	from, to float64 // of the places [logical pixels]
	ticks    []float64
	texts    []string // of the ticks
}

// newAxis covers lo..hi with about n steps of 1, 2, 2.5 or 5 times a power of
// ten. Equal ends are moved apart.
func newAxis(lo, hi float64, n int) axis {
	lo, hi = limit(lo), limit(hi)
	if !(lo < hi) || hi-lo <= math.Abs(hi)*1e-12 {
		d := max(math.Abs(lo)*0.1, 1e-6)
		if lo == 0 {
			d = 1
		}
		lo, hi = lo-d, hi+d
	}
	step := niceStep((hi - lo) / float64(max(n, 1)))
	first, last := math.Floor(lo/step+1e-9), math.Ceil(hi/step-1e-9)
	a := axis{lo: limit(first * step), hi: limit(last * step)}
	for i := range min(int(last-first), 50) + 1 {
		v := (first + float64(i)) * step
		if math.Abs(v) < step*1e-9 {
			v = 0
		}
		a.ticks = append(a.ticks, v)
	}
	return a
}

// niceStep is the smallest of 1, 2, 2.5, 5 × 10ᵏ that is at least v.
func niceStep(v float64) float64 {
	if !(v > 1e-300) {
		return 1e-300
	}
	p := math.Pow(10, math.Floor(math.Log10(v)))
	for _, m := range [...]float64{1, 2, 2.5, 5} {
		if m*p >= v*(1-1e-9) {
			return m * p
		}
	}
	return 10 * p
}

// write writes the ticks.
func (a *axis) write(each Format, all Ticks) {
	switch {
	case all != nil:
		a.texts = all(a.ticks)
	case each == nil:
		a.texts = widget.Shorts(a.ticks)
	default:
		a.texts = nil
		for _, v := range a.ticks {
			a.texts = append(a.texts, each.text(v))
		}
	}
}

func (a *axis) on(from, to float64) { a.from, a.to = from, to }

// at is the place of a value.
func (a axis) at(v float64) float64 {
	t := (limit(v) - a.lo) / (a.hi - a.lo)
	return a.from + (a.to-a.from)*min(max(t, -1), 2)
}

// extent is the smallest and largest finite value; ok is false without one.
func extent(sets ...[]float64) (lo, hi float64, ok bool) {
	lo, hi = math.Inf(1), math.Inf(-1)
	for _, s := range sets {
		for _, v := range s {
			if finite(v) {
				lo, hi, ok = min(lo, v), max(hi, v), true
			}
		}
	}
	return lo, hi, ok
}

// gridLines draws a hairline and a label for each tick of an upright axis.
func gridLines(c canvas.Canvas, r canvas.Rect, a axis, t widget.Theme) {
	style := t.Small().Aligned(canvas.Right)
	for i, v := range a.ticks {
		y := math.Round(a.at(v))
		ink := t.Line
		if v == 0 {
			ink = canvas.Mix(t.Line, t.Edge, 0.7)
		}
		c.FillRect(canvas.Box(r.X, y, r.W, 1), ink)
		c.Text(canvas.Pt(r.X-8, y+style.CapHeight()/2), a.texts[i], style)
	}
}

// labelRoom is the width the labels of the ticks need.
func labelRoom(a axis, t widget.Theme) float64 {
	var w float64
	for _, text := range a.texts {
		w = max(w, canvas.Measure(text, t.Small()))
	}
	return w + 10
}

// empty says that there is nothing to draw yet.
func empty(c canvas.Canvas, r canvas.Rect, t widget.Theme) {
	c.StrokeRound(r, 6, 1, t.Line)
	canvas.TextIn(c, r.InsetXY(8, 0), noData(), t.Body().With(t.Muted).Aligned(canvas.Center))
}

func noData() string { return words.Say("No rounds played yet") }
