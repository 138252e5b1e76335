package experiment

import "math"

// jackknife is a statistic of n replications with its 95 % interval. stat
// leaves one replication out, or none where skip is −1. For a mean this is
// Student's interval; for a ratio of means or the log of a ratio of spreads it
// needs no formula of its own (Tukey 1958).
func jackknife(n int, stat func(skip int) float64) (value, low, high float64) {
	value = stat(-1)
	without := make([]float64, n)
	for i := range without {
		without[i] = stat(i)
	}
	// var = (n−1)/n Σ (stat_i − mean)² , and SD² = Σ (…)²/(n−1)
	se := Summarise(without).SD * float64(n-1) / math.Sqrt(float64(max(n, 1)))
	half := float64(tQuantile975(n-1) * se)
	return value, value - half, value + half
}

// mean of x without one entry.
func mean(x []float64, skip int) float64 { return Summarise(leave(x, skip)).Mean }

// deviation is the standard deviation of x without one entry.
func deviation(x []float64, skip int) float64 { return Summarise(leave(x, skip)).SD }

func leave(x []float64, skip int) []float64 {
	if skip < 0 {
		return x
	}
	rest := make([]float64, 0, len(x)-1)
	return append(append(rest, x[:skip]...), x[skip+1:]...)
}
