package sim

import "centricity/sim/internal/exact"

// UtilityParams weigh what a person sees of the firm against the rival.
type UtilityParams struct {
	Quality      float64 // bQ, per unit of quality
	Need         float64 // w, per squared taste unit of distance
	LossAversion float64 // lossW, extra weight of a price above the reference
	Memory       float64 // eta_r, share of the way the reference price moves a round
	Position     float64 // a, where the firm's product stands [taste units]
}

// An offer is what a person sees of the firm against the rival, term by term.
type offer struct {
	quality, price, fit float64
	utility             float64 // their sum, clipped to [−4, 4]
}

// offer is the one index that feeds joining, buying and leaving:
//
//	U = bQ (Q − Qc) − b [ln P/Pc + lossW (ln P − ln r)+] − w (ν−a)² (1−pers) + w (ν−ac)²
//
// lnReference is ln r; a prospect has no reference price, for them it is
// lnPrice itself. Product, price and customer orientation are three different
// terms of it.
func (w *World) offer(p person, lnPrice, lnReference float64) offer {
	return w.offerFitted(p, lnPrice, lnReference, 0)
}

// offerFitted is the offer to someone it is personalised for: the squared
// distance to the firm's product shrinks by the share personal.
func (w *World) offerFitted(p person, lnPrice, lnReference, personal float64) (o offer) {
	m := &w.market.Utility
	o.quality = m.Quality * (w.quality - w.rival.quality)

	price := lnPrice - w.rival.lnPrice
	if loss := lnPrice - lnReference; loss > 0 {
		price += float64(m.LossAversion * loss)
	}
	o.price = -p.trait(PriceSensitivity) * price

	ours, theirs := p.wants()-w.position, p.wants()-w.market.Rival.Position
	o.fit = m.Need * (float64(theirs*theirs) - float64(ours*ours*(1-personal)))

	o.utility = min(max(float64(o.quality)+float64(o.price)+float64(o.fit), -4), 4)
	return o
}

// remember moves the internal reference price towards the price paid:
// ln r ← ln r + eta_r (ln P − ln r).
func (w *World) remember(p person, lnPrice float64) {
	p.lnReference = narrow(float64(p.lnReference) + float64(w.market.Utility.Memory*(lnPrice-float64(p.lnReference))))
}

// lnPrice is the log of a price, to the precision in which customers remember
// prices: who is used to one sees no difference to it.
func lnPrice(currency float64) float64 { return float64(narrow(exact.Log(currency))) }
