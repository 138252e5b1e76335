package draw

import (
	"fmt"
	"math"
	"slices"
	"sort"
	"testing"

	"centricity/sim/internal/rng"

	"github.com/stretchr/testify/require"
	"gonum.org/v1/gonum/stat/distuv"
)

// distribution is a sampler beside its closed form.
type distribution struct {
	name                     string
	sample                   func(s *rng.Stream) float64
	cdf                      func(x float64) float64
	mean, variance, kurtosis float64 // the last in excess of the normal
	discrete                 bool
}

func distributions() []distribution {
	ds := []distribution{
		{"uniform", func(s *rng.Stream) float64 { return Uniform(s.Uint64()) },
			func(x float64) float64 { return x }, 0.5, 1. / 12, -1.2, false},
		{"normal", func(s *rng.Stream) float64 { return Normal(s.Uint64()) },
			distuv.UnitNormal.CDF, 0, 1, 0, false},
		{"exponential", func(s *rng.Stream) float64 { return Exponential(s.Uint64()) },
			distuv.Exponential{Rate: 1}.CDF, 1, 1, 6, false},
	}
	for _, mean := range []float64{0.01, 0.9, 5, 29.9, 30, 30.1, 75, 1000, 1e6} {
		ds = append(ds, distribution{fmt.Sprintf("poisson %v", mean),
			func(s *rng.Stream) float64 { return float64(Poisson(s, mean)) },
			distuv.Poisson{Lambda: mean}.CDF, mean, mean, 1 / mean, true})
	}
	for _, shape := range []float64{0.05, 0.5, 0.99, 1, 2.5, 6.25, 100, 1e5} {
		ds = append(ds, distribution{fmt.Sprintf("gamma %v", shape),
			func(s *rng.Stream) float64 { return Gamma(s, shape) },
			distuv.Gamma{Alpha: shape, Beta: 1}.CDF, shape, shape, 6 / shape, false})
	}
	return ds
}

// TestBattery compares 200,000 draws of each sampler, one a person, with the
// closed form, on both generators. The draws are fixed, so the test is too;
// limits are 4.5 standard errors, and for the distance between the
// distribution functions the value a true sampler exceeds once in 10^5.
func TestBattery(t *testing.T) {
	const n = 200_000
	for i, d := range distributions() {
		key := rng.NewKey(1, rng.Purpose(i), 0)
		for _, generator := range []struct {
			name   string
			stream func(id uint64) rng.Stream
		}{{"keyed", key.Stream}, {"PCG", key.PCG}} {
			t.Run(d.name+"/"+generator.name, func(t *testing.T) {
				xs := make([]float64, n)
				for id := range xs {
					s := generator.stream(uint64(id))
					xs[id] = d.sample(&s)
				}
				requireMoments(t, xs, d)
				if d.discrete {
					requireCounts(t, xs, d.cdf)
				} else {
					requireDistance(t, xs, d.cdf)
				}
			})
		}
	}
}

// requireMoments checks mean and variance; the standard error of the latter
// follows from the excess kurtosis.
func requireMoments(t *testing.T, xs []float64, d distribution) {
	t.Helper()
	const limit = 4.5
	n, sd := float64(len(xs)), math.Sqrt(d.variance)
	var m1, m2 float64
	for _, x := range xs {
		z := (x - d.mean) / sd
		m1 += z / n
		m2 += z * z / n
	}
	require.Less(t, math.Abs(m1)*math.Sqrt(n), limit, "mean off by %v sd", m1)
	require.Less(t, math.Abs(m2-1)*math.Sqrt(n/(d.kurtosis+2)), limit, "variance %v times the closed form", m2)
}

// requireDistance bounds the Kolmogorov-Smirnov distance.
func requireDistance(t *testing.T, xs []float64, cdf func(float64) float64) {
	t.Helper()
	slices.Sort(xs)
	n, worst := float64(len(xs)), 0.0
	for i, x := range xs {
		c := cdf(x)
		worst = max(worst, c-float64(i)/n, float64(i+1)/n-c)
	}
	require.Less(t, worst*math.Sqrt(n), 2.47, "P(sqrt(n) D > 2.47) = 2 exp(-2 2.47^2) = 1e-5")
}

// requireCounts is a chi-square test on at most forty cells of about equal
// probability, their borders taken from the distribution function.
func requireCounts(t *testing.T, xs []float64, cdf func(float64) float64) {
	t.Helper()
	const cells = 40
	slices.Sort(xs)
	n := float64(len(xs))
	stat, df := 0.0, -1.0
	below, counted := 0.0, 0
	cell := func(border, upTo float64) {
		end, _ := slices.BinarySearch(xs, border+0.5)
		expected := n * (upTo - below)
		stat += math.Pow(float64(end-counted)-expected, 2) / expected
		df++
		below, counted = upTo, end
	}
	last := -1.0
	for j := 1.0; j < cells; j++ {
		border := float64(sort.Search(1<<21, func(k int) bool { return cdf(float64(k)) >= j/cells }))
		if upTo := cdf(border); border > last && n*(1-upTo) > 10 {
			cell(border, upTo)
			last = border
		}
	}
	cell(math.Inf(1), 1)
	require.Positive(t, df)
	p := distuv.ChiSquared{K: df}.Survival(stat)
	require.Greater(t, p, 1e-5, "chi-square %v with %v degrees of freedom", stat, df)
}
