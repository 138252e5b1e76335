package exact

import (
	"math"
	"testing"

	"centricity/sim/internal/rng"

	"github.com/stretchr/testify/require"
)

// TestGoldenBits pins the bits of 100,000 results a function. The constants
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
		{"Exp", unary(Exp), between(-750, 712), any, 0x10e2d4c562bb9e31},
		{"Expm1", unary(Expm1), between(-45, 45), any, 0x87318efa0b266ce0},
		{"Log", unary(Log), spread(-1074, 1023), any, 0xe058f1ab42c59c57},
		{"Log1p", unary(Log1p), between(-1, 9), any, 0xaad267a09f84b185},
		{"Pow", Pow, spread(-20, 20), between(-60, 60), 0x1afefbe7f45a77db},
		{"Logistic", unary(Logistic), between(-60, 50), any, 0xf8a9791a05439ab2},
		{"NormQuantile", unary(NormQuantile), between(0, 1), any, 0x1048ca92292b24ab},
		{"NormQuantile in the far tail", unary(NormQuantile), spread(-1074, -3), any, 0x8a144ce50a98279},
		{"LogGamma", unary(LogGamma), spread(-10, 30), any, 0x29d7ae212a2903c8},
		{"LogGamma of small counts", unary(LogGamma), between(0, 12), any, 0x7beb6f71212bf56c},
	} {
		t.Run(c.name, func(t *testing.T) {
			key := rng.NewKey(2, rng.Purpose(n), 0)
			hash := uint64(14695981039346656037) // FNV-1a, a word at a time
			for i := range uint64(1e5) {
				v := c.f(c.x(key.At(i, 0)), c.y(key.At(i, 1)))
				require.False(t, math.IsNaN(v)) // whose bits are nobody's promise
				hash = (hash ^ math.Float64bits(v)) * 1099511628211
			}
			require.Equal(t, c.want, hash, "got %#x", hash)
		})
	}
}
