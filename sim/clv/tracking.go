package clv

import "math"

// A Start is customers who first bought at the same time.
type Start struct {
	At float64 // [period] on the calendar
	N  int     // how many; 0 is read as 1
}

// Tracking is the expected number of repeat purchases up to each of the times
// at [period] on the calendar, of a cohort whose customers came one after the
// other: Σ E[X(t - start)] over those who started before t.
func Tracking(m Purchasing, cohort []Start, at []float64) []float64 {
	// Logs are dated by day or so: the same ages come again and again.
	const grain = 1e-6 // [period]
	known := map[int64]float64{}
	out := make([]float64, len(at))
	for i, t := range at {
		for _, s := range cohort {
			age := t - s.At
			if !(age > 0) {
				continue
			}
			key := int64(math.Round(age / grain))
			mean, ok := known[key]
			if !ok {
				mean = m.Expected(age)
				known[key] = mean
			}
			out[i] += float64(max(s.N, 1)) * mean
		}
	}
	return out
}

// Histogram counts the customers of a base by their number of repeat
// purchases, 0 … last-1 and last or more, as they are and as the model expects
// it of customers observed for as long as each of these was.
func Histogram(m Purchasing, b Base, last int) (actual, expected []float64) {
	actual, expected = make([]float64, last+1), make([]float64, last+1)
	byT := map[float64]float64{}
	var times []float64
	for _, s := range b {
		actual[min(max(s.X, 0), last)] += s.weight()
		if byT[s.T] == 0 {
			times = append(times, s.T)
		}
		byT[s.T] += s.weight()
	}
	for _, t := range times {
		rest := 1.0
		for x := range last {
			p := m.PMF(x, t)
			expected[x] += byT[t] * p
			rest -= p
		}
		expected[last] += byT[t] * math.Max(rest, 0)
	}
	return actual, expected
}

// Holdout is the expected number of purchases of all customers of b in the
// next t periods, given what each did before: Σ ConditionalExpected.
func Holdout(m Purchasing, b Base, t float64) float64 {
	return b.sum(func(s Summary) float64 { return m.ConditionalExpected(t, s) })
}
