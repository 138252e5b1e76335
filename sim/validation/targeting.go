package validation

import (
	"centricity/sim"
	"centricity/sim/experiment"
)

// known is a town whose firm knows everyone equally well, to reliability k,
// when play begins, and learns nothing after: K = 1 − 1/(1 + I tau0) with
// capability I = 1 bought in history.
func known(people int, h, k float64) sim.Market {
	m := town(people)
	m.Heterogeneity = h
	m.Orders = [sim.NumOrders]bool{true, true, true, true, true}
	m.Insight.Decay, m.Insight.PerPurchase = 0, 0
	if k > 0 {
		m.Insight.Base = k / (1 - k)
		m.Start.Incumbent.Spend[sim.Insight] = scaled(sim.Money(people)*100, 1/float64(m.Start.History))
	}
	return m
}

// focused spends on the retention of the top tier by an order, beside what the
// incumbent does. The money is a quarter of the default budget.
func focused(m sim.Market, by sim.Order) sim.Decision {
	d := m.Start.Incumbent
	d.Spend[sim.Insight], d.Spend[sim.Product] = 0, 0
	d.Spend[sim.Retention] = m.Budget.PerRound / 4
	d.Focus[sim.Retention] = sim.Focus{By: by, Weight: [sim.NumTiers]int{1, 0, 0}}
	return d
}

// lifts are what sorting by an order adds to company value against a random
// list of equal size, for each currency spent on retention, by seed.
func lifts(m sim.Market, by sim.Order, seeds int) []float64 {
	x := make([]float64, seeds)
	spent := m.Budget.PerRound.Currency() / 4 * float64(m.Rounds)
	for i := range x {
		seed := uint64(i) + 1
		x[i] = (worth(m, seed, focused(m, by)) - worth(m, seed, focused(m, sim.ByChance))) / spent
	}
	return x
}

var estimates = []sim.Order{sim.ByEstimatedValue, sim.ByEstimatedRisk, sim.ByEstimatedUplift}

// retentionLift: sorting customers is worth nothing where they are alike or
// nothing is known of them, and more the more they differ and are known.
func retentionLift(s Size) (rows []Row) {
	var alike, unknown []float64
	few := max(s.Seeds/24, 2)
	for _, by := range estimates {
		for _, k := range []float64{0, 0.5, 0.9} {
			alike = append(alike, lifts(known(s.Town, 0, k), by, few)...)
		}
		for _, h := range []float64{0.5, 1, 1.5} {
			unknown = append(unknown, lifts(known(s.Town, h, 0), by, few)...)
		}
	}
	rested := known(s.Town, 0, 0)
	rested.Churn.Fatigue = 0
	third := s.Seeds / 3
	at := func(h, k float64) []float64 { return lifts(known(s.Town, h, k), sim.ByEstimatedUplift, third) }
	little, middle := at(0.5, 0.6), at(1, 0.3)
	much := at(1, 0.6)
	return append(rows,
		row("lift of value, risk and uplift over a random list, h = 0, K = 0, .5, .9 [currency per currency]", is(0, 3), experiment.Summarise(alike), ""),
		row("the same, K = 0, h = .5, 1, 1.5", is(0, 3), experiment.Summarise(unknown), ""),
		row("lift of past spend, h = 0, where contacts do not tire", is(0, 3), experiment.Summarise(lifts(rested, sim.ByPastSpend, third)), ""),
		row("lift of past spend, h = 0", is(0, 3), experiment.Summarise(lifts(known(s.Town, 0, 0), sim.ByPastSpend, third)),
			"it reaches the same customers round after round, who tire; a random list is drawn anew each round"),
		row("lift of past spend, h = 1, K = 0", above(0), experiment.Summarise(lifts(known(s.Town, 1, 0), sim.ByPastSpend, third)), ""),
		row("lift of uplift, h = 1, K = .6", above(0), experiment.Summarise(much), ""),
		row("of it, from h above .5", above(0), experiment.Paired(much, little), ""),
		row("of it, from K above .3", above(0), experiment.Paired(much, middle), ""))
}
