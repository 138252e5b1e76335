package draw

import "centricity/sim/internal/exact"

// Normal returns a standard normal draw by inversion: one word, non-decreasing
// in u, |z| < 8.3, and Normal(^u) = -Normal(u).
func Normal(u uint64) float64 {
	return exact.NormQuantile(Uniform(u))
}
