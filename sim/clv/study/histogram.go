package study

import (
	"fmt"
	"math"
	"slices"

	"centricity/sim/clv"

	"gonum.org/v1/gonum/stat/distuv"
)

// A Histogram is how many customers bought again how often, beside what the
// model expects.
type Histogram struct {
	From     []int // the least count of each bin; the last bin has no end
	Actual   []float64
	Expected []float64

	// Pearson's chi-square of the bins, of which those with fewer than 5
	// expected customers are counted together; 0 freedom: too few bins to tell.
	ChiSquare float64
	Freedom   int
	P         float64
	// Misplaced is the share of customers who would have to move to another
	// bin for fact to match the model: what chi-square does not say, which in a
	// large base finds the smallest difference significant.
	Misplaced float64
}

// Label names a bin: "3", "4–6", "7+".
func (h Histogram) Label(i int) string {
	switch {
	case i == len(h.From)-1:
		return fmt.Sprintf("%d+", h.From[i])
	case h.From[i+1] == h.From[i]+1:
		return fmt.Sprint(h.From[i])
	}
	return fmt.Sprintf("%d–%d", h.From[i], h.From[i+1]-1)
}

// histogram bins customers as the literature does, 0 to 6 and 7 or more, or
// wider where they buy more often.
func histogram(b clv.Base, m clv.Purchasing, parameters int) Histogram {
	const bins = 8
	width := max(1, (quantile(b, 0.95)+bins-2)/(bins-1))
	if quantile(b, 0.95) <= 2*bins {
		width = 1
	}
	h := Histogram{From: []int{0}, Actual: make([]float64, bins), Expected: make([]float64, bins)}
	for i := 1; i < bins; i++ {
		h.From = append(h.From, 1+(i-1)*width)
	}
	times := map[float64]float64{}
	total := 0.0
	for _, s := range b {
		n := float64(max(s.N, 1))
		i := 0
		for i+1 < bins && s.X >= h.From[i+1] {
			i++
		}
		h.Actual[i] += n
		times[s.T] += n
		total += n
	}
	for _, t := range thinned(times) {
		rest := t.n
		for i := 0; i+1 < bins; i++ {
			for x := h.From[i]; x < h.From[i+1]; x++ {
				p := t.n * m.PMF(x, t.at)
				h.Expected[i] += p
				rest -= p
			}
		}
		h.Expected[bins-1] += max(rest, 0)
	}
	for i := range h.Actual {
		h.Misplaced += math.Abs(h.Actual[i]-h.Expected[i]) / 2 / total
	}
	h.test(parameters)
	return h
}

// test is Pearson's, on bins of at least 5 expected customers.
func (h *Histogram) test(parameters int) {
	var actual, expected []float64
	a, e := 0.0, 0.0
	for i := range h.Actual {
		a, e = a+h.Actual[i], e+h.Expected[i]
		if e >= 5 {
			actual, expected = append(actual, a), append(expected, e)
			a, e = 0, 0
		}
	}
	if n := len(actual); n > 0 {
		actual[n-1], expected[n-1] = actual[n-1]+a, expected[n-1]+e
	}
	h.Freedom = len(actual) - 1 - parameters
	if h.Freedom < 1 {
		h.Freedom, h.P = 0, math.NaN()
		return
	}
	for i := range actual {
		h.ChiSquare += (actual[i] - expected[i]) * (actual[i] - expected[i]) / expected[i]
	}
	h.P = distuv.ChiSquared{K: float64(h.Freedom)}.Survival(h.ChiSquare)
}

// quantile is that of the customers' counts.
func quantile(b clv.Base, q float64) int {
	counts := map[int]int{}
	total := 0
	for _, s := range b {
		counts[s.X] += max(s.N, 1)
		total += max(s.N, 1)
	}
	seen := 0
	for _, x := range sortedKeys(counts) {
		if seen += counts[x]; float64(seen) >= q*float64(total) {
			return x
		}
	}
	return 0
}

// at is customers observed for as long.
type at struct{ at, n float64 }

// thinned is the times by length, of which not more than 250 are kept apart.
func thinned(times map[float64]float64) []at {
	const most = 250
	keys := sortedKeys(times)
	step := (len(keys) + most - 1) / most
	var out []at
	for group := range slices.Chunk(keys, max(step, 1)) {
		var a at
		for _, t := range group {
			a.at += t * times[t]
			a.n += times[t]
		}
		a.at /= a.n
		out = append(out, a)
	}
	return out
}
