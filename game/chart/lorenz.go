package chart

import (
	"math"
	"slices"
	"strings"

	"centricity/game/canvas"
	"centricity/game/widget"
	"centricity/game/words"
)

// Curve is how unevenly an amount is spread over people.
type Curve struct {
	Name  string
	Color canvas.Color // none: the theme's colour for its place
	// Gini is 0 when all have the same and near 1 when one has everything; NaN
	// when the total is not positive.
	Gini  float64
	n     int
	share []float64 // of the total, held by the lowest i/(len−1) of people
}

// curvePoints is the number of steps a curve is kept in: one a percent.
const curvePoints = 100

// NewCurve orders the values and adds them up. Values that are not numbers are
// left out. Make it once, not every frame.
func NewCurve(name string, values []float64) Curve {
	v := slices.DeleteFunc(slices.Clone(values), func(x float64) bool { return !finite(x) })
	slices.Sort(v)
	c := Curve{Name: name, Gini: math.NaN(), n: len(v)}
	n := float64(len(v))
	largest := 0.0
	for _, x := range v {
		largest = max(largest, math.Abs(x))
	}
	if largest == 0 {
		return c
	}
	// G = Σ (2i − n − 1) xᵢ / (n Σ xᵢ), i = 1..n in ascending order. Scaling by
	// the largest keeps the sums finite.
	cum := make([]float64, len(v)+1)
	var weighted float64
	for i, x := range v {
		x /= largest
		cum[i+1] = cum[i] + x
		weighted += (2*float64(i+1) - n - 1) * x
	}
	total := cum[len(v)]
	if !(total > n*1e-12) {
		return c
	}
	c.Gini = weighted / (n * total)
	for i := range curvePoints + 1 {
		at := float64(i) / curvePoints * n
		k := min(int(at), len(v)-1)
		c.share = append(c.share, (cum[k]+(cum[k+1]-cum[k])*(at-float64(k)))/total)
	}
	return c
}

// Top is the share of the total held by the best p of people, p from 0 to 1.
func (c Curve) Top(p float64) float64 {
	if c.share == nil {
		return math.NaN()
	}
	at := (1 - min(max(p, 0), 1)) * curvePoints
	k := min(int(at), curvePoints-1)
	return 1 - (c.share[k] + (c.share[k+1]-c.share[k])*(at-float64(k)))
}

// Lorenz is the concentration chart: the share of the total held by the lowest
// x of people, against the diagonal of equality.
type Lorenz struct {
	Curves []Curve
	Who    string // "customers"
	What   string // "profit"
}

func (l Lorenz) who() string  { return or(l.Who, words.Say("customers")) }
func (l Lorenz) what() string { return or(l.What, words.Say("value")) }

func or(s, otherwise string) string {
	if s == "" {
		return otherwise
	}
	return s
}

func (l Lorenz) drawn() []Curve {
	return slices.DeleteFunc(slices.Clone(l.Curves), func(c Curve) bool { return c.share == nil })
}

func (l Lorenz) color(i int, t widget.Theme) canvas.Color {
	if c := l.drawn()[i].Color; c.A != 0 {
		return c
	}
	return t.Series[i%len(t.Series)]
}

func whole(v float64) string { return widget.Decimal(v*100, 0) + " %" }

// Draw draws the chart into r, square as far as possible, with the Gini index
// of each curve beside it.
func (l Lorenz) Draw(c canvas.Canvas, r canvas.Rect, t widget.Theme, at *canvas.Point) {
	curves := l.drawn()
	if len(curves) == 0 {
		empty(c, r, t)
		return
	}
	small := t.Small()
	lo := 0.0
	for _, k := range curves {
		lo = min(lo, slices.Min(k.share))
	}
	plot := r
	plot.CutTop(small.CapHeight()/2 + 2)
	foot := plot.CutBottom(small.LineHeight()*2 + 10)
	y := newAxis(max(lo, -4), 1, 4)
	y.write(whole, nil)
	plot.CutLeft(labelRoom(y, t))
	// Half of the last label reaches over the edge.
	over := canvas.Measure(whole(1), small) / 2
	plot.W = max(min(plot.W-over, plot.H*1.4), 1)
	y.on(plot.Bottom(), plot.Y)
	gridLines(c, plot, y, t)
	x := func(share float64) float64 { return plot.X + plot.W*share }
	every := 1
	if plot.W/4 < over*2+8 {
		every = 2
	}
	for i := 0; i <= 4; i += every {
		s := small.Aligned(canvas.Center)
		c.Text(canvas.Pt(x(float64(i)/4), foot.Y+8+s.Ascent()), whole(float64(i)/4), s)
	}
	canvas.TextIn(c, canvas.Box(plot.X, foot.Bottom()-small.LineHeight(), plot.W, small.LineHeight()),
		words.Say("Share of %s, lowest first", l.who()), small.Aligned(canvas.Center))
	diagonal := []canvas.Point{{X: x(0), Y: y.at(0)}, {X: x(1), Y: y.at(1)}}
	for i, k := range curves {
		pts := make([]canvas.Point, 0, len(k.share)+1)
		for j, s := range k.share {
			pts = append(pts, canvas.Pt(x(float64(j)/curvePoints), y.at(s)))
		}
		if i == 0 {
			c.Polygon(pts, canvas.Fade(l.color(i, t), 0.14))
		}
		c.Polyline(pts, 2.25, l.color(i, t))
	}
	dashes(c, diagonal, 1.25, t.Edge)
	l.drawGini(c, plot, curves, t)
	if at != nil && plot.Contains(*at) {
		l.read(c, r, plot, *at, curves, y, t)
	}
}

