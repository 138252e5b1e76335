package experiment

import "math"

// Quantile is what a share of x stays below, between two of them in proportion
// (type 7 of Hyndman & Fan 1996). It takes x in ascending order, and is not a
// number of none.
func Quantile(x []float64, share float64) float64 {
	if len(x) == 0 {
		return math.NaN()
	}
	place := float64(share * float64(len(x)-1))
	low := int(place)
	if low+1 >= len(x) {
		return x[len(x)-1]
	}
	return x[low] + float64((place-float64(low))*(x[low+1]-x[low]))
}
