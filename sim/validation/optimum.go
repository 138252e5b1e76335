package validation

import (
	"centricity/sim"
	"centricity/sim/internal/exact"
)

// A stripped world: one channel without carry-over, everyone contacted joins,
// buys once and for all, and leaves a margin [currency]. What spending A per
// prospect brings in is then the response of Blattberg & Deighton (1996),
//
//	a_max (1 − e^−kA)  with a_max = efficiency and k = 1/scale
const (
	ceiling = 0.01 // a_max
	steep   = 1.0  // k [per currency]
	margin  = 1000 // m [currency]
)

// optimum scans spending and finds A* = ln(k a_max m)/k, the spending per
// prospect at which the last unit of money brings back itself.
func optimum(s Size) []Row {
	want := exact.Log(steep*ceiling*margin) / steep
	best := replicate(max(s.Seeds/20, 4), func(seed uint64) float64 { return bestSpend(stripped(s.Crowd/5), seed, want) })
	r := row("spending per prospect with the highest profit, by scanning it", is(want, 3), best, "")
	// The hazard's 1 − e^−h ≈ h costs up to half the ceiling.
	r.Want.Low, r.Want.High = want-ceiling, want+ceiling
	return []Row{r}
}

func stripped(people int) sim.Market {
	m := sim.DefaultMarket()
	m.People, m.Rounds = people, 1
	m.Start = sim.StartParams{}
	m.Budget.PerRound = sim.Money(people) * 1000
	m.Channels = []sim.Channel{{Name: "only", Efficiency: ceiling}}
	m.Acquisition = sim.AcquisitionParams{Intercept: 10, Scale: 1 / steep, TargetingCap: 1}
	m.Utility = sim.UtilityParams{}
	m.Price.UnitCost, m.Price.Service = 0, 0
	m.Purchase.Shape = 1000
	g := &m.Segments[0]
	g.Correlations = nil
	for t := range g.Traits {
		g.Traits[t] = sim.Marginal{}
	}
	g.Traits[sim.MeanSpend].Mean = margin
	return m
}

// bestSpend scans spending per prospect one to either side of a middle and
// returns the top of the cubic through the profits, which are noisy: whether
// one prospect more joins is luck.
func bestSpend(m sim.Market, seed uint64, middle float64) float64 {
	const steps = 10
	start := begin(m, seed)
	var sum [7]float64 // Σ x^k
	var dot [4]float64 // Σ x^k profit
	for i := -steps; i <= steps; i++ {
		x := float64(i) / steps
		var d sim.Decision
		d.Spend[sim.Acquisition] = scaled(sim.Money(m.People)*100, middle+x)
		profit := step(start.Clone(), d).Books.Profit().Currency() / float64(m.People)
		power := 1.0
		for k := range sum {
			sum[k] += power
			if k < len(dot) {
				dot[k] += float64(power * profit)
			}
			power *= x
		}
	}
	// On a grid symmetric around 0 even and odd powers part.
	_, c2 := solve(sum[0], sum[2], sum[4], dot[0], dot[2])
	c1, c3 := solve(sum[2], sum[4], sum[6], dot[1], dot[3])
	x := 0.0
	for range 20 { // Newton's steps to where the slope is 0
		slope := c1 + float64(2*c2*x) + float64(3*c3*x*x)
		x -= slope / (2*c2 + float64(6*c3*x))
	}
	return middle + x
}

// solve finds u and v with a u + b v = p and b u + c v = q.
func solve(a, b, c, p, q float64) (u, v float64) {
	det := float64(a*c) - float64(b*b)
	return (float64(p*c) - float64(b*q)) / det, (float64(a*q) - float64(b*p)) / det
}
