package screen

import (
	"slices"

	"centricity/game/canvas"
	"centricity/game/widget"
	"centricity/game/words"
	"centricity/sim"
)

// view is one way to look at the customers.
type view struct {
	name, label string
	draw        func(a *App, r *canvas.Rect, room canvas.Rect)
}

// views are all of them, in order. The names are those of [App.Show], after
// "customers/".
var views []view

func init() { // one view leads to another
	views = []view{
		{"overview", words.Mark("Overview"), (*App).drawOverview},
		{"field", words.Mark("Everyone"), (*App).drawField},
		{"list", words.Mark("List"), (*App).drawList},
		{"rfm", words.Mark("RFM"), (*App).drawRFM},
		{"experience", words.Mark("Experience"), (*App).drawExperience},
		{"winning", words.Mark("Winning"), (*App).drawWinning},
		{"cohorts", words.Mark("Cohorts"), (*App).drawCohortsView},
		{"personas", words.Mark("Personas"), (*App).drawPersonas},
		{"research", words.Mark("Research"), (*App).drawShop},
	}
}

// views are those that this game has: nothing can be researched where insight
// cannot be bought.
func (p *play) views() []view {
	if !p.terms.brief.Levers[sim.Insight] {
		return views[:len(views)-1]
	}
	return views
}

// viewOf is the place of a view, or −1.
func viewOf(name string) int {
	return slices.IndexFunc(views, func(v view) bool { return v.name == name })
}

// explore is what the views of the customers remember.
type explore struct {
	view     int
	picked   int // number of the customer looked at, from 1; 0 is none
	field    fieldLook
	listed   int // which part of the list
	pictures pictures
}

// pictures are charts made once for a round and a choice of what they show.
type pictures struct {
	field *field
	rfm   *rfmMap
	cx    *experience
	list  *register
	cast  []persona
}

// drawCustomers shows who the customers are, after the last round.
func (a *App) drawCustomers(r canvas.Rect) {
	if a.play == nil {
		return
	}
	p := a.play
	r = a.margins(r)
	if len(p.session.Reports()) == 0 {
		a.drawUnknown(r)
		return
	}
	f := p.onFile()
	a.drawViews(&r)
	if name := views[p.view].name; name == "list" || name == "field" {
		p.consult(f)
	}
	a.ui.Scroll(r, "customers", words.Say("Customers"), func(room *canvas.Rect) { views[p.view].draw(a, room, r) })
}

// drawUnknown shows a firm that nobody bought from yet; it can order research.
func (a *App) drawUnknown(r canvas.Rect) {
	a.ui.Scroll(r, "customers", words.Say("Customers"), func(room *canvas.Rect) {
		in := a.card(room, a.ui.Px(40), words.Say("Customers"))
		a.lines(&in, words.Say("There are no records yet: play the first %s.", a.play.terms.word()))
		if a.play.terms.brief.Levers[sim.Insight] {
			a.drawShop(room, r)
		}
	})
}

// drawViews draws the ways to look at the customers: tabs, or a list where there
// is no room for them.
func (a *App) drawViews(r *canvas.Rect) {
	u, p := &a.ui, a.play
	var labels []string
	need := 0.0
	for _, v := range p.views() {
		label := words.Say(v.label)
		labels = append(labels, label)
		need += canvas.Measure(label, u.Theme.Strong()) + 2*widget.Gap3 + widget.Gap1
	}
	row := r.CutTop(u.Px(34))
	r.CutTop(widget.Gap3)
	var changed bool
	if need <= row.W {
		p.view, changed = u.Tabs(row, widget.Tabs{ID: "views", Name: words.Say("Ways to look at customers"), Labels: labels}, p.view)
	} else {
		p.view, changed = u.Dropdown(row.CutLeft(min(row.W, u.Px(280))), widget.Dropdown{ID: "views", Label: words.Say("Ways to look at customers"), HideLabel: true, Options: labels}, p.view)
	}
	if changed {
		u.ScrollTop("customers")
	}
}

// drawOverview shows the figures of all customers together.
func (a *App) drawOverview(r *canvas.Rect, _ canvas.Rect) {
	p := a.play
	reports := p.session.Reports()
	last := len(reports) - 1
	in := a.card(r, a.figureHeight(), "")
	ids := []string{"customers", "retention", "clv", "equity", "nps", "knowledge"}
	if !p.terms.brief.Levers[sim.Insight] {
		ids = ids[:5]
	}
	if in.W < a.ui.Px(1000) {
		ids = ids[:4]
	}
	a.figures(in, p.terms, reports, last, ids, len(ids))
	a.drawStages(r, reports[last])
	a.drawStillThere(r, reports[last])
	a.pair(r, a.tiersBox(reports[last]), a.concentrationBox(reports[last]))
	w := a.half(*r)
	a.pair(r, a.decilesBox(reports[last], w), a.sourcesBox(reports[last], w))
}

// drawCohortsView shows what became of those who joined together.
func (a *App) drawCohortsView(r *canvas.Rect, _ canvas.Rect) {
	a.drawCohorts(r, a.play.session.Reports())
}
