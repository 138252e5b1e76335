package sim

import "centricity/sim/internal/exact"

// ValueParams say how future money is valued.
type ValueParams struct {
	DiscountRate float64 // d, per round
}

// A Value is what the firm is worth: the truth, computed from the customers'
// traits. It is the score, and is shown after the last round only.
type Value struct {
	Cash   Money
	Equity Money // customer equity: Σ residual lifetime value of active customers
}

// Company is cash plus customer equity: milking the base does not pay, and
// investing late is not wasted.
func (v Value) Company() Money { return v.Cash + v.Equity }

// Value is the firm's true value as things stand. A bankrupt firm is worth its
// cash.
func (w *World) Value() Value {
	v := Value{Cash: w.cash}
	if w.bankrupt {
		return v
	}
	s := w.valuation()
	for id := range w.size() {
		if p := w.person(id); p.state == active {
			v.Equity += w.residual(p, s)
		}
	}
	return v
}

// valuation is the state that residual values assume: satisfaction, quality
// and the rival's price as they stand, the price the lower of the reference
// price and the mean list price of the last four rounds, no further effort.
// A price raised in the last round thus adds nothing.
type valuation struct {
	price, lnPrice float64 // [currency]
	unitCost       float64 // as experience stands [currency]
	calm           *round  // a round without season or shock
}

func (w *World) valuation() valuation {
	const window = 4
	recent := w.prices[max(0, len(w.prices)-window):]
	var sum Money
	for _, p := range recent {
		sum += p
	}
	price := w.market.Price.Reference.Currency()
	if n := len(recent); n > 0 {
		price = min(price, sum.Currency()/float64(n))
	}
	return valuation{price, exact.Log(price), w.unitCost(), &round{lnSeason: make([]float64, len(w.segments))}}
}

// residual is the residual lifetime value of an active customer:
//
//	RLV = (margin a round) · s / (1 + d − s) ,  s = e^−hz
//
// On the other clocks a customer is there for (1−s)/hz of the next round rather
// than for the whole of it with chance s, so that takes the place of the s in
// the numerator; per transaction, hz = μ (1 − e^−hazard).
func (w *World) residual(p person, v valuation) Money {
	calm := *p.mind
	calm.fatigue = 0
	rested := person{p.nature, p.standing, &calm, p.account}
	o := w.offer(rested, v.lnPrice, v.lnPrice)
	buying, leaving := w.purchaseTerms(v.calm, rested, o, effort{}), w.hazardTerms(v.calm, rested, o, effort{})
	hazard, rate := rested.hazard(&leaving), rested.purchaseRate(exact.Exp(buying.sum()))
	if w.market.Churn.Clock == PerTransaction {
		hazard = -rate * exact.Expm1(-hazard) // leaving after some of the purchases
	}
	stay := exact.Exp(-hazard)
	presence := stay
	if w.market.Churn.Clock != PerRound && hazard > 0 {
		presence = -exact.Expm1(-hazard) / hazard
	}
	m := &w.market.Price
	each := p.trait(MeanSpend)*(v.price-v.unitCost)/m.Reference.Currency() - m.Service
	margin := rate * each
	value := cents(margin * presence / (1 + w.market.Value.DiscountRate - stay))
	return min(max(value, -maxResidual), maxResidual)
}

// maxResidual bounds one customer's residual value [cents], as maxSale does sales.
const maxResidual = 1e12
