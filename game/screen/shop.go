package screen

import (
	"centricity/game/canvas"
	"centricity/game/debrief"
	"centricity/game/widget"
	"centricity/game/words"
	"centricity/sim"
)

// shop is what the research shop remembers.
type shop struct {
	shelf, known float64 // heights of two cards' insides
	foresight    *foresight
	read         bool // are the decisions, once after each round
	after        sim.Hash
	played       []sim.Decision
}

// after is the state of the world now.
func (p *play) after() (h sim.Hash) {
	if reports := p.session.Reports(); len(reports) > 0 {
		h = reports[len(reports)-1].Hash
	}
	return h
}

// drawShop shows the ways to learn about customers: what each costs, what it
// would tell, and what was bought so far. What is ordered is part of the
// decision.
func (a *App) drawShop(r *canvas.Rect, _ canvas.Rect) {
	p := a.play
	shelf, known := &p.shop.shelf, &p.shop.known
	high := a.ui.Px(230) // of the chart; beside the shelf as high as that allows
	if a.wide(*r, 2) && !p.session.Over() {
		high = min(max(high, *shelf-a.figureHeight()-widget.Gap3), a.ui.Px(380))
	}
	knownBox := box{words.Say("How well you know your customers"), *known, 1, func(in canvas.Rect) {
		in.H = 1 << 16
		a.measure(&in, known, func(r *canvas.Rect) { a.drawKnown(r, high) })
	}}
	boughtBox := a.boughtBox()
	const most = 3 // kinds of research whose names half the width has room for
	switch {
	case !p.session.Over():
		a.pair(r, box{words.Say("What do you want to find out?"), *shelf, 1.25, func(in canvas.Rect) {
			in.H = 1 << 16
			a.measure(&in, shelf, a.drawShelf)
		}}, knownBox)
		boughtBox.draw(a.card(r, boughtBox.inside, boughtBox.title))
	case len(p.terms.brief.ProgrammesOf(sim.Insight)) > most:
		knownBox.draw(a.card(r, knownBox.inside, knownBox.title))
		boughtBox.draw(a.card(r, boughtBox.inside, boughtBox.title))
	default:
		a.pair(r, knownBox, boughtBox)
	}
	if reports := p.session.Reports(); len(reports) > 0 {
		a.drawResearch(r, reports[len(reports)-1])
	}
}

// drawShelf draws the kinds of research with what is ordered of each.
func (a *App) drawShelf(r *canvas.Rect) {
	p := a.play
	list := p.terms.brief.ProgrammesOf(sim.Insight)
	why := p.refusals()
	a.lines(r, words.Say("Research is paid from the same money as everything else, as insight. What is of use depends on the world: some of it is wasted money. The debrief tells what was used and what it was worth."))
	r.CutTop(widget.Gap3)
	columns := 1
	if len(list) > 1 && r.W >= a.ui.Px(560) {
		columns = 2
	}
	for i := 0; i < len(list); i += columns {
		low := 0.0
		for k, cell := range r.Columns(columns, widget.Gap4) {
			if i+k < len(list) {
				a.drawOffer(&cell, list, i+k, why.of(programmePath(list[i+k])))
				low = max(low, cell.Y-r.Y)
			}
		}
		r.CutTop(low)
	}
	a.ui.Rule(*r)
	r.CutTop(widget.Gap3)
	a.drawBasket(r, why)
}

// drawOffer draws one kind of research: its price, and what is to be said of it.
func (a *App) drawOffer(r *canvas.Rect, list []sim.Programme, i int, refused string) {
	u, p := &a.ui, a.play
	available := p.session.Available()
	d := p.session.Draft()
	amount := orderedAt(d, list)[i]
	s := widget.Slider{ID: "shop/" + list[i].String(), Label: words.Say(programmeNames[list[i]]), Max: int64(max(available, amount)), Step: niceStep(int64(available)),
		Number: p.terms.dollars(), Color: u.Theme.Series[sim.Insight], Tip: tip("programmes." + list[i].String()), Error: brief(refused)}
	if v, changed := u.Slider(r.CutTop(u.SliderHeight()), s, int64(amount)); changed {
		p.change(order(d, list, i, sim.Money(v)))
		a.again = true
	}
	a.refused(r, s.ID, refused)
	text := p.offered(list[i])
	if amount > 0 && p.acquainted() {
		text = words.Say("Adds %s points.", widget.Decimal(100*p.foresee(list).brings[i], 1)) + " " + text
	}
	u.Paragraph(r, text, u.Theme.Small())
	r.CutTop(widget.Gap3)
}

