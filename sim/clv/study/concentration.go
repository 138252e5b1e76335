package study

import (
	"math"

	"centricity/sim/clv"
	"centricity/sim/internal/rng"
)

// purposeBootstrap is that of the draws of customers. The simulated world's
// purposes and the models' lie below.
const purposeBootstrap rng.Purpose = 1<<33 + 1

// concentrated estimates both of what customers spent, with intervals from
// drawing customers anew: 200 samples of at most 10,000, whose spread is taken
// to the whole number by its square root.
func concentrated(spent []float64) (top, gini clv.Estimate) {
	const samples, most = 200, 10_000
	all := clv.Concentrate(spent)
	n := len(spent)
	m := min(n, most)
	key := rng.NewKey(1, purposeBootstrap, 0)
	sample := make([]float64, m)
	var sums [2][2]float64
	for s := range samples {
		stream := key.Stream(uint64(s))
		for i := range sample {
			sample[i] = spent[int(stream.Uint64()%uint64(n))]
		}
		c := clv.Concentrate(sample)
		for k, v := range [2]float64{c.TopShare(0.2), c.Gini} {
			sums[k][0] += v
			sums[k][1] += v * v
		}
	}
	estimate := func(name string, value float64, sums [2]float64) clv.Estimate {
		mean := sums[0] / samples
		se := math.Sqrt(max(sums[1]/samples-mean*mean, 0)) * math.Sqrt(float64(m)/float64(n))
		return clv.Estimate{Name: name, Value: value, SE: se, Low: max(value-1.96*se, 0), High: min(value+1.96*se, 1)}
	}
	return estimate("share of revenue of the best 20 % of customers", all.TopShare(0.2), sums[0]), estimate("Gini coefficient of revenue", all.Gini, sums[1])
}
