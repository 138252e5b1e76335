package chart

import (
	"math"

	"centricity/game/canvas"
	"centricity/game/widget"
	"centricity/game/words"
)

// Series is a named row of values.
type Series struct {
	Name   string
	Values []float64
	// Low and High are the bounds of a band around the values, such as an
	// estimate's margin of error; they may be empty.
	Low, High []float64
	Color     canvas.Color // none: the theme's colour for its place
	Dashed    bool         // a forecast or a comparison
}

// Lines is a chart of values over rounds.
type Lines struct {
	Series  []Series
	First   int    // the round of the first value
	X       string // what the x axis counts; "" is Round
	Y       Format
	Ticks   Ticks
	Zero    bool // the y axis begins at zero
	History int  // so many values at the start lie before the game: shaded
	Now     int  // the round a "now" line stands at; 0 is none
}

func (l Lines) x() string {
	if l.X == "" {
		return words.Say("Round")
	}
	return l.X
}

// count is the number of rounds.
func (l Lines) count() int {
	n := 0
	for _, s := range l.Series {
		n = max(n, len(s.Values))
	}
	return n
}

func (l Lines) extent() (lo, hi float64, ok bool) {
	var sets [][]float64
	for _, s := range l.Series {
		sets = append(sets, s.Values, s.Low, s.High)
	}
	lo, hi, ok = extent(sets...)
	if l.Zero && ok {
		lo, hi = min(lo, 0), max(hi, 0)
	}
	return lo, hi, ok
}

func (l Lines) color(i int, t widget.Theme) canvas.Color {
	if c := l.Series[i].Color; c.A != 0 {
		return c
	}
	return t.Series[i%len(t.Series)]
}

// value is value i of a set, or NaN.
func value(set []float64, i int) float64 {
	if i < 0 || i >= len(set) || !finite(set[i]) {
		return math.NaN()
	}
	return set[i]
}

// Draw draws the chart into r; at is where the pointer reads values off.
func (l Lines) Draw(c canvas.Canvas, r canvas.Rect, t widget.Theme, at *canvas.Point) {
	lo, hi, ok := l.extent()
	if !ok {
		empty(c, r, t)
		return
	}
	small, ends := t.Small(), l.endLabels(t)
	plot, foot, x, y := l.frame(r, lo, hi, ends, t)
	if l.History > 0 {
		w := plot.W
		if n := l.count(); n > l.History {
			w = (x(l.History-1)+x(l.History))/2 - plot.X
		}
		box := canvas.Box(plot.X, plot.Y, w, plot.H)
		c.FillRect(box, t.Raised)
		if history := words.Say("History"); canvas.Measure(history, small) < box.W-8 {
			c.Text(canvas.Pt(box.X+6, box.Y+4+small.Ascent()), history, small)
		}
	}
	gridLines(c, plot, y, t)
	l.drawRounds(c, plot, foot, x, t)
	for i, s := range l.Series {
		l.drawBand(c, s, x, y, canvas.Fade(l.color(i, t), 0.16))
	}
	for i := len(l.Series) - 1; i >= 0; i-- {
		l.drawLine(c, l.Series[i], x, y, l.color(i, t), t)
	}
	l.drawEnds(c, plot, r.Right(), ends, y, t)
	if at != nil && plot.Inset(-8).Contains(*at) {
		l.read(c, r, plot, *at, x, y, t)
	}
}

// Corner is the lower right one, for lines that rise end in the upper one: below
// the names of the lines if they leave the room, else below the last round.
func (l Lines) Corner(r canvas.Rect, w, h float64, t widget.Theme) canvas.Rect {
	if endRoom(l.endLabels(t), t) >= w {
		r.CutBottom(t.Small().LineHeight() + 4)
	}
	return canvas.Box(r.Right()-w, r.Bottom()-h, w, h)
}

// frame parts r into where the chart is plotted, with labels to its left and
// names of the ends to its right, and the foot for the rounds; x is where a round
// lies in it, y where a value does.
func (l Lines) frame(r canvas.Rect, lo, hi float64, ends []label, t widget.Theme) (plot, foot canvas.Rect, x func(int) float64, y axis) {
	small := t.Small()
	plot = r
	plot.CutTop(small.CapHeight()/2 + 2)
	foot = plot.CutBottom(small.LineHeight() + 4)
	y = newAxis(lo, hi, int(max(plot.H/t.Px(52), 2)))
	if l.Zero && lo == hi { // nothing yet, and nothing says how much it could be
		y = axis{hi: 1, ticks: []float64{0}}
	}
	y.write(l.Y, l.Ticks)
	plot.CutLeft(labelRoom(y, t))
	if room := min(endRoom(ends, t), plot.W*0.4); room > 0 {
		plot.CutRight(room)
	} else {
		plot.CutRight(6)
	}
	y.on(plot.Bottom(), plot.Y)
	n, area := l.count(), plot
	return plot, foot, func(i int) float64 {
		if n > 1 {
			return area.X + area.W*float64(i)/float64(n-1)
		}
		return area.MidX()
	}, y
}

