package screen

import (
	"fmt"
	"math"
	"strings"

	"centricity/game/canvas"
	"centricity/game/widget"
	"centricity/sim"
)

// loop is a circle of causes that drove the firm, and how strongly in each
// round.
type loop struct {
	name, kind, what string // kind: reinforcing, or balancing
	unseen           string // why it cannot be told; then there are no values
	values           []float64
	text             func(float64) string
	unit             string
}

// loops are read off the why-ledgers of the rounds played.
func loopsOf(t terms, reports []sim.Report) []loop {
	channels := len(t.brief.Channels)
	net := func(r sim.Report, causes ...sim.Cause) (gained float64) {
		for _, k := range causes {
			gained += r.Why.Joins[k].Count()
			for _, tier := range r.Why.Churn {
				gained -= tier[k].Count()
			}
		}
		return gained
	}
	list := []loop{
		{name: "Word of mouth", kind: "reinforcing", unit: "customers brought", what: "Content customers bring customers, who become content in turn."},
		{name: "Knowledge and fit", kind: "reinforcing", unit: "customers won and kept, by fit", what: "Knowing what people need helps to fit it; who stays is known better."},
		{name: "Fatigue", kind: "balancing", unit: "customers driven away", what: "The more contacts, the more they annoy: effort eats itself."},
		{name: "Saturation", kind: "balancing", unit: "customers per 1,000 of advertising", what: "Everyone won is one fewer to win: advertising meets fewer strangers."},
		{name: "The rival", kind: "balancing", unit: "customers won and kept, by price and quality", what: "The rival answers and improves: an advantage wears off."},
	}
	of := []func(r sim.Report) float64{
		func(r sim.Report) float64 { return r.Why.Sources[channels].Count() },
		func(r sim.Report) float64 { return net(r, sim.CauseFit) },
		func(r sim.Report) float64 { return -net(r, sim.CauseFatigue) },
		func(r sim.Report) float64 {
			won := 0.0
			for _, h := range r.Why.Sources[:channels] {
				won += h.Count()
			}
			return 1000 * won / r.Books.Spend[sim.Acquisition].Currency()
		},
		func(r sim.Report) float64 { return net(r, sim.CausePrice, sim.CauseQuality) },
	}
	for i := range list {
		l := &list[i]
		l.text = func(v float64) string { return widget.Decimal(v, 0) }
		if l.name == "Saturation" {
			l.text = func(v float64) string { return widget.Decimal(v, 1) }
		}
		if l.name == "Fatigue" && t.brief.Silent {
			l.unseen = "Nobody saw who left, so nobody can say whom contacts drove away."
			continue
		}
		for _, r := range reports {
			if r.Round < 1 {
				continue
			}
			v := math.NaN()
			if len(r.Why.Sources) > channels {
				v = of[i](r)
			}
			l.values = append(l.values, v)
		}
	}
	return list
}

// said is what a loop did, in a sentence.
func (l loop) said(t terms) string {
	if l.unseen != "" {
		return l.unseen
	}
	first, last := -1, -1
	for i, v := range l.values {
		if finite(v) {
			if first < 0 {
				first = i
			}
			last = i
		}
	}
	if last < 0 {
		return "It never came to work."
	}
	text := fmt.Sprintf("%s (%s): %s in %s", l.name, l.unit, l.text(l.values[first]), lower(t.Round(first+1)))
	if last > first {
		text += fmt.Sprintf(", %s in %s", l.text(l.values[last]), lower(t.Round(last+1)))
	}
	return text + "."
}

// loopsPicture draws a line for each loop: its name, a bar for each round on a
// scale of its own, the last value.
type loopsPicture struct {
	loops []loop
	terms terms
}

const loopRow = 58 // height of a line [logical pixels at a text scale of 1]

func (p loopsPicture) height(t widget.Theme) float64 { return float64(len(p.loops)) * t.Px(loopRow) }

