package chart

import (
	"math"
	"slices"
	"strings"

	"centricity/game/canvas"
	"centricity/game/widget"
	"centricity/game/words"
)

// Bars compares values side by side: a group of bars for each category, one bar
// for each series, with its value written at its end; or, where they have a
// Total, end to end, with their sum.
type Bars struct {
	Categories []string
	Series     []Series // Values by category; Low and High are not drawn
	Y          Format
	Marked     int    // the category that stands out, from 1; 0 is none
	Total      string // what the series of a category are together; "" is nothing
}

// told are the series as they are told: with their sum first, if they have one.
func (b Bars) told() []Series {
	if b.Total == "" {
		return b.Series
	}
	sum := Series{Name: b.Total}
	for i := range b.Categories {
		total := 0.0
		for _, s := range b.Series {
			total = limit(total + value(s.Values, i)) // NaN stays
		}
		sum.Values = append(sum.Values, total)
	}
	return append([]Series{sum}, b.Series...)
}

// abreast is how many bars of a category lie beside each other.
func (b Bars) abreast() int {
	if b.Total != "" {
		return 1
	}
	return max(len(b.Series), 1)
}

// Height is the height that suits the bars.
func (b Bars) Height(t widget.Theme) float64 {
	bars := float64(b.abreast()) * t.Px(18)
	if b.Total != "" {
		bars = t.Px(30)
	}
	h := float64(len(b.Categories)) * (bars + t.Px(12))
	if b.legend() {
		h += t.Px(24)
	}
	return h
}

func (b Bars) legend() bool { return len(b.Series) > 1 }

func (b Bars) color(i int, t widget.Theme) canvas.Color {
	if c := b.Series[i].Color; c.A != 0 {
		return c
	}
	return t.Series[i%len(t.Series)]
}

func (b Bars) extent() (lo, hi float64, ok bool) {
	var sets [][]float64
	for _, s := range b.Series {
		sets = append(sets, s.Values[:min(len(s.Values), len(b.Categories))])
	}
	if b.Total != "" {
		above, below := make([]float64, len(b.Categories)), make([]float64, len(b.Categories))
		for _, set := range sets {
			for i, v := range set {
				if finite(v) {
					above[i], below[i] = limit(above[i]+max(v, 0)), limit(below[i]+min(v, 0))
				}
			}
		}
		_, _, ok = extent(sets...)
		return slices.Min(append(below, 0)), slices.Max(append(above, 0)), ok
	}
	lo, hi, ok = extent(sets...)
	return limit(min(lo, 0)), limit(max(hi, 0)), ok
}

// Draw draws the bars into r; at is where the pointer reads values off.
func (b Bars) Draw(c canvas.Canvas, r canvas.Rect, t widget.Theme, at *canvas.Point) {
	lo, hi, ok := b.extent()
	if !ok || len(b.Categories) == 0 {
		empty(c, r, t)
		return
	}
	if b.legend() {
		b.drawLegend(c, r.CutTop(t.Px(24)), t)
	}
	bold := t.Small()
	bold.Bold = true
	var names, values, below float64
	for i, cat := range b.Categories {
		names = max(names, canvas.Measure(cat, t.Strong()))
		for _, s := range b.told()[:b.abreast()] {
			v := value(s.Values, i)
			w := canvas.Measure(b.Y.text(v), bold) + 8
			if v < 0 && b.Total == "" {
				below = max(below, w)
			} else {
				values = max(values, w)
			}
		}
	}
	left := r.CutLeft(min(names+14, r.W*0.36))
	plot := r
	plot.CutRight(min(values, plot.W*0.6))
	plot.CutLeft(min(below, plot.W*0.6))
	x := axis{lo: lo, hi: hi, from: plot.X, to: plot.Right()}
	if !(lo < hi) {
		x.hi = lo + 1
	}
	zero := math.Round(x.at(0))
	row := r.H / float64(len(b.Categories))
	thickest := t.Px(20)
	if b.Total != "" {
		thickest = t.Px(30)
	}
	thick := min((row-min(row*0.3, t.Px(12)))/float64(b.abreast()), thickest)
	for i, cat := range b.Categories {
		band := canvas.Box(left.X, r.Y+float64(i)*row, left.W+r.W, row)
		style := t.Body()
		if b.Marked == i+1 {
			style = t.Strong()
		}
		canvas.TextIn(c, canvas.Box(left.X, band.Y, left.W-10, row), cat, style)
		if b.Total != "" {
			b.drawTotal(c, canvas.Box(zero, band.MidY()-thick/2, 0, thick), i, x, t)
			continue
		}
		y := band.MidY() - thick*float64(len(b.Series))/2
		for k, s := range b.Series {
			b.drawBar(c, canvas.Box(zero, y+float64(k)*thick, x.at(value(s.Values, i))-zero, thick), value(s.Values, i), b.color(k, t), b.Marked == i+1, t)
		}
	}
	c.FillRect(canvas.Box(zero, r.Y, 1, r.H), t.Edge)
	whole := canvas.Box(left.X, r.Y, left.W+r.W, r.H)
	if at != nil && whole.Contains(*at) && b.legend() {
		b.read(c, whole, *at, min(int((at.Y-r.Y)/row), len(b.Categories)-1), t)
	}
}

