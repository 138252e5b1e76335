package clv

import (
	"math"

	"gonum.org/v1/gonum/mathext"
)

// MBGNBD is the modified BG/NBD: as [BGNBD], but a customer may also end right
// after the first purchase, so that one-time buyers need not be alive. All
// parameters are positive.
//
// E. P. Batislam, M. Denizel and A. Filiztekin, Empirical validation and
// comparison of models for customer base analysis, International Journal of
// Research in Marketing 24 (2007) 201-209.
type MBGNBD struct {
	R     float64 // [1]
	Alpha float64 // [period]
	A     float64 // [1]
	B     float64 // [1]
}

var _ Purchasing = MBGNBD{}

// Name implements [Purchasing].
func (MBGNBD) Name() string { return "MBG/NBD" }

func (m MBGNBD) parameters() []parameter {
	return []parameter{{"r", "", m.R}, {"alpha", "period", m.Alpha}, {"a", "", m.A}, {"b", "", m.B}}
}

func (MBGNBD) limits() []limit {
	return []limit{
		{"a0 b0", "each customer either never ends, or right after the first purchase"},
		{"a∞ b∞", sameEnd},
		{"a0", noEnd + ", and the NBD says as much with fewer parameters"},
		{"b∞", noEnd + ", and the NBD says as much with fewer parameters"},
		{"b0", "whoever may end does so right after the first purchase"},
		{"a∞", "everybody ends right after the first purchase"},
		{"r∞", sameRate},
		{"alpha∞", sameRate},
		{"r0", hardlyBuy},
		{"alpha0", "whoever buys again does so at once"},
	}
}

func (MBGNBD) with(v []float64) MBGNBD { return MBGNBD{v[0], v[1], v[2], v[3]} }

// LogLikelihood is the log-density of the times of X repeat purchases
// [1/period^X]:
//
//	L = B(a, b+x+1)/B(a, b) Γ(r+x)/Γ(r) α^r/(α+T)^(r+x)
//	    · [1 + a/(b+x) ((α+T)/(α+t_x))^(r+x)]
func (m MBGNBD) LogLikelihood(s Summary) float64 {
	return logGammaPoisson(m.R, m.Alpha, s.X, s.T) +
		logRising(m.B, s.X+1) - logRising(m.A+m.B, s.X+1) + softplus(m.logOddsEnded(s))
}

// logOddsEnded is the log-odds that a customer has ended.
func (m MBGNBD) logOddsEnded(s Summary) float64 {
	x := float64(s.X)
	return math.Log(m.A) - math.Log(m.B+x) + (m.R+x)*logRatio(m.Alpha, s)
}

// PMF is the probability of x repeat purchases in the first t periods:
//
//	B(a, b+x+1)/B(a, b) NBD(x; t) + B(a+1, b+x)/B(a, b) [1 - Σ_{j<x} NBD(j; t)]
func (m MBGNBD) PMF(x int, t float64) float64 {
	if x < 0 || t < 0 {
		return 0
	}
	stay := logRising(m.B, x+1) - logRising(m.A+m.B, x+1)
	end := math.Exp(math.Log(m.A) - math.Log(m.B+float64(x)) + stay)
	switch {
	case t == 0 && x > 0:
		return 0
	case x > 0:
		end *= mathext.RegIncBeta(float64(x), m.R, t/(m.Alpha+t))
	}
	return math.Exp(stay+NBD{m.R, m.Alpha}.logPMF(x, t)) + end
}

// Expected is E[X(t)] = E[(1-p) (1 - e^(-λpt))/p] [purchases], for t ≥ 0; in
// closed form, save at a = 1,
//
//	b/(a-1) [1 - (α/(α+t))^r 2F1(r, b+1; a+b; t/(α+t))].
func (m MBGNBD) Expected(t float64) float64 {
	return m.B / (m.A + m.B) * endingSum(m.R, t/m.Alpha, m.A, m.B+1)
}

// ConditionalExpected implements [Purchasing]: P(alive) times the expectation
// under λ ~ gamma(r+x, α+T), p ~ beta(a, b+x+1).
func (m MBGNBD) ConditionalExpected(t float64, s Summary) float64 {
	x := float64(s.X)
	return m.Alive(s) * endingSum(m.R+x, t/(m.Alpha+s.T), m.A, m.B+x+1)
}

// Alive is P(alive | x, t_x, T) = 1/(1 + a/(b+x) ((α+T)/(α+t_x))^(r+x)).
func (m MBGNBD) Alive(s Summary) float64 { return logistic(-m.logOddsEnded(s)) }

// DERT implements [Purchasing]: P(alive) E[λ/(δ+λp)] with λ and p as in
// ConditionalExpected; discount is continuous [1/period].
func (m MBGNBD) DERT(discount float64, s Summary) float64 {
	x := float64(s.X)
	return m.Alive(s) * discountedSum(m.R+x, m.Alpha+s.T, m.A, m.B+x+1, discount)
}

// Simulate draws one customer for each time of observation in until [period].
func (m MBGNBD) Simulate(seed uint64, until []float64) Base {
	return simulate(seed, purposeMBGNBD, until, func(s *stream, _ float64, buy func(float64) bool) {
		rate := s.gamma(m.R, m.Alpha)
		end := s.beta(m.A, m.B)
		for at := 0.0; buy(at) && !s.chance(end); at += s.wait(rate) {
		}
	})
}

// FitMBGNBD fits an MBG/NBD by maximum likelihood; it fails as [FitBGNBD] does.
func FitMBGNBD(b Base) (Fit[MBGNBD], error) {
	return fitPurchasing(b, (*prepared).mbgnbd, endings,
		func(unit float64) []float64 { return []float64{1, unit, 1, 1} },
		derivedRate(func(m MBGNBD) float64 { return m.R / m.Alpha }),
		derivedEnd(func(m MBGNBD) float64 { return m.A / (m.A + m.B) }))
}

// mbgnbd is the log-likelihood of [MBGNBD] with its gradient.
func (p *prepared) mbgnbd(logs, gradient []float64) float64 {
	return p.endsAfterPurchase(1, logs, gradient)
}
