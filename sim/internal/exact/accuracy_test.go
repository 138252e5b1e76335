package exact

import (
	"flag"
	"math"
	"math/big"
	"testing"

	"centricity/sim/internal/rng"

	"github.com/stretchr/testify/require"
)

var points = flag.Int("points", 1000, "random arguments per function and range")

// span draws an argument from 64 random bits.
type span func(bits uint64) float64

// between is uniform on [a, b].
func between(a, b float64) span {
	return func(bits uint64) float64 { return a + float64((b-a)*(float64(bits>>11)*0x1p-53)) }
}

// spread is log-uniform: every exponent from lo to hi-1 is equally likely.
func spread(lo, hi int) span {
	return func(bits uint64) float64 {
		m := 1 + float64(bits>>12)*0x1p-52
		return math.Ldexp(m, lo+int(bits&0xfff)*(hi-lo)/0x1000)
	}
}

func minus(s span) span { return func(bits uint64) float64 { return -s(bits) } }

func one(f func(*big.Float) *big.Float) func(x, y float64) *big.Float {
	return func(x, _ float64) *big.Float { return f(num(x)) }
}

func bigLogistic(x *big.Float) *big.Float {
	return quo(num(1), add(num(1), bigExp(new(big.Float).Neg(x))))
}

func unary(f func(float64) float64) func(x, y float64) float64 {
	return func(x, _ float64) float64 { return f(x) }
}

// TestErrorBound measures each function against 300-bit arithmetic. The limits
// are the maxima stated in the functions' comments.
func TestErrorBound(t *testing.T) {
	zero := between(0, 0)
	functions := []struct {
		name  string
		f     func(x, y float64) float64
		exact func(x, y float64) *big.Float
		xs    []span
		ys    []span
		limit float64 // [ulp]
	}{
		{"Exp", unary(Exp), one(bigExp), []span{between(-1, 1), between(-20, 20), between(-708, 709.7), spread(-60, 9), minus(spread(-60, 9))}, []span{zero}, 0.52},
		{"Exp to subnormal", unary(Exp), one(bigExp), []span{between(-745.1, -708)}, []span{zero}, 1},
		{"Expm1", unary(Expm1), one(bigExpm1), []span{between(-0.01, 0.01), between(-1, 1), between(-42, 42), between(40, 709.7), spread(-60, 9), minus(spread(-60, 9))}, []span{zero}, 0.52},
		{"Log", unary(Log), one(bigLog), []span{between(0.98, 1.02), between(0.5, 2), between(0, 1000), spread(-1074, 1023), spread(-5, 5)}, []span{zero}, 0.52},
		{"Log1p", unary(Log1p), one(bigLog1p), []span{between(-0.01, 0.01), between(-1, 1), between(0, 100), spread(-70, 70), minus(spread(-70, 0))}, []span{zero}, 0.52},
		{"Pow", unary2(Pow), bigPow, []span{between(0.5, 2), spread(-30, 30)}, []span{between(-20, 20), spread(-20, 4)}, 0.52},
		{"Pow near 1", unary2(Pow), bigPow, []span{between(0.999, 1.001)}, []span{between(-1e5, 1e5)}, 0.52},
		{"Pow of all magnitudes", unary2(Pow), bigPow, []span{spread(-1074, 1023)}, []span{between(-0.65, 0.65)}, 0.52},
		{"Logistic", unary(Logistic), one(bigLogistic), []span{between(-1, 1), between(-20, 20), between(-708, 60), spread(-60, 6), minus(spread(-60, 6))}, []span{zero}, 1.01},
		{"Logistic to subnormal", unary(Logistic), one(bigLogistic), []span{between(-745.1, -708)}, []span{zero}, 1},
		{"LogGamma", unary(LogGamma), one(bigLogGamma), []span{between(0, 0.9), between(0.9, 2), between(2, 8), between(8, 60), spread(-60, 60), between(0.99, 1.01), between(1.99, 2.01)}, []span{zero}, 2.5},
	}
	for n, fn := range functions {
		t.Run(fn.name, func(t *testing.T) {
			worst, at := 0.0, [2]float64{}
			for i, x := range fn.xs {
				for j, y := range fn.ys {
					key := rng.NewKey(1, rng.Purpose(n), 10*i+j)
					for p := range uint64(*points) {
						a, b := x(key.At(p, 0)), y(key.At(p, 1))
						if e := ulps(fn.f(a, b), fn.exact(a, b)); e > worst {
							worst, at = e, [2]float64{a, b}
						}
					}
				}
			}
			t.Logf("maximal error %.3f ulp at %v", worst, at)
			require.LessOrEqual(t, worst, fn.limit, "at %v", at)
		})
	}
}

func unary2(f func(x, y float64) float64) func(x, y float64) float64 { return f }

func bigPow(x, y float64) *big.Float { return bigExp(mul(num(y), bigLog(num(x)))) }

// ulps returns the distance of got from want in units of the last place of
// want.
func ulps(got float64, want *big.Float) float64 {
	if math.IsInf(got, 0) || math.IsNaN(got) {
		return math.Inf(1)
	}
	unit := max(want.MantExp(nil)-53, -1074)
	d, _ := shl(sub(num(got), want), -unit).Float64()
	return math.Abs(d)
}
