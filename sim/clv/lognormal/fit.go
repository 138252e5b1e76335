// Package lognormal fits the Pareto/NBD whose rates are lognormal and
// correlated over customers, model M1 of M. Abe, "Counting your customers" one
// by one, Marketing Science 28 (2009) 541-553: the distribution that the
// simulated market draws its people from. Abe samples its posterior; here its
// likelihood is maximised.
//
// A customer buys at rate λ and leaves at rate μ, both for good, with
//
//	(log λ, log μ) ~ N(m, S),
//	L(λ, μ | x, t, T) = λ^x [μ e^(−(λ+μ)t) + λ e^(−(λ+μ)T)] / (λ+μ),
//
// where x is repeat purchases, t the last of them and T the end of observation,
// all since the first purchase.
package lognormal

import (
	"errors"
	"math"

	"centricity/sim/clv"

	"gonum.org/v1/gonum/mat"
	"gonum.org/v1/gonum/optimize"
)

// A Fit is the model fitted by maximum likelihood. Times are in the periods of
// the data.
type Fit struct {
	LogRate   float64 // mean of log λ [log of purchases/period]
	LogHazard float64 // mean of log μ [log of 1/period]
	// Standard deviations of the logs, and their correlation.
	RateSpread, HazardSpread, Correlation float64

	LogLikelihood float64
	Customers     int // of the data
	Sampled       int // of them, those that the likelihood was computed for

	// The same with intervals, in the above order; and the means of λ and μ.
	Estimates []clv.Estimate

	grid  *grid
	shift float64 // log of the periods in a unit of the grid
}

// MeanRate is E[λ] = exp(m + s²/2) [purchases/period].
func (f Fit) MeanRate() float64 { return math.Exp(f.LogRate + f.RateSpread*f.RateSpread/2) }

// MeanHazard is E[μ] [1/period].
func (f Fit) MeanHazard() float64 { return math.Exp(f.LogHazard + f.HazardSpread*f.HazardSpread/2) }

// Correlated tells whether the customers say anything of the correlation. They
// do not if its standard error is beyond its range, or if they differ as little
// in a rate as the grid sees.
func (f Fit) Correlated() bool {
	const near = 1.02
	return f.Estimates[4].SE < 1 && min(f.RateSpread, f.HazardSpread) > near*leastSpread
}

// AIC is Akaike's information criterion; it compares with those of the
// purchasing models of package clv where Sampled is Customers.
func (f Fit) AIC() float64 { return 2*numParameters - 2*f.LogLikelihood }

// The parameters as the optimiser has them: m, log of the spreads, and the
// inverse hyperbolic tangent of the correlation.
const numParameters = 5

type parameters [numParameters]float64

func (p parameters) spreads() (rate, hazard float64) { return math.Exp(p[2]), math.Exp(p[3]) }

// Of finds the model of a base. It fails if nobody bought again.
func Of(b clv.Base) (Fit, error) {
	if b.Customers() < 2 || b.Purchases() == 0 {
		return Fit{}, errors.New("too few customers bought again to tell how customers differ")
	}
	g := newGrid(b)
	problem := optimize.Problem{
		Func: func(x []float64) float64 { v, _ := g.likelihood(parameters(x), false); return -v },
		Grad: func(grad, x []float64) {
			_, d := g.likelihood(parameters(x), true)
			for i := range grad {
				grad[i] = -d[i]
			}
		},
	}
	settings := &optimize.Settings{
		MajorIterations: 200, GradientThreshold: 1e-5 * float64(g.customers),
		Converger: &optimize.FunctionConverge{Absolute: 1e-7, Iterations: 4},
	}
	best, at := math.Inf(1), parameters{}
	for _, start := range g.starts() {
		// An error is a line search that gains no more; what it found counts.
		r, _ := optimize.Minimize(problem, start[:], settings, &optimize.BFGS{})
		if r != nil && r.F < best {
			best, at = r.F, parameters(r.X)
		}
	}
	if math.IsInf(best, 1) || math.IsNaN(best) {
		return Fit{}, errors.New("the likelihood of these customers has no maximum that could be found")
	}
	return g.fit(at, -best, b), nil
}

// fit turns the optimum into the caller's units, with intervals from the
// curvature of the likelihood.
func (g *grid) fit(at parameters, value float64, b clv.Base) Fit {
	rate, hazard := at.spreads()
	f := Fit{
		LogRate: at[0] - g.logUnit, LogHazard: at[1] - g.logUnit,
		RateSpread: rate, HazardSpread: hazard, Correlation: math.Tanh(at[4]),
		Customers: b.Customers(), Sampled: int(g.customers),
		LogLikelihood: value - g.purchases*g.logUnit, grid: g, shift: g.logUnit,
	}
	v := g.covariance(at)
	add := func(name, unit string, value float64, gradient parameters, log bool) {
		variance := 0.0
		for i := range gradient {
			for j := range gradient {
				variance += gradient[i] * v[i][j] * gradient[j]
			}
		}
		se := math.Sqrt(max(variance, 0))
		e := clv.Estimate{Name: name, Unit: unit, Value: value, SE: se, Low: value - 1.96*se, High: value + 1.96*se}
		if log {
			e.SE, e.Low, e.High = value*se, value*math.Exp(-1.96*se), value*math.Exp(1.96*se)
		}
		f.Estimates = append(f.Estimates, e)
	}
	add("mean of log rate", "log of purchases/period", f.LogRate, parameters{0: 1}, false)
	add("mean of log hazard", "log of 1/period", f.LogHazard, parameters{1: 1}, false)
	add("spread of log rate", "", rate, parameters{2: 1}, true)
	add("spread of log hazard", "", hazard, parameters{3: 1}, true)
	add("correlation", "", f.Correlation, parameters{4: 1 - f.Correlation*f.Correlation}, false)
	add("mean rate", "purchases/period", f.MeanRate(), parameters{0: 1, 2: rate * rate}, true)
	add("mean hazard", "1/period", f.MeanHazard(), parameters{1: 1, 3: hazard * hazard}, true)
	return f
}

// covariance is the inverse of minus the Hessian, by differences of the
// gradient; directions without curvature get a large variance.
func (g *grid) covariance(at parameters) (v [numParameters]parameters) {
	const h, flat = 1e-3, 1e-4
	info := mat.NewSymDense(numParameters, nil)
	var rows [numParameters]parameters
	for i := range at {
		up, down := at, at
		up[i], down[i] = at[i]+h, at[i]-h
		_, a := g.likelihood(up, true)
		_, b := g.likelihood(down, true)
		for j := range a {
			rows[i][j] = (b[j] - a[j]) / (2 * h)
		}
	}
	for i := range rows {
		for j := range i + 1 {
			info.SetSym(i, j, (rows[i][j]+rows[j][i])/2)
		}
	}
	var eigen mat.EigenSym
	if !eigen.Factorize(info, true) {
		for i := range v {
			v[i][i] = 1 / flat
		}
		return v
	}
	var vectors mat.Dense
	eigen.VectorsTo(&vectors)
	for d, c := range eigen.Values(nil) {
		for i := range v {
			for j := range v {
				v[i][j] += vectors.At(i, d) * vectors.At(j, d) / max(c, flat)
			}
		}
	}
	return v
}
