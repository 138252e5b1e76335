package validation

import (
	"math"

	"centricity/sim"
	"centricity/sim/experiment"
)

// doubling: twice the people with twice the budget make twice the money.
func doubling(s Size) []Row {
	n := s.Seeds / 2
	head := func(people int, from uint64) experiment.Estimate {
		return replicate(n, func(seed uint64) float64 {
			m := town(people)
			return worth(m, from+seed, m.Start.Incumbent) / float64(people)
		})
	}
	return []Row{row("company value per head, 2 N less N [currency]", is(0, 3), apart(head(2*s.Town, 0), head(s.Town, 10_000)), "")}
}

// apart is the difference of two estimates that share nothing.
func apart(a, b experiment.Estimate) experiment.Estimate {
	n := min(a.N, b.N)
	variance := float64(a.SE()*a.SE()) + float64(b.SE()*b.SE())
	return experiment.Estimate{Mean: a.Mean - b.Mean, SD: math.Sqrt(variance * float64(n)), N: n}
}

// calendar: a market in months, with its rates a third of a quarter's, is the
// same market: with responses off, a base that people join and leave at any
// moment stands where it stood after a year. So does one that can leave only
// when a round ends, if nobody joins. Who left cannot come back in the same
// round, so the longer round is the poorer by about joining times leaving
// hazard; the joining hazard here is small enough for that not to show.
func calendar(s Size) []Row {
	year := func(rounds int, clock sim.Clock, joins float64) (there, spent experiment.Estimate) {
		part := 4 / float64(rounds)
		m := still(s.Crowd/4, rounds)
		m.RoundWeeks *= part
		m.Start.Customers, m.Churn.Clock = 0.5, clock
		m.Acquisition.BaseHazard = joins * part
		g := &m.Segments[0]
		for _, t := range []sim.Trait{sim.PurchaseRate, sim.ChurnHazard} {
			g.Traits[t].Mean *= part
		}
		w := begin(m, uint64(rounds))
		finish(w, sim.Decision{})
		active, money := make([]float64, m.People), make([]float64, m.People)
		for c := range w.Customers() {
			if c.Active {
				active[c.ID] = 1
			}
			money[c.ID] = c.Spent.Currency()
		}
		return experiment.Summarise(active), experiment.Summarise(money)
	}
	customers, spent := year(12, sim.Continuous, 0.05)
	quarterly, spentQuarterly := year(4, sim.Continuous, 0.05)
	ends, _ := year(12, sim.PerRound, 0)
	quarterlyEnds, _ := year(4, sim.PerRound, 0)
	return []Row{
		row("customers per head after twelve months less after four quarters", is(0, 3), apart(customers, quarterly), ""),
		row("revenue per head, the same [currency]", is(0, 3), apart(spent, spentQuarterly), ""),
		row("customers per head, the same, leaving at a round's end, nobody joining", is(0, 3), apart(ends, quarterlyEnds), ""),
	}
}
