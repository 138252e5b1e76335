package policy

import (
	"centricity/sim"

	"centricity/sim/internal/rng"
)

// Uniform serves everyone alike: acquisition, retention and experience, spread
// evenly. One size fits all.
func Uniform(v View) sim.Decision {
	d := v.split(shares{sim.Acquisition: 30, sim.Retention: 25, sim.Experience: 45})
	d.Price = v.price(100)
	return d
}

// Balanced gives every open lever the same.
func Balanced(v View) sim.Decision {
	d := v.split(shares{1, 1, 1, 1, 1})
	d.Price = v.price(100)
	return d
}

// AcquisitionFirst wins customers and does nothing to keep them.
func AcquisitionFirst(v View) sim.Decision {
	d := v.split(shares{sim.Acquisition: 1})
	d.Price = v.price(100)
	return d
}

// Random decides anything legal. The draws are keyed by seed and round, so the
// same firm decides the same way again.
func Random(seed uint64) Policy {
	return func(v View) sim.Decision {
		s := rng.NewKey(seed, drawDecision, len(v.Reports)).Stream(0)
		below := func(n int) int { return int(s.Uint64() % uint64(n)) }
		b := v.Brief
		d := sim.Decision{
			Price:    b.Price.Low + sim.Money(below(int(b.Price.High-b.Price.Low)+1)),
			Discount: sim.BasisPoints(below(int(b.Price.MaxDiscount) + 1)),
		}
		weights := shares{}
		for lever := range weights {
			weights[lever] = below(100)
		}
		spent := v
		spent.Available = v.Available * sim.Money(below(101)) / 100
		d.Spend = spent.split(weights).Spend
		for i := range b.Channels {
			d.Channels[i] = below(sim.MaxWeight + 1)
		}
		orders := b.Orders()
		for _, lever := range []sim.Lever{sim.Retention, sim.Experience} {
			d.Focus[lever].By = orders[below(len(orders))]
			for tier := range sim.NumTiers {
				d.Focus[lever].Weight[tier] = below(sim.MaxWeight + 1)
			}
		}
		return d
	}
}

// drawDecision keys Random's draws, apart from all of the core's.
const drawDecision rng.Purpose = 1 << 32
