package sim

import (
	"math"

	"centricity/sim/internal/draw"
	"centricity/sim/internal/exact"
)

// PriceParams are the firm's price, the bounds it must keep, and its costs.
type PriceParams struct {
	Reference   Money       // P_ref, price at which mean_spend is stated
	Low         Money       // lowest list price allowed
	High        Money       // highest list price allowed
	MaxDiscount BasisPoints // deepest first-purchase discount
	UnitCost    float64     // cost of what is sold for one reference price [currency]
	Learning    float64     // exponent of the experience curve
	Service     float64     // cost of serving one purchase [currency]
	Fixed       Money       // fixed cost a round
}

// PurchaseParams say how often and for how much customers buy.
type PurchaseParams struct {
	Satisfaction float64 // dS, log purchase rate per unit of satisfaction
	Utility      float64 // dU, log purchase rate per unit of utility
	Shape        float64 // p, gamma shape of one purchase's money
}

// purchaseTerms are the causes that raise or lower how often a customer buys
// [purchases per round]:
//
//	μ = λ · season · exp(dS S + dU U) · (1 + develop)
func (w *World) purchaseTerms(r *round, p person, o offer, e effort) (t terms) {
	m := &w.market.Purchase
	t.addUtility(m.Utility, o)
	t[CauseSatisfaction] = m.Satisfaction * float64(p.satisfaction)
	t[CauseRetention] = w.developed(p, e.develop)
	t[CauseTimes] = r.lnSeason[p.segment] + r.climate.lnDemand()
	return t
}

// purchaseRate is λ e^Σterms, with the second factor as lift.
func (n *nature) purchaseRate(lift float64) float64 {
	return min(n.trait(PurchaseRate)*lift, maxRate)
}

// Bounds that no sensible market meets. They keep the sums of the most absurd
// one (a million people for 240 rounds) exact in int64.
const (
	maxRate = 1e4  // purchases per round
	maxSale = 1e10 // one customer's revenue, cost of goods or service in a round [cents]
)

// purchase draws the repeat purchases of customer id between two moments of
// the round, of which at most the given number come about:
//
//	X ~ Poisson(μ · length) ;  V ~ Gamma(p X, scale m/p)
//
// and books them. It places the last of them in time, which customer-base
// models need.
func (w *World) purchase(r *round, t *tally, id int, rate, from, to float64, most int) (count int) {
	p := w.person(id)
	counts := r.keys[drawCount].Stream(uint64(id))
	wanted := draw.Poisson(&counts, rate*(to-from))
	if count = min(wanted, most); count == 0 {
		return 0
	}
	p.lastAt = narrow(r.start() + from + float64((to-from)*moment(count, wanted, r.keys[drawLast].Stream(uint64(id)))))
	value := w.spend(id, count, r.keys[drawSpend].Stream(uint64(id)))
	w.sell(r, t, id, count, value, r.price, false)
	return count
}

// moment is the k-th of n ordered uniform moments in (0,1). The last of n has
// distribution function t^n, and the others are uniform below it.
func moment(k, n int, s stream) float64 {
	t := 1.0
	for ; n >= k && n > 1; n-- {
		t *= exact.Pow(draw.Uniform(s.Uint64()), 1/float64(n))
	}
	if k == 1 {
		t *= draw.Uniform(s.Uint64())
	}
	return t
}

// firstPurchase books the purchase by which customer id was won.
func (w *World) firstPurchase(r *round, t *tally, id int) {
	p := w.person(id)
	p.lastAt = p.joinedAt
	value := w.spend(id, 1, r.keys[drawFirstSpend].Stream(uint64(id)))
	before := t.sales.Revenue
	w.sell(r, t, id, 1, value, r.offerTo(p).currency, true)
	revenue := t.sales.Revenue - before
	if p.listed { // to the firm, a customer who bought again
		t.why[p.segment].Spending[p.tiers[ByPastSpend]][CauseLuck] += revenue
		return
	}
	t.sales.FirstRevenue += revenue
	t.sales.Discounts += min(cents(value*(r.price-r.offer)/w.market.Price.Reference.Currency()), maxSale)
}

// spend draws V, the money of count purchases at the reference price [currency].
func (w *World) spend(id, count int, s stream) float64 {
	shape := w.market.Purchase.Shape
	return draw.Gamma(&s, shape*float64(count)) * (w.people.nature[id].trait(MeanSpend) / shape)
}

// sell books count purchases of customer id worth value at the reference price,
// sold at price; first is the one that won them:
//
//	revenue = V P/P_ref ;  cost of goods = V cost/P_ref ;  service = serve X
func (w *World) sell(r *round, t *tally, id, count int, value, price float64, first bool) {
	p := w.person(id)
	m := &w.market.Price
	units := value / m.Reference.Currency()
	revenue := min(cents(units*price), maxSale)
	goods := min(cents(units*r.unitCost), maxSale)
	service := min(cents(m.Service*float64(count)), maxSale)

	t.volume += min(cents(value), maxSale)
	p.purchases = int32(min(int64(p.purchases)+int64(count), math.MaxInt32))
	p.bought = uint8(min(p.purchases, math.MaxUint8))
	p.spent += revenue
	p.roundRevenue += revenue
	p.roundMargin += revenue - goods - service

	b := &t.sales
	b.Purchases += count
	b.Revenue += revenue
	b.CostOfGoods += goods
	b.Service += service
	if w.observe != nil {
		w.tell(r, id, count, first, revenue)
	}
}
