package clv

import (
	"math"
)

// ParetoNBD is the Pareto/NBD model. While alive, a customer buys again at
// random times with rate λ ~ gamma(shape R, rate Alpha), and ends at rate
// μ ~ gamma(shape S, rate Beta), independent. All parameters are positive.
//
// D. Schmittlein, D. Morrison and R. Colombo, Counting your customers: who are
// they and what will they do next?, Management Science 33 (1987) 1-24; P.
// Fader and B. Hardie, A note on deriving the Pareto/NBD model and related
// expressions (2005).
type ParetoNBD struct {
	R     float64 // [1]
	Alpha float64 // [period]
	S     float64 // [1]
	Beta  float64 // [period]
}

var _ Purchasing = ParetoNBD{}

// Name implements [Purchasing].
func (ParetoNBD) Name() string { return "Pareto/NBD" }

func (m ParetoNBD) parameters() []parameter {
	return []parameter{{"r", "", m.R}, {"alpha", "period", m.Alpha}, {"s", "", m.S}, {"beta", "period", m.Beta}}
}

func (ParetoNBD) limits() []limit {
	return []limit{
		{"s0 beta0", "each customer either never ends, or at once"},
		{"s∞ beta∞", "customers hardly differ in how long they stay"},
		{"s0", noEnd + ", and the NBD says as much with fewer parameters"},
		{"beta∞", noEnd + ", and the NBD says as much with fewer parameters"},
		{"beta0", "whoever may end does so at once"},
		{"s∞", "everybody ends at once"},
		{"r∞", sameRate},
		{"alpha∞", sameRate},
		{"r0", hardlyBuy},
		{"alpha0", "whoever buys again does so at once"},
	}
}

func (ParetoNBD) with(v []float64) ParetoNBD { return ParetoNBD{v[0], v[1], v[2], v[3]} }

// LogLikelihood is the log-density of the times of X repeat purchases
// [1/period^X],
//
//	L = Γ(r+x)/Γ(r) α^r β^s { 1/((α+T)^(r+x) (β+T)^s)
//	    + s ∫ from t_x to T of dy/((α+y)^(r+x) (β+y)^(s+1)) },
//
// whose integral the papers write as a difference of two 2F1, with one form
// for α ≥ β and another for α < β. The integral needs neither, and has no
// digits to lose.
func (m ParetoNBD) LogLikelihood(s Summary) float64 {
	log := m.ended(s, nil)
	return logGammaPoisson(m.R, m.Alpha, s.X, s.T) - m.S*math.Log1p(s.T/m.Beta) + softplus(log)
}

// ended is the log-odds that a customer has ended,
//
//	log s ∫ ((α+T)/(α+y))^(r+x) ((β+T)/(β+y))^s dy/(β+y),
//
// and sets slope, where wanted, to its derivatives by r, α, s and β.
func (m ParetoNBD) ended(c Summary, slope *[4]float64) float64 {
	k := m.R + float64(c.X)
	if c.Silence() <= 0 {
		if slope != nil {
			*slope = [4]float64{}
		}
		return math.Inf(-1)
	}
	// With the smaller of α and β as q, y + q = (t_x + q) e^v: the integrand
	// is then analytic for |Im v| < π, and at most steep, which panels cut up.
	low := math.Min(m.Alpha, m.Beta)
	dA, dB := m.Alpha-low, m.Beta-low
	from := low + c.Last
	logA, logB := logRatio(m.Alpha, c), logRatio(m.Beta, c)
	length := logRatio(low, c)
	steep := k*logA + (m.S+1)*logB
	if steep > 2*depth {
		length = m.reach(k, c, length)
		steep = depth
	}
	n := int(math.Ceil(math.Max(steep/6, length/2)))
	startA, startB := math.Log(m.Alpha+c.Last), math.Log(m.Beta+c.Last)
	h := length / float64(n)
	var sum float64
	var by [4]float64
	for i := range n {
		for _, g := range legendre {
			y := from * math.Exp((float64(i)+g.at)*h) // q + y
			a, b := math.Log(dA+y)-startA, math.Log(dB+y)-startB
			f := g.weight * math.Exp(-k*a-m.S*b) * y / (dB + y)
			sum += f
			if slope != nil {
				by[0] += f * (logA - a)
				by[1] += f / (dA + y)
				by[2] += f * (logB - b)
				by[3] += f / (dB + y)
			}
		}
	}
	if slope != nil {
		*slope = [4]float64{
			by[0] / sum,
			k * (1/(m.Alpha+c.T) - by[1]/sum),
			by[2]/sum + 1/m.S,
			m.S/(m.Beta+c.T) - (m.S+1)*by[3]/sum,
		}
	}
	return math.Log(m.S*sum*h) + k*logA + m.S*logB
}

