package screen

import (
	"fmt"

	"centricity/game/canvas"
	"centricity/game/widget"
	"centricity/game/words"
	"centricity/sim"
)

// The ways to spread money over customers.
const (
	everyone = iota
	bestFirst
	ownMix
)

var spreads = []string{words.Mark("Everyone alike"), words.Mark("Best first"), words.Mark("Own mix")}

// bestWeights are what “best first” means.
var bestWeights = [sim.NumTiers]int{2, 1, 0}

// spreadOf tells which way the draft spreads a lever's money.
func (p *play) spreadOf(lever sim.Lever) int {
	f := p.session.Draft().Focus[lever]
	switch {
	case p.draft.custom[lever]:
		return ownMix
	case f.Weight == ([sim.NumTiers]int{}):
		return everyone
	case f.Weight == bestWeights:
		return bestFirst
	}
	return ownMix
}

// drawFocus draws whom a lever's money reaches.
func (a *App) drawFocus(r *canvas.Rect, lever sim.Lever, b sim.Brief, why refusals) {
	u, p := &a.ui, a.play
	path := "focus." + lever.String()
	a.nest(r, func(in *canvas.Rect) {
		now := p.spreadOf(lever)
		choice := widget.Choice{ID: path, Label: words.Say("Whom %s reaches", words.Say(leverNames[lever])), HideLabel: true, Options: words.All(spreads),
			Tip: words.Say("Customers are sorted into three groups by value: top, middle and low. Choose who gets this money.")}
		if to, changed := u.Choice(in.CutTop(u.Theme.ControlHeight()), choice, now); changed {
			a.spread(lever, to)
			now = to
		}
		if now != everyone {
			a.drawOrder(in, path, lever, b)
		}
		if now == ownMix {
			a.drawWeights(in, path, lever)
		}
		a.refused(in, path, why.of(path))
		if text := a.perHead(lever, b); text != "" {
			u.Label(in.CutTop(u.Px(22)), text, u.Theme.Small())
		}
	})
}

// spread changes the way a lever's money is spread.
func (a *App) spread(lever sim.Lever, to int) {
	p := a.play
	d := p.session.Draft()
	f := &d.Focus[lever]
	p.draft.custom[lever] = to == ownMix
	switch to {
	case everyone:
		*f = sim.Focus{}
	case bestFirst:
		f.Weight = bestWeights
	case ownMix:
		if f.Weight == ([sim.NumTiers]int{}) {
			f.Weight = [sim.NumTiers]int{1, 1, 1}
		}
	}
	p.change(d)
}

// drawOrder draws what customers are sorted by, where there is a choice.
func (a *App) drawOrder(r *canvas.Rect, path string, lever sim.Lever, b sim.Brief) {
	orders := b.Orders()
	if len(orders) < 2 {
		return
	}
	p := a.play
	d := p.session.Draft()
	r.CutTop(widget.Gap1)
	if to, changed := a.chooseOrder(r, path+".by", orders, d.Focus[lever].By); changed {
		d.Focus[lever].By = to
		p.change(d)
	}
}

// tierCustomers are the customers of each tier.
var tierCustomers = [sim.NumTiers]string{words.Mark("Top customers"), words.Mark("Middle customers"), words.Mark("Low customers")}

// drawWeights draws what one customer of each tier gets beside the others.
func (a *App) drawWeights(r *canvas.Rect, path string, lever sim.Lever) {
	u, p := &a.ui, a.play
	r.CutTop(widget.Gap2)
	for tier := range sim.NumTiers {
		d := p.session.Draft()
		s := widget.Slider{ID: fmt.Sprintf("%s.%s", path, sim.TierNames[tier]), Label: words.Say(tierCustomers[tier]), Max: 10, Step: 1, Page: 2,
			Number: widget.Counts, Note: words.Say("parts each"), Color: u.Theme.Series[lever],
			Tip: tip("focus.retention." + sim.TierNames[tier])}
		if v, changed := u.Slider(r.CutTop(u.SliderHeight()), s, int64(d.Focus[lever].Weight[tier])); changed {
			d.Focus[lever].Weight[tier] = int(v)
			p.change(d)
		}
	}
}

// perHead says in money what one customer of each tier gets, from the number of
// customers the round opens with.
func (a *App) perHead(lever sim.Lever, b sim.Brief) string {
	p := a.play
	reports := p.session.Reports()
	if len(reports) == 0 || p.session.Draft().Spend[lever] == 0 {
		return ""
	}
	customers := reports[len(reports)-1].Base.Closing()
	d := p.session.Draft()
	if d.Trial.Lever == lever { // the control group's part goes to the others
		customers = int(float64(customers) * (1 - d.Trial.Control.Share()))
	}
	w := d.Focus[lever].Weight
	if w == ([sim.NumTiers]int{}) {
		if customers == 0 {
			return words.Say("There is nobody to reach.")
		}
		return words.Say("About %s for each customer.", p.terms.price(d.Spend[lever]/sim.Money(customers)))
	}
	shares := [sim.NumTiers]float64{b.TopShare, b.MiddleShare, 1 - b.TopShare - b.MiddleShare}
	heads := 0.0
	for tier, share := range shares {
		heads += share * float64(customers) * float64(w[tier])
	}
	if heads == 0 {
		return words.Say("There is nobody to reach.")
	}
	each := func(tier int) string {
		return p.terms.price(sim.Money(float64(d.Spend[lever]) * float64(w[tier]) / heads))
	}
	return words.Say("Each: top %s · middle %s · low %s", each(sim.Top), each(sim.Middle), each(sim.Low))
}
