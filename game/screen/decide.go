package screen

import (
	"centricity/game/canvas"
	"centricity/game/widget"
	"centricity/game/words"
	"centricity/sim"
)

// firstControl is where deciding begins.
func (p *play) firstControl() string {
	for i, open := range p.terms.brief.Levers {
		if open {
			return "spend." + sim.Lever(i).String()
		}
	}
	return "commit"
}

// drawDecide shows the decision on one side and what it can rest on beside it.
func (a *App) drawDecide(r canvas.Rect) {
	if a.play == nil || a.play.session.Over() {
		return
	}
	p := a.play
	r = a.margins(r)
	if !a.wide(r, 2) {
		a.drawNarrow(r)
		return
	}
	a.levers = "levers"
	left := r.CutLeft(min(max(r.W*0.36, a.ui.Px(400)), a.ui.Px(520)))
	r.CutLeft(widget.Gap4)
	title := a.decisionTitle()
	below := left
	left = below.CutTop(a.cardFrame(title) + p.draft.levers + p.draft.foot)
	a.drawHints(below)
	in := a.ui.Card(left, title)
	foot := in.CutBottom(p.draft.foot)
	in.W += widget.Gap3
	more := a.cutMore(&in)
	a.ui.Scroll(in, "levers", words.Say("Levers"), func(r *canvas.Rect) { a.measure(r, &p.draft.levers, a.drawLevers) })
	foot.H = r.H
	a.measure(&foot, &p.draft.foot, a.drawCommit)
	a.drawMore(more)
	a.drawStanding(r)
}

// drawNarrow shows one below the other, with the budget and the button in sight
// at the bottom unless the window is too low for that.
func (a *App) drawNarrow(r canvas.Rect) {
	u, p := &a.ui, a.play
	a.levers = "decide"
	foot, apart := canvas.Rect{}, r.H-p.draft.foot >= u.Px(120)
	if apart {
		foot = u.Card(r.CutBottom(p.draft.foot+2*widget.Gap3), "").InsetXY(0, widget.Gap3-widget.Gap4)
		r.CutBottom(widget.Gap3)
	}
	more := a.cutMore(&r)
	u.Scroll(r, "decide", words.Say("Your decision"), func(r *canvas.Rect) {
		title := a.decisionTitle()
		h := p.draft.levers + a.cardFrame(title)
		if !apart {
			h += p.draft.foot
		}
		in := u.Card(r.CutTop(h), title)
		in.H = r.H
		a.measure(&in, &p.draft.levers, a.drawLevers)
		if !apart {
			a.measure(&in, &p.draft.foot, a.drawCommit)
		}
		r.CutTop(widget.Gap4)
		a.drawStanding(r.CutTop(u.Px(520)))
	})
	if apart {
		foot.H = u.Bounds().H
		a.measure(&foot, &p.draft.foot, a.drawCommit)
	}
	a.drawMore(more)
}

// cutMore takes the strip off the bottom of the levers' room in which it is said
// that they go on, where they do not all have room at once.
func (a *App) cutMore(r *canvas.Rect) canvas.Rect {
	if a.ui.Content(a.levers) <= r.H+0.5 {
		return canvas.Rect{}
	}
	return r.CutBottom(a.ui.Px(22))
}

// drawMore says in r that the levers go on below.
func (a *App) drawMore(r canvas.Rect) {
	u := &a.ui
	if r.Empty() || u.Below(a.levers) < u.Px(24) {
		return
	}
	text := words.Say("More below ↓")
	style := u.Theme.Small().With(u.Theme.Accent).Aligned(canvas.Center)
	w, h := canvas.Measure(text, style)+2*widget.Gap3, u.Px(20)
	at := canvas.Box(r.MidX()-w/2, r.MidY()-h/2, w, h)
	u.Canvas().FillRound(at, h/2, u.Theme.Soft)
	u.Label(at, text, style)
}

// drawHints reminds of what the scenario suggests to try, where there is room.
func (a *App) drawHints(r canvas.Rect) {
	title := words.Say("Things to try")
	r.CutTop(widget.Gap4)
	try := words.All(a.play.scene.Try)
	h := a.pointsHeight(try, r.W-2*widget.Gap4)
	if len(try) == 0 || r.H < h+a.cardFrame(title) {
		return
	}
	in := a.card(&r, h, title)
	a.points(&in, try)
}

// measure draws a part and remembers how high it was; if that changed, a frame
// follows in which everything fits.
func (a *App) measure(r *canvas.Rect, height *float64, draw func(r *canvas.Rect)) {
	top := r.Y
	draw(r)
	if h := r.Y - top; h != *height {
		*height, a.again = h, true
	}
}

func (a *App) decisionTitle() string {
	p := a.play
	return words.Say("Your decision for %s", p.terms.in(p.session.Round()))
}

// drawStanding shows the last round's figures and a line over all rounds.
func (a *App) drawStanding(r canvas.Rect) {
	p := a.play
	reports := p.session.Reports()
	if len(reports) == 0 {
		in := a.ui.Card(r, words.Say("Where the firm stands"))
		a.lines(&in, words.Say("The firm is new: after your first %s its figures stand here.", p.terms.word()))
		return
	}
	last := len(reports) - 1
	title := words.Say("After %s", p.terms.in(reports[last].Round))
	if reports[last].Round < 1 {
		title = words.Say("Where the firm stands")
	}
	big := a.ui.Px(18 + 44 + 18)
	h := big + a.cardFrame(title)
	ids := []string{"profit", "customers", "retention", "cac", "nps", "rival"}
	rows := 1
	if r.W < a.ui.Px(960) {
		rows = 2
		h = a.cardFrame(title) + 2*a.figureHeight() + widget.Gap3
	}
	in := a.ui.Card(r.CutTop(h), title)
	r.CutTop(widget.Gap4)
	a.figure(in.CutLeft(min(in.W*0.34, a.ui.Px(250))), p.terms, reports, last, "value", true)
	in.CutLeft(widget.Gap3)
	if rows == 1 {
		in = canvas.Box(in.X, in.Y+a.ui.Px(12), in.W, a.figureHeight())
	}
	a.figures(in, p.terms, reports, last, ids, (len(ids)+rows-1)/rows)
	chart, low := r, canvas.Rect{}
	tiers := a.tiersTable(reports[last], r.W)
	if h := a.ui.TableHeight(tiers.Rows) + a.cardFrame("x"); r.H > a.ui.Px(380)+h {
		chart = r.CutTop(min(r.H-h-widget.Gap4, a.ui.Px(560)))
		r.CutTop(widget.Gap4)
		low = r.CutTop(h)
	}
	a.drawTrend(a.ui.Card(chart, ""), "decide-trend", p.terms, reports, &p.trend)
	if !low.Empty() {
		a.ui.Table(a.ui.Card(low, words.Say("Customers by value")), tiers)
	}
}