// depth is how far the logarithm of an integrand falls before the rest counts
// for nothing.
const depth = 42.0

// reach is the v at which the integrand of ended has fallen by depth.
func (m ParetoNBD) reach(k float64, c Summary, length float64) float64 {
	low := math.Min(m.Alpha, m.Beta)
	near, far := 0.0, length
	for range 40 {
		mid := (near + far) / 2
		y := (low + c.Last) * math.Expm1(mid) // beyond t_x
		if k*math.Log1p(y/(m.Alpha+c.Last))+(m.S+1)*math.Log1p(y/(m.Beta+c.Last)) < depth {
			near = mid
		} else {
			far = mid
		}
	}
	return far
}

// PMF is the probability of x repeat purchases in the first t periods,
//
//	NBD(x; t) (β/(β+t))^s + ∫ from 0 to t of NBD(x; y) s β^s/(β+y)^(s+1) dy.
func (m ParetoNBD) PMF(x int, t float64) float64 {
	if x < 0 || t < 0 {
		return 0
	}
	n := NBD{m.R, m.Alpha}
	p := math.Exp(n.logPMF(x, t) - m.S*math.Log1p(t/m.Beta))
	if t == 0 {
		return p
	}
	low := math.Min(m.Alpha, m.Beta)
	length := math.Log1p(t / low)
	return p + panels(length, int(math.Ceil(2*length)), func(v float64) float64 {
		y := low * math.Expm1(v)
		return m.S * (y + low) / (m.Beta + y) * math.Exp(n.logPMF(x, y)-m.S*math.Log1p(y/m.Beta))
	})
}

// Expected is E[X(t)] = r β/(α (s-1)) [1 - (β/(β+t))^(s-1)] [purchases], and its
// limit r β/α log(1+t/β) at s = 1.
func (m ParetoNBD) Expected(t float64) float64 {
	return m.R * m.Beta / m.Alpha * divided(m.S-1, math.Log1p(t/m.Beta))
}

// given is the model of a customer with this past who is alive.
func (m ParetoNBD) given(s Summary) ParetoNBD {
	return ParetoNBD{m.R + float64(s.X), m.Alpha + s.T, m.S, m.Beta + s.T}
}

// ConditionalExpected implements [Purchasing]: P(alive) times the expectation
// under λ ~ gamma(r+x, α+T), μ ~ gamma(s, β+T).
func (m ParetoNBD) ConditionalExpected(t float64, s Summary) float64 {
	return m.Alive(s) * m.given(s).Expected(t)
}

// Alive implements [Purchasing].
func (m ParetoNBD) Alive(s Summary) float64 {
	return logistic(-m.ended(s, nil))
}

// DERT implements [Purchasing]: P(alive) (r+x)/(α+T) E[1/(δ+μ)] with
// μ ~ gamma(s, β+T), which the paper writes with the confluent hypergeometric
// function of the second kind, (β+T)^s δ^(s-1) Ψ(s, s; δ(β+T)); discount is
// continuous [1/period]. It is +Inf without discount unless s > 1.
//
// P. Fader, B. Hardie and K. L. Lee, RFM and CLV: using iso-value curves for
// customer base analysis, Journal of Marketing Research 42 (2005) 415-430.
func (m ParetoNBD) DERT(discount float64, s Summary) float64 {
	g := m.given(s)
	return m.Alive(s) * g.R / g.Alpha * g.Beta * meanInverse(g.S, g.Beta*discount)
}

