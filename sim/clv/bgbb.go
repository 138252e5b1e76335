package clv

import (
	"errors"
	"fmt"
	"math"
)

// BGBB is the beta-geometric/beta-Bernoulli model of purchases that happen at
// most once a period (a donation a year, a conference). At the start of each
// period a customer ends with probability θ ~ beta(Gamma, Delta); while alive
// they buy in it with probability p ~ beta(Alpha, Beta), independent. All
// parameters are positive.
//
// Times are whole periods: in a [Summary], T is the number of periods after
// that of the first purchase, X how many of them had a purchase, and Last the
// last of these (0 if none). Times given to methods are rounded down.
//
// P. Fader, B. Hardie and J. Shang, Customer-base analysis in a discrete-time
// noncontractual setting, Marketing Science 29 (2010) 1086-1108.
type BGBB struct {
	Alpha, Beta  float64 // of p [1]
	Gamma, Delta float64 // of θ [1]
}

var _ Purchasing = BGBB{}

// Name implements [Purchasing].
func (BGBB) Name() string { return "BG/BB" }

func (m BGBB) parameters() []parameter {
	return []parameter{{"alpha", "", m.Alpha}, {"beta", "", m.Beta}, {"gamma", "", m.Gamma}, {"delta", "", m.Delta}}
}

func (BGBB) limits() []limit {
	return []limit{
		{"alpha0 beta0", "each customer buys either always or never"},
		{"alpha∞ beta∞", sameRate},
		{"alpha0", hardlyBuy},
		{"beta∞", hardlyBuy},
		{"alpha∞", "everybody buys in every period"},
		{"beta0", "everybody buys in every period"},
		{"gamma0 delta0", "each customer either never ends, or at once"},
		{"gamma∞ delta∞", sameEnd},
		{"gamma0", noEnd},
		{"delta∞", noEnd},
		{"gamma∞", "everybody ends at once"},
		{"delta0", "whoever may end does so at once"},
	}
}

func (BGBB) with(v []float64) BGBB { return BGBB{v[0], v[1], v[2], v[3]} }

// LogLikelihood is that of the periods in which the X purchases fell:
//
//	L = B(α+x, β+n-x)/B(α, β) B(γ, δ+n)/B(γ, δ)
//	    + Σ_{i=0}^{n-t_x-1} B(α+x, β+t_x-x+i)/B(α, β) B(γ+1, δ+t_x+i)/B(γ, δ)
//
// with n = T. The terms of the sum fall, each by a ratio of the last.
func (m BGBB) LogLikelihood(s Summary) float64 {
	alive, ended := m.both(s)
	return logAdd(alive, ended)
}

// both are the logarithms of the two parts of the likelihood.
func (m BGBB) both(s Summary) (alive, ended float64) {
	x, last, n := s.X, int(s.Last), int(s.T)
	stay := func(t int) float64 { return logRising(m.Delta, t) - logRising(m.Gamma+m.Delta, t) }
	buys := func(t int) float64 {
		return logRising(m.Alpha, x) + logRising(m.Beta, t-x) - logRising(m.Alpha+m.Beta, t)
	}
	alive = buys(n) + stay(n)
	if last >= n {
		return alive, math.Inf(-1)
	}
	first := buys(last) + stay(last) + math.Log(m.Gamma) - math.Log(m.Gamma+m.Delta+float64(last))
	sum, term := 0.0, 1.0
	for t := last; t < n; t++ {
		sum += term
		at := float64(t)
		term *= (m.Beta + at - float64(x)) / (m.Alpha + m.Beta + at) *
			(m.Delta + at) / (m.Gamma + m.Delta + at + 1)
	}
	return alive, first + math.Log(sum)
}

// PMF is the probability of x purchases in the first t periods,
//
//	C(n, x) B(α+x, β+n-x)/B(α, β) B(γ, δ+n)/B(γ, δ)
//	+ Σ_{i=x}^{n-1} C(i, x) B(α+x, β+i-x)/B(α, β) B(γ+1, δ+i)/B(γ, δ).
func (m BGBB) PMF(x int, t float64) float64 {
	n := int(t)
	if x < 0 || x > n {
		return 0
	}
	// term is the part with C(i, x) without the last factor, from i = x on
	term := math.Exp(logRising(m.Alpha, x) - logRising(m.Alpha+m.Beta, x) +
		logRising(m.Delta, x) - logRising(m.Gamma+m.Delta, x))
	sum := 0.0
	for i := float64(x); i < float64(n); i++ {
		sum += term * m.Gamma / (m.Gamma + m.Delta + i)
		term *= (i + 1) / (i + 1 - float64(x)) *
			(m.Beta + i - float64(x)) / (m.Alpha + m.Beta + i) *
			(m.Delta + i) / (m.Gamma + m.Delta + i)
	}
	return sum + term
}

// Expected is E[X(n)] = α/(α+β) Σ_{k=1}^n B(γ, δ+k)/B(γ, δ) [purchases], which
// the paper sums to a form that is undefined at γ = 1.
func (m BGBB) Expected(t float64) float64 {
	return m.Alpha / (m.Alpha + m.Beta) * periodsToCome(m.Gamma, m.Delta, int(t))
}

