package validation

import (
	"fmt"

	"centricity/sim"
	"centricity/sim/experiment"
	"centricity/sim/internal/exact"
)

// gamma is a gamma marginal with a rate per week, for rounds of some weeks.
func gamma(shape, ratePerWeek, weeks float64) sim.Marginal {
	return sim.Marginal{Family: sim.Gamma, A: shape, B: ratePerWeek / weeks}
}

// repeats plays a still world and reads the number of repeat purchases a
// customer made after some rounds, and the share with none.
func repeats(m sim.Market, seed uint64, after int) (mean, none experiment.Estimate) {
	w := begin(m, seed)
	for range after {
		step(w, sim.Decision{})
	}
	x := make([]float64, 0, m.People)
	zero := make([]float64, m.People)
	for c := range w.Customers() {
		if c.Purchases == 0 {
			zero[c.ID] = 1
		}
		x = append(x, float64(c.Purchases))
	}
	return experiment.Summarise(x), experiment.Summarise(zero)
}

// shopRepeats: with every response off the market is the model that its clock
// and marginals make it. Parameters published on CDNOW, in weeks (Fader, Hardie
// & Lee 2005; Schmittlein, Morrison & Colombo 1987).
func shopRepeats(s Size) (rows []Row) {
	const slack = 4
	for _, c := range []struct {
		weeks  float64
		rounds int
		bg, pn float64 // closed forms of E[X(weeks)]
	}{{10, 1, .4324134, .4276}, {39, 3, 1.1967232, 1.2130}, {78, 6, 1.8605191, 1.9094}} {
		week := c.weeks / float64(c.rounds)
		m := still(s.Crowd, c.rounds)
		m.Churn.Clock = sim.PerTransaction
		m.Segments[0].Traits[sim.PurchaseRate] = gamma(.243, 4.414, week)
		m.Segments[0].Traits[sim.ChurnHazard] = sim.Marginal{Family: sim.Beta, A: .793, B: 2.426}
		mean, none := repeats(m, 2026, c.rounds)
		rows = append(rows, row(fmt.Sprintf("BG/NBD, repeat purchases in %g weeks", c.weeks), is(c.bg, slack), mean, ""))
		if c.weeks == 39 {
			rows = append(rows, row("BG/NBD, share with none in 39 weeks", is(.573786, slack), none, ""))
		}

		m.Churn.Clock = sim.Continuous
		m.Segments[0].Traits[sim.PurchaseRate] = gamma(.553, 10.578, week)
		m.Segments[0].Traits[sim.ChurnHazard] = gamma(.606, 11.669, week)
		mean, _ = repeats(m, 2027, c.rounds)
		rows = append(rows, row(fmt.Sprintf("Pareto/NBD, repeat purchases in %g weeks", c.weeks), is(c.pn, slack), mean, ""))
	}
	m := still(s.Crowd, 1)
	m.Segments[0].Traits[sim.PurchaseRate] = gamma(.553, 10.578, 39)
	m.Segments[0].Traits[sim.ChurnHazard] = sim.Marginal{}
	mean, none := repeats(m, 2028, 1)
	return append(rows,
		row("NBD, purchases in 39 weeks", is(.553/10.578*39, slack), mean, ""),
		row("NBD, share with none in 39 weeks", is(exact.Pow(10.578/(10.578+39), .553), slack), none, ""))
}
