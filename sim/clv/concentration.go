package clv

import (
	"math"
	"slices"
)

// Concentration tells how unequally an amount is spread over customers. Even
// customers who are all alike differ by luck: concentration seen is not
// heterogeneity.
type Concentration struct {
	Customers int
	Total     float64
	Gini      float64 // 0 if all have the same, near 1 if one has it all
	sorted    []float64
	upTo      []float64 // upTo[k] is what the lowest k customers have
}

// Concentrate measures amounts, one a customer. Amounts below 0 (refunds
// beyond what was bought) and those that are no number count as 0.
func Concentrate(amounts []float64) Concentration {
	c := Concentration{Customers: len(amounts), sorted: slices.Clone(amounts)}
	for i, a := range c.sorted {
		if !(a > 0) || math.IsInf(a, 0) {
			c.sorted[i] = 0
		}
	}
	slices.Sort(c.sorted)
	c.upTo = make([]float64, len(amounts)+1)
	area := 0.0 // under the curve of upTo
	for i, a := range c.sorted {
		c.upTo[i+1] = c.upTo[i] + a
		area += c.upTo[i] + a/2
	}
	c.Total = c.upTo[len(amounts)]
	if c.Total > 0 {
		c.Gini = math.Max(0, 1-2*area/(float64(len(amounts))*c.Total))
	}
	return c
}

// Lorenz is the share of the amount that the lowest share of customers has,
// share between 0 and 1; the line between customers is straight. Where nobody
// has anything all have the same.
func (c Concentration) Lorenz(share float64) float64 {
	share = math.Min(math.Max(share, 0), 1)
	if c.Total <= 0 {
		return share
	}
	at := share * float64(c.Customers)
	k := min(int(at), c.Customers-1)
	return (c.upTo[k] + (at-float64(k))*c.sorted[k]) / c.Total
}

// TopShare is the share of the amount that the best share of customers has:
// TopShare(0.2) is the number that the 80/20 rule puts at 0.8.
func (c Concentration) TopShare(share float64) float64 { return 1 - c.Lorenz(1-share) }
