package exact

import (
	"math"
	"testing"

	"centricity/sim/internal/rng"

	"github.com/stretchr/testify/require"
)

// TestEachGivesTheBitsOfOne at the edges and between.
func TestEachGivesTheBitsOfOne(t *testing.T) {
	xs := []float64{0, math.Copysign(0, -1), math.Inf(1), math.Inf(-1), math.NaN(), 40, -40, 704, -704, 5e-324, -1e-17}
	key := rng.NewKey(2, 300, 0)
	for i := range uint64(50_000) {
		u := float64(key.At(i, 0)>>11)*0x1p-52 - 1
		xs = append(xs, u, u*44, u*760)
	}
	for name, f := range map[string]struct {
		each func([]float64)
		one  func(float64) float64
	}{"Exp": {ExpEach, Exp}, "Expm1": {Expm1Each, Expm1}, "Logistic": {LogisticEach, Logistic}} {
		list := append([]float64(nil), xs...)
		f.each(list)
		for i, x := range xs {
			if got, want := math.Float64bits(list[i]), math.Float64bits(f.one(x)); got != want {
				require.Equal(t, want, got, "%s of %v", name, x)
			}
		}
	}
}
