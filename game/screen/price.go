package screen

import (
	"centricity/game/canvas"
	"centricity/game/widget"
	"centricity/game/words"
	"centricity/sim"
)

// free tells whether price and discount are the player's to choose.
func freePrice(b sim.Brief) bool    { return b.Price.Low < b.Price.High }
func freeDiscount(b sim.Brief) bool { return b.Price.MaxDiscount > 0 }

// drawPrice draws the list price and the discount on a first purchase.
func (a *App) drawPrice(r *canvas.Rect, b sim.Brief, why refusals) {
	u, p := &a.ui, a.play
	if freePrice(b) {
		d := p.session.Draft()
		s := widget.Slider{
			ID: "price", Label: words.Say("Price"), Min: int64(b.Price.Low), Max: int64(b.Price.High), Step: priceStep(b), Page: 5 * priceStep(b),
			Number: p.terms.prices(), Note: words.Say("rival %s", p.terms.price(a.rivalPrice(b))),
			Tip: tip("price"),
		}
		if reports := p.session.Reports(); len(reports) > 0 {
			mark := int64(reports[len(reports)-1].Price)
			s.Mark = &mark
		}
		s.Error = brief(why.of(s.ID))
		if v, changed := u.Slider(r.CutTop(u.SliderHeight()), s, int64(d.Price)); changed {
			d.Price = sim.Money(v)
			p.change(d)
		}
		a.refused(r, s.ID, why.of(s.ID))
		r.CutTop(widget.Gap3)
	}
	if freeDiscount(b) {
		d := p.session.Draft()
		s := widget.Slider{
			ID: "discount", Label: words.Say("First-purchase discount"), Max: int64(b.Price.MaxDiscount), Step: 100, Page: 500,
			Number: widget.Percentages,
			Tip:    tip("discount"),
		}
		if d.Discount > 0 {
			s.Note = words.Say("they pay %s", p.terms.price(d.Price-sim.Money(float64(d.Price)*d.Discount.Share())))
		}
		s.Error = brief(why.of(s.ID))
		if v, changed := u.Slider(r.CutTop(u.SliderHeight()), s, int64(d.Discount)); changed {
			d.Discount = sim.BasisPoints(v)
			p.change(d)
		}
		a.refused(r, s.ID, why.of(s.ID))
		r.CutTop(widget.Gap3)
	}
}

// priceStep is about a hundredth of the way from the lowest price to the highest.
func priceStep(b sim.Brief) int64 { return niceStep(int64(b.Price.High - b.Price.Low)) }

// rivalPrice is what the rival charged last, or its list price.
func (a *App) rivalPrice(b sim.Brief) sim.Money {
	if reports := a.play.session.Reports(); len(reports) > 0 {
		return reports[len(reports)-1].RivalPrice
	}
	return b.RivalPrice
}
