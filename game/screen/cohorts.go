package screen

import (
	"math"

	"centricity/game/canvas"
	"centricity/game/chart"
	"centricity/game/widget"
	"centricity/game/words"
	"centricity/sim"
)

// drawCohorts shows what became of the customers won in each round.
func (a *App) drawCohorts(r *canvas.Rect, reports []sim.Report) {
	t := a.play.terms
	m := cohortMap{reports: reports, terms: t}
	round := t.word()
	title := words.Say("Who stayed, by the %s they joined", round)
	h := m.height(a.ui.Theme)
	text := words.Say("Each line follows the customers who joined together: the percentage of them still there, %[1]s by %[1]s.", round)
	in := a.card(r, h+a.linesHeight(text, r.W-2*widget.Gap4)+widget.Gap1, title)
	a.lines(&in, text)
	in.CutTop(widget.Gap1)
	a.ui.Figure(in, "cohort-map", title, m)

	cohorts := reports[len(reports)-1].Cohorts
	stack := words.Say("Revenue by the %s they joined", round)
	told := words.Say("Each layer is one group of customers. Where layers stay thick, customers stay; where the lowest carries most, old customers pay for today.")
	in = a.card(r, a.ui.Px(260)+a.linesHeight(told, r.W-2*widget.Gap4)+widget.Gap2, stack)
	a.lines(&in, told)
	in.CutTop(widget.Gap2)
	a.ui.Figure(in, "cohort-stack", stack, m.stack())

	table := widget.Table{
		ID: "cohorts", Name: words.Say("Customers by the %s they joined", round), Rows: len(cohorts),
		Columns: []widget.Column{{Title: words.Say("Joined"), Weight: 1.5}, {Title: words.Say("Still customers"), Numeric: true}, {Title: words.Say("Revenue %s", t.last()), Numeric: true}, {Title: words.Say("Revenue each"), Numeric: true}},
		Cell: func(row, col int) string {
			c := cohorts[row]
			switch col {
			case 0:
				return m.name(c.Round)
			case 1:
				return count(c.Active)
			case 2:
				return t.money(c.Revenue)
			}
			if c.Active == 0 {
				return "–"
			}
			return t.price(c.Revenue / sim.Money(c.Active))
		},
	}
	in = a.card(r, a.ui.TableHeight(table.Rows), words.Say("What they bring in"))
	a.ui.Table(in, table)
}

// stack is what each cohort brought in, one on another.
func (m cohortMap) stack() chart.Stack {
	out := chart.Stack{First: m.reports[0].Round, X: capital(words.Say(m.terms.round)), Y: func(v float64) string { return m.terms.short(sim.Money(v)) }, Ticks: m.terms.ticks}
	for c, cohort := range m.reports[len(m.reports)-1].Cohorts {
		layer := chart.Series{Name: m.name(cohort.Round)}
		for _, rep := range m.reports {
			amount := math.NaN() // before they joined
			if c < len(rep.Cohorts) {
				amount = float64(rep.Cohorts[c].Revenue)
			}
			layer.Values = append(layer.Values, amount)
		}
		out.Series = append(out.Series, layer)
	}
	return out
}
