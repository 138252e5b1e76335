package lognormal

import (
	"math"

	"centricity/sim/clv"
)

// A grid holds the likelihood of every customer at every node of a grid of
// (log λ, log μ). The nodes do not move with the parameters, so that a
// likelihood of all customers is one pass over a table: Σ over nodes of the
// normal density times the customer's likelihood there. On a grid of even steps
// this sum converges geometrically for smooth integrands (trapezoidal rule).
//
// Time is in units in which the mean time of observation is 40.
type grid struct {
	rates, hazards []float64 // log λ, log μ of the nodes
	nodes          []node    // all pairs of them
	rows           [][]float32
	weights        []float64 // customers of each row
	scales         []float64 // log of what each row was divided by
	customers      float64
	purchases      float64
	logUnit        float64 // log of the periods in a unit of time
	rate           float64 // repeat purchases a unit of time
}

const (
	mostRows  = 4000 // of customers who differ; of more, every so many are taken
	leastStep = 0.04
	// A density narrower than a step or so is not seen on the grid.
	leastSpread = 0.2
)

func newGrid(b clv.Base) *grid {
	c := clv.Compress(b)
	time, n, most := 0.0, 0.0, 0.0
	for _, s := range c {
		time += float64(s.N) * s.T
		n += float64(s.N)
	}
	unit := time / n / 40
	g := &grid{logUnit: math.Log(unit)}
	step := (len(c) + mostRows - 1) / mostRows
	var rows clv.Base
	for i := 0; i < len(c); i += step {
		s := c[i]
		s.T, s.Last = s.T/unit, s.Last/unit
		rows = append(rows, s)
		most = max(most, float64(s.X)/s.T)
		g.customers += float64(s.N)
		g.purchases += float64(s.N * s.X)
		g.rate += float64(s.N) * s.T
	}
	g.rate = g.purchases / g.rate
	largest := 1
	for _, s := range rows {
		largest = max(largest, s.X)
	}
	// The likelihood of x purchases is about 1/√x wide in log λ.
	g.rates = steps(math.Log(g.rate)-7, math.Log(max(3*most, 20*g.rate)), max(leastStep, min(0.25, 1.2/math.Sqrt(float64(largest)))))
	g.hazards = steps(math.Log(1.0/40)-9, math.Log(1.0/40)+8, 0.35)
	for _, lr := range g.rates {
		for _, lh := range g.hazards {
			g.nodes = append(g.nodes, newNode(lr, lh))
		}
	}
	for _, s := range rows {
		g.add(s)
	}
	return g
}

// A node is a pair of rates, with what every customer's likelihood needs of it.
type node struct {
	logRate, rate, hazard float64
	sum, logSum           float64 // λ+μ and its logarithm
}

func newNode(logRate, logHazard float64) node {
	n := node{logRate: logRate, rate: math.Exp(logRate), hazard: math.Exp(logHazard)}
	n.sum = n.rate + n.hazard
	n.logSum = math.Log(n.sum)
	return n
}

// logLikelihood is that of one customer whose rates are known.
func (n *node) logLikelihood(s clv.Summary) float64 {
	v := math.Log(n.hazard+n.rate*math.Exp(-n.sum*(s.T-s.Last))) - n.sum*s.Last - n.logSum
	if s.X > 0 {
		v += float64(s.X) * n.logRate
	}
	return v
}

func steps(from, to, step float64) (nodes []float64) {
	for v := from; v <= to; v += step {
		nodes = append(nodes, v)
	}
	return nodes
}

// add tables one customer's likelihood.
func (g *grid) add(s clv.Summary) {
	logs := make([]float64, len(g.nodes))
	top := math.Inf(-1)
	for i := range g.nodes {
		logs[i] = g.nodes[i].logLikelihood(s)
		top = max(top, logs[i])
	}
	row := make([]float32, len(logs))
	for i, v := range logs {
		row[i] = float32(math.Exp(v - top))
	}
	g.rows = append(g.rows, row)
	g.scales = append(g.scales, top)
	g.weights = append(g.weights, float64(s.N))
}

// density is the normal density at each node, adding up to 1, and its five
// derivatives of the log on demand.
func (g *grid) density(p parameters) (w []float64) {
	rate, hazard := p.spreads()
	r := math.Tanh(p[4])
	w = make([]float64, 0, len(g.rates)*len(g.hazards))
	total := 0.0
	for _, lr := range g.rates {
		a := (lr - p[0]) / rate
		for _, lh := range g.hazards {
			b := (lh - p[1]) / hazard
			v := math.Exp(-(a*a - 2*r*a*b + b*b) / (2 * (1 - r*r)))
			w = append(w, v)
			total += v
		}
	}
	for i := range w {
		w[i] /= total
	}
	return w
}

