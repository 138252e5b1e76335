package exact

import (
	"math"
	"testing"

	"centricity/sim/internal/rng"

	"github.com/stretchr/testify/require"
)

// TestGoldenBits pins the bits of a million results a function. The constants
// are the same on every architecture; a change of one is a change of the
// model and moves ModelVersion.
func TestGoldenBits(t *testing.T) {
	any := spread(-40, 9)
	for n, c := range []struct {
		name string
		f    func(x, y float64) float64
		x, y span
		want uint64
	}{
		{"Exp", unary(Exp), between(-750, 712), any, 0x9e90a59c80703e60},
		{"Expm1", unary(Expm1), between(-45, 45), any, 0x2f0d71ab4a27bd57},
		{"Log", unary(Log), spread(-1074, 1023), any, 0x351d1c6cf0fa35f1},
		{"Log1p", unary(Log1p), between(-1, 9), any, 0x892ea90f480fa5c},
		{"Pow", Pow, spread(-20, 20), between(-60, 60), 0x50b62972f9906d2c},
		{"Logistic", unary(Logistic), between(-60, 50), any, 0x756b12c2783e25ae},
		{"NormQuantile", unary(NormQuantile), between(0, 1), any, 0xcc8b57ca3e41c779},
		{"NormQuantile in the far tail", unary(NormQuantile), spread(-1074, -3), any, 0x6a885aca8ff2f35b},
		{"LogGamma", unary(LogGamma), spread(-10, 30), any, 0xe1b8a4dd42b92162},
		{"LogGamma of small counts", unary(LogGamma), between(0, 12), any, 0x3301cf09191faff},
	} {
		t.Run(c.name, func(t *testing.T) {
			key := rng.NewKey(2, rng.Purpose(n), 0)
			hash := uint64(14695981039346656037) // FNV-1a, a word at a time
			for i := range uint64(1e6) {
				v := c.f(c.x(key.At(i, 0)), c.y(key.At(i, 1)))
				require.False(t, math.IsNaN(v)) // whose bits are nobody's promise
				hash = (hash ^ math.Float64bits(v)) * 1099511628211
			}
			require.Equal(t, c.want, hash, "got %#x", hash)
		})
	}
}