// drawRounds labels the x axis as densely as there is room, and marks now.
func (l Lines) drawRounds(c canvas.Canvas, plot, foot canvas.Rect, x func(int) float64, t widget.Theme) {
	n := l.count()
	small := t.Small().Aligned(canvas.Center)
	room := canvas.Measure(widget.Count(int64(l.First+n)), small) + 14
	every := 1
	for n > 1 && every < n && plot.W/float64(n-1)*float64(every) < room {
		every++
	}
	baseline := foot.Bottom() - small.Descent() - 1
	taken := 0.0 // up to where
	for i := 0; i < n; i += every {
		text := widget.Count(int64(l.First + i))
		if i == 0 {
			w := canvas.Measure(text, small)
			text = l.x() + " " + text
			left := max(x(0)+w/2-canvas.Measure(text, small), foot.X)
			c.Text(canvas.Pt(left, baseline), text, small.Aligned(canvas.Left))
			taken = left + canvas.Measure(text, small)
			continue
		}
		if w := canvas.Measure(text, small); x(i)-w/2 >= taken+8 { // the first has the axis' name before it
			c.Text(canvas.Pt(x(i), baseline), text, small)
			taken = x(i) + w/2
		}
	}
	if i := l.Now - l.First; l.Now != 0 && i >= 0 && i < n {
		for y := plot.Y; y < plot.Bottom(); y += 6 {
			c.FillRect(canvas.Box(x(i), y, 1, 3), t.Muted)
		}
	}
}

func (l Lines) drawBand(c canvas.Canvas, s Series, x func(int) float64, y axis, ink canvas.Color) {
	var upper, lower []canvas.Point
	flush := func() {
		if len(upper) > 1 {
			for i := len(lower) - 1; i >= 0; i-- {
				upper = append(upper, lower[i])
			}
			c.Polygon(upper, ink)
		}
		upper, lower = upper[:0], lower[:0]
	}
	for i := range max(len(s.Low), len(s.High)) {
		lo, hi := value(s.Low, i), value(s.High, i)
		if math.IsNaN(lo) || math.IsNaN(hi) {
			flush()
			continue
		}
		upper = append(upper, canvas.Pt(x(i), y.at(hi)))
		lower = append(lower, canvas.Pt(x(i), y.at(lo)))
	}
	flush()
}

// drawLine draws a series with gaps where it has no values; a value between two
// gaps is a dot.
func (l Lines) drawLine(c canvas.Canvas, s Series, x func(int) float64, y axis, ink canvas.Color, t widget.Theme) {
	var run []canvas.Point
	flush := func() {
		switch {
		case len(run) == 1:
			c.Disc(run[0], 3.5, ink)
		case s.Dashed:
			dashes(c, run, 2, ink)
		case len(run) > 1:
			c.Polyline(run, 2.25, ink)
		}
		run = run[:0]
	}
	for i := range s.Values {
		if v := value(s.Values, i); math.IsNaN(v) {
			flush()
		} else {
			run = append(run, canvas.Pt(x(i), y.at(v)))
		}
	}
	last := canvas.Point{}
	if len(run) > 0 {
		last = run[len(run)-1]
	}
	single := len(run) == 1
	flush()
	if last != (canvas.Point{}) && !single && !s.Dashed {
		c.Disc(last, 4.5, t.Card)
		c.Disc(last, 3.25, ink)
	}
}

// endLabels are the names of the series where their lines end; the y is still a
// value.
func (l Lines) endLabels(t widget.Theme) []label {
	var out []label
	for i, s := range l.Series {
		for k := len(s.Values) - 1; k >= 0 && s.Name != ""; k-- {
			if v := value(s.Values, k); !math.IsNaN(v) {
				out = append(out, label{text: s.Name, y: v, color: widget.Legible(l.color(i, t), t.Card, 4.5)})
				break
			}
		}
	}
	return out
}

func endRoom(ends []label, t widget.Theme) float64 {
	var w float64
	style := t.Small()
	style.Bold = true
	for _, e := range ends {
		w = max(w, canvas.Measure(e.text, style)+12)
	}
	return w
}

func (l Lines) drawEnds(c canvas.Canvas, plot canvas.Rect, right float64, ends []label, y axis, t widget.Theme) {
	for i := range ends {
		ends[i].y = y.at(ends[i].y)
	}
	style := t.Small()
	style.Bold = true
	spread(ends, style.Size*1.2, plot.Y, plot.Bottom())
	for _, e := range ends {
		text := canvas.Shorten(e.text, right-plot.Right()-10, style)
		c.Text(canvas.Pt(plot.Right()+10, e.y+style.CapHeight()/2), text, style.With(e.color))
	}
}

// read shows the values of the round nearest to the pointer.
func (l Lines) read(c canvas.Canvas, r, plot canvas.Rect, at canvas.Point, x func(int) float64, y axis, t widget.Theme) {
	best := 0
	for i := range l.count() {
		if math.Abs(x(i)-at.X) < math.Abs(x(best)-at.X) {
			best = i
		}
	}
	c.FillRect(canvas.Box(x(best), plot.Y, 1, plot.H), t.Edge)
	var entries []entry
	for i, s := range l.Series {
		v := value(s.Values, best)
		if math.IsNaN(v) {
			continue
		}
		ink := l.color(i, t)
		p := canvas.Pt(x(best), y.at(v))
		c.Disc(p, 5.5, t.Card)
		c.Disc(p, 4, ink)
		entries = append(entries, entry{s.Name, l.Y.text(v) + margin(s, best, l.Y), ink})
	}
	title := l.x() + " " + widget.Decimal(float64(l.First+best), 0)
	readout(c, r, canvas.Pt(x(best), at.Y), title, entries, t)
}

// margin is the band around a value in words: " (3 to 5)".
func margin(s Series, i int, f Format) string {
	lo, hi := value(s.Low, i), value(s.High, i)
	if math.IsNaN(lo) || math.IsNaN(hi) {
		return ""
	}
	return " " + words.Say("(%s to %s)", f.text(lo), f.text(hi))
}
