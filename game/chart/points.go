package chart

import (
	"math"

	"centricity/game/canvas"
	"centricity/game/widget"
)

// Mark is the form of a dot, so that its colour is never the only sign of what
// it stands for.
type Mark uint8

// The marks.
const (
	Round Mark = iota
	Square
	Plus
	Dash
)

// Kind is what a group of dots stands for.
type Kind struct {
	Name  string // none: the legend leaves it out
	Note  string // beside the name in the legend, such as how many there are
	Mark  Mark
	Color canvas.Color
	Gone  bool // no dot of it is drawn; the legend still names it
}

// Dot is one of many: its place as shares of the two rulers, from the lower
// left, and its radius [logical pixels at a text scale of 1].
type Dot struct {
	X, Y, R float32
	Kind    uint8
}

// Points is a picture of many dots, tens of thousands if need be. Make it once
// for what it shows: drawing it again allocates next to nothing.
type Points struct {
	Kinds []Kind
	Dots  []Dot   // the last is drawn on top
	From  []Dot   // where each was before it moved; none: nothing moves
	Moved float64 // how far on its way, 0 to 1
	X, Y  Ruler
	Empty string // what is said where there is no dot

	Said  string     // the summary
	Table [][]string // the numbers, with their head
	// Tell names the thing behind a dot and says what is known of it: pairs of
	// a name and a value.
	Tell   func(i int) (title string, lines [][2]string)
	Picked int // the dot looked at, from 1; 0 is none
}

// Summary implements widget.Figure.
func (p *Points) Summary() string { return p.Said }

// Numbers implements widget.Figure.
func (p *Points) Numbers() [][]string { return p.Table }

// plot is where the dots are, within r.
func (p *Points) plot(r canvas.Rect, t widget.Theme) canvas.Rect {
	small := t.Small()
	r.CutTop(p.legendHeight(r.W, t) + small.LineHeight() + 4)
	r.CutBottom(2*small.LineHeight() + 6)
	var w float64
	for _, k := range p.Y.Ticks {
		w = max(w, canvas.Measure(k.Text, small))
	}
	r.CutLeft(min(w+10, r.W/3))
	r.CutRight(t.Px(8))
	return r
}

// Draw implements widget.Figure; at is the pointer, which reads the nearest dot.
func (p *Points) Draw(c canvas.Canvas, r canvas.Rect, t widget.Theme, at *canvas.Point) {
	if len(p.Dots) == 0 {
		c.StrokeRound(r, 6, 1, t.Line)
		canvas.TextIn(c, r.InsetXY(8, 0), or(p.Empty, noData()), t.Body().With(t.Muted).Aligned(canvas.Center))
		return
	}
	p.drawLegend(c, r, t)
	plot := p.plot(r, t)
	p.drawRulers(c, r, plot, t)
	c.PushClip(plot.Inset(-t.Px(8))) // a dot's radius
	for i := range p.Dots {
		d := p.dot(i)
		if k := &p.Kinds[d.Kind]; !k.Gone {
			mark(c, k.Mark, canvas.Pt(plot.X+plot.W*float64(d.X), plot.Bottom()-plot.H*float64(d.Y)), t.Px(float64(d.R)), k.Color)
		}
	}
	c.PopClip()
	if i := p.Picked - 1; i >= 0 && i < len(p.Dots) {
		p.circle(c, plot, i, t)
	}
	if at == nil {
		return
	}
	if i, ok := p.Nearest(r, t, *at); ok && p.Tell != nil {
		p.circle(c, plot, i, t)
		p.read(c, r, plot, i, t)
	}
}

// dot is dot i on its way. It starts and ends slowly: s = m² (3 − 2m).
func (p *Points) dot(i int) Dot {
	d := p.Dots[i]
	if p.Moved >= 1 || len(p.From) != len(p.Dots) {
		return d
	}
	m := max(p.Moved, 0)
	s, f := float32(m*m*(3-2*m)), p.From[i]
	return Dot{f.X + s*(d.X-f.X), f.Y + s*(d.Y-f.Y), f.R + s*(d.R-f.R), d.Kind}
}

