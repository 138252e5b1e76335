package validation

import (
	"fmt"
	"math"

	"centricity/sim"
	"centricity/sim/experiment"
	"centricity/sim/internal/exact"
)

// tenure: with every response off, cohort retention rises with tenure where
// customers differ, although no individual's does, and is flat at e^−H where
// they do not.
func tenure(s Size) []Row {
	const rounds = 6
	play := func(h float64) []sim.Report {
		m := still(s.Crowd/4, rounds)
		m.Heterogeneity = h
		return finish(begin(m, 2), sim.Decision{})
	}
	kept := func(r sim.Report) (share, se float64) {
		k := r.Base.Retention()
		return k, math.Sqrt(k * (1 - k) / float64(r.Base.Opening))
	}
	want := exact.Exp(-0.12)
	rows := []Row{}
	flat := play(0)
	for _, i := range []int{0, rounds - 1} {
		k, se := kept(flat[i])
		rows = append(rows, Row{fmt.Sprintf("retention in round %d, h = 0", i+1), is(want, 4), k, se, ""})
	}
	rising := play(1)
	first, se1 := kept(rising[0])
	last, se2 := kept(rising[rounds-1])
	return append(rows, Row{"retention in round 6 less that in round 1, h = 1", above(0), last - first, math.Sqrt(float64(se1*se1) + float64(se2*se2)), ""})
}

// regression: last period's best tenth of the customers spends less this
// period, and still more than the rest.
func regression(s Size) []Row {
	var back, ahead []float64
	for seed := range uint64(s.Seeds) {
		w := begin(town(s.Town), seed)
		step(w, sim.Decision{})
		r := step(w, sim.Decision{})
		var all sim.Money
		customers := 0
		for _, d := range r.Deciles {
			all, customers = all+d.Now, customers+d.Customers
		}
		best := r.Deciles[0]
		back = append(back, best.Now.Currency()/best.Before.Currency())
		ahead = append(ahead, best.Now.Currency()/float64(best.Customers)/(all.Currency()/float64(customers)))
	}
	return []Row{
		row("top decile's spending next round, relative to the round before", below(1), experiment.Summarise(back), ""),
		row("top decile's spending next round, relative to the average customer", above(1), experiment.Summarise(ahead), ""),
	}
}

// traitMeans: heterogeneity changes spreads and keeps every mean. A lognormal's
// mean has standard error CV/√n with CV² = exp(h²s²) − 1.
func traitMeans(s Size) (rows []Row) {
	for _, h := range []float64{0.5, 1, 1.5} {
		m := town(s.Crowd)
		m.Heterogeneity = h
		m.Start = sim.StartParams{}
		var mean [sim.NumTraits]float64
		n := float64(m.People)
		for c := range begin(m, 1).Customers() {
			for k, x := range c.Traits {
				mean[k] += x / n
			}
		}
		worst := 0.0
		for k, t := range m.Segments[0].Traits {
			sd := h * t.Spread
			if sim.Trait(k) != sim.NeedPosition {
				sd = t.Mean * math.Sqrt(exact.Expm1(sd*sd))
			}
			worst = max(worst, math.Abs(mean[k]-t.Mean)*math.Sqrt(n)/sd)
		}
		rows = append(rows, Row{fmt.Sprintf("largest deviation of a trait's mean, h = %g [se]", h), between(0, 4), worst, 0, ""})
	}
	return rows
}
