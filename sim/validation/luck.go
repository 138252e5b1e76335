package validation

import (
	"math"

	"centricity/sim"
	"centricity/sim/experiment"
)

// commonLuck is by how much common random numbers cut the variance of what a
// price 1 % higher is worth, against independent runs.
func commonLuck(s Size) []Row {
	n := s.Seeds / 2
	at := func(percent sim.Money, from uint64) []float64 {
		m := town(s.Town)
		d := m.Start.Incumbent
		d.Price = m.Price.Reference * percent / 100
		x := make([]float64, n)
		for i := range x {
			x[i] = worth(m, from+uint64(i), d)
		}
		return x
	}
	base, common, other := at(100, 1), at(101, 1), at(101, 10_001)
	shared, apart := experiment.Paired(common, base), experiment.Paired(other, base)
	return []Row{{"variance of a 1 % price contrast, independent over common random numbers", Want{"> 100", 100, math.Inf(1), 0}, apart.SD * apart.SD / (shared.SD * shared.SD), 0, ""}}
}
