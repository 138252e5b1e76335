package screen

import (
	"centricity/game/canvas"
	"centricity/game/widget"
	"centricity/game/words"
	"centricity/sim"
)

// cohortMap is a picture of cohorts: a row for each, a column for each round,
// the share of a cohort's first count that is still there as colour and number.
type cohortMap struct {
	reports []sim.Report
	terms   terms
}

// viridis runs from few to all, after Smith and van der Walt (2015); it stays
// in order for the colour blind and in grey.
var viridis = []uint32{0x46327E, 0x365C8D, 0x277F8E, 0x1FA187, 0x4AC16D, 0xA0DA39, 0xFDE725}

func shade(share float64) canvas.Color {
	at := min(max(share, 0), 1) * float64(len(viridis)-1)
	i := min(int(at), len(viridis)-2)
	return canvas.Mix(canvas.Hex(viridis[i]), canvas.Hex(viridis[i+1]), at-float64(i))
}

// on is black or white, whichever is read better on a ground.
func on(ground canvas.Color) canvas.Color {
	black, white := canvas.Hex(0x0B1420), canvas.Hex(0xFFFFFF)
	if widget.Contrast(black, ground) >= widget.Contrast(white, ground) {
		return black
	}
	return white
}

func (m cohortMap) name(round int) string {
	if round < m.reports[0].Round {
		return words.Say("From the start")
	}
	return m.terms.Round(round)
}

// share is how much of cohort c is left after report i; ok is false before it
// joined or where nobody did.
func (m cohortMap) share(c, i int) (share float64, ok bool) {
	first := m.reports[0].Cohorts[0].Round // the customers of the start
	joined := max(first+c-m.reports[0].Round, 0)
	if i < joined || c >= len(m.reports[i].Cohorts) {
		return 0, false
	}
	began := m.reports[joined].Cohorts[c].Active
	if c == 0 {
		began = m.reports[0].Base.Opening
	}
	if began == 0 {
		return 0, false
	}
	return float64(m.reports[i].Cohorts[c].Active) / float64(began), true
}

func (m cohortMap) rows() int { return len(m.reports[len(m.reports)-1].Cohorts) }

func (m cohortMap) height(t widget.Theme) float64 { return float64(m.rows()+1) * t.Px(26) }

// Draw implements widget.Figure.
func (m cohortMap) Draw(c canvas.Canvas, r canvas.Rect, t widget.Theme, at *canvas.Point) {
	names := 0.0
	for _, cohort := range m.reports[len(m.reports)-1].Cohorts {
		names = max(names, canvas.Measure(m.name(cohort.Round), t.Small())+widget.Gap3)
	}
	names = min(names, r.W/3)
	h := min(r.H/float64(m.rows()+1), t.Px(26))
	w := (r.W - names) / float64(len(m.reports))
	style := t.Small().Aligned(canvas.Center)
	for i, rep := range m.reports {
		canvas.TextIn(c, canvas.Box(r.X+names+float64(i)*w, r.Y, w, h), count(rep.Round), style)
	}
	for row := range m.rows() {
		y := r.Y + float64(row+1)*h
		canvas.TextIn(c, canvas.Box(r.X, y, names-widget.Gap2, h), m.name(m.reports[len(m.reports)-1].Cohorts[row].Round), t.Small())
		for i := range m.reports {
			share, ok := m.share(row, i)
			if !ok {
				continue
			}
			cell := canvas.Box(r.X+names+float64(i)*w, y, w-1, h-1)
			ground := shade(share)
			c.FillRect(cell, ground)
			canvas.TextIn(c, cell, widget.Decimal(share*100, 0), style.With(on(ground)))
		}
	}
}

// Summary implements widget.Figure.
func (m cohortMap) Summary() string {
	last := len(m.reports) - 1
	share, _ := m.share(0, last)
	return words.Say("%s groups by the %s they joined, in percent still there. Of the customers from the start %s are left.",
		count(m.rows()), m.terms.word(), widget.Percent(share))
}

// Numbers implements widget.Figure.
func (m cohortMap) Numbers() [][]string {
	head := []string{words.Say("Joined")}
	for _, rep := range m.reports {
		head = append(head, count(rep.Round))
	}
	out := [][]string{head}
	for row := range m.rows() {
		line := []string{m.name(m.reports[len(m.reports)-1].Cohorts[row].Round)}
		for i := range m.reports {
			text := ""
			if share, ok := m.share(row, i); ok {
				text = widget.Percent(share)
			}
			line = append(line, text)
		}
		out = append(out, line)
	}
	return out
}
