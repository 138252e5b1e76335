package sim

import (
	"centricity/sim/internal/draw"
	"centricity/sim/internal/exact"
)

// AcquisitionParams say how people who are not customers become customers.
type AcquisitionParams struct {
	BaseHazard   float64 // p0, contact hazard without any effort [per round]
	Intercept    float64 // U0, log odds of joining on contact at utility 0
	WordOfMouth  float64 // q_w, contact hazard if everyone were a promoter [per round]
	Targeting    float64 // τ, sharpness of targeted channels on the score
	TargetingCap float64 // highest multiple of the mean contact hazard one person can get
	Scale        float64 // cA, adstock per prospect at which contact is 63 % of its ceiling [currency]
}

// A Channel carries acquisition spending to prospects.
type Channel struct {
	Name       string
	Efficiency float64 // k_c, ceiling of the contact hazard [per round]
	Carryover  float64 // rho_c, share of adstock left a round later
	Targeted   bool    // whether it can aim at persons by what the firm knows of them
}

// advertise adds this round's spending to each channel's adstock, and turns it
// into a contact hazard with diminishing returns:
//
//	A_c ← rho_c A_c + spend_c ;  h_c = k_c (1 − exp(−A_c / (cA N_p)))
//
// N_p counts prospects and lapsed: the pool is finite, so CAC rises.
func (w *World) advertise(r *round) {
	weights := r.decision.Channels[:len(w.market.Channels)]
	parts := divide(r.decision.Spend[Acquisition], weights)
	reach := w.market.Acquisition.Scale * float64(r.prospects)
	for c, channel := range w.market.Channels {
		w.adstock[c] = float64(channel.Carryover*w.adstock[c]) + parts[c].Currency()
		if reach > 0 {
			r.contact[c] = -channel.Efficiency * exact.Expm1(-w.adstock[c]/reach)
		}
		r.exposure += w.adstock[c]
	}
}

// acquire gives everyone who is not a customer the chance to become one:
//
//	h_i = p0 + Σ_c h_c T_ic + w_t
//	P(acquired) = (1 − exp(−h_i)) · logistic(U0 + U_i at price P(1−d))
//
// Being won means buying once, at a uniform moment of the round. Adverse
// selection is emergent: a discount raises U most for the price sensitive.
func (w *World) acquire(r *round) {
	m := &w.market.Acquisition
	join, source := r.keys[drawJoin], r.keys[drawSource]
	for id := range w.people {
		p := &w.people[id]
		if p.state == active {
			continue
		}
		aim := w.aim(p)
		hazard := m.BaseHazard + r.wordOfMouth
		for c, h := range r.contact {
			if w.market.Channels[c].Targeted {
				h *= aim
			}
			hazard += h
		}
		if hazard <= 0 {
			continue
		}
		o := w.offer(p, r.lnOffer, r.lnOffer)
		won := -exact.Expm1(-hazard) * exact.Logistic(m.Intercept+o.utility)
		joins := draw.Uniform(join.At(uint64(id), 0)) < won
		w.bookJoin(r, hazard, aim, o, joins)
		if !joins {
			continue
		}
		credit := hazard * draw.Uniform(source.At(uint64(id), 0))
		w.join(r, id, w.creditFor(r, credit, aim))
	}
}

// creditFor names the source whose share of the contact hazard holds the
// point credit: the channels in the market's order, word of mouth, and the
// rest that come by themselves.
func (w *World) creditFor(r *round, credit, aim float64) int {
	for c, h := range r.contact {
		if w.market.Channels[c].Targeted {
			h *= aim
		}
		if credit -= h; credit < 0 {
			return c
		}
	}
	if credit -= r.wordOfMouth; credit < 0 {
		return len(r.contact)
	}
	return len(r.contact) + 1
}

// join makes a customer of person id at a keyed moment of the round. They
// start with the offer price as their reference and no experience yet.
func (w *World) join(r *round, id, source int) {
	p := &w.people[id]
	at := draw.Uniform(r.keys[drawMoment].At(uint64(id), 0))
	if p.state == lapsed {
		r.report.Base.WonBack++
	} else {
		p.source = uint8(source)
		p.firstAt = r.start() + at
	}
	r.report.Base.Won[source]++
	p.state = active
	p.joined = int16(r.number)
	p.joinedAt = r.start() + at
	p.satisfaction, p.fatigue, p.lnReference = 0, 0, r.lnOffer
	w.firstPurchase(r, id)
}
