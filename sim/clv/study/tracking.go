package study

import (
	"cmp"
	"maps"
	"math"
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
	end := d.End + d.Holdout
	// Expected depends on the time since joining only; it is computed once for
	// each time that occurs.
	known := map[int]float64{}
	by := func(when, joined float64) float64 {
		since := when - joined
		if since <= 0 {
			return 0
		}
		key := int(math.Round(since * 1000))
		v, ok := known[key]
		if !ok {
			v = m.Expected(since)
			known[key] = v
		}
		return v
	}
	before := 0.0
	for i := range d.Repeats {
		sum := 0.0
		for k, n := range d.Joined {
			sum += n * by(min(float64(i+1), end), d.JoinedAt[k])
		}
		t.Expected = append(t.Expected, sum-before)
		before = sum
	}
	return t
}
