package sim

import "centricity/sim/internal/exact"

// A Channel carries acquisition spending to prospects.
type Channel struct {
	Name          string
	Efficiency    float64 // k_c, ceiling of the contact hazard [per round]
	Carryover     float64 // rho_c, share of adstock left a round later
	Targeted      bool    // whether it can aim at persons by what the firm knows of them
	Precision     float64 // of a targeted channel: multiplies the sharpness of aim
	Wear          float64 // phi_w, log effect lost per exposure beyond the threshold
	WearThreshold float64 // f*, exposures a person takes without wear
	Promise       float64 // what it promises at full exposure [satisfaction]
}

// advertise adds this round's spending to each channel's adstock, and turns it
// into a contact hazard with diminishing returns:
//
//	A_c ← rho_c A_c + spend_c · wear_c ;  wear_c = exp(−phi_w (f_c − f*)+)
//	h_c = k_c (1+inflation)^−t (1 − exp(−A_c / (cA N_p)))
//
// f_c = A_c/(cA N) is how often a person has seen the channel lately. N_p
// counts prospects and lapsed: the pool is finite, so CAC rises.
func (w *World) advertise(r *round) {
	parts := divide(w.slabs.money.take(len(w.market.Channels), w.left()), r.decision.Spend[Acquisition], r.decision.Channels[:len(w.market.Channels)])
	r.report.Books.Channels = parts
	m := &w.market.Acquisition
	everyone := m.Scale * float64(w.size())
	reach := m.Scale * float64(r.prospects)
	dearer := exact.Pow(1+m.Inflation, -r.elapsed)
	for i, c := range w.market.Channels {
		spend := parts[i].Currency()
		if tired := w.adstock[i]/everyone - c.WearThreshold; c.Wear > 0 && tired > 0 {
			spend *= exact.Exp(-c.Wear * tired)
		}
		w.adstock[i] = float64(c.Carryover*w.adstock[i]) + float64(spend)
		if reach > 0 {
			r.contact[i] = -c.Efficiency * dearer * exact.Expm1(-w.adstock[i]/reach)
		}
		r.exposure += w.adstock[i]
		r.promise += float64(c.Promise * saturate(w.adstock[i]/everyone, 1))
	}
}