// acquainted tells whether the firm has customers, of whom it can know anything.
func (p *play) acquainted() bool {
	reports := p.session.Reports()
	return len(reports) > 0 && reports[len(reports)-1].Base.Closing() > 0
}

// offered says whom a kind of research concerns and when it serves.
func (p *play) offered(programme sim.Programme) string {
	m, ok := programme.Method()
	whom := words.Say("Concerns everyone.")
	switch {
	case programme == sim.DataForReward:
		whom = words.Say("Of customers who agree, purchases tell more.")
	case ok:
		whom = words.Say("Reaches %s of people and tells %s times as much of them as own data for the same money.",
			widget.Decimal(100*m.Coverage, 0)+" %", widget.Decimal(m.Yield, 1))
	}
	serves := p.session.Round() + 1 + m.Delay
	if serves > p.terms.brief.Rounds {
		return whom + " " + words.Say("Comes too late to serve a decision.")
	}
	return whom + " " + words.Say("Serves from %s on.", p.terms.in(serves))
}

// drawBasket draws what the order comes to, what is left, and whether anything
// in the decision would make use of it.
func (a *App) drawBasket(r *canvas.Rect, why refusals) {
	u, p := &a.ui, a.play
	d, available := p.session.Draft(), p.session.Available()
	line := r.CutTop(u.Px(24))
	style := u.Theme.Strong()
	if left := available - d.Total(); left >= 0 {
		u.Label(line, words.Say("%s left", p.terms.money(left)), u.Theme.Body().With(u.Theme.Muted).Aligned(canvas.Right))
	} else {
		u.Label(line, words.Say("%s too much", p.terms.money(-left)), style.With(u.Theme.Bad).Aligned(canvas.Right))
	}
	u.Label(line, words.Say("Ordered: %s", p.terms.money(d.Spend[sim.Insight])), style)
	if reason := why.of("spend." + sim.Insight.String()); reason != "" {
		a.refused(r, "shop/order", reason)
	}
	uses := debrief.UsesOf(p.scene.Market, d)
	text := words.Say("Your decision would make use of it by %s.", uses.String())
	switch {
	case p.left() == 1:
		text = words.Say("No decision follows that could make use of it.")
	case uses == (debrief.Uses{}):
		text = words.Say("So far nothing in your decision would make use of it: it serves where you aim at customers by an estimate, or personalise.")
	}
	a.lines(r, text)
	r.CutTop(widget.Gap3)
	b := widget.Button{ID: "shop/decide", Label: words.Say("Back to the decision"), Kind: widget.Primary, Tip: words.Say("What you order here is part of it, and is bought when you play the round.")}
	row := r.CutTop(u.Px(36))
	if u.Button(row.CutLeft(u.ButtonWidth(b)), b) {
		a.turn(pageDecide, "spend."+sim.Insight.String())
	}
}

// toShop turns to the research shop.
func (a *App) toShop() {
	a.play.view = len(a.play.views()) - 1
	a.ui.ScrollTop("customers")
	first := "shop/" + sim.Platform.String()
	if a.play.session.Over() {
		first = "shop/now"
	}
	a.turn(pageCustomers, first)
}

// drawToShop draws, below the money for insight, what it is spent on and the
// way to where that is chosen.
func (a *App) drawToShop(r *canvas.Rect, b sim.Brief, why refusals) {
	u, p := &a.ui, a.play
	list := b.ProgrammesOf(sim.Insight)
	a.nest(r, func(in *canvas.Rect) {
		in.CutTop(widget.Gap1)
		row := in.CutTop(u.Theme.ControlHeight())
		to := widget.Button{ID: "to-shop", Label: words.Say("Choose research"), Icon: widget.IconRight, Tip: words.Say("What there is to find out, what it costs, and what it would tell.")}
		if u.Button(row.CutLeft(min(u.ButtonWidth(to), row.W)), to) {
			a.toShop()
		}
		row.CutLeft(widget.Gap2)
		if p.session.Draft().Spend[sim.Insight] > 0 {
			u.Label(row, p.mixInWords(sim.Insight, list), u.Theme.Small())
		}
		for _, programme := range list { // a reason must be seen
			path := programmePath(programme)
			a.refused(in, path, why.of(path))
		}
	})
}
