package clv

import (
	"math"

	"gonum.org/v1/gonum/mathext"
)

// BGNBD is the beta-geometric/NBD model. While alive, a customer buys again
// at random times with rate λ; after each repeat purchase they end with
// probability p. Across customers λ ~ gamma(shape R, rate Alpha) and
// p ~ beta(A, B), independent. All parameters are positive.
//
// P. Fader, B. Hardie and K. L. Lee, "Counting your customers" the easy way: an
// alternative to the Pareto/NBD model, Marketing Science 24 (2005) 275-284.
type BGNBD struct {
	R     float64 // [1]
	Alpha float64 // [period]
	A     float64 // [1]
	B     float64 // [1]
}

var _ Purchasing = BGNBD{}

// Name implements [Purchasing].
func (BGNBD) Name() string { return "BG/NBD" }

func (m BGNBD) parameters() []parameter {
	return []parameter{{"r", "", m.R}, {"alpha", "period", m.Alpha}, {"a", "", m.A}, {"b", "", m.B}}
}

func (BGNBD) limits() []limit {
	return []limit{
		{"a0 b0", "each customer either never ends, or at the first repeat purchase"},
		{"a∞ b∞", sameEnd},
		{"a0", noEnd + ", and the NBD says as much with fewer parameters"},
		{"b∞", noEnd + ", and the NBD says as much with fewer parameters"},
		{"b0", "whoever may end does so at the first repeat purchase"},
		{"a∞", "everybody ends at the first repeat purchase"},
		{"r∞", sameRate},
		{"alpha∞", sameRate},
		{"r0", hardlyBuy},
		{"alpha0", "whoever buys again does so at once"},
	}
}

func (BGNBD) with(v []float64) BGNBD { return BGNBD{v[0], v[1], v[2], v[3]} }

// LogLikelihood is the log-density of the times of X repeat purchases
// [1/period^X]:
//
//	L = B(a, b+x)/B(a, b) Γ(r+x)/Γ(r) α^r/(α+T)^(r+x)
//	    · [1 + (x > 0) a/(b+x-1) ((α+T)/(α+t_x))^(r+x)]
func (m BGNBD) LogLikelihood(s Summary) float64 {
	log := logGammaPoisson(m.R, m.Alpha, s.X, s.T)
	if s.X == 0 {
		return log
	}
	return log + logRising(m.B, s.X) - logRising(m.A+m.B, s.X) + softplus(m.logOddsEnded(s))
}

// logOddsEnded is the log-odds that a customer with X > 0 has ended.
func (m BGNBD) logOddsEnded(s Summary) float64 {
	x := float64(s.X)
	return math.Log(m.A) - math.Log(m.B+x-1) + (m.R+x)*logRatio(m.Alpha, s)
}

// logRatio is log((α+T)/(α+t_x)).
func logRatio(alpha float64, s Summary) float64 {
	return math.Log1p(s.Silence() / (alpha + s.Last))
}

// logGammaPoisson is log of Γ(r+x)/Γ(r) α^r/(α+t)^(r+x), the density of x
// purchase times in t periods of a gamma-Poisson process.
func logGammaPoisson(r, alpha float64, x int, t float64) float64 {
	return logRising(r, x) - r*math.Log1p(t/alpha) - float64(x)*math.Log(alpha+t)
}

// PMF is the probability of x repeat purchases in the first t periods:
//
//	B(a, b+x)/B(a, b) NBD(x; t) + (x > 0) B(a+1, b+x-1)/B(a, b) [1 - Σ_{j<x} NBD(j; t)]
//
// where the bracket is the incomplete beta ratio I_{t/(α+t)}(x, r).
func (m BGNBD) PMF(x int, t float64) float64 {
	if x < 0 || t < 0 {
		return 0
	}
	stay := logRising(m.B, x) - logRising(m.A+m.B, x)
	p := math.Exp(stay + NBD{m.R, m.Alpha}.logPMF(x, t))
	if x > 0 && t > 0 {
		end := math.Log(m.A) - math.Log(m.B+float64(x)-1) + stay
		p += math.Exp(end) * mathext.RegIncBeta(float64(x), m.R, t/(m.Alpha+t))
	}
	return p
}

// Expected is E[X(t)] = E[(1 - e^(-λpt))/p] [purchases], for t ≥ 0. The usual
// closed form,
//
//	(a+b-1)/(a-1) [1 - (α/(α+t))^r 2F1(r, b; a+b-1; t/(α+t))],
//
// is undefined at a = 1 and a+b = 1, where the mean is not; see [endingSum].
func (m BGNBD) Expected(t float64) float64 {
	return endingSum(m.R, t/m.Alpha, m.A, m.B)
}

// given is the model of a customer with this past who is alive.
func (m BGNBD) given(s Summary) BGNBD {
	x := float64(s.X)
	return BGNBD{m.R + x, m.Alpha + s.T, m.A, m.B + x}
}

// ConditionalExpected implements [Purchasing]: P(alive) times the expectation
// of the model updated to λ ~ gamma(r+x, α+T), p ~ beta(a, b+x).
func (m BGNBD) ConditionalExpected(t float64, s Summary) float64 {
	return m.Alive(s) * m.given(s).Expected(t)
}

// Alive is P(alive | x, t_x, T) = 1/(1 + (x > 0) a/(b+x-1) ((α+T)/(α+t_x))^(r+x)).
// Without a repeat purchase nobody can have ended: it is 1.
func (m BGNBD) Alive(s Summary) float64 {
	if s.X == 0 {
		return 1
	}
	return logistic(-m.logOddsEnded(s))
}

// DERT implements [Purchasing]: P(alive) E[λ/(δ+λp)] with λ and p as in
// ConditionalExpected; discount is continuous [1/period].
func (m BGNBD) DERT(discount float64, s Summary) float64 {
	g := m.given(s)
	return m.Alive(s) * discountedSum(g.R, g.Alpha, g.A, g.B, discount)
}

// Simulate draws one customer for each time of observation in until [period].
// The same seed gives the same customers.
func (m BGNBD) Simulate(seed uint64, until []float64) Base {
	return simulate(seed, purposeBGNBD, until, func(s *stream, _ float64, buy func(float64) bool) {
		rate := s.gamma(m.R, m.Alpha)
		end := s.beta(m.A, m.B)
		for at := s.wait(rate); buy(at); at += s.wait(rate) {
			if s.chance(end) {
				return
			}
		}
	})
}

// FitBGNBD fits a BG/NBD by maximum likelihood. It fails, with a reason, if b
// is empty or one customer, holds impossible entries, or nobody bought again.
func FitBGNBD(b Base) (Fit[BGNBD], error) {
	return fitPurchasing(b, (*prepared).bgnbd, endings,
		func(unit float64) []float64 { return []float64{1, unit, 1, 1} },
		derivedRate(func(m BGNBD) float64 { return m.R / m.Alpha }),
		derivedEnd(func(m BGNBD) float64 { return m.A / (m.A + m.B) }))
}

// bgnbd is the log-likelihood of [BGNBD] with its gradient.
func (p *prepared) bgnbd(logs, gradient []float64) float64 {
	return p.endsAfterPurchase(0, logs, gradient)
}
