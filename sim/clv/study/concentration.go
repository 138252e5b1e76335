package study

import (
	"math"
	"slices"

	"centricity/sim/clv"
	"centricity/sim/internal/rng"
)

// purposeBootstrap is that of the draws of customers. The simulated world's
// purposes and the models' lie below.
const purposeBootstrap rng.Purpose = 1<<33 + 1

// topShare is the share of amounts that the best fifth has, and gini their
// Gini coefficient; amounts are sorted. Both are 0 if there is nothing.
func concentration(amounts []float64) (top, gini float64) {
	n := len(amounts)
	total, area := 0.0, 0.0
	for _, a := range amounts {
		area += total + a/2
		total += a
	}
	if !(total > 0) {
		return 0, 0
	}
	// The best fifth may end within a customer.
	fifth := float64(n) / 5
	k := int(fifth)
	for _, a := range amounts[n-k:] {
		top += a
	}
	if k < n {
		top += (fifth - float64(k)) * amounts[n-k-1]
	}
	return top / total, 1 - 2*area/(float64(n)*total)
}

// concentrated estimates both of what customers spent, with intervals from
// drawing customers anew: 200 samples of at most 10,000, whose spread is taken
// to the whole number by its square root.
func concentrated(spent []float64) (top, gini clv.Estimate) {
	const samples, most = 200, 10_000
	sorted := slices.Clone(spent)
	for i, v := range sorted {
		sorted[i] = max(v, 0)
	}
	slices.Sort(sorted)
	t, g := concentration(sorted)
	n := len(sorted)
	m := min(n, most)
	key := rng.NewKey(1, purposeBootstrap, 0)
	sample := make([]float64, m)
	var sums [2][2]float64
	for s := range samples {
		stream := key.Stream(uint64(s))
		for i := range sample {
			sample[i] = sorted[int(stream.Uint64()%uint64(n))]
		}
		slices.Sort(sample)
		a, b := concentration(sample)
		for k, v := range [2]float64{a, b} {
			sums[k][0] += v
			sums[k][1] += v * v
		}
	}
	estimate := func(name string, value float64, sums [2]float64) clv.Estimate {
		mean := sums[0] / samples
		se := math.Sqrt(max(sums[1]/samples-mean*mean, 0)) * math.Sqrt(float64(m)/float64(n))
		return clv.Estimate{Name: name, Value: value, SE: se, Low: max(value-1.96*se, 0), High: min(value+1.96*se, 1)}
	}
	return estimate("share of revenue of the best 20 % of customers", t, sums[0]), estimate("Gini coefficient of revenue", g, sums[1])
}
