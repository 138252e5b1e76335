package clv

import (
	"errors"
	"fmt"
	"math"
	"slices"
	"strings"

	"gonum.org/v1/gonum/mat"
	"gonum.org/v1/gonum/optimize"
)

// An objective is a log-likelihood by the logarithms of a model's parameters.
// It sets gradient where that is not nil.
type objective func(logs, gradient []float64) float64

const (
	edge      = 14.0  // log-parameters beyond ±edge are read as ±edge
	gainStop  = 1e-10 // a restart that gains less is the last
	flatRidge = 1.0   // a standard error of a log-parameter combination above this is a ridge
)

// withDifferences gives f a gradient by central differences.
func withDifferences(f func(logs []float64) float64) objective {
	return func(logs, gradient []float64) float64 {
		if gradient != nil {
			const h = 6e-6 // about the cube root of the rounding error
			at := slices.Clone(logs)
			for i, v := range logs {
				at[i] = v + h
				up := f(at)
				at[i] = v - h
				gradient[i] = (up - f(at)) / (2 * h)
				at[i] = v
			}
		}
		return f(logs)
	}
}

// An ascent climbs one objective and counts its steps.
type ascent struct {
	f                       objective
	iterations, evaluations int
}

// value evaluates the objective inside the box; outside it the value falls off
// quadratically, so that optimisers turn back.
func (a *ascent) value(logs, gradient []float64) float64 {
	const steep = 10.0
	a.evaluations++
	inside := make([]float64, len(logs))
	off := 0.0
	for i, v := range logs {
		inside[i] = min(max(v, -edge), edge)
		off += (v - inside[i]) * (v - inside[i])
	}
	v := a.f(inside, gradient) - steep*off
	if math.IsNaN(v) {
		v = math.Inf(-1)
	}
	for i := range gradient {
		if d := logs[i] - inside[i]; d != 0 {
			gradient[i] = -2 * steep * d
		}
		if math.IsNaN(gradient[i]) {
			gradient[i] = 0
		}
	}
	return v
}

// run gives one of gonum's methods the objective, from at.
func (a *ascent) run(method optimize.Method, at []float64, steps int) ([]float64, float64) {
	// A method asks for the gradient where it just asked for the value.
	var known, gradient []float64
	if _, without := method.(*optimize.NelderMead); !without {
		gradient = make([]float64, len(at))
	}
	problem := optimize.Problem{
		Func: func(x []float64) float64 {
			known = append(known[:0], x...)
			return -a.value(x, gradient)
		},
		Grad: func(grad, x []float64) {
			if !slices.Equal(known, x) {
				known = append(known[:0], x...)
				a.value(x, gradient)
			}
			for i := range grad {
				grad[i] = -gradient[i]
			}
		},
	}
	settings := &optimize.Settings{
		MajorIterations:   steps,
		GradientThreshold: 1e-7,
		Converger:         &optimize.FunctionConverge{Absolute: 1e-9, Iterations: 5},
	}
	// An error is a line search that can gain no more: what it found counts.
	result, _ := optimize.Minimize(problem, at, settings, method)
	before := a.value(at, nil)
	if result == nil || !(-result.F > before) {
		return at, before
	}
	a.iterations += result.MajorIterations
	return slices.Clone(result.X), -result.F
}

// climb searches from several starts, goes on from the best, and restarts
// (BFGS, Newton, and Nelder-Mead where they stand still) until a round gains
// less than gainStop.
func (a *ascent) climb(starts [][]float64) ([]float64, float64, error) {
	const tried, steps, rounds = 3, 60, 12
	type start struct {
		at    []float64
		value float64
	}
	var best []start
	for _, s := range starts {
		if v := a.value(s, nil); !math.IsInf(v, 0) {
			best = append(best, start{s, v})
		}
	}
	if len(best) == 0 {
		return nil, 0, errors.New("the likelihood of these data cannot be computed at any start")
	}
	slices.SortStableFunc(best, func(p, q start) int { return -compare(p.value, q.value) })
	top := start{value: math.Inf(-1)}
	for _, s := range best[:min(tried, len(best))] {
		at, v := a.run(&optimize.BFGS{}, s.at, steps)
		if v > top.value {
			top = start{at, v}
		}
	}
	for round := range rounds {
		before := top.value
		at, v, done := a.newton(top.at)
		top = start{at, v}
		if done {
			break
		}
		if round > 0 || v-before < gainStop {
			top.at, top.value = a.run(&optimize.NelderMead{}, top.at, 200)
		}
		top.at, top.value = a.run(&optimize.BFGS{}, top.at, steps)
		if top.value-before < gainStop {
			break
		}
	}
	for i, v := range top.at {
		top.at[i] = min(max(v, -edge), edge)
	}
	return top.at, a.value(top.at, nil), nil
}

func compare(p, q float64) int {
	switch {
	case p < q:
		return -1
	case p > q:
		return 1
	}
	return 0
}

