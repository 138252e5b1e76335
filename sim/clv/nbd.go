package clv

import (
	"math"
)

// NBD is the negative binomial model: customers buy at random times with rate
// λ ~ gamma(shape R, rate Alpha), and never end. Both parameters are positive.
//
// A. S. C. Ehrenberg, The pattern of consumer purchases, Applied Statistics 8
// (1959) 26-41.
type NBD struct {
	R     float64 // [1]
	Alpha float64 // [period]
}

var _ Purchasing = NBD{}

// Name implements [Purchasing].
func (NBD) Name() string { return "NBD" }

func (m NBD) parameters() []parameter {
	return []parameter{{"r", "", m.R}, {"alpha", "period", m.Alpha}}
}

func (NBD) limits() []limit {
	return []limit{
		{"r∞", sameRate},
		{"alpha∞", sameRate},
		{"r0", hardlyBuy},
		{"alpha0", "whoever buys again does so at once"},
	}
}

func (NBD) with(v []float64) NBD { return NBD{v[0], v[1]} }

// LogLikelihood is the log-density of the times of X repeat purchases
// [1/period^X], L = Γ(r+x)/Γ(r) α^r/(α+T)^(r+x).
func (m NBD) LogLikelihood(s Summary) float64 { return logGammaPoisson(m.R, m.Alpha, s.X, s.T) }

// logPMF is log of Γ(r+x)/(Γ(r) x!) (α/(α+t))^r (t/(α+t))^x.
func (m NBD) logPMF(x int, t float64) float64 {
	log := logRising(m.R, x) - logRising(1, x) - m.R*math.Log1p(t/m.Alpha)
	if x > 0 {
		log -= float64(x) * math.Log1p(m.Alpha/t)
	}
	return log
}

// PMF implements [Purchasing].
func (m NBD) PMF(x int, t float64) float64 {
	if x < 0 || t < 0 {
		return 0
	}
	return math.Exp(m.logPMF(x, t))
}

// Expected is rt/α.
func (m NBD) Expected(t float64) float64 { return m.R / m.Alpha * t }

// ConditionalExpected is (r+x)/(α+T) t.
func (m NBD) ConditionalExpected(t float64, s Summary) float64 {
	return (m.R + float64(s.X)) / (m.Alpha + s.T) * t
}

// Alive is 1: nobody ends.
func (m NBD) Alive(Summary) float64 { return 1 }

// DERT is (r+x)/(α+T)/δ, +Inf without discount.
func (m NBD) DERT(discount float64, s Summary) float64 {
	return (m.R + float64(s.X)) / (m.Alpha + s.T) / discount
}

// Simulate draws one customer for each time of observation in until [period].
func (m NBD) Simulate(seed uint64, until []float64) Base {
	return simulate(seed, purposeNBD, until, func(s *stream, _ float64, buy func(float64) bool) {
		rate := s.gamma(m.R, m.Alpha)
		for at := s.wait(rate); buy(at); at += s.wait(rate) {
		}
	})
}

// FitNBD fits an NBD by maximum likelihood; it fails as [FitBGNBD] does.
func FitNBD(b Base) (Fit[NBD], error) {
	return fitPurchasing(b, (*prepared).nbd, [][]float64{nil},
		func(unit float64) []float64 { return []float64{1, unit} },
		derivedRate(func(m NBD) float64 { return m.R / m.Alpha }))
}