// Draw implements widget.Figure.
func (p loopsPicture) Draw(c canvas.Canvas, r canvas.Rect, t widget.Theme, _ *canvas.Point) {
	for i, l := range p.loops {
		row := r.CutTop(t.Px(loopRow))
		if i > 0 {
			c.FillRect(canvas.Box(row.X, row.Y, row.W, 1), t.Line)
		}
		names := row.CutLeft(row.W * 0.5)
		names.CutTop(t.Px(4))
		canvas.TextIn(c, names.CutTop(t.Px(20)), l.name+" · "+l.kind, t.Strong())
		note := t.Small()
		for _, line := range canvas.Wrap(capital(l.unit), names.W-widget.Gap3, note) {
			canvas.TextIn(c, names.CutTop(note.LineHeight()), line, note)
		}
		if l.unseen != "" {
			row.CutTop(t.Px(4))
			for _, line := range canvas.Wrap(l.unseen, row.W, note) {
				canvas.TextIn(c, row.CutTop(note.LineHeight()), line, note)
			}
			continue
		}
		l.bars(c, row.InsetXY(0, t.Px(6)), t)
	}
}

// bars draws the rounds of one loop, and the first and the last value.
func (l loop) bars(c canvas.Canvas, r canvas.Rect, t widget.Theme) {
	lo, hi, last := 0.0, 0.0, math.NaN()
	for _, v := range l.values {
		if finite(v) {
			lo, hi, last = min(lo, v), max(hi, v), v
		}
	}
	style := t.Strong().Aligned(canvas.Right)
	text := "–"
	if finite(last) {
		text = l.text(last)
	}
	canvas.TextIn(c, r.CutRight(t.Px(64)), text, style)
	if !(hi > lo) {
		return
	}
	w := min(r.W/float64(len(l.values)), t.Px(22))
	zero := math.Round(r.Y + r.H*hi/(hi-lo))
	ink := t.Series[2]
	if l.kind == "balancing" {
		ink = t.Series[1]
	}
	for i, v := range l.values {
		if !finite(v) {
			continue
		}
		h := r.H * math.Abs(v) / (hi - lo)
		bar := canvas.Box(r.X+float64(i)*w, zero-h, max(w-2, 1), h)
		if v < 0 {
			bar.Y = zero
		}
		c.FillRect(bar, ink)
	}
	c.FillRect(canvas.Box(r.X, zero, w*float64(len(l.values)), 1), t.Edge)
}

// Summary implements widget.Figure.
func (p loopsPicture) Summary() string {
	var out []string
	for _, l := range p.loops {
		out = append(out, capital(l.kind)+" loop. "+l.said(p.terms))
	}
	return strings.Join(out, " ")
}

// Numbers implements widget.Figure: a line for each round, a column for each
// loop.
func (p loopsPicture) Numbers() [][]string {
	head, n := []string{capital(p.terms.round)}, 0
	for _, l := range p.loops {
		head = append(head, l.name)
		n = max(n, len(l.values))
	}
	out := [][]string{head}
	for i := range n {
		line := []string{count(i + 1)}
		for _, l := range p.loops {
			text := "–"
			if i < len(l.values) && finite(l.values[i]) {
				text = l.text(l.values[i])
			}
			line = append(line, text)
		}
		out = append(out, line)
	}
	return out
}

// drawLoops shows the loops that drove the firm, and their numbers.
func (a *App) drawLoops(r *canvas.Rect) {
	p := a.play
	picture := loopsPicture{loopsOf(p.terms, p.session.Reports()), p.terms}
	text := "A reinforcing loop feeds itself and a balancing one holds it back, often unnoticed until it bites. Bars are " + p.terms.round + "s, each line on its own scale; the number is the last one."
	table := widget.NumbersTable("loops/numbers", "The loops in numbers", picture)
	for i, l := range picture.loops {
		table.Columns[i+1].Tip = capital(l.unit) + ". " + l.what
	}
	a.pair(r,
		box{"The loops that drove the firm", a.linesHeight(text, a.half(*r)) + widget.Gap2 + picture.height(a.ui.Theme), 1, func(in canvas.Rect) {
			a.lines(&in, text)
			in.CutTop(widget.Gap2)
			a.ui.Figure(in, "loops", "The loops that drove the firm", picture)
		}},
		box{"The loops in numbers", a.ui.TableHeight(min(table.Rows, 12)), 1, func(in canvas.Rect) { a.ui.Table(in, table) }})
}
