package validation

import (
	"fmt"

	"centricity/sim"
	"centricity/sim/internal/exact"
)

// The Pareto/NBD of CDNOW, rates per week (Fader & Hardie).
const (
	shape, rate   = .553, 10.578
	dShape, dRate = .606, 11.669
	horizon       = 39 // weeks
	paretoRepeats = 1.2130
)

// periodic is the expected number of repeat purchases over the horizon when
// customers can leave only at the end of each of n rounds:
//
//	E[X] = (r/α) δ Σ_{k<n} (β/(β+kδ))^s ,  δ = horizon/n
//
// the sum over rounds of a purchase rate times the chance of being there still
// (Jerath, Fader & Hardie 2011).
func periodic(n int) float64 {
	length, there := float64(horizon)/float64(n), 0.0
	for k := range n {
		there += exact.Pow(dRate/(dRate+float64(float64(k)*length)), dShape)
	}
	return shape / rate * length * there
}

// shrinkingRounds: the periodic model's expected repeats over 39 weeks,
// relative to Pareto/NBD, fall to 1 as rounds shrink.
func shrinkingRounds(s Size) (rows []Row) {
	for _, c := range []struct{ rounds, people int }{
		{3, s.Crowd}, {6, s.Crowd}, {12, s.Crowd}, {39, s.Crowd / 4},
	} {
		rows = append(rows, ratioToPareto(still(c.people, c.rounds), c.rounds))
	}
	return rows
}

// manyRounds is the finest clock the literature has: a quarter of a week.
func manyRounds(s Size) []Row {
	return []Row{ratioToPareto(still(s.Crowd/10, 156), 156)}
}

func ratioToPareto(m sim.Market, rounds int) Row {
	week := float64(horizon) / float64(rounds)
	m.Segments[0].Traits[sim.PurchaseRate] = gamma(shape, rate, week)
	m.Segments[0].Traits[sim.ChurnHazard] = gamma(dShape, dRate, week)
	mean, _ := repeats(m, 2029, rounds-m.Start.History)
	return Row{
		fmt.Sprintf("PDO/Pareto ratio at %d rounds", rounds), is(periodic(rounds)/paretoRepeats, 4),
		mean.Mean / paretoRepeats, mean.SE() / paretoRepeats, "",
	}
}