// drawGini writes the index of each curve into the empty half above the
// diagonal.
func (l Lorenz) drawGini(c canvas.Canvas, plot canvas.Rect, curves []Curve, t widget.Theme) {
	head, note := t.Strong(), t.Small()
	at := canvas.Box(plot.X+10, plot.Y+8, plot.W*0.6, plot.H*0.6)
	for i, k := range curves {
		if at.H < head.LineHeight()+note.LineHeight() {
			return
		}
		head.Color = widget.Legible(l.color(i, t), t.Card, 4.5)
		for _, line := range [...]struct {
			text  string
			style canvas.Style
		}{
			{words.Say("%s  Gini %s", k.Name, widget.Decimal(k.Gini, 2)), head},
			{words.Say("best %s hold %s", whole(0.2), whole(k.Top(0.2))), note},
		} {
			row := at.CutTop(line.style.LineHeight())
			// A line of text may reach as far as the diagonal.
			row.W = max(min(row.W, plot.W*(plot.Bottom()-row.Bottom())/max(plot.H, 1)-18), 0)
			text := canvas.Shorten(line.text, row.W, line.style)
			c.FillRect(canvas.Box(row.X-2, row.Y, canvas.Measure(text, line.style)+4, row.H), t.Card)
			canvas.TextIn(c, row, text, line.style)
		}
		at.CutTop(6)
	}
}

func (l Lorenz) read(c canvas.Canvas, r, plot canvas.Rect, at canvas.Point, curves []Curve, y axis, t widget.Theme) {
	j := int((at.X-plot.X)/plot.W*curvePoints + 0.5)
	j = min(max(j, 0), curvePoints)
	px := plot.X + plot.W*float64(j)/curvePoints
	c.FillRect(canvas.Box(px, plot.Y, 1, plot.H), t.Edge)
	var entries []entry
	for i, k := range curves {
		p := canvas.Pt(px, y.at(k.share[j]))
		c.Disc(p, 5.5, t.Card)
		c.Disc(p, 4, l.color(i, t))
		entries = append(entries, entry{k.Name, whole(1 - k.share[j]), l.color(i, t)})
	}
	title := words.Say("The best %s hold", whole(float64(curvePoints-j)/curvePoints))
	readout(c, r, canvas.Pt(px, at.Y), title, entries, t)
}

// Summary says the Gini index and the share of the best fifth.
func (l Lorenz) Summary() string {
	curves := l.drawn()
	if len(curves) == 0 {
		return noData() + "."
	}
	var b strings.Builder
	b.WriteString(words.Say("Concentration of %s over %s.", l.what(), l.who()))
	for _, k := range curves {
		b.WriteString(" " + words.Say("%s: Gini %s, the best %s hold %s.", k.Name, widget.Decimal(k.Gini, 2), whole(0.2), whole(k.Top(0.2))))
	}
	return b.String()
}

// Numbers is the share held by the best 1, 5, 10, 20, 50 and 80 percent.
func (l Lorenz) Numbers() [][]string {
	curves := l.drawn()
	head := []string{words.Say("Best of %s", l.who())}
	gini := []string{words.Say("Gini")}
	for _, k := range curves {
		head = append(head, k.Name)
		gini = append(gini, widget.Decimal(k.Gini, 2))
	}
	out := [][]string{head}
	if len(curves) == 0 {
		return out
	}
	for _, p := range [...]float64{0.01, 0.05, 0.1, 0.2, 0.5, 0.8} {
		row := []string{whole(p)}
		for _, k := range curves {
			row = append(row, widget.Percent(k.Top(p)))
		}
		out = append(out, row)
	}
	return append(out, gini)
}
