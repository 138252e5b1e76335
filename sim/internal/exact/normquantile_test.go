package exact

import (
	"math"
	"testing"

	"centricity/sim/internal/rng"

	"github.com/stretchr/testify/require"
)

// TestNormQuantileError holds the relative error of z = NormQuantile(p) to the
// stated limit. The error of z is (P(Z <= z) - p) / density(z) to first order,
// and the second order is below 1e-28.
func TestNormQuantileError(t *testing.T) {
	ranges := []span{
		between(0.07, 0.93), // the central branch and its ends
		between(0.49, 0.51), // the relative error at 0
		between(0, 0.075),   // lower tail
		between(0.92, 1),    // upper tail
		spread(-1074, -2),   // far lower tail
		spread(-38, -34),    // where the two tail branches meet, e^-25
		func(b uint64) float64 { return 1 - spread(-52, -2)(b) },
	}
	worst, at := 0.0, 0.0
	for i, r := range ranges {
		key := rng.NewKey(1, 100, i)
		for n := range uint64(*points) {
			p := r(key.At(n, 0))
			if p == 0.5 || p == 1 {
				continue
			}
			z := NormQuantile(p)
			// With the tail on z's own side nothing cancels.
			tail, density := bigNormTail(num(math.Abs(z)))
			want := num(p)
			if z > 0 {
				want = sub(num(1), num(p))
			}
			e, _ := quo(sub(tail, want), mul(density, num(math.Abs(z)))).Float64()
			if e = math.Abs(e); e > worst {
				worst, at = e, p
			}
		}
	}
	t.Logf("maximal relative error %.3g at %v", worst, at)
	require.LessOrEqual(t, worst, 1e-15, "at %v", at)
}
