package experiment

import (
	"slices"

	"centricity/sim"
	"centricity/sim/internal/draw"
	"centricity/sim/internal/rng"
)

// A Purchase is one transaction of a customer.
type Purchase struct {
	At     float64 // [rounds since the first played one began]
	Amount sim.Money
}

// Purchases tells the purchases of a sale apart. The core draws how many there
// were, when the last was and what they came to; given these, the model leaves
// the others' moments uniform between the first possible one and the last, and
// the money divided like gammas of the given shape (a Dirichlet). Both are
// keyed by seed, round and customer, so the same sale always has the same
// purchases. The amounts add up to the cent. The slice is appended to to.
func Purchases(to []Purchase, s sim.Sale, shape float64, seed uint64) []Purchase {
	begin := len(to)
	times := rng.NewKey(seed, drawTimes, s.Round).Stream(uint64(s.Customer))
	for range s.Count - 1 {
		to = append(to, Purchase{At: s.From + float64((s.Last-s.From)*draw.Uniform(times.Uint64()))})
	}
	to = append(to, Purchase{At: s.Last})
	one := to[begin:]
	slices.SortFunc(one, func(a, b Purchase) int {
		if a.At < b.At {
			return -1
		}
		return 1
	})
	if s.Count == 1 {
		one[0].Amount = s.Revenue
		return to
	}
	parts := rng.NewKey(seed, drawParts, s.Round).Stream(uint64(s.Customer))
	weights, sum := make([]float64, s.Count), 0.0
	for i := range weights {
		weights[i] = draw.Gamma(&parts, shape)
		sum += weights[i]
	}
	var before float64
	var given sim.Money
	for i := range one {
		before += weights[i]
		upTo := sim.Money(float64(float64(s.Revenue)*before)/sum + 0.5)
		if i == len(one)-1 || sum <= 0 {
			upTo = s.Revenue
		}
		one[i].Amount = upTo - given
		given = upTo
	}
	return to
}
