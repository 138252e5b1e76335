package screen

import (
	"math"
	"slices"
	"strings"

	"centricity/game/canvas"
	"centricity/game/widget"
	"centricity/game/words"
)

// whyPicture draws accounts as signed bars, each on its own scale: what was to
// be expected, what changed it to the right or the left, luck, what came of it.
type whyPicture struct{ accounts []account }

// row is one line of the picture.
type row struct {
	part
	kind rowKind
}

type rowKind uint8

const (
	startRow rowKind = iota
	causeRow
	luckRow
	totalRow
)

func (a account) rows() (out []row) {
	for _, l := range a.start {
		out = append(out, row{l, startRow})
	}
	for _, l := range a.causes {
		out = append(out, row{l, causeRow})
	}
	return append(out, row{part{words.Say("Luck"), "", a.luck}, luckRow}, row{part{words.Say("Came of it"), "", a.total}, totalRow})
}

// barred tells whether a row has a bar. What would have happened anyway dwarfs
// what changed it, so it is a number only, as is the sum.
func (a account) barred(r row) bool {
	return r.kind == causeRow || r.kind == luckRow || r.kind == startRow && len(a.start) > 1
}

// panels is how many accounts stand side by side.
func (p whyPicture) panels(w float64, t widget.Theme) int {
	if w >= float64(len(p.accounts))*t.Px(270) {
		return len(p.accounts)
	}
	return 1
}

const whyRow = 24 // height of a row [logical pixels at a text scale of 1]

func (a account) height(t widget.Theme) float64 { return t.Px(whyRow) * float64(len(a.rows())+1) }

// height is what the picture takes in a width.
func (p whyPicture) height(w float64, t widget.Theme) (h float64) {
	for _, a := range p.accounts {
		if p.panels(w, t) == 1 {
			h += a.height(t) + widget.Gap3
		} else {
			h = max(h, a.height(t))
		}
	}
	return h
}

// Draw implements widget.Figure.
func (p whyPicture) Draw(c canvas.Canvas, r canvas.Rect, t widget.Theme, _ *canvas.Point) {
	if n := p.panels(r.W, t); n > 1 {
		for i, box := range r.Columns(n, widget.Gap6) {
			p.accounts[i].draw(c, box, t)
		}
		return
	}
	for _, a := range p.accounts {
		a.draw(c, r.CutTop(a.height(t)), t)
		r.CutTop(widget.Gap3)
	}
}

func (a account) draw(c canvas.Canvas, r canvas.Rect, t widget.Theme) {
	rows := a.rows()
	canvas.TextIn(c, r.CutTop(t.Px(whyRow)), a.title, t.Strong())
	lo, hi, wide := 0.0, 0.0, 0.0
	for _, x := range rows {
		if a.barred(x) {
			lo, hi = min(lo, x.amount), max(hi, x.amount)
		}
		wide = max(wide, canvas.Measure(a.signed(x), t.Strong()))
	}
	names := 0.0
	for _, x := range rows {
		if a.barred(x) {
			names = max(names, canvas.Measure(x.name, t.Small())+1)
		}
	}
	names = min(max(names, t.Px(120)), r.W*0.5)
	plot := canvas.Box(r.X+names+widget.Gap2, r.Y, max(r.W-names-wide-2*widget.Gap2, 1), r.H)
	zero := plot.X
	if hi > lo {
		zero += plot.W * -lo / (hi - lo)
	}
	zero = math.Round(zero)
	for _, x := range rows {
		line := r.CutTop(t.Px(whyRow))
		style := t.Small().With(t.Text)
		if !a.barred(x) {
			c.FillRect(canvas.Box(line.X, line.Y, line.W, 1), t.Line)
			style.Bold = true
		}
		canvas.TextIn(c, canvas.Box(line.Right()-wide, line.Y, wide, line.H), a.signed(x), style.Aligned(canvas.Right))
		name := line
		name.W = names
		if !a.barred(x) {
			name.W = line.W - wide - widget.Gap2
		}
		canvas.TextIn(c, name, x.name, style)
		if !a.barred(x) || hi <= lo {
			continue
		}
		w := plot.W * math.Abs(x.amount) / (hi - lo)
		bar := canvas.Box(zero, line.Y+t.Px(5), w, line.H-t.Px(10))
		if x.amount < 0 {
			bar.X -= w
		}
		c.FillRound(bar, min(3, w/2), a.ink(x, t))
		c.FillRect(canvas.Box(zero, line.Y, 1, line.H), t.Edge)
	}
}

// ink says with a colour what the sign says too: good, bad, neither.
func (a account) ink(x row, t widget.Theme) canvas.Color {
	switch {
	case x.kind == luckRow:
		return t.Series[6]
	case x.kind == startRow:
		return t.Accent
	case x.amount*a.good > 0:
		return t.Good
	}
	return t.Bad
}

// signed writes an amount, those that change something with their sign.
func (a account) signed(x row) string {
	text := a.text(x.amount)
	if x.kind == causeRow || x.kind == luckRow {
		return widget.Signed(text)
	}
	return text
}

// Summary implements widget.Figure.
func (p whyPicture) Summary() string {
	var out []string
	for _, a := range p.accounts {
		var parts []string
		for _, x := range a.rows() {
			parts = append(parts, lower(x.name)+" "+a.signed(x))
		}
		out = append(out, a.title+": "+strings.Join(parts, ", ")+".")
	}
	return strings.Join(out, " ")
}

// Numbers implements widget.Figure: a row for each line that any account has.
func (p whyPicture) Numbers() [][]string {
	head := []string{""}
	var names []string
	for kind := startRow; kind <= totalRow; kind++ {
		for _, a := range p.accounts {
			for _, x := range a.rows() {
				if x.kind == kind && !slices.Contains(names, x.name) {
					names = append(names, x.name)
				}
			}
		}
	}
	for _, a := range p.accounts {
		head = append(head, a.head)
	}
	out := [][]string{head}
	for _, name := range names {
		line := []string{name}
		for _, a := range p.accounts {
			cell := ""
			for _, x := range a.rows() {
				if x.name == name {
					cell = a.signed(x)
				}
			}
			line = append(line, cell)
		}
		out = append(out, line)
	}
	return out
}
