package sim

import (
	"centricity/sim/internal/draw"
	"centricity/sim/internal/exact"
)

// RetentionParams size the programmes of the retention lever beside check-ins.
type RetentionParams struct {
	Loyalty     float64 // most that the loyalty programme takes off the log hazard
	Habituation float64 // how fast members get used to it [per round]
	SaveMax     float64 // highest chance that a save offer keeps who is leaving
	WinBack     float64 // ceiling of the contact hazard with the lapsed [per round]
	Community   float64 // how much further word of mouth carries with a full community
	Memory      float64 // share of the community left a round later
	Scale       float64 // community at half of its effect [currency per person]
	Develop     float64 // most that development adds to the purchase rate of a customer known perfectly
}

// effort is what the firm does for one customer in a round [currency], each
// programme on its own.
type effort struct {
	checkIns, loyalty, save, develop, support, personal float64
}

// effortFor is what reaches customer p.
func (r *round) effortFor(p person) effort {
	return effort{
		checkIns: r.each(p, CheckIns),
		loyalty:  r.each(p, Loyalty),
		save:     r.each(p, SaveOffers),
		develop:  r.each(p, Development),
		support:  r.each(p, Support),
		personal: r.each(p, Personalisation),
	}
}

// loyaltyTerm is what the loyalty programme takes off a customer's log hazard:
//
//	κ gL sat(L; kR) exp(−habituation · age)
//
// with age the rounds it has been running: what is always there is no reward.
func (w *World) loyaltyTerm(p person, spend float64) float64 {
	if spend <= 0 {
		return 0
	}
	m := &w.market.Retention
	used := exact.Exp(-m.Habituation * float64(w.loyaltyAge))
	return m.Loyalty * w.consistency * p.trait(Responsiveness) * saturate(spend, w.market.Churn.Saturation) * used
}

// saved is the chance that a save offer keeps a customer who is leaving.
func (w *World) saved(spend float64) float64 {
	return w.market.Retention.SaveMax * saturate(spend, w.market.Churn.Saturation)
}

// keeps draws whether it does.
func (w *World) keeps(r *round, id int, chance float64) bool {
	return chance > 0 && draw.Uniform(r.keys[drawSave].At(uint64(id), 0)) < chance
}

// developed is the log of 1 + what development adds to a purchase rate:
//
//	develop = dMax K sat(money; kR)
func (w *World) developed(p person, spend float64) float64 {
	if spend <= 0 {
		return 0
	}
	known, _ := w.knows(p)
	return exact.Log1p(w.market.Retention.Develop * known * saturate(spend, w.market.Churn.Saturation))
}

// rally starts the round's programmes that do not work customer by customer:
// the loyalty programme ages, the community grows, and the lapsed are called.
func (w *World) rally(r *round) {
	m := &w.market.Retention
	if r.money(Loyalty) > 0 {
		w.loyaltyAge++
	} else {
		w.loyaltyAge = 0
	}
	n := float64(w.size())
	w.community = float64(m.Memory*w.community) + float64(r.money(Community)/n)
	r.wordOfMouth *= 1 + float64(m.Community*saturate(w.community, m.Scale))

	if called := r.money(WinBack); called > 0 && r.lapsed > 0 {
		r.winBack = -m.WinBack * exact.Expm1(-called/(w.market.Acquisition.Scale*float64(r.lapsed)))
	}
}