// newton takes Newton steps while they gain; done says that the step left to
// take would gain less than gainStop.
func (a *ascent) newton(at []float64) (_ []float64, value float64, done bool) {
	k := len(at)
	at = slices.Clone(at)
	gradient := make([]float64, k)
	value = a.value(at, gradient)
	for range 20 {
		var chol mat.Cholesky
		if !chol.Factorize(a.information(at)) {
			return at, value, false
		}
		a.iterations++
		var step mat.VecDense
		if chol.SolveVecTo(&step, mat.NewVecDense(k, gradient)) != nil {
			return at, value, false
		}
		gain := mat.Dot(&step, mat.NewVecDense(k, gradient)) / 2
		if gain < gainStop {
			return at, value, true
		}
		next := slices.Clone(at)
		better := false
		for length := 1.0; length > 1e-3; length /= 2 {
			for i := range next {
				next[i] = at[i] + length*step.AtVec(i)
			}
			if v := a.value(next, nil); v > value {
				better = true
				break
			}
		}
		if !better { // the gain is below what the sum of logarithms resolves
			return at, value, gain < 1e-12*math.Abs(value)
		}
		at = next
		value = a.value(at, gradient)
	}
	return at, value, false
}

// information is minus the Hessian, by central differences of the gradient.
func (a *ascent) information(at []float64) *mat.SymDense {
	const h = 1e-4
	k := len(at)
	rows := make([][]float64, k)
	moved := slices.Clone(at)
	down := make([]float64, k)
	for i := range k {
		rows[i] = make([]float64, k)
		moved[i] = at[i] + h
		a.value(moved, rows[i])
		moved[i] = at[i] - h
		a.value(moved, down)
		moved[i] = at[i]
		for j := range k {
			rows[i][j] = (down[j] - rows[i][j]) / (2 * h)
		}
	}
	info := mat.NewSymDense(k, nil)
	for i := range k {
		for j := range i + 1 {
			info.SetSym(i, j, (rows[i][j]+rows[j][i])/2)
		}
	}
	return info
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
	out.Status, out.Note, out.Covariance = a.judge(at, value, out.Model.parameters())
	out.Iterations, out.Evaluations = a.iterations, a.evaluations
	for i, p := range out.Model.parameters() {
		out.Parameters = append(out.Parameters, interval(p.name, p.unit, p.value, out.Covariance[i][i], Log))
	}
	return out, nil
}

// judge says whether the top at lies at an edge or on a ridge, and how sure
// the log-parameters are. A direction in which the likelihood is flat gets the
// large finite variance 1/flat, so that whatever depends on it shows an
// interval without use, and what does not depend on it stays sharp.
func (a *ascent) judge(at []float64, value float64, ps []parameter) (Status, string, [][]float64) {
	const flat = 1e-4
	k := len(at)
	cov := make([][]float64, k)
	for i := range cov {
		cov[i] = make([]float64, k)
	}
	var eigen mat.EigenSym
	if !eigen.Factorize(a.information(at), true) {
		for i := range cov {
			cov[i][i] = 1 / flat
		}
		return Ridge, "the likelihood has no curvature that could be computed here, so there are no intervals", cov
	}
	var vectors mat.Dense
	eigen.VectorsTo(&vectors)
	curvature := eigen.Values(nil)
	for d, c := range curvature {
		c = math.Max(c, flat)
		for i := range k {
			for j := range k {
				cov[i][j] += vectors.At(i, d) * vectors.At(j, d) / c
			}
		}
	}
	var ends []string
	for i := range k {
		switch {
		case at[i] < -edge+1:
			ends = append(ends, toEnd(ps[i].name, "0", ps[i].atZero))
		case at[i] > edge-1:
			ends = append(ends, toEnd(ps[i].name, "infinity", ps[i].atInfinity))
		}
	}
	weakest := slices.Index(curvature, slices.Min(curvature))
	if len(ends) == 0 && curvature[weakest] < 1/(flatRidge*flatRidge) {
		ends = a.followFlat(at, value, ps, func(i int) float64 { return vectors.At(i, weakest) })
	}
	switch {
	case len(ends) > 0:
		return Boundary, strings.Join(ends, "; "), cov
	case curvature[weakest] < 1/(flatRidge*flatRidge):
		var names []string
		for i := range k {
			if math.Abs(vectors.At(i, weakest)) > 0.3 {
				names = append(names, ps[i].name)
			}
		}
		return Ridge, fmt.Sprintf("%s can move together over a wide range and fit as well; trust what is derived from them, not their values", strings.Join(names, ", ")), cov
	}
	return Converged, "", cov
}

// followFlat walks from the top along a flat direction, letting the optimiser
// correct on the way, and says which parameters reach an edge without costing
// half a unit of log-likelihood while the likelihood was still rising.
func (a *ascent) followFlat(at []float64, value float64, ps []parameter, direction func(int) float64) []string {
	for _, sign := range []float64{1, -1} {
		far := slices.Clone(at)
		length := math.Inf(1)
		for i := range far {
			if d := sign * direction(i); math.Abs(d) > 0.1 {
				length = min(length, (math.Copysign(edge, d)-at[i])/d)
			}
		}
		for i := range far {
			far[i] += sign * direction(i) * length
		}
		if _, v := a.run(&optimize.BFGS{}, far, 40); v < value-1e-3 {
			continue
		}
		var ends []string
		for i, p := range ps {
			switch d := sign * direction(i); {
			case d > 0.3:
				ends = append(ends, toEnd(p.name, "infinity", p.atInfinity))
			case d < -0.3:
				ends = append(ends, toEnd(p.name, "0", p.atZero))
			}
		}
		return ends
	}
	return nil
}

func toEnd(name, end, meaning string) string {
	s := name + " runs to " + end
	if meaning != "" {
		s += ": " + meaning
	}
	return s
}
