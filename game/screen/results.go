package screen

import (
	"centricity/game/canvas"
	"centricity/game/widget"
	"centricity/game/words"
	"centricity/sim"
)

// drawResults shows what came of a round, any of them.
func (a *App) drawResults(r canvas.Rect) {
	if a.play == nil {
		return
	}
	p := a.play
	r = a.margins(r)
	reports := p.session.Reports()
	if len(reports) == 0 {
		in := a.card(&r, a.ui.Px(40), words.Say("Results"))
		a.lines(&in, words.Say("Nothing has been played yet: decide first."))
		return
	}
	p.shown = min(max(p.shown, 0), len(reports)-1)
	a.drawWhich(&r, reports)
	a.ui.Scroll(r, "results", words.Say("Results"), func(r *canvas.Rect) {
		a.drawHeadline(r, reports)
		rep := reports[p.shown]
		a.drawWhy(r, words.Say("Why it went like this"), rep, nil)
		events := a.happened(reports, p.shown)
		if _, text := p.foreseen(rep.Round); text != "" {
			events = append(events, text)
		}
		w := r.W - 2*widget.Gap4
		if a.wide(*r, 2) {
			w = (r.W-widget.Gap4)*2/5 - 2*widget.Gap4
		}
		a.pair(r,
			box{"", a.ui.Px(290), 1.5, func(in canvas.Rect) {
				a.drawTrend(in, "results-trend", p.terms, reports[:p.shown+1], &p.trend)
			}},
			box{words.Say("What happened"), a.pointsHeight(events, w), 1, func(in canvas.Rect) { a.points(&in, events) }})
		a.drawAsked(r, reports)
		books, base := a.booksTable(reports, p.shown), a.baseTable(reports, p.shown)
		a.pair(r,
			box{words.Say("Money"), a.ui.TableHeight(books.Rows), 1, func(in canvas.Rect) { a.ui.Table(in, books) }},
			box{words.Say("Customers"), a.ui.TableHeight(base.Rows), 1, func(in canvas.Rect) { a.ui.Table(in, base) }})
		a.pair(r, a.tiersBox(rep), a.concentrationBox(rep))
	})
}

// drawWhich draws which round is shown, ways to the others, and the way on.
func (a *App) drawWhich(r *canvas.Rect, reports []sim.Report) {
	u, p := &a.ui, a.play
	row := r.CutTop(u.Px(36))
	r.CutTop(widget.Gap3)
	next := widget.Button{ID: "next", Tip: words.Say("Ctrl+Enter goes on, too."), Kind: widget.Primary, Icon: widget.IconRight,
		Label: words.Say("Decide %s", p.terms.in(p.session.Round()))}
	if p.session.Over() {
		next.Label = words.Say("See your score")
	}
	if u.Button(row.CutRight(u.ButtonWidth(next)), next) {
		a.onward()
	}
	row.CutRight(widget.Gap2)
	a.drawUndo(&row)
	if see := (widget.Button{ID: "see", Label: words.Say("See your customers"), Tip: words.Say("Everyone on file as a dot, and where they moved.")}); row.W > u.ButtonWidth(see)+u.Px(400) {
		if u.Button(row.CutRight(u.ButtonWidth(see)), see) {
			p.view = viewOf("field")
			a.turn(pageCustomers, "field/pick")
		}
	}
	row.CutRight(widget.Gap2)
	d := widget.Dropdown{ID: "round", Label: words.Say("Round shown"), HideLabel: true}
	for _, rep := range reports {
		d.Options = append(d.Options, p.terms.Round(rep.Round))
	}
	of := words.Say("Results of")
	u.Heading(row.CutLeft(min(canvas.Measure(of, u.Theme.Title())+widget.Gap2, row.W)), 1, of)
	p.shown, _ = u.Dropdown(row.CutLeft(min(row.W, u.Px(230))), d, p.shown)
}

// onward goes from the results to the next decision, or to the score.
func (a *App) onward() {
	if a.play.session.Over() {
		next := "to-debrief"
		switch {
		case a.play.real != nil:
			next = "real"
		case a.play.session.Practice():
			next = "again-other"
		}
		a.turn(pageEnd, next)
		return
	}
	a.turn(pageDecide, a.play.firstControl())
}

// drawHeadline draws the figure that matters most, large, with others beside it.
func (a *App) drawHeadline(r *canvas.Rect, reports []sim.Report) {
	u, p := &a.ui, a.play
	ids := []string{"profit", "customers", "retention", "cac", "nps", "cash"}
	h, columns := u.Px(18+44+18), len(ids)
	if r.W < u.Px(1080) {
		columns = 3
		h = 2*a.figureHeight() + widget.Gap3
	}
	in := a.card(r, h, "")
	big := in.CutLeft(min(in.W*0.4, u.Px(270)))
	big.H = u.Px(18 + 44 + 18)
	a.figure(big, p.terms, reports, p.shown, "value", true)
	in.CutLeft(widget.Gap3)
	if columns == len(ids) {
		in = canvas.Box(in.X, in.Y+u.Px(12), in.W, a.figureHeight())
	}
	a.figures(in, p.terms, reports, p.shown, ids, columns)
}
