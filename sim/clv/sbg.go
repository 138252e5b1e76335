package clv

import "math"

// SBG is the shifted-beta-geometric model of contracts: at the end of each
// period a customer leaves with probability θ ~ beta(Alpha, Beta). Retention
// rises with tenure only because those who leave early are gone. Both
// parameters are positive.
//
// P. Fader and B. Hardie, How to project customer retention, Journal of
// Interactive Marketing 21 (2007) 76-90.
type SBG struct {
	Alpha float64 // [1]
	Beta  float64 // [1]
}

func (m SBG) parameters() []parameter {
	return []parameter{{"alpha", "", m.Alpha}, {"beta", "", m.Beta}}
}

func (SBG) limits() []limit {
	return []limit{
		{"alpha0 beta0", "each customer either never leaves, or at the first renewal"},
		{"alpha∞ beta∞", "customers hardly differ in whether they leave"},
		{"alpha0", "hardly anybody leaves"},
		{"beta∞", "hardly anybody leaves"},
		{"beta0", "whoever may leave does so at the first renewal"},
		{"alpha∞", "everybody leaves at the first renewal"},
	}
}

func (SBG) with(v []float64) SBG { return SBG{v[0], v[1]} }

// Name is how the field calls the model.
func (SBG) Name() string { return "sBG" }

// Survival is the probability to be there after t renewals, B(α, β+t)/B(α, β).
func (m SBG) Survival(t int) float64 { return math.Exp(m.logSurvival(t)) }

func (m SBG) logSurvival(t int) float64 {
	return logRising(m.Beta, t) - logRising(m.Alpha+m.Beta, t)
}

// PMF is the probability to leave at the end of period t, B(α+1, β+t-1)/B(α, β).
func (m SBG) PMF(t int) float64 {
	if t < 1 {
		return 0
	}
	return math.Exp(m.logLost(t))
}

func (m SBG) logLost(t int) float64 {
	return m.logSurvival(t-1) + math.Log(m.Alpha) - math.Log(m.Alpha+m.Beta+float64(t-1))
}

// Retention is the share of those in period t who renew at its end,
// (β+t-1)/(α+β+t-1), for t ≥ 1.
func (m SBG) Retention(t int) float64 {
	at := float64(t - 1)
	return (m.Beta + at) / (m.Alpha + m.Beta + at)
}

// LogLikelihood is that of one tenure (N is not looked at).
func (m SBG) LogLikelihood(t Tenure) float64 {
	if t.Lost {
		return m.logLost(t.Periods)
	}
	return m.logSurvival(t.Periods)
}

// Expected is the mean number of periods a new customer pays for among the
// first t: Σ_{k<t} S(k).
func (m SBG) Expected(t int) float64 {
	if t < 1 {
		return 0
	}
	return 1 + periodsToCome(m.Alpha, m.Beta, t-1)
}

// DEL is the discounted expected lifetime of a new customer, Σ_{t≥0} S(t)/(1+d)^t
// [periods], discount per period; +Inf without discount unless α > 1.
//
// P. Fader and B. Hardie, Customer-base valuation in a contractual setting: the
// perils of ignoring heterogeneity, Marketing Science 29 (2010) 85-93.
func (m SBG) DEL(discount float64) float64 {
	return 1 + renewalsToCome(m.Alpha, m.Beta, discount)
}

// DERL is the discounted expected residual lifetime [periods] of a customer
// who has renewed so many times and is about to decide again: the next renewal
// counts in full, the one after at 1/(1+d), and so on; +Inf without discount
// unless α > 1. In closed form, with n = renewals + 1,
//
//	(β+n-1)/(α+β+n-1) 2F1(1, β+n; α+β+n; 1/(1+d)).
func (m SBG) DERL(discount float64, renewals int) float64 {
	return (1 + discount) * renewalsToCome(m.Alpha, m.Beta+float64(renewals), discount)
}

// Simulate draws one customer for each number of renewals in until, after
// which they are no longer watched.
func (m SBG) Simulate(seed uint64, until []int) []Tenure {
	return simulateTenures(seed, purposeSBG, until, func(s *stream) func(int) float64 {
		end := s.beta(m.Alpha, m.Beta)
		return func(int) float64 { return end }
	})
}

// FitSBG fits an sBG by maximum likelihood. It fails, with a reason, if there
// are no tenures, impossible ones, nobody was lost, or all had one renewal.
func FitSBG(ts []Tenure) (Fit[SBG], error) {
	c, err := tabulate(ts)
	if err != nil {
		return Fit[SBG]{}, err
	}
	f, err := fit[SBG](withDifferences(func(logs []float64) float64 {
		m := SBG{math.Exp(logs[0]), math.Exp(logs[1])}
		return c.logLikelihood(m.logLost, m.logSurvival)
	}), [][]float64{{0.7, 1.2}, {0.7, 4}, {1, 20}, {3, 1}, {20, 200}}, []float64{1, 1}, 0, c.customers)
	if err != nil {
		return f, err
	}
	f.Derived = []Estimate{
		f.Derive("mean probability to leave at the first renewal", "", Logit, func(m SBG) float64 { return m.Alpha / (m.Alpha + m.Beta) }),
		f.Derive("survival after 5 renewals", "", Logit, func(m SBG) float64 { return m.Survival(5) }),
		f.Derive("discounted expected lifetime at 10 % a period", "periods", Log, func(m SBG) float64 { return m.DEL(0.1) }),
	}
	return f, nil
}
