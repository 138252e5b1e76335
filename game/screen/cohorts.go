package screen

import (
	"centricity/game/canvas"
	"centricity/game/widget"
	"centricity/sim"
)

// drawCohorts shows what became of the customers won in each round.
func (a *App) drawCohorts(r *canvas.Rect, reports []sim.Report) {
	t := a.play.terms
	m := cohortMap{reports: reports, terms: t}
	title := "Who stayed, by the " + t.round + " they joined"
	h := m.height(a.ui.Theme)
	text := "Each line follows the customers who joined together: the percentage of them still there, " + t.round + " by " + t.round + "."
	in := a.card(r, h+a.linesHeight(text, r.W-2*widget.Gap4)+widget.Gap1, title)
	a.lines(&in, text)
	in.CutTop(widget.Gap1)
	a.ui.Figure(in, "cohort-map", title, m)

	cohorts := reports[len(reports)-1].Cohorts
	table := widget.Table{
		ID: "cohorts", Name: "Customers by the " + t.round + " they joined", Rows: len(cohorts),
		Columns: []widget.Column{{Title: "Joined", Weight: 1.5}, {Title: "Still customers", Numeric: true}, {Title: "Revenue last " + t.round, Numeric: true}, {Title: "Revenue each", Numeric: true}},
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
	in = a.card(r, a.ui.TableHeight(table.Rows), "What they bring in")
	a.ui.Table(in, table)
}
