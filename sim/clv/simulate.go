package clv

import (
	"math"

	"centricity/sim/internal/draw"
	"centricity/sim/internal/rng"
)

// A stream is the draws of one simulated customer.
type stream struct{ rng.Stream }

// wait is an exponential time of the given rate, +Inf for rate 0.
func (s *stream) wait(rate float64) float64 { return draw.Exponential(s.Uint64()) / rate }

func (s *stream) gamma(shape, rate float64) float64 { return draw.Gamma(&s.Stream, shape) / rate }

// beta comes from two gammas; where both are too small for float64 it is one
// of the ends, as nearly all of such a distribution is.
func (s *stream) beta(a, b float64) float64 {
	p, q := s.gamma(a, 1), s.gamma(b, 1)
	if p+q > 0 {
		return p / (p + q)
	}
	if s.chance(a / (a + b)) {
		return 1
	}
	return 0
}

func (s *stream) chance(p float64) bool { return draw.Uniform(s.Uint64()) < p }

// simulate draws one customer for each time of observation: life calls buy
// with the time of each purchase in turn until it returns false. A purchase at
// 0 is the first and does not count.
func simulate(seed uint64, purpose rng.Purpose, until []float64, life func(s *stream, t float64, buy func(at float64) bool)) Base {
	key := rng.NewKey(seed, purpose, 0)
	out := make(Base, len(until))
	for i, t := range until {
		one := Summary{T: t, N: 1}
		s := stream{key.Stream(uint64(i))}
		life(&s, t, func(at float64) bool {
			if !(at <= t) || math.IsInf(at, 0) || one.X >= maxPurchases {
				return false
			}
			if at > 0 {
				one.X++
				one.Last = at
			}
			return true
		})
		out[i] = one
	}
	return out
}

// simulateTenures draws one customer under contract for each number of
// renewals in until: life gives a customer's probability to leave at the end
// of period t.
func simulateTenures(seed uint64, purpose rng.Purpose, until []int, life func(*stream) func(t int) float64) []Tenure {
	key := rng.NewKey(seed, purpose, 0)
	out := make([]Tenure, len(until))
	for i, end := range until {
		s := stream{key.Stream(uint64(i))}
		leaves := life(&s)
		one := Tenure{N: 1}
		for one.Periods < end && !one.Lost {
			one.Periods++
			one.Lost = s.chance(leaves(one.Periods))
		}
		out[i] = one
	}
	return out
}
