package clv

import "math"

// BdW is the beta-discrete-Weibull model of contracts: as [SBG], but a
// customer's own probability to leave changes with tenure, S(t|θ) = (1-θ)^(t^C),
// falling for C < 1, rising for C > 1; at C = 1 it is the sBG. θ ~ beta(Gamma,
// Delta). All parameters are positive.
//
// P. Fader, B. Hardie, Y. Liu, J. Davin and T. Steenburgh, "How to project
// customer retention" revisited: the role of duration dependence, Journal of
// Interactive Marketing 43 (2018) 1-16.
type BdW struct {
	Gamma float64 // [1]
	Delta float64 // [1]
	C     float64 // [1]
}

// Name is how the field calls the model.
func (BdW) Name() string { return "BdW" }

func (m BdW) parameters() []parameter {
	return []parameter{{"gamma", "", m.Gamma}, {"delta", "", m.Delta}, {"c", "", m.C}}
}

func (BdW) limits() []limit {
	return []limit{
		{"c0", "whoever renews once never leaves"},
		{"c∞", "whoever renews once leaves at the second renewal"},
		{"gamma0 delta0", "each customer either never leaves, or at the first renewal"},
		{"gamma∞ delta∞", "customers hardly differ in whether they leave"},
		{"gamma0", "hardly anybody leaves"},
		{"delta∞", "hardly anybody leaves"},
		{"delta0", "whoever may leave does so at the first renewal"},
		{"gamma∞", "everybody leaves at the first renewal"},
	}
}

func (BdW) with(v []float64) BdW { return BdW{v[0], v[1], v[2]} }

// Survival is the probability to be there after t renewals,
// B(γ, δ+t^c)/B(γ, δ).
func (m BdW) Survival(t int) float64 { return math.Exp(m.logSurvival(float64(t))) }

func (m BdW) logSurvival(t float64) float64 { return logStay(m.Gamma, m.Delta, math.Pow(t, m.C)) }

// logStay is log B(a, b+y)/B(a, b), for a, b > 0, y ≥ 0. Of its four
// log-gammas those are paired that differ by the smaller of a and y.
func logStay(a, b, y float64) float64 {
	if y < a {
		return lgammaRatio(b, y) - lgammaRatio(a+b, y)
	}
	return lgammaRatio(b, a) - lgammaRatio(b+y, a)
}

// PMF is the probability to leave at the end of period t, S(t-1) - S(t).
func (m BdW) PMF(t int) float64 {
	if t < 1 {
		return 0
	}
	return math.Exp(m.logLost(t))
}

func (m BdW) logLost(t int) float64 {
	before := m.logSurvival(float64(t - 1))
	return before + math.Log(-math.Expm1(m.logSurvival(float64(t))-before))
}

// Retention is the share of those in period t who renew at its end,
// S(t)/S(t-1), for t ≥ 1.
func (m BdW) Retention(t int) float64 {
	return math.Exp(m.logSurvival(float64(t)) - m.logSurvival(float64(t-1)))
}

// LogLikelihood is that of one tenure (N is not looked at).
func (m BdW) LogLikelihood(t Tenure) float64 {
	if t.Lost {
		return m.logLost(t.Periods)
	}
	return m.logSurvival(float64(t.Periods))
}

// Expected is the mean number of periods a new customer pays for among the
// first t: Σ_{k<t} S(k). It takes time in proportion to t.
func (m BdW) Expected(t int) float64 {
	sum := 0.0
	for k := range t {
		sum += m.Survival(k)
	}
	return sum
}

// DEL is the discounted expected lifetime of a new customer, Σ_{t≥0} S(t)/(1+d)^t
// [periods], discount per period; +Inf without discount unless γc > 1.
func (m BdW) DEL(discount float64) float64 {
	return 1 + m.DERL(discount, 0)/(1+discount)
}

// DERL is the discounted expected residual lifetime [periods] of a customer
// who has renewed so many times and is about to decide again, as [SBG.DERL]:
//
//	Σ_{t>n} S(t)/S(n) / (1+d)^(t-n-1), n = renewals.
//
// The first thousand terms are added up, the rest by the Euler-Maclaurin
// formula, whose integral is taken on log t.
func (m BdW) DERL(discount float64, renewals int) float64 {
	const direct = 1000
	n := float64(renewals)
	if discount == 0 && m.Gamma*m.C <= 1 {
		return math.Inf(1)
	}
	logOff := math.Log1p(discount)
	base := m.logSurvival(n)
	f := func(t float64) float64 { return math.Exp(m.logSurvival(t) - base - (t-n-1)*logOff) }
	sum := 0.0
	for k := 1.0; k < direct; k++ {
		term := f(n + k)
		sum += term
		if term < 1e-17*sum {
			return sum
		}
	}
	from := n + direct
	slope := (f(from+1) - f(from-1)) / 2
	tail := f(from)/2 - slope/12
	const panel = 1.0
	for u := 0.0; ; u += panel {
		part := panels(panel, 1, func(v float64) float64 {
			t := from * math.Exp(u+v)
			return f(t) * t
		})
		tail += part
		if part < 1e-15*(sum+tail) {
			return sum + tail
		}
		if t := from * math.Exp(u+panel); discount == 0 && t > 1e9 {
			return sum + tail + f(t)*t/(m.Gamma*m.C-1) // a power law by now
		}
	}
}

// Simulate draws one customer for each number of renewals in until, after
// which they are no longer watched.
func (m BdW) Simulate(seed uint64, until []int) []Tenure {
	return simulateTenures(seed, purposeBdW, until, func(s *stream) func(int) float64 {
		stay := math.Log1p(-s.beta(m.Gamma, m.Delta))
		return func(t int) float64 {
			return -math.Expm1(stay * (math.Pow(float64(t), m.C) - math.Pow(float64(t-1), m.C)))
		}
	})
}

// FitBdW fits a BdW by maximum likelihood; it fails as [FitSBG] does.
func FitBdW(ts []Tenure) (Fit[BdW], error) {
	c, err := tabulate(ts)
	if err != nil {
		return Fit[BdW]{}, err
	}
	f, err := fit[BdW](withDifferences(func(logs []float64) float64 {
		m := BdW{math.Exp(logs[0]), math.Exp(logs[1]), math.Exp(logs[2])}
		return c.logLikelihood(m.logLost, func(t int) float64 { return m.logSurvival(float64(t)) })
	}), [][]float64{{0.7, 1.2, 1}, {0.7, 4, 1}, {1, 20, 1}, {0.3, 0.5, 1.5}, {5, 10, 0.7}, {20, 200, 1}, {3, 30, 0.5}},
		[]float64{1, 1, 1}, 0, c.customers)
	if err != nil {
		return f, err
	}
	f.Derived = []Estimate{
		f.Derive("mean probability to leave at the first renewal", "", Logit, func(m BdW) float64 { return m.Gamma / (m.Gamma + m.Delta) }),
		f.Derive("survival after 5 renewals", "", Logit, func(m BdW) float64 { return m.Survival(5) }),
		f.Derive("discounted expected lifetime at 10 % a period", "periods", Log, func(m BdW) float64 { return m.DEL(0.1) }),
	}
	return f, nil
}
