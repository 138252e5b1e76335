package study

import (
	"cmp"
	"maps"
	"slices"

	"centricity/sim/clv"
)

func sortedKeys[K cmp.Ordered, V any](m map[K]V) []K { return slices.Sorted(maps.Keys(m)) }

// A Tracking is repeat purchases by period, from the log's first day, of the
// customers won before the cut.
type Tracking struct {
	Actual   []float64
	Expected []float64
	Fitted   int // so many periods are within what was fitted
}

// Cumulative adds the periods up.
func (t Tracking) Cumulative() (actual, expected []float64) {
	a, e := 0.0, 0.0
	for i := range t.Actual {
		a, e = a+t.Actual[i], e+t.Expected[i]
		actual, expected = append(actual, a), append(expected, e)
	}
	return actual, expected
}

// track adds up what the model expects of customers from the day each was won.
func track(d Data, m clv.Purchasing) Tracking {
	t := Tracking{Actual: d.Repeats, Fitted: min(int(d.End), len(d.Repeats))}
	ends := make([]float64, len(d.Repeats))
	for i := range ends {
		ends[i] = min(float64(i+1), d.End+d.Holdout)
	}
	before := 0.0
	for _, sum := range clv.Tracking(m, d.Starts, ends) {
		t.Expected = append(t.Expected, sum-before)
		before = sum
	}
	return t
}
