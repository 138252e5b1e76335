package exact

import (
	"math"
	"testing"

	"github.com/stretchr/testify/require"
)

var (
	inf      = math.Inf(1)
	nan      = math.NaN()
	negZero  = math.Copysign(0, -1)
	smallest = math.SmallestNonzeroFloat64
	largest  = math.MaxFloat64
)

// same requires the same bits, so that 0 and -0 differ; every NaN is one NaN.
func same(t *testing.T, want, got float64, args ...float64) {
	t.Helper()
	if math.IsNaN(want) && math.IsNaN(got) {
		return
	}
	require.Equal(t, math.Float64bits(want), math.Float64bits(got), "f(%v) = %v, want %v", args, got, want)
}

func TestEdges(t *testing.T) {
	for _, c := range []struct {
		name string
		f    func(float64) float64
		want map[float64]float64
		nans []float64
	}{
		{"Exp", Exp, map[float64]float64{0: 1, negZero: 1, inf: inf, -inf: 0, smallest: 1, largest: inf, -largest: 0,
			expOverflow: 0x1.fffffffffff2ap1023, math.Nextafter(expOverflow, inf): inf,
			expUnderflow: smallest, math.Nextafter(expUnderflow, -inf): 0, 1: math.E}, []float64{nan}},
		{"Expm1", Expm1, map[float64]float64{0: 0, inf: inf, -inf: -1, smallest: smallest, -smallest: -smallest,
			largest: inf, -largest: -1, 710: inf, -50: -1}, []float64{nan}},
		{"Log", Log, map[float64]float64{0: -inf, 1: 0, inf: inf, 2: math.Ln2, 0.5: -math.Ln2, math.E: 1,
			largest: 0x1.62e42fefa39efp9, smallest: -744.4400719213812}, []float64{nan, -1, -inf, -smallest}},
		{"Log1p", Log1p, map[float64]float64{0: 0, -1: -inf, inf: inf, 1: math.Ln2, smallest: smallest,
			-smallest: -smallest, largest: 0x1.62e42fefa39efp9}, []float64{nan, -2, -inf, math.Nextafter(-1, -2)}},
		{"Logistic", Logistic, map[float64]float64{0: 0.5, negZero: 0.5, inf: 1, -inf: 0, largest: 1, -largest: 0, 800: 1,
			-800: 0, smallest: 0.5, expUnderflow: smallest}, []float64{nan}},
		{"NormQuantile", NormQuantile, map[float64]float64{0: -inf, 1: inf, 0.5: 0}, []float64{nan, -smallest, -1, 1.0000001, inf, -inf}},
		{"LogGamma", LogGamma, map[float64]float64{0: inf, 1: 0, 2: 0, inf: inf, 3: math.Ln2, largest: inf,
			smallest: 744.4400719213812}, []float64{nan, -1, -0.5, -inf}},
	} {
		t.Run(c.name, func(t *testing.T) {
			for x, want := range c.want {
				same(t, want, c.f(x), x)
			}
			for _, x := range c.nans {
				same(t, nan, c.f(x), x)
			}
		})
	}
	same(t, negZero, Expm1(negZero), negZero)
	same(t, negZero, Log1p(negZero), negZero)
	same(t, -inf, Log(negZero), negZero)
}

// TestPowEdges follows IEEE 754 pow for bases that are not negative.
func TestPowEdges(t *testing.T) {
	for _, c := range [][3]float64{ // base, exponent, result
		{3, 0, 1}, {nan, 0, 1}, {0, 0, 1}, {inf, 0, 1}, {-2, 0, 1},
		{1, nan, 1}, {1, inf, 1}, {1, -inf, 1}, {1, 1e300, 1},
		{nan, 1, nan}, {2, nan, nan}, {-2, 2, nan}, {-inf, 1, nan},
		{0, 2, 0}, {negZero, 3, 0}, {0, -2, inf}, {0, inf, 0}, {0, -inf, inf},
		{inf, 2, inf}, {inf, -2, 0}, {inf, inf, inf}, {inf, -inf, 0},
		{2, inf, inf}, {2, -inf, 0}, {0.5, inf, 0}, {0.5, -inf, inf}, {2, 1e300, inf}, {0.5, 1e300, 0},
		{2, 1024, inf}, {2, 1023, 0x1p1023}, {2, -1074, smallest}, {2, -1076, 0}, {smallest, 1, smallest},
		{largest, 1, largest}, {largest, -1, 1 / largest}, {9, 0.5, 3}, {10, 22, 1e22}, {2, smallest, 1},
		{math.Nextafter(1, 0), 1e20, 0}, {math.Nextafter(1, 2), 1e20, inf},
	} {
		same(t, c[2], Pow(c[0], c[1]), c[0], c[1])
	}
}

// TestShape checks identities that hold bit for bit, or order that rounding
// must not break at the seams between tables and branches.
func TestShape(t *testing.T) {
	for i := range 2000 {
		x := float64(i-1000) / 128
		require.GreaterOrEqual(t, Exp(math.Nextafter(x, inf)), Exp(x), "Exp rises at %v", x)
		require.GreaterOrEqual(t, Expm1(math.Nextafter(x, inf)), Expm1(x), "Expm1 rises at %v", x)
		require.InDelta(t, 1, Logistic(x)+Logistic(-x), 0x1p-52, "at %v", x)
		z := float64(i+1) / 512
		require.GreaterOrEqual(t, Log(math.Nextafter(z, inf)), Log(z), "Log rises at %v", z)
		p := float64(i+1) / 4096
		same(t, -NormQuantile(p), NormQuantile(1-p), p)
	}
}
