package validation

import (
	"fmt"
	"math"

	"centricity/sim"
	"centricity/sim/internal/exact"
)

// calibration: over people known equally well, the slope of a trait's normal z
// on what the firm believes of it, ẑ, is 1 and the share explained is the
// reliability K. Where only mean spend differs between people, ẑ can be read
// from the estimated value, which is then in proportion to
//
//	m̂ = mean · exp(h s ẑ − K h²s²/2)
func calibration(s Size) (rows []Row) {
	for _, k := range []float64{0.1, 0.5, 0.9} {
		m := known(s.Crowd/10, 1, k)
		m.Start.Customers, m.Start.History = 1, 1
		m.Start.Incumbent = sim.Decision{Spend: [sim.NumLevers]sim.Money{sim.Insight: sim.Money(m.People) * 100}}
		g := &m.Segments[0]
		g.Correlations = nil
		for t := range g.Traits {
			if sim.Trait(t) != sim.MeanSpend {
				g.Traits[t].Spread = 0
			}
		}
		spend := g.Traits[sim.MeanSpend]
		normal := func(amount, reliability float64) float64 {
			return (exact.Log(amount/spend.Mean) + float64(reliability*spend.Spread*spend.Spread/2)) / spend.Spread
		}
		others := g.Traits[sim.PurchaseRate].Mean / (g.Traits[sim.ChurnHazard].Mean + m.Value.DiscountRate)

		w := begin(m, 5)
		believed := make([]float64, m.People)
		for r := range w.Records() {
			believed[r.ID] = normal(r.EstimatedValue/others, r.Reliability)
		}
		var xx, xz, zz float64
		for c := range w.Customers() {
			x, z := believed[c.ID], normal(c.Traits[sim.MeanSpend], 1)
			xx, xz, zz = xx+float64(x*x), xz+float64(x*z), zz+float64(z*z)
		}
		// Var(z | ẑ) = 1 − K and Var ẑ = K give the slope's standard error; R²
		// of a bivariate normal has 2ρ(1−ρ²)/√n.
		n := float64(m.People)
		rows = append(rows,
			Row{fmt.Sprintf("slope of z on ẑ at K = %g", k), is(1, 4), xz / xx, math.Sqrt((1 - k) / k / n), ""},
			Row{fmt.Sprintf("R² of z on ẑ at K = %g", k), is(k, 4), xz * xz / xx / zz, 2 * math.Sqrt(k) * (1 - k) / math.Sqrt(n), ""})
	}
	return rows
}
