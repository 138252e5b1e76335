package clv

import (
	"errors"
	"math"
	"slices"
)

// prepared is a base laid out for likelihoods of gamma-Poisson models: scaled,
// compressed, with what depends on the count or on one time taken out of the
// sum over customers.
type prepared struct {
	customers int
	unit      float64   // [period] of the scaled time
	shift     float64   // what scaling adds to the log-likelihood
	rate      float64   // repeat purchases a scaled period
	times     []float64 // all distinct T and Last, increasing; 0 is the first
	counts    []count   // by x, increasing
	rows      []row     // sorted by x
	ends      []end     // by T, increasing

	logs, inverses []float64 // log(α+t) and 1/(α+t) of all times, for the α last asked
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

// An end is customers observed until times[at], with x purchases in all.
type end struct {
	at        int
	weight, x float64
}

var errNoRepeats = errors.New("none of the customers bought again, so there is nothing to learn about repeat purchases; use a longer log")

var errOneCustomer = errors.New("one customer cannot show how customers differ; the fit needs several")

// prepare checks and lays out b.
func prepare(b Base) (*prepared, error) {
	if err := b.check(); err != nil {
		return nil, err
	}
	p := &prepared{customers: b.Customers(), unit: b.timeUnit()}
	switch {
	case b.Purchases() == 0:
		return nil, errNoRepeats
	case p.customers == 1:
		return nil, errOneCustomer
	}
	p.shift = -float64(b.Purchases()) * math.Log(p.unit)
	p.layOut(Compress(b.scaled(p.unit)))
	return p, nil
}

// thinned is every so-manieth entry of p.
func (p *prepared) thinned(every int) *prepared {
	var c Base
	for _, n := range p.counts {
		for i := n.from; i < n.to; i++ {
			if w := p.rows[i]; i%every == 0 {
				c = append(c, Summary{X: n.x, Last: p.times[w.last], T: p.times[w.end], N: int(w.weight)})
			}
		}
	}
	thin := &prepared{}
	thin.layOut(c)
	return thin
}

// layOut sets the tables of p from customers that are scaled, compressed and
// sorted by x.
func (p *prepared) layOut(c Base) {
	total := 0.0
	p.times = append(p.times, 0)
	for _, s := range c {
		p.times = append(p.times, s.T, s.Last)
		total += s.weight() * s.T
	}
	p.rate = float64(c.Purchases()) / total
	slices.Sort(p.times)
	p.times = slices.Compact(p.times)
	p.logs, p.inverses = make([]float64, len(p.times)), make([]float64, len(p.times))

	at := func(t float64) int { i, _ := slices.BinarySearch(p.times, t); return i }
	ends := make([]end, len(p.times))
	for _, s := range c {
		w, t := s.weight(), at(s.T)
		ends[t].at = t
		ends[t].weight += w
		ends[t].x += w * float64(s.X)
		if n := len(p.counts); n == 0 || p.counts[n-1].x != s.X {
			p.counts = append(p.counts, count{x: s.X, from: len(p.rows)})
		}
		p.rows = append(p.rows, row{int32(at(s.Last)), int32(t), w})
		last := &p.counts[len(p.counts)-1]
		last.weight += w
		last.to = len(p.rows)
	}
	p.ends = slices.DeleteFunc(ends, func(e end) bool { return e.weight == 0 })
}

// starts gives each start for the parameters of how customers end the best of
// several shapes of the purchase rate. Rates are higher than purchases by all
// observed time, because many are gone.
func (p *prepared) starts(f objective, endings [][]float64) [][]float64 {
	var out [][]float64
	for _, e := range endings {
		var best []float64
		top := math.Inf(-1)
		for _, r := range []float64{0.25, 1, 4, 30} {
			start := append([]float64{r, r / (2 * p.rate)}, e...)
			logs := make([]float64, len(start))
			for i, v := range start {
				logs[i] = math.Log(v)
			}
			if v := f(logs, nil); v > top || best == nil {
				best, top = start, v
			}
		}
		out = append(out, best)
	}
	return out
}

// gammaPoisson adds up log Γ(r+x)/Γ(r) α^r/(α+T)^(r+x) over all customers, with
// its derivatives by r and α, and sets logs and inverses.
func (p *prepared) gammaPoisson(r, alpha float64) (sum, byR, byAlpha float64) {
	for i, t := range p.times {
		p.logs[i] = math.Log(alpha + t)
		p.inverses[i] = 1 / (alpha + t)
	}
	for _, c := range p.counts {
		sum += c.weight * logRising(r, c.x)
		byR += c.weight * digammaRising(r, c.x)
	}
	for _, e := range p.ends {
		rel := p.times[e.at] / alpha
		log := math.Log1p(rel)
		sum -= r*e.weight*log + e.x*p.logs[e.at]
		byR -= e.weight * log
		byAlpha += (e.weight*r*rel - e.x) * p.inverses[e.at]
	}
	return sum, byR, byAlpha
}

// nbd is the log-likelihood of [NBD] with its gradient.
func (p *prepared) nbd(logs, gradient []float64) float64 {
	r, alpha := math.Exp(logs[0]), math.Exp(logs[1])
	sum, byR, byAlpha := p.gammaPoisson(r, alpha)
	if gradient != nil {
		gradient[0], gradient[1] = r*byR, alpha*byAlpha
	}
	return sum
}

// endsAfterPurchase is the log-likelihood, with its gradient, of customers who
// may end after each of their purchases (first = 1, [MBGNBD]) or repeat
// purchases (first = 0, [BGNBD]): with n = x + first such occasions, n > 0 adds
//
//	log (b)_n/(a+b)_n + log(1 + a/(b+n-1) ((α+T)/(α+t_x))^(r+x))
func (p *prepared) endsAfterPurchase(first int, logs, gradient []float64) float64 {
	r, alpha, a, b := math.Exp(logs[0]), math.Exp(logs[1]), math.Exp(logs[2]), math.Exp(logs[3])
	sum, byR, byAlpha := p.gammaPoisson(r, alpha)
	byA, byB := 0.0, 0.0
	for _, c := range p.counts {
		n := c.x + first
		if n == 0 {
			continue
		}
		k, before := r+float64(c.x), b+float64(n-1)
		odds := logs[2] - math.Log(before)
		ended, byRatio := 0.0, 0.0
		product := 1.0 // of 1 + z, whose logarithms are what costs
		for _, w := range p.rows[c.from:c.to] {
			ratio := p.logs[w.end] - p.logs[w.last]
			log := odds + k*ratio // log(1 + e^log) and its slope:
			z := math.Exp(-math.Abs(log))
			gone := w.weight / (1 + z)
			if log > 0 {
				sum += w.weight * log
			} else {
				gone *= z
			}
			if w.weight == 1 {
				product *= 1 + z
			} else {
				sum += w.weight * math.Log(1+z)
			}
			if product > 1e300 {
				sum += math.Log(product)
				product = 1
			}
			ended += gone
			byR += gone * ratio
			byRatio += gone * (p.inverses[w.end] - p.inverses[w.last])
		}
		byAlpha += k * byRatio
		sum += math.Log(product)
		sum += c.weight * (logRising(b, n) - logRising(a+b, n))
		all := c.weight * digammaRising(a+b, n)
		byA += ended/a - all
		byB += c.weight*digammaRising(b, n) - all - ended/before
	}
	if gradient != nil {
		gradient[0], gradient[1], gradient[2], gradient[3] = r*byR, alpha*byAlpha, a*byA, b*byB
	}
	return sum
}