// periodsToCome is Σ_{k=1}^n E[(1-θ)^k], θ ~ Beta(c, d).
func periodsToCome(c, d float64, n int) float64 {
	const long = 1 << 20
	sum, stay := 0.0, 1.0
	for k := range min(n, long) {
		stay *= (d + float64(k)) / (c + d + float64(k))
		sum += stay
	}
	if n <= long {
		return sum
	}
	// what is left is an integral to all digits: the terms go like k^-c
	from, to := float64(long)+0.5, float64(n)+0.5
	return sum + stay*math.Pow(long, c)*math.Pow(from, 1-c)*divided(c-1, math.Log(to/from))
}

// ConditionalExpected implements [Purchasing]: the mean number of purchases in
// the next t periods.
func (m BGBB) ConditionalExpected(t float64, s Summary) float64 {
	x, n := float64(s.X), math.Floor(s.T)
	return m.now(s) * (m.Alpha + x) / (m.Alpha + m.Beta + n) * periodsToCome(m.Gamma, m.Delta+n, int(t))
}

// now is the probability that a customer was alive in the last period.
func (m BGBB) now(s Summary) float64 {
	alive, ended := m.both(s)
	return logistic(alive - ended)
}

// Alive is the probability that a customer will be alive in the next period,
// n+1, as in the paper: whoever bought in the last one may end before that.
func (m BGBB) Alive(s Summary) float64 {
	n := math.Floor(s.T)
	return m.now(s) * (m.Delta + n) / (m.Gamma + m.Delta + n)
}

// DERT implements [Purchasing]: the purchases of the next period, discounted
// by 1/(1+d), and so on,
//
//	P(alive now) (α+x)/(α+β+n) E[(1-θ)/(d+θ)], θ ~ beta(γ, δ+n),
//
// which the paper writes with a 2F1; discount is per period. It is +Inf
// without discount unless γ > 1.
func (m BGBB) DERT(discount float64, s Summary) float64 {
	x, n := float64(s.X), math.Floor(s.T)
	return m.now(s) * (m.Alpha + x) / (m.Alpha + m.Beta + n) * renewalsToCome(m.Gamma, m.Delta+n, discount)
}

// renewalsToCome is E[(1-θ)/(d+θ)], θ ~ Beta(a, b): Σ_{k≥1} (1-θ)^k/(1+d)^k.
func renewalsToCome(a, b, d float64) float64 {
	if d == 0 {
		if a <= 1 {
			return math.Inf(1)
		}
		return b / (a - 1)
	}
	return betaMean(fine, a, b, 1+1/d, func(p float64) float64 { return (1 - p) / (d + p) })
}

// Simulate draws one customer for each number of periods in until.
func (m BGBB) Simulate(seed uint64, until []float64) Base {
	return simulate(seed, purposeBGBB, until, func(s *stream, t float64, buy func(float64) bool) {
		p, end := s.beta(m.Alpha, m.Beta), s.beta(m.Gamma, m.Delta)
		for at := 1.0; at <= t && !s.chance(end); at++ {
			if s.chance(p) {
				buy(at)
			}
		}
	})
}

// FitBGBB fits a BG/BB by maximum likelihood. It fails, with a reason, if b is
// empty or one customer, holds impossible entries, or nobody bought again.
func FitBGBB(b Base) (Fit[BGBB], error) {
	if err := b.check(); err != nil {
		return Fit[BGBB]{}, err
	}
	longest := 0.0
	for i, s := range b {
		longest = max(longest, s.T)
		switch {
		case s.T != math.Floor(s.T) || s.Last != math.Floor(s.Last):
			return Fit[BGBB]{}, fmt.Errorf("customer %d: the BG/BB counts whole periods, but was given last %v of %v", i+1, s.Last, s.T)
		case float64(s.X) > s.Last:
			return Fit[BGBB]{}, fmt.Errorf("customer %d bought %d times in %v periods; the BG/BB knows at most one purchase a period", i+1, s.X, s.Last)
		}
	}
	switch {
	case longest > 1e6:
		return Fit[BGBB]{}, fmt.Errorf("a customer was watched for %v periods; the BG/BB takes at most a million: choose longer ones", longest)
	case b.Purchases() == 0:
		return Fit[BGBB]{}, errNoRepeats
	case b.Customers() == 1:
		return Fit[BGBB]{}, errors.New("one customer cannot show how customers differ; the fit needs several")
	}
	c := Compress(b)
	f, err := fit[BGBB](withDifferences(func(logs []float64) float64 {
		return c.sum(BGBB{math.Exp(logs[0]), math.Exp(logs[1]), math.Exp(logs[2]), math.Exp(logs[3])}.LogLikelihood)
	}), [][]float64{{1, 1, 0.5, 3}, {0.5, 2, 1, 10}, {2, 1, 0.3, 1}, {1, 20, 1, 20}, {5, 5, 0.1, 5}},
		[]float64{1, 1, 1, 1}, 0, b.Customers())
	if err != nil {
		return f, err
	}
	f.Derived = []Estimate{
		f.Derive("mean probability to buy in a period while a customer", "", Logit, func(m BGBB) float64 { return m.Alpha / (m.Alpha + m.Beta) }),
		f.Derive("mean probability to end before a period", "", Logit, func(m BGBB) float64 { return m.Gamma / (m.Gamma + m.Delta) }),
		f.Derive("expected repeat purchases of a new customer in 10 periods", "purchases", Log, func(m BGBB) float64 { return m.Expected(10) }),
	}
	return f, nil
}
