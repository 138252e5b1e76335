package draw

import "centricity/sim/internal/exact"

// Exponential returns a draw of mean 1 by inversion, -ln(1-U): one word,
// non-decreasing in u, between 1.1e-16 and 36.8.
func Exponential(u uint64) float64 {
	return -exact.Log(Uniform(^u))
}
