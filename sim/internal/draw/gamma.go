package draw

import (
	"math"

	"centricity/sim/internal/exact"
	"centricity/sim/internal/rng"
)

// gammaLimit is the largest shape; the relative spread there is 1e-6.
const gammaLimit = 1e12

// Gamma returns a draw of the gamma distribution with the given shape and
// scale 1: density x^(shape-1) e^-x / Γ(shape), mean and variance = shape.
//
// Method: G. Marsaglia and W. W. Tsang, A simple method for generating gamma
// variables, ACM Transactions on Mathematical Software 26 (2000) 363-372: two
// words a trial, at most 1.05 trials on average. A shape below 1 first takes
// one word U and returns Gamma(shape+1) U^(1/shape), which is 0 where float64
// cannot hold it.
//
// A shape of 0 or less and NaN give 0 and take no word, a shape beyond 1e12 is
// read as 1e12. Should 1000 trials fail, the draw is shape - 1/3.
func Gamma(s *rng.Stream, shape float64) float64 {
	if !(shape > 0) {
		return 0
	}
	if shape < 1 {
		boost := exact.Exp(exact.Log(Uniform(s.Uint64())) / shape)
		return gammaFrom1(s, shape+1) * boost
	}
	return gammaFrom1(s, min(shape, gammaLimit))
}

// gammaFrom1 draws for shape >= 1.
func gammaFrom1(s *rng.Stream, shape float64) float64 {
	d := shape - 1./3
	c := 1 / math.Sqrt(9*d)
	for range maxTrials {
		z := Normal(s.Uint64())
		u := Uniform(s.Uint64())
		root := 1 + float64(c*z)
		if root <= 0 {
			continue
		}
		v := float64(root * root * root)
		z2 := float64(z * z)
		if u < 1-float64(0.0331*z2*z2) ||
			exact.Log(u) < float64(0.5*z2)+float64(d*(1-v+exact.Log(v))) {
			return float64(d * v)
		}
	}
	return d
}
