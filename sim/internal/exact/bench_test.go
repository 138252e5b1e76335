package exact

import (
	"math"
	"testing"

	"centricity/sim/internal/rng"
)

var sink float64

// Benchmarks run each function beside its namesake in package math, on
// arguments the simulation meets.
func BenchmarkExact(b *testing.B) {
	pow := func(f func(x, y float64) float64) func(float64) float64 {
		return func(x float64) float64 { return f(x, 0.65) }
	}
	logistic := func(x float64) float64 { return 1 / (1 + math.Exp(-x)) }
	quantile := func(p float64) float64 { return math.Sqrt2 * math.Erfinv(2*p-1) }
	logGamma := func(x float64) float64 { l, _ := math.Lgamma(x); return l }
	for _, c := range []struct {
		name       string
		ours, math func(float64) float64
		x          span
	}{
		{"Exp", Exp, math.Exp, between(-8, 4)},
		{"Expm1", Expm1, math.Expm1, between(-2, 2)},
		{"Log", Log, math.Log, between(0, 20)},
		{"Log1p", Log1p, math.Log1p, between(-0.5, 4)},
		{"Pow", pow(Pow), pow(math.Pow), between(0, 4)},
		{"Logistic", Logistic, logistic, between(-8, 4)},
		{"NormQuantile", NormQuantile, quantile, between(0, 1)},
		{"LogGamma", LogGamma, logGamma, between(0, 100)},
	} {
		var xs [1024]float64
		key := rng.NewKey(1, 300, 0)
		for i := range xs {
			xs[i] = c.x(key.At(uint64(i), 0))
		}
		for _, side := range []struct {
			name string
			f    func(float64) float64
		}{{"exact", c.ours}, {"math", c.math}} {
			b.Run(c.name+"/"+side.name, func(b *testing.B) {
				for i := 0; b.Loop(); i++ {
					sink = side.f(xs[i%len(xs)])
				}
			})
		}
	}
}