// meanInverse is E[1/(c+x)], x ~ gamma(shape, rate 1), for c ≥ 0.
func meanInverse(shape, c float64) float64 {
	if c == 0 {
		if shape <= 1 {
			return math.Inf(1)
		}
		return 1 / (shape - 1)
	}
	sum := 0.0
	if shape > 0.5 {
		for _, n := range gammaNodes(fine, shape, 1+shape/c) {
			sum += n.weight / (c + n.at)
		}
		return sum
	}
	// 1/(c+x) = (1 - x/(c+x))/c, and x takes the shape up by 1
	for _, n := range gammaNodes(fine, shape+1, 1+shape/c) {
		sum += n.weight / (c + n.at)
	}
	return (1 - shape*sum) / c
}

// Simulate draws one customer for each time of observation in until [period].
func (m ParetoNBD) Simulate(seed uint64, until []float64) Base {
	return simulate(seed, purposeParetoNBD, until, func(s *stream, _ float64, buy func(float64) bool) {
		rate := s.gamma(m.R, m.Alpha)
		end := s.wait(s.gamma(m.S, m.Beta))
		for at := s.wait(rate); at < end && buy(at); at += s.wait(rate) {
		}
	})
}

// FitParetoNBD fits a Pareto/NBD by maximum likelihood; it fails as [FitBGNBD]
// does.
func FitParetoNBD(b Base) (Fit[ParetoNBD], error) {
	return fitPurchasing(b, (*prepared).paretonbd, [][]float64{{0.6, 12}, {3, 60}, {0.1, 1}, {0.03, 0.03}},
		func(unit float64) []float64 { return []float64{1, unit, 1, unit} },
		derivedRate(func(m ParetoNBD) float64 { return m.R / m.Alpha }),
		derived[ParetoNBD]{"median time as a customer", "periods", Log, ParetoNBD.MedianLifetime})
}

// MedianLifetime [period] is β (2^(1/s) - 1). The mean is infinite for s ≤ 1.
func (m ParetoNBD) MedianLifetime() float64 { return m.Beta * math.Expm1(math.Ln2/m.S) }

// paretonbd is the log-likelihood of [ParetoNBD] with its gradient.
func (p *prepared) paretonbd(logs, gradient []float64) float64 {
	m := ParetoNBD{math.Exp(logs[0]), math.Exp(logs[1]), math.Exp(logs[2]), math.Exp(logs[3])}
	sum, byR, byAlpha := p.gammaPoisson(m.R, m.Alpha)
	byS, byBeta := 0.0, 0.0
	for _, e := range p.ends {
		rel := p.times[e.at] / m.Beta
		log := math.Log1p(rel)
		sum -= e.weight * m.S * log
		byS -= e.weight * log
		byBeta += e.weight * m.S / m.Beta * rel / (1 + rel)
	}
	var slope *[4]float64
	if gradient != nil {
		slope = new([4]float64)
	}
	for _, c := range p.counts {
		for _, w := range p.rows[c.from:c.to] {
			log := m.ended(Summary{X: c.x, Last: p.times[w.last], T: p.times[w.end]}, slope)
			soft, gone := softplusBoth(log)
			sum += w.weight * soft
			if slope != nil {
				gone *= w.weight
				byR += gone * slope[0]
				byAlpha += gone * slope[1]
				byS += gone * slope[2]
				byBeta += gone * slope[3]
			}
		}
	}
	if gradient != nil {
		gradient[0], gradient[1], gradient[2], gradient[3] = m.R*byR, m.Alpha*byAlpha, m.S*byS, m.Beta*byBeta
	}
	return sum
}