// drawBar draws one bar from the zero line; a negative width goes to the left.
func (b Bars) drawBar(c canvas.Canvas, r canvas.Rect, v float64, ink canvas.Color, bold bool, t widget.Theme) {
	style := t.Small().With(t.Text)
	style.Bold = bold
	if math.IsNaN(v) {
		canvas.TextIn(c, canvas.Box(r.X+6, r.Y, 40, r.H), "–", style)
		return
	}
	if v >= 0 {
		r.W = max(r.W, 0) // the zero line stands on a whole pixel, perhaps beyond the bar's end
	}
	bar := canvas.Box(r.X, r.Y+1, r.W, max(r.H-2, 1))
	at := canvas.Pt(r.X+r.W+6, style.Baseline(r))
	if r.W < 0 {
		bar.X, bar.W = r.X+r.W, -r.W
		at.X, style.Align = bar.X-6, canvas.Right
	}
	c.FillRound(bar, min(3, bar.W/2), ink)
	c.Text(at, b.Y.text(v), style)
}

// drawTotal draws the bars of category i end to end, losses to the left, and
// their sum at the right.
func (b Bars) drawTotal(c canvas.Canvas, r canvas.Rect, i int, x axis, t widget.Theme) {
	above, below := 0.0, 0.0
	for k, s := range b.Series {
		v := value(s.Values, i)
		end := &above
		if v < 0 {
			end = &below
		}
		if math.IsNaN(v) {
			continue
		}
		from, to := x.at(*end), x.at(*end+v)
		*end = limit(*end + v)
		c.FillRect(canvas.Box(min(from, to), r.Y+1, max(math.Abs(to-from)-1, 0), max(r.H-2, 1)), b.color(k, t))
	}
	style := t.Small().With(t.Text)
	style.Bold = b.Marked == i+1
	c.Text(canvas.Pt(max(x.at(above), r.X)+6, style.Baseline(r)), b.Y.text(b.told()[0].Values[i]), style)
}

func (b Bars) drawLegend(c canvas.Canvas, r canvas.Rect, t widget.Theme) {
	style := t.Small().With(t.Text)
	for i, s := range b.Series {
		box := r.CutLeft(t.Px(10))
		c.FillRound(canvas.Box(box.X, r.MidY()-t.Px(5), t.Px(10), t.Px(10)), 2, b.color(i, t))
		r.CutLeft(6)
		canvas.TextIn(c, r.CutLeft(canvas.Measure(s.Name, style)+1), s.Name, style)
		r.CutLeft(16)
	}
}

func (b Bars) read(c canvas.Canvas, r canvas.Rect, at canvas.Point, i int, t widget.Theme) {
	var entries []entry
	told := b.told()
	for k, s := range told {
		ink := canvas.Color{}
		if k -= len(told) - len(b.Series); k >= 0 {
			ink = b.color(k, t)
		}
		entries = append(entries, entry{s.Name, b.Y.text(value(s.Values, i)), ink})
	}
	readout(c, r, at, b.Categories[i], entries, t)
}

// Summary says the largest and the smallest value of each series.
func (b Bars) Summary() string {
	if _, _, ok := b.extent(); !ok {
		return noData() + "."
	}
	var out strings.Builder
	out.WriteString(words.Say("Bars for %s categories.", count(len(b.Categories))))
	for _, s := range b.told() {
		top, low := -1, -1
		for i := range b.Categories {
			v := value(s.Values, i)
			if math.IsNaN(v) {
				continue
			}
			if top < 0 || v > s.Values[top] {
				top = i
			}
			if low < 0 || v < s.Values[low] {
				low = i
			}
		}
		if top >= 0 {
			out.WriteString(" " + words.Say("%s: most %s (%s), least %s (%s).", s.Name,
				b.Y.text(s.Values[top]), b.Categories[top], b.Y.text(s.Values[low]), b.Categories[low]))
		}
	}
	return out.String()
}

// Numbers is a row for each category and a column for each series.
func (b Bars) Numbers() [][]string {
	head := []string{""}
	for _, s := range b.told() {
		head = append(head, s.Name)
	}
	out := [][]string{head}
	for i, cat := range b.Categories {
		row := []string{cat}
		for _, s := range b.told() {
			row = append(row, b.Y.text(value(s.Values, i)))
		}
		out = append(out, row)
	}
	return out
}
