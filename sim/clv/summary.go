package clv

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
)

// A Summary is what the models need to know of a customer: how often they
// bought again, when last, and for how long they were watched.
type Summary struct {
	X    int     // repeat purchases, 0 or more; the first purchase does not count
	Last float64 // from the first purchase to the last one [period], t_x; 0 when X is 0
	T    float64 // from the first purchase to the end of observation [period], above 0 and at least Last
	N    int     // how many customers are alike in all this; 0 is read as 1
}

// Silence [period] is the time since the last purchase, which RFM calls
// recency: T − Last.
func (s Summary) Silence() float64 { return s.T - s.Last }

// weight is the number of customers s stands for.
func (s Summary) weight() float64 { return float64(max(s.N, 1)) }

// A Base is the customers of a firm. Their order means nothing.
type Base []Summary

// Customers is their number.
func (b Base) Customers() int {
	n := 0
	for _, s := range b {
		n += max(s.N, 1)
	}
	return n
}

// Purchases is the number of repeat purchases of all customers.
func (b Base) Purchases() int {
	n := 0
	for _, s := range b {
		n += s.X * max(s.N, 1)
	}
	return n
}

// Compress returns b with customers who are alike counted as one entry, sorted
// by X, Last, T. Fits compress by themselves; a forecast over many customers
// is as quick as its base is short.
func Compress(b Base) Base {
	sorted := slices.Clone(b)
	for i := range sorted {
		sorted[i].N = max(sorted[i].N, 1)
	}
	slices.SortFunc(sorted, func(p, q Summary) int {
		return cmp.Or(cmp.Compare(p.X, q.X), cmp.Compare(p.Last, q.Last), cmp.Compare(p.T, q.T))
	})
	short := sorted[:0]
	for _, s := range sorted {
		if n := len(short); n > 0 && short[n-1].X == s.X && short[n-1].Last == s.Last && short[n-1].T == s.T {
			short[n-1].N += s.N
			continue
		}
		short = append(short, s)
	}
	return short
}

// limits of what a fit accepts; beyond them float64 no longer holds the
// likelihood to the digits it is reported with.
const (
	maxPurchases = 1_000_000
	maxTime      = 1e9
	maxCustomers = 1 << 40
)

var errEmpty = errors.New("there are no customers to fit")

// check says what is wrong with the first faulty entry of b.
func (b Base) check() error {
	if len(b) == 0 {
		return errEmpty
	}
	for i, s := range b {
		wrong := ""
		switch {
		case s.X < 0 || s.X > maxPurchases:
			wrong = fmt.Sprintf("has %d repeat purchases; they must lie between 0 and %d", s.X, maxPurchases)
		case !(s.T > 0 && s.T <= maxTime):
			wrong = fmt.Sprintf("was watched for %v periods; it must be above 0 and at most %g", s.T, float64(maxTime))
		case !(s.Last >= 0 && s.Last <= s.T):
			wrong = fmt.Sprintf("bought last at %v, which does not lie between the first purchase (0) and the end of observation (%v)", s.Last, s.T)
		case s.X == 0 && s.Last != 0:
			wrong = fmt.Sprintf("never bought again, but has a last purchase at %v; without repeat purchases it is 0", s.Last)
		case s.X > 0 && s.Last == 0:
			wrong = fmt.Sprintf("bought %d times again at the moment of the first purchase; purchases at one moment are one", s.X)
		case s.N < 0 || int64(s.N) > maxCustomers:
			wrong = fmt.Sprintf("stands for %d customers; give 1 or more", s.N)
		}
		if wrong != "" {
			return fmt.Errorf("customer %d %s", i+1, wrong)
		}
	}
	return nil
}

// scaled returns b with times divided by unit.
func (b Base) scaled(unit float64) Base {
	out := slices.Clone(b)
	for i := range out {
		out[i].Last /= unit
		out[i].T /= unit
	}
	return out
}

// meanT is the mean time of observation [period].
func (b Base) meanT() float64 {
	sum, n := 0.0, 0.0
	for _, s := range b {
		sum += s.weight() * s.T
		n += s.weight()
	}
	return sum / n
}

// timeUnit [period] is the unit in which the mean time of observation is 40,
// where optimisers work best whatever the caller's unit.
func (b Base) timeUnit() float64 { return b.meanT() / 40 }

// sum adds up over all customers.
func (b Base) sum(of func(Summary) float64) float64 {
	total := 0.0
	for _, s := range b {
		total += s.weight() * of(s)
	}
	return total
}
