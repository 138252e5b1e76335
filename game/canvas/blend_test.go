package canvas

import (
	"testing"

	"github.com/stretchr/testify/require"
)

// The two-channels-at-once arithmetic is compared with the plain formula.
func TestBlendIsSourceOver(t *testing.T) {
	for _, alpha := range []uint8{0, 1, 100, 254, 255} {
		c := Color{R: 255, G: 13, B: 130, A: alpha}
		p := premultiply(c)
		for cover := range 256 {
			for _, under := range []uint8{0, 1, 77, 254, 255} {
				plain := func(v uint8) float64 {
					a := float64(alpha) / 255 * float64(cover) / 255
					return float64(v)*a + float64(under)*(1-a)
				}
				masked, even := []byte{under, under, under, 255}, []byte{under, under, under, 255}
				maskRow(masked, []byte{uint8(cover)}, p)
				span(even, p, uint32(cover))
				for i, want := range []float64{plain(c.R), plain(c.G), plain(c.B), 255} {
					require.InDelta(t, want, masked[i], 1.51, "channel %d, cover %d, alpha %d", i, cover, alpha)
					require.Equal(t, masked[i], even[i])
				}
			}
		}
	}
}
