package chart

import (
	"math"
	"slices"

	"centricity/game/canvas"
	"centricity/game/widget"
	"centricity/game/words"
)

// Distribution is a histogram of many results with one of them marked.
type Distribution struct {
	Values []float64
	Of     string  // what they are: "games"
	Marked float64 // the one that stands out; NaN is none
	Name   string  // what it is called: "You"
	Y      Format
	Ticks  Ticks
}

// bins cuts the values at round numbers.
func (d Distribution) bins() (a axis, counts []int) {
	lo, hi, ok := extent(d.Values, []float64{d.Marked})
	if !ok {
		return a, nil
	}
	const about = 36
	a = newAxis(lo, hi, about)
	counts = make([]int, max(len(a.ticks)-1, 1))
	for _, v := range d.Values {
		if finite(v) {
			counts[a.bin(v, len(counts))]++
		}
	}
	return a, counts
}

func (a axis) bin(v float64, n int) int {
	return min(max(int(float64(n)*(limit(v)-a.lo)/(a.hi-a.lo)), 0), n-1)
}

func (d Distribution) known() (out []float64) {
	for _, v := range d.Values {
		if finite(v) {
			out = append(out, v)
		}
	}
	slices.Sort(out)
	return out
}

// median is the value that half of them stay below.
func (d Distribution) median() float64 {
	known := d.known()
	return known[len(known)/2]
}

// Draw draws the histogram into r; at is where the pointer reads bins off.
func (d Distribution) Draw(c canvas.Canvas, r canvas.Rect, t widget.Theme, at *canvas.Point) {
	a, counts := d.bins()
	if len(d.known()) == 0 {
		empty(c, r, t)
		return
	}
	small := t.Small()
	plot := r
	foot := plot.CutBottom(small.LineHeight() + 6)
	head := plot.CutTop(small.LineHeight() + 6)
	plot = plot.InsetXY(t.Px(24), 0)
	a.on(plot.X, plot.Right())
	most := slices.Max(counts)
	height := func(i int) float64 { return plot.H * float64(counts[i]) / float64(max(most, 1)) }
	own := -1
	if finite(d.Marked) {
		own = a.bin(d.Marked, len(counts))
	}
	wide := plot.W / float64(len(counts))
	for i, n := range counts {
		ink := canvas.Mix(t.Card, t.Series[0], 0.45)
		if i == own {
			ink = t.Series[0]
		}
		if n > 0 {
			c.FillRound(canvas.Box(plot.X+float64(i)*wide+1, plot.Bottom()-height(i), max(wide-2, 1), height(i)), min(3, wide/4), ink)
		}
	}
	c.FillRect(canvas.Box(plot.X, plot.Bottom(), plot.W, 1), t.Edge)
	d.drawTicks(c, a, plot, foot, t)
	middle := d.median()
	right := !finite(d.Marked) || middle >= d.Marked
	d.drawMark(c, head, plot, a.at(middle), height(a.bin(middle, len(counts))), words.Say("Half below %s", d.Y.text(middle)), right, t.Muted, small)
	if own >= 0 {
		bold := t.Strong().With(t.Accent)
		bold.Size = small.Size
		d.drawMark(c, head, plot, a.at(d.Marked), height(own), d.Name+" "+d.Y.text(d.Marked), !right, t.Accent, bold)
	}
	if at != nil && r.Contains(*at) {
		i := min(max(int((at.X-plot.X)/wide), 0), len(counts)-1)
		readout(c, r, *at, d.span(a, len(counts), i), []entry{{d.Of, count(counts[i]), t.Series[0]}}, t)
	}
}

// drawMark draws a line from above down to the top of a bin, with its label
// beside it, to the right or to the left, or above it at the edge.
func (d Distribution) drawMark(c canvas.Canvas, head, plot canvas.Rect, x, height float64, text string, right bool, ink canvas.Color, style canvas.Style) {
	w := canvas.Measure(text, style)
	left := x + 5
	if !right {
		left = x - 5 - w
	}
	beside := left
	left = min(max(left, head.X), max(head.Right()-w, head.X))
	top := head.Y + 2
	if left != beside { // there is no room beside the line: it begins below
		top = head.Bottom()
	}
	c.FillRect(canvas.Box(math.Round(x)-1, top, 1.5, max(plot.Bottom()-height-top, 1)), ink)
	canvas.TextIn(c, canvas.Box(left, head.Y, w+1, head.H-4), text, style)
}

func (d Distribution) drawTicks(c canvas.Canvas, a axis, plot, foot canvas.Rect, t widget.Theme) {
	style := t.Small().Aligned(canvas.Center)
	a.write(d.Y, d.Ticks)
	room := 0.0
	for _, text := range a.texts {
		room = max(room, canvas.Measure(text, style)+16)
	}
	every := 1
	for n := len(a.ticks); every < n && plot.W/float64(max(n-1, 1))*float64(every) < room; {
		every++
	}
	for i := 0; i < len(a.ticks); i += every {
		x := a.at(a.ticks[i])
		c.FillRect(canvas.Box(math.Round(x), plot.Bottom(), 1, 4), t.Edge)
		c.Text(canvas.Pt(x, foot.Bottom()-style.Descent()), a.texts[i], style)
	}
}

// span is a bin in words.
func (d Distribution) span(a axis, n, i int) string {
	wide := (a.hi - a.lo) / float64(n)
	return words.Say("%s to %s", d.Y.text(a.lo+float64(i)*wide), d.Y.text(a.lo+float64(i+1)*wide))
}

// Summary says the middle and the marked one's place.
func (d Distribution) Summary() string {
	known := d.known()
	if len(known) == 0 {
		return noData() + "."
	}
	at := func(share float64) string { return d.Y.text(known[int(share*float64(len(known)-1))]) }
	text := words.Say("%s %s from %s to %s, half of them from %s to %s.", count(len(known)), d.Of, at(0), at(1), at(0.25), at(0.75))
	if finite(d.Marked) {
		below := 0
		for _, v := range known {
			if v < d.Marked {
				below++
			}
		}
		text += " " + words.Say("%s: %s, more than %s of them.", d.Name, d.Y.text(d.Marked), count(below))
	}
	return text
}

// Numbers is a row for each bin.
func (d Distribution) Numbers() [][]string {
	a, counts := d.bins()
	out := [][]string{{"", words.Say("Number")}}
	for i, n := range counts {
		out = append(out, []string{d.span(a, len(counts), i), count(n)})
	}
	return out
}