func (p *Points) place(plot canvas.Rect, i int) canvas.Point {
	d := p.dot(i)
	return canvas.Pt(plot.X+plot.W*float64(d.X), plot.Bottom()-plot.H*float64(d.Y))
}

// mark draws one dot. Squares, pluses and dashes are rectangles, which are
// cheaper still than discs.
func mark(c canvas.Canvas, m Mark, at canvas.Point, r float64, ink canvas.Color) {
	switch m {
	case Square:
		c.FillRect(canvas.Box(at.X-r*0.85, at.Y-r*0.85, 1.7*r, 1.7*r), ink)
	case Plus: // of three parts, none on another: the ink may be see-through
		w := max(r*0.7, 1)
		c.FillRect(canvas.Box(at.X-w/2, at.Y-r*1.2, w, 2.4*r), ink)
		c.FillRect(canvas.Box(at.X-r*1.2, at.Y-w/2, r*1.2-w/2, w), ink)
		c.FillRect(canvas.Box(at.X+w/2, at.Y-w/2, r*1.2-w/2, w), ink)
	case Dash:
		c.FillRect(canvas.Box(at.X-r, at.Y-0.5, 2*r, 1), ink)
	default:
		c.Disc(at, r, ink)
	}
}

// circle shows which dot is meant.
func (p *Points) circle(c canvas.Canvas, plot canvas.Rect, i int, t widget.Theme) {
	at, r := p.place(plot, i), t.Px(float64(p.dot(i).R))+4
	box := canvas.Box(at.X-r, at.Y-r, 2*r, 2*r)
	c.StrokeRound(box.Inset(-1.5), r+1.5, 4, t.Card)
	c.StrokeRound(box, r, 2, t.Text)
}

func (p *Points) read(c canvas.Canvas, r, plot canvas.Rect, i int, t widget.Theme) {
	title, lines := p.Tell(i)
	entries := make([]entry, 0, len(lines))
	for _, l := range lines {
		entries = append(entries, entry{l[0], l[1], canvas.Color{}})
	}
	readout(c, r, p.place(plot, i), title, entries, t)
}

// reach is how far from a dot the pointer may be to read it [logical pixels].
const reach = 14

// Nearest is the dot nearest to a place, if one is near.
func (p *Points) Nearest(r canvas.Rect, t widget.Theme, at canvas.Point) (i int, ok bool) {
	plot := p.plot(r, t)
	best := float64(reach * reach)
	for k := range p.Dots {
		if p.Kinds[p.Dots[k].Kind].Gone {
			continue
		}
		q := p.place(plot, k)
		if d := (q.X-at.X)*(q.X-at.X) + (q.Y-at.Y)*(q.Y-at.Y); d <= best {
			best, i, ok = d, k, true // the last is on top
		}
	}
	return i, ok
}

// Step is the dot to go to from dot i by a key: the nearest one within 45° of
// an arrow's direction, or the outermost one to the left, right, top or bottom.
func (p *Points) Step(i int, k widget.Key) int {
	if len(p.Dots) == 0 {
		return -1
	}
	dx, dy := 0.0, 0.0
	switch k {
	case widget.KeyLeft, widget.KeyHome:
		dx = -1
	case widget.KeyRight, widget.KeyEnd:
		dx = 1
	case widget.KeyUp, widget.KeyPageUp:
		dy = 1
	case widget.KeyDown, widget.KeyPageDown:
		dy = -1
	}
	far := k == widget.KeyHome || k == widget.KeyEnd || k == widget.KeyPageUp || k == widget.KeyPageDown || i < 0 || i >= len(p.Dots)
	best, to := math.Inf(1), i
	for n, d := range p.Dots {
		if p.Kinds[d.Kind].Gone || n == i {
			continue
		}
		if far {
			if cost := -dx*float64(d.X) - dy*float64(d.Y); cost < best {
				best, to = cost, n
			}
			continue
		}
		x, y := float64(d.X-p.Dots[i].X), float64(d.Y-p.Dots[i].Y)
		on, off := x*dx+y*dy, math.Abs(x*dy)+math.Abs(y*dx)
		if on > 0 && off <= on && on*on+off*off < best {
			best, to = on*on+off*off, n
		}
	}
	return to
}
