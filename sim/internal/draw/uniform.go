// Package draw turns uniform 64-bit words into the distributions of the
// model. Every sampler uses integer draws and package exact only, so a draw
// has the same bits on every machine, and each says how many words it takes.
//
// Where a distribution allows it, one word gives one draw, monotone in the
// word and in the parameter: two policies that change a rate then move every
// customer's draw the same way (common random numbers couple), which is where
// the precision of a policy contrast comes from.
package draw

// Uniform maps u to the open interval (0, 1): the 2^52 midpoints
// (k + 1/2) / 2^52, never 0 or 1, non-decreasing in u. Its mirror image
// Uniform(^u) is exactly 1 - Uniform(u).
func Uniform(u uint64) float64 {
	return float64(float64(int64(u>>11|1)) * 0x1p-53)
}
