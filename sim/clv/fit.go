package clv

import (
	"math"

	"centricity/sim/internal/draw"
	"centricity/sim/internal/rng"

	"gonum.org/v1/gonum/mat"
)

// Status says how much the data had to say about a model's parameters.
type Status int

// The statuses.
const (
	Failed    Status = iota // there is no fit; the error says why
	Converged               // one best set of parameters
	Ridge                   // many sets are nearly as good: trust derived quantities, not single parameters
	Boundary                // the best set lies at the edge, where the model becomes a simpler one; Fit.Note says which
)

func (s Status) String() string {
	return [...]string{"failed", "converged", "ridge", "boundary"}[min(max(s, Failed), Boundary)]
}

// Parametric is any of this package's models: some positive parameters.
type Parametric[M any] interface {
	parameters() []parameter
	with(values []float64) M // the inverse of parameters
	limits() []limit
}

// A parameter of a model.
type parameter struct {
	name, unit string
	value      float64
}

// A limit is what a model becomes when all the named parameters go where when
// says, "a0" to 0 and "a∞" without bound.
type limit struct{ when, means string }

const (
	sameRate  = "customers hardly differ in how often they buy"
	sameEnd   = "customers hardly differ in whether they end"
	noEnd     = "there is no sign that anybody ends"
	hardlyBuy = "hardly anybody buys again"
)

func values[M Parametric[M]](m M) []float64 {
	ps := m.parameters()
	v := make([]float64, len(ps))
	for i, p := range ps {
		v[i] = p.value
	}
	return v
}

// A Fit is a model fitted by maximum likelihood.
type Fit[M Parametric[M]] struct {
	Model         M
	Status        Status
	Note          string // what Ridge or Boundary means here, for a reader of reports
	LogLikelihood float64
	Customers     int         // whom it was fitted to
	Parameters    []Estimate  // in the order of the model's fields
	Derived       []Estimate  // what the parameters mean, with intervals
	Covariance    [][]float64 // of the logarithms of the parameters
	Iterations    int         // of the optimisers, over all starts
	Evaluations   int         // of the likelihood
}

// AIC is Akaike's information criterion, 2k − 2 log L: of two models of the
// same data the one with the smaller is to be preferred.
func (f Fit[M]) AIC() float64 {
	return 2*float64(len(f.Parameters)) - 2*f.LogLikelihood
}

// BIC is the Bayesian information criterion, k log n − 2 log L.
func (f Fit[M]) BIC() float64 {
	return float64(len(f.Parameters))*math.Log(float64(f.Customers)) - 2*f.LogLikelihood
}

// Derive returns any function of the parameters with its interval, by the
// delta method: the variance of g on link's scale is ∇g' C ∇g, with C the
// covariance of the log-parameters and the gradient by central differences.
func (f Fit[M]) Derive(name, unit string, link Link, g func(M) float64) Estimate {
	value := g(f.Model)
	return interval(name, unit, value, quadratic(f.Covariance, f.gradient(link, g)), link)
}

// gradient is that of g, on link's scale, by the log-parameters.
func (f Fit[M]) gradient(link Link, g func(M) float64) []float64 {
	const h = 1e-4
	at := values(f.Model)
	grad := make([]float64, len(at))
	for i, v := range at {
		at[i] = v * math.Exp(h)
		up := link.to(g(f.Model.with(at)))
		at[i] = v * math.Exp(-h)
		down := link.to(g(f.Model.with(at)))
		at[i] = v
		grad[i] = (up - down) / (2 * h)
		if math.IsNaN(grad[i]) {
			grad[i] = 0 // a quantity at the end of its range does not move
		}
	}
	return grad
}

// quadratic is g' C g.
func quadratic(c [][]float64, g []float64) float64 {
	sum := 0.0
	for i := range c {
		for j := range c[i] {
			if g[i] != 0 && g[j] != 0 {
				sum += g[i] * c[i][j] * g[j]
			}
		}
	}
	return math.Max(sum, 0)
}

// Draws returns n sets of parameters from the asymptotic distribution of the
// estimates, normal in the log-parameters: where the delta method is too
// straight. The same seed gives the same draws.
func (f Fit[M]) Draws(n int, seed uint64) []M {
	at := values(f.Model)
	k := len(at)
	c := mat.NewSymDense(k, nil)
	for i := range k {
		for j := range i + 1 {
			c.SetSym(i, j, f.Covariance[i][j])
		}
	}
	var eigen mat.EigenSym
	if !eigen.Factorize(c, true) {
		return nil
	}
	var vectors mat.Dense
	eigen.VectorsTo(&vectors)
	spread := eigen.Values(nil)
	key := rng.NewKey(seed, purposeDraws, 0)
	out := make([]M, n)
	moved := make([]float64, k)
	for d := range out {
		stream := key.Stream(uint64(d))
		copy(moved, at)
		for j := range k {
			step := math.Sqrt(math.Max(spread[j], 0)) * draw.Normal(stream.Uint64())
			for i := range k {
				moved[i] *= math.Exp(step * vectors.At(i, j))
			}
		}
		out[d] = f.Model.with(moved)
	}
	return out
}

// fit maximises f over the parameters of a model and judges the result. The
// starts are values of the parameters; unit[i] takes the i-th from the units
// of f to the caller's, and shift is added to the log-likelihood for the same
// reason.
func fit[M Parametric[M]](f objective, starts [][]float64, unit []float64, shift float64, customers int) (Fit[M], error) {
	logs := make([][]float64, len(starts))
	for i, s := range starts {
		logs[i] = make([]float64, len(s))
		for j, v := range s {
			logs[i][j] = min(max(math.Log(v), -edge+1), edge-1)
		}
	}
	a := &ascent{f: f}
	at, value, err := a.climb(logs)
	if err != nil {
		return Fit[M]{}, err
	}
	k := len(at)
	found := make([]float64, k)
	for i := range found {
		found[i] = math.Exp(at[i]) * unit[i]
	}
	var none M
	out := Fit[M]{
		Model: none.with(found), LogLikelihood: value + shift, Customers: customers,
	}
	out.Status, out.Note, out.Covariance = a.judge(at, value, out.Model.parameters(), out.Model.limits())
	out.Iterations, out.Evaluations = a.iterations, a.evaluations
	for i, p := range out.Model.parameters() {
		out.Parameters = append(out.Parameters, interval(p.name, p.unit, p.value, out.Covariance[i][i], Log))
	}
	return out, nil
}

// Purposes of draws. The simulated world's own lie far below (sim/draws.go).
const (
	purposeDraws rng.Purpose = 1<<32 + iota
	purposeNBD
	purposeBGNBD
	purposeMBGNBD
	purposeParetoNBD
	purposeBGBB
	purposeSBG
	purposeBdW
	purposeGammaGamma
)
