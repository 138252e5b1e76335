package screen

import (
	"slices"

	"centricity/game/canvas"
	"centricity/sim"
)

// drawCustomers shows who the customers are, after the last round.
func (a *App) drawCustomers(r canvas.Rect) {
	if a.play == nil {
		return
	}
	p := a.play
	r = a.margins(r)
	reports := p.session.Reports()
	if len(reports) == 0 {
		in := a.card(&r, a.ui.Px(40), "Customers")
		a.lines(&in, "There are no records yet: play the first "+p.terms.round+".")
		return
	}
	last := len(reports) - 1
	a.ui.Scroll(r, "customers", "Customers", func(r *canvas.Rect) {
		in := a.card(r, a.figureHeight(), "")
		ids := []string{"customers", "retention", "clv", "equity", "nps", "knowledge"}
		if !p.terms.brief.Levers[sim.Insight] {
			ids = ids[:5]
		}
		if p.researched(reports[last]) { // the study below tells these better
			ids = slices.DeleteFunc(ids, func(id string) bool { return id == "clv" || id == "equity" })
		}
		if in.W < a.ui.Px(1000) && len(ids) > 4 {
			ids = ids[:4]
		}
		a.figures(in, p.terms, reports, last, ids, len(ids))
		a.drawStages(r, reports[last])
		a.drawResearch(r, reports[last])
		a.pair(r, a.tiersBox(reports[last]), a.concentrationBox(reports[last]))
		w := a.half(*r)
		a.pair(r, a.decilesBox(reports[last], w), a.sourcesBox(reports[last], w))
		a.drawCohorts(r, reports)
	})
}
