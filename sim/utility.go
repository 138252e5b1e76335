package sim

// UtilityParams weigh what a person sees of the firm against the rival.
type UtilityParams struct {
	Quality      float64 // bQ, per unit of quality
	Need         float64 // w, per squared taste unit of distance
	LossAversion float64 // lossW, extra weight of a price above the reference
	Memory       float64 // eta_r, share of the way the reference price moves a round
	Position     float64 // a, where the firm's product stands [taste units]
}

// utility is the one index that feeds joining, buying and leaving:
//
//	U = bQ (Q − Qc) − b [ln P/Pc + lossW (ln P − ln r)+] − w (ν−a)² + w (ν−ac)²
//
// clipped to [−4, 4]. lnReference is ln r; a prospect has no reference price,
// for them it is lnPrice itself. Product, price and customer orientation are
// three different terms of it.
func (w *World) utility(p *person, lnPrice, lnReference float64) float64 {
	m := &w.market.Utility
	u := float64(m.Quality * (w.quality - w.rival.quality))

	price := lnPrice - w.rival.lnPrice
	if loss := lnPrice - lnReference; loss > 0 {
		price += float64(m.LossAversion * loss)
	}
	u -= float64(p.traits[PriceSensitivity] * price)

	ours, theirs := p.traits[NeedPosition]-m.Position, p.traits[NeedPosition]-w.market.Rival.Position
	u += float64(m.Need * (float64(theirs*theirs) - float64(ours*ours)))
	return min(max(u, -4), 4)
}

// remember moves the internal reference price towards the price paid:
// ln r ← ln r + eta_r (ln P − ln r).
func (w *World) remember(p *person, lnPrice float64) {
	p.lnReference += float64(w.market.Utility.Memory * (lnPrice - p.lnReference))
}