// likelihood is the log-likelihood of all customers, less its value at the
// rows' scales where the density is concentrated, with its gradient.
func (g *grid) likelihood(p parameters, gradient bool) (value float64, by parameters) {
	inside, off, pull := bound(p)
	w := g.density(inside)
	mass := make([]float64, len(w)) // of customers, by node
	for i, row := range g.rows {
		f := 0.0
		for k, l := range row {
			f += float64(l) * w[k]
		}
		f = max(f, 1e-300)
		value += g.weights[i] * (math.Log(f) + g.scales[i])
		if gradient {
			c := g.weights[i] / f
			for k, l := range row {
				mass[k] += c * float64(l) * w[k]
			}
		}
	}
	value -= off
	if !gradient {
		return value, by
	}
	by = g.score(inside, mass)
	mean := g.score(inside, w) // what normalising the density on the grid takes off
	for i := range by {
		by[i] -= g.customers * mean[i]
		if pull[i] != 0 {
			by[i] = -pull[i]
		}
	}
	return value, by
}

// score adds up the derivatives of the log of the density kernel by the
// parameters, over nodes with these masses.
func (g *grid) score(p parameters, mass []float64) (by parameters) {
	rate, hazard := p.spreads()
	r := math.Tanh(p[4])
	one := 1 - r*r
	k := 0
	for _, lr := range g.rates {
		a := (lr - p[0]) / rate
		for _, lh := range g.hazards {
			b := (lh - p[1]) / hazard
			m := mass[k]
			k++
			da, db := (a-r*b)/one, (b-r*a)/one
			by[0] += m * da / rate
			by[1] += m * db / hazard
			by[2] += m * da * a
			by[3] += m * db * b
			// d/dr of −(a²−2rab+b²)/(2(1−r²)), and dr/dp = 1−r²
			by[4] += m * (a*b - r*(a*a-2*r*a*b+b*b)/one)
		}
	}
	return by
}

// bound keeps the parameters where the grid sees the density; outside, the
// likelihood falls off quadratically.
func bound(p parameters) (inside parameters, off float64, pull parameters) {
	limits := [numParameters][2]float64{{-12, 6}, {-12, 4}, {math.Log(leastSpread), math.Log(3)}, {math.Log(leastSpread), math.Log(3)}, {-1.5, 1.5}}
	const steep = 1e3
	for i, v := range p {
		inside[i] = min(max(v, limits[i][0]), limits[i][1])
		d := v - inside[i]
		off += steep * d * d
		pull[i] = 2 * steep * d
	}
	return inside, off, pull
}

// starts are places to climb from: purchases as often as seen or three times
// so, lifetimes from a tenth of the observation to twice it.
func (g *grid) starts() []parameters {
	return []parameters{
		{math.Log(g.rate), math.Log(1.0 / 40), 0, 0.2, 0},
		{math.Log(3 * g.rate), math.Log(4.0 / 40), 0, 0, 0},
	}
}

// A Posterior knows what a fit expects of customers given their pasts.
type Posterior struct {
	grid    *grid
	density []float64
	shift   float64
}

// Posterior prepares the fit for many customers.
func (f Fit) Posterior() Posterior {
	p := parameters{f.LogRate + f.shift, f.LogHazard + f.shift, math.Log(f.RateSpread), math.Log(f.HazardSpread), math.Atanh(f.Correlation)}
	return Posterior{f.grid, f.grid.density(p), f.shift}
}

// Of is the mean of log λ and of log μ of a customer with this past [logs of
// rates per period].
func (p Posterior) Of(s clv.Summary) (logRate, logHazard float64) {
	unit := math.Exp(p.shift)
	s.T, s.Last = s.T/unit, s.Last/unit
	top := math.Inf(-1)
	logs := make([]float64, len(p.density))
	for i := range p.grid.nodes {
		logs[i] = p.grid.nodes[i].logLikelihood(s)
		top = max(top, logs[i])
	}
	total, k := 0.0, 0
	for _, lr := range p.grid.rates {
		for _, lh := range p.grid.hazards {
			m := p.density[k] * math.Exp(logs[k]-top)
			k++
			total += m
			logRate += m * lr
			logHazard += m * lh
		}
	}
	return logRate/total - p.shift, logHazard/total - p.shift
}
