package clv

import (
	"errors"
	"math"
	"slices"
)

// FitBGNBD fits a BG/NBD by maximum likelihood. It fails, with a reason, if b
// is empty, holds impossible entries, or nobody bought again.
func FitBGNBD(b Base) (Fit[BGNBD], error) {
	p, err := prepare(b)
	if err != nil {
		return Fit[BGNBD]{}, err
	}
	f, err := fit[BGNBD](p.bgnbd, p.starts(endings), []float64{1, p.unit, 1, 1}, p.shift, p.customers)
	if err != nil {
		return f, err
	}
	f.Derived = purchasingDerived(f, func(m BGNBD) (rate, dropout float64) { return m.R / m.Alpha, m.A / (m.A + m.B) })
	return f, nil
}

// purchasingDerived are the quantities a person can judge.
func purchasingDerived[M interface {
	Parametric[M]
	Purchasing
}](f Fit[M], of func(M) (rate, dropout float64)) []Estimate {
	return []Estimate{
		f.Derive("mean purchase rate while a customer", "purchases/period", Log, func(m M) float64 { r, _ := of(m); return r }),
		f.Derive("mean probability to end after a purchase", "", Logit, func(m M) float64 { _, d := of(m); return d }),
		f.Derive("expected repeat purchases of a new customer in 52 periods", "purchases", Log, func(m M) float64 { return m.Expected(52) }),
	}
}

// prepared is a base laid out for likelihoods of gamma-Poisson models: scaled,
// compressed, with what depends on the count or on one time taken out of the
// sum over customers.
type prepared struct {
	customers int
	unit      float64 // [period] of the scaled time
	shift     float64 // what scaling adds to the log-likelihood
	rate      float64 // repeat purchases a scaled period
	counts    []count
	rows      []row     // customers who bought again
	times     []float64 // all distinct T and Last
	never     []timed   // customers who did not, by T
	weightT   []timed   // customers by T
	countT    []timed   // Σ x by T
}

// A count is the customers with x repeat purchases: rows[from:to].
type count struct {
	x        int
	weight   float64
	from, to int
}

// A row is customers with the same past; last and end index times.
type row struct {
	last, end int32
	weight    float64
}

// timed is a weight at times[at].
type timed struct {
	at     int
	weight float64
}

var errNoRepeats = errors.New("none of the customers bought again, so there is nothing to learn about repeat purchases; use a longer log")

// prepare checks and lays out b.
func prepare(b Base) (*prepared, error) {
	if err := b.check(); err != nil {
		return nil, err
	}
	if b.Purchases() == 0 {
		return nil, errNoRepeats
	}
	p := &prepared{customers: b.Customers(), unit: b.timeUnit()}
	if p.customers == 1 {
		return nil, errors.New("one customer cannot show how customers differ; the fit needs several")
	}
	p.shift = -float64(b.Purchases()) * math.Log(p.unit)
	c := Compress(b.scaled(p.unit))
	total := 0.0
	for _, s := range c {
		p.times = append(p.times, s.T, s.Last)
		total += s.weight() * s.T
	}
	p.rate = float64(b.Purchases()) / total
	slices.Sort(p.times)
	p.times = slices.Compact(p.times)
	at := func(t float64) int { i, _ := slices.BinarySearch(p.times, t); return i }
	weightT := make([]float64, len(p.times))
	countT := make([]float64, len(p.times))
	for _, s := range c {
		w, end := s.weight(), at(s.T)
		weightT[end] += w
		countT[end] += w * float64(s.X)
		if s.X == 0 {
			p.never = append(p.never, timed{end, w})
			continue
		}
		if n := len(p.counts); n == 0 || p.counts[n-1].x != s.X {
			p.counts = append(p.counts, count{x: s.X, from: len(p.rows)})
		}
		p.rows = append(p.rows, row{int32(at(s.Last)), int32(end), w})
		last := &p.counts[len(p.counts)-1]
		last.weight += w
		last.to = len(p.rows)
	}
	for i, w := range weightT {
		if w > 0 {
			p.weightT = append(p.weightT, timed{i, w})
			p.countT = append(p.countT, timed{i, countT[i]})
		}
	}
	return p, nil
}

// endings are starts for the two parameters of how customers end.
var endings = [][2]float64{{0.8, 2.5}, {0.5, 5}, {2, 20}, {1, 0.5}, {0.05, 1}}

// starts crosses shapes of the purchase rate with endings. Rates are higher
// than purchases by all observed time, because many are gone.
func (p *prepared) starts(endings [][2]float64) [][]float64 {
	var out [][]float64
	for _, r := range []float64{0.25, 1, 4} {
		for _, e := range endings {
			out = append(out, []float64{r, r / (2 * p.rate), e[0], e[1]})
		}
	}
	return out
}

// gammaPoisson adds up Γ(r+x)/Γ(r) α^r/(α+T)^(r+x) over all customers, and its
// derivatives by r and α. What it sets in scratch, others use.
func (p *prepared) gammaPoisson(r, alpha float64, s *scratch) (sum, byR, byAlpha float64) {
	for i, t := range p.times {
		s.log[i] = math.Log(alpha + t)
		s.inverse[i] = 1 / (alpha + t)
	}
	for _, c := range p.counts {
		sum += c.weight * logRising(r, c.x)
		byR += c.weight * digammaRising(r, c.x)
	}
	for i, w := range p.weightT {
		t, x := w.at, p.countT[i].weight
		rel := math.Log1p(p.times[t] / alpha)
		sum -= r*w.weight*rel + x*s.log[t]
		byR -= w.weight * rel
		byAlpha += w.weight*r*p.times[t]/alpha*s.inverse[t] - x*s.inverse[t]
	}
	return sum, byR, byAlpha
}

// scratch is log(α+t) and 1/(α+t) of all times.
type scratch struct{ log, inverse []float64 }

func (p *prepared) scratch() *scratch {
	return &scratch{make([]float64, len(p.times)), make([]float64, len(p.times))}
}

// bgnbd is the log-likelihood of [BGNBD] with its gradient.
func (p *prepared) bgnbd(logs, gradient []float64) float64 {
	r, alpha, a, b := math.Exp(logs[0]), math.Exp(logs[1]), math.Exp(logs[2]), math.Exp(logs[3])
	s := p.scratch()
	sum, byR, byAlpha := p.gammaPoisson(r, alpha, s)
	byA, byB := 0.0, 0.0
	logA := logs[2]
	for _, c := range p.counts {
		x := float64(c.x)
		sum += c.weight * (logRising(b, c.x) - logRising(a+b, c.x))
		up, down := digammaRising(b, c.x), digammaRising(a+b, c.x)
		odds := logA - math.Log(b+x-1)
		ended := 0.0
		for _, w := range p.rows[c.from:c.to] {
			ratio := s.log[w.end] - s.log[w.last]
			e := odds + (r+x)*ratio
			// softplus and its derivative from one exponential
			var soft, gone float64
			if e > 0 {
				z := math.Exp(-e)
				soft, gone = e+math.Log1p(z), 1/(1+z)
			} else {
				z := math.Exp(e)
				soft, gone = math.Log1p(z), z/(1+z)
			}
			sum += w.weight * soft
			g := w.weight * gone
			ended += g
			byR += g * ratio
			byAlpha += g * (r + x) * (s.inverse[w.end] - s.inverse[w.last])
		}
		byA += -c.weight*down + ended/a
		byB += c.weight*(up-down) - ended/(b+x-1)
	}
	if gradient != nil {
		gradient[0], gradient[1], gradient[2], gradient[3] = r*byR, alpha*byAlpha, a*byA, b*byB
	}
	return sum
}
