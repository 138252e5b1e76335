package clv

import (
	"cmp"
	"errors"
	"fmt"
	"math"
	"slices"
)

// A Spend is what the gamma-gamma model needs to know of a customer.
type Spend struct {
	X    int     // purchases whose amounts are known, 0 or more
	Mean float64 // their mean amount [money], above 0; 0 when X is 0
	N    int     // how many customers are alike in this; 0 is read as 1
}

// GammaGamma is the model of what a customer spends a purchase: amounts are
// gamma(shape P, rate ν), ν ~ gamma(shape Q, rate Gamma) across customers,
// independent of how often they buy. All parameters are positive. The means of
// customers, ζ = P/ν, have an infinite mean unless Q > 1.
//
// P. Fader and B. Hardie, The gamma-gamma model of monetary value (2013).
type GammaGamma struct {
	P     float64 // [1]
	Q     float64 // [1]
	Gamma float64 // [money]
}

// Name is how the field calls the model.
func (GammaGamma) Name() string { return "gamma-gamma" }

func (m GammaGamma) parameters() []parameter {
	return []parameter{{"p", "", m.P}, {"q", "", m.Q}, {"gamma", "money", m.Gamma}}
}

func (GammaGamma) limits() []limit {
	return []limit{
		{"q∞", "customers do not differ in what they spend"},
		{"p∞", "a customer spends the same at every purchase"},
		{"q0", "customers differ without bound in what they spend"},
		{"p0", "what a customer spends varies without bound"},
		{"gamma0", "a customer spends the same at every purchase"},
		{"gamma∞", "customers do not differ in what they spend"},
	}
}

func (GammaGamma) with(v []float64) GammaGamma { return GammaGamma{v[0], v[1], v[2]} }

// LogLikelihood is the log-density of the mean z of x amounts [1/money],
//
//	L = Γ(px+q)/(Γ(px) Γ(q)) γ^q z^(px-1) x^px/(γ+xz)^(px+q),
//
// and 0 without purchases (N is not looked at).
func (m GammaGamma) LogLikelihood(s Spend) float64 {
	if s.X == 0 {
		return 0
	}
	px, xz := m.P*float64(s.X), float64(s.X)*s.Mean
	return -logBeta(px, m.Q) - m.Q*math.Log1p(xz/m.Gamma) - px*math.Log1p(m.Gamma/xz) - math.Log(s.Mean)
}

// PDF is the density [1/money] of the mean amount z of x purchases, x ≥ 1.
func (m GammaGamma) PDF(x int, z float64) float64 {
	if z <= 0 || x < 1 {
		return 0
	}
	return math.Exp(m.LogLikelihood(Spend{X: x, Mean: z}))
}

// Expected is the mean amount of a purchase over customers, E[M] = pγ/(q-1)
// [money], +Inf unless q > 1.
func (m GammaGamma) Expected() float64 {
	if m.Q <= 1 {
		return math.Inf(1)
	}
	return m.P * m.Gamma / (m.Q - 1)
}

// ConditionalExpected is the mean amount of the future purchases of a customer
// with this past, E[M | x, z] = p (γ+xz)/(px+q-1) [money]: between the mean of
// all and their own, nearer to theirs the more is known.
func (m GammaGamma) ConditionalExpected(s Spend) float64 {
	x := float64(s.X)
	below := m.P*x + m.Q - 1
	if below <= 0 {
		return math.Inf(1)
	}
	return m.P * (m.Gamma + x*s.Mean) / below
}

// Simulate draws one customer for each number of purchases in counts.
func (m GammaGamma) Simulate(seed uint64, counts []int) []Spend {
	until := make([]float64, len(counts))
	out := make([]Spend, len(counts))
	i := 0
	simulate(seed, purposeGammaGamma, until, func(s *stream, _ float64, _ func(float64) bool) {
		x := counts[i]
		out[i] = Spend{X: x, N: 1}
		rate := s.gamma(m.Q, m.Gamma)
		if x > 0 {
			out[i].Mean = s.gamma(m.P*float64(x), rate) / float64(x)
		}
		i++
	})
	return out
}

// FitGammaGamma fits a gamma-gamma model by maximum likelihood to the
// customers with purchases of known amounts. It fails, with a reason, if there
// are fewer than two, or impossible amounts.
func FitGammaGamma(spends []Spend) (Fit[GammaGamma], error) {
	known, err := knownSpends(spends)
	if err != nil {
		return Fit[GammaGamma]{}, err
	}
	customers, total, purchases := 0.0, 0.0, 0.0
	for _, s := range known {
		customers += float64(s.N)
		purchases += float64(s.N * s.X)
		total += float64(s.N*s.X) * s.Mean
	}
	unit := total / purchases // [money]
	for i := range known {
		known[i].Mean /= unit
	}
	f, err := fit[GammaGamma](withDifferences(func(logs []float64) float64 {
		m := GammaGamma{math.Exp(logs[0]), math.Exp(logs[1]), math.Exp(logs[2])}
		sum := 0.0
		for _, s := range known {
			sum += float64(s.N) * m.LogLikelihood(s)
		}
		return sum
	}), [][]float64{{6, 4, 0.5}, {1, 2, 1}, {20, 10, 0.45}, {2, 20, 9.5}, {50, 2, 0.02}, {0.5, 1.2, 0.4}},
		[]float64{1, 1, unit}, -customers*math.Log(unit), int(customers))
	if err != nil {
		return f, err
	}
	f.Derived = []Estimate{
		f.Derive("mean amount of a purchase, over customers", "money", Log, GammaGamma.Expected),
	}
	return f, nil
}

// knownSpends checks spends and compresses those of customers with purchases.
func knownSpends(spends []Spend) ([]Spend, error) {
	if len(spends) == 0 {
		return nil, errEmpty
	}
	var known []Spend
	customers := 0
	for i, s := range spends {
		switch {
		case s.X < 0 || s.X > maxPurchases:
			return nil, fmt.Errorf("customer %d has %d purchases; they must lie between 0 and %d", i+1, s.X, maxPurchases)
		case s.X > 0 && !(s.Mean > 0 && s.Mean < 1e15):
			return nil, fmt.Errorf("customer %d spent %v on average; the gamma-gamma model knows amounts above 0 only: leave such customers out", i+1, s.Mean)
		case s.N < 0 || int64(s.N) > maxCustomers:
			return nil, fmt.Errorf("entry %d stands for %d customers; give 1 or more", i+1, s.N)
		case s.X > 0:
			s.N = max(s.N, 1)
			customers += s.N
			known = append(known, s)
		}
	}
	if customers < 2 {
		return nil, errors.New("fewer than two customers have purchases of known amounts, so there is nothing to learn about how they differ")
	}
	slices.SortFunc(known, func(p, q Spend) int { return cmp.Or(cmp.Compare(p.X, q.X), cmp.Compare(p.Mean, q.Mean)) })
	short := known[:0]
	for _, s := range known {
		if n := len(short); n > 0 && short[n-1].X == s.X && short[n-1].Mean == s.Mean {
			short[n-1].N += s.N
			continue
		}
		short = append(short, s)
	}
	return short, nil
}
