package sim

import (
	"centricity/sim/internal/draw"
	"centricity/sim/internal/exact"
)

// A Family is the shape of a trait's distribution.
type Family int

// The families. All but the lognormal are for benchmark worlds with known
// closed forms: they are drawn on their own, ignore heterogeneity, and can be
// neither correlated nor learned of.
const (
	Lognormal    Family = iota // mean, spread; normal for the need position
	Gamma                      // shape A, rate B: NBD, Pareto/NBD
	InverseGamma               // shape A, scale B: the mean spend of gamma-gamma
	Beta                       // a probability θ ~ Beta(A, B), as the hazard −ln(1−θ): BG/NBD, sBG
	NumFamilies  int    = 4
)

var familyNames = [NumFamilies]string{"lognormal", "gamma", "inverse_gamma", "beta"}

// String is the family's name as scenario files spell it.
func (f Family) String() string {
	if f < 0 || int(f) >= NumFamilies {
		return "unknown family"
	}
	return familyNames[f]
}

// A Marginal is how one trait is spread over a segment's persons: lognormal
// with the given mean,
//
//	trait = mean · exp(h s z − h²s²/2),
//
// so that heterogeneity h changes the spread and keeps the mean; the need
// position is normal, ν = mean + h s z. Spread 0 makes the trait a constant.
// Source: Abe (2009), correlated lognormal heterogeneity.
type Marginal struct {
	Mean   float64 // in the trait's unit
	Spread float64 // s, standard deviation of the log (of ν itself for the need position)

	Family Family  // Lognormal, unless a benchmark world needs another
	A, B   float64 // the family's own parameters
}

// Expected is the mean of the trait over the segment's persons.
func (m Marginal) Expected() float64 {
	switch m.Family {
	case Gamma:
		return m.A / m.B
	case InverseGamma:
		return m.B / (m.A - 1)
	case Beta:
		// E[−ln(1−θ)] has no simple form; the hazard at the mean probability
		// stands in where an average is needed.
		return -exact.Log1p(-m.A / (m.A + m.B))
	}
	return m.Mean
}

// own draws a trait whose marginal is not lognormal. A beta is a ratio of two
// gammas, θ = x/(x+y).
func (m Marginal) own(s stream) float64 {
	switch m.Family {
	case Gamma:
		return draw.Gamma(&s, m.A) / m.B
	case InverseGamma:
		return m.B / max(draw.Gamma(&s, m.A), 1e-300)
	}
	x, y := draw.Gamma(&s, m.A), draw.Gamma(&s, m.B)
	if y <= 0 {
		return maxHazard
	}
	return min(exact.Log1p(x/y), maxHazard) // −ln(1 − x/(x+y)) = ln((x+y)/y)
}

// maxHazard is a hazard nobody survives.
const maxHazard = 700
