package draw

import (
	"math"

	"centricity/sim/internal/exact"
	"centricity/sim/internal/rng"
)

const (
	// poissonSwitch [events] is the largest mean drawn by inversion.
	poissonSwitch = 30
	// poissonLimit [events] is the largest mean; int holds its draws on
	// 32-bit machines too.
	poissonLimit = 1e9
	// maxTrials bounds the rejection loops. A trial fails with probability
	// below 0.2, so the bound is reached with probability below 10^-600.
	maxTrials = 1000
)

// Poisson returns the number of events of a Poisson distribution with the
// given mean [events].
//
// Means up to 30 take one word and are inverted, so the draw is non-decreasing
// in that word and, for the same word, in the mean (rounding allows exceptions
// of probability 1e-15). Larger means use the transformed rejection PTRS of
// W. Hörmann, The transformed rejection method for generating Poisson random
// variables, Insurance: Mathematics and Economics 12 (1993) 39-45: two words a
// trial, about 1.2 trials.
//
// A mean of 0 or less and NaN give 0 (the one word is still taken), a mean
// beyond 1e9 is read as 1e9. Should 1000 trials fail, the draw is the mean,
// rounded down.
func Poisson(s *rng.Stream, mean float64) int {
	if mean > poissonSwitch {
		return poissonRejection(s, min(mean, poissonLimit))
	}
	u := Uniform(s.Uint64())
	if !(mean > 0) {
		return 0
	}
	return poissonInversion(u, mean)
}

// poissonInversion returns the smallest k with P(X <= k) >= u, for a mean up
// to 30. It stops where a further event has no probability that u can resolve.
func poissonInversion(u, mean float64) int {
	const unresolved = 0x1p-60 // below e^-30, so the rising side never stops it
	p := exact.Exp(-mean)
	cdf := p
	k := 0
	for ; u > cdf && p > unresolved; k++ {
		p = float64(p * (mean / float64(k+1)))
		cdf += p
	}
	return k
}

func poissonRejection(s *rng.Stream, mean float64) int {
	logMean := exact.Log(mean)
	b := 0.931 + float64(2.53*math.Sqrt(mean))
	a := float64(0.02483*b) - 0.059
	logInvAlpha := exact.Log(1.1239 + 1.1328/(b-3.4))
	vr := 0.9277 - 3.6224/(b-2)
	for range maxTrials {
		u := Uniform(s.Uint64()) - 0.5
		v := Uniform(s.Uint64())
		us := 0.5 - math.Abs(u)
		k := math.Floor(float64((2*a/us+b)*u) + mean + 0.43)
		if us >= 0.07 && v <= vr {
			return int(k)
		}
		if k < 0 || k > 2*poissonLimit || us < 0.013 && v > us {
			continue
		}
		accept := float64(k*logMean) - mean - exact.LogGamma(k+1)
		if exact.Log(v)+logInvAlpha-exact.Log(a/float64(us*us)+b) <= accept {
			return int(k)
		}
	}
	return int(mean)
}
