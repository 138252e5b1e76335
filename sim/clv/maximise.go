package clv

import (
	"cmp"
	"errors"
	"math"
	"slices"

	"gonum.org/v1/gonum/floats"
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
	inside := inBox(logs)
	off := 0.0
	for i, v := range logs {
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

// run gives one of gonum's methods the objective, from at, until five steps
// gain less than gain.
func (a *ascent) run(method optimize.Method, at []float64, steps int, gain float64) ([]float64, float64) {
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
		Converger:         &optimize.FunctionConverge{Absolute: gain, Iterations: 5},
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

// climb searches roughly from every start, and goes on from those that came
// as high as any (Newton, BFGS, and Nelder-Mead where these stand still) until
// a round gains less than gainStop.
func (a *ascent) climb(starts [][]float64) ([]float64, float64, error) {
	const (
		rough, near = 1e-2, 1.0 // Newton does the rest quicker
		apart       = 0.3       // of two tops, in some log-parameter
		steps       = 60
		kept        = 3
	)
	type top struct {
		at    []float64
		value float64
	}
	var tops []top
	for _, s := range starts {
		if math.IsInf(a.value(s, nil), 0) {
			continue
		}
		at, v := s, 0.0
		if len(starts) > 1 { // a single start is near already
			at, v = a.run(&optimize.BFGS{}, s, steps, rough)
		}
		tops = append(tops, top{at, v})
	}
	if len(tops) == 0 {
		return nil, 0, errors.New("the likelihood of these data cannot be computed at any start")
	}
	slices.SortStableFunc(tops, func(p, q top) int { return cmp.Compare(q.value, p.value) })
	var taken []top
	for _, t := range tops {
		if t.value < tops[0].value-near || len(taken) == kept {
			break
		}
		if !slices.ContainsFunc(taken, func(o top) bool { return floats.Distance(o.at, t.at, math.Inf(1)) < apart }) {
			taken = append(taken, t)
		}
	}
	best := top{value: math.Inf(-1)}
	for _, t := range taken {
		if at, v := a.finish(t.at); v > best.value {
			best = top{at, v}
		}
	}
	at := inBox(best.at)
	return at, a.value(at, nil), nil
}

// finish climbs from near a top to it.
func (a *ascent) finish(at []float64) ([]float64, float64) {
	const rounds, steps = 5, 100
	var value float64
	for round := range rounds {
		var done bool
		if at, value, done = a.newton(at); done {
			break
		}
		before := value
		if round > 0 {
			at, _ = a.run(&optimize.NelderMead{}, at, 200, gainStop)
		}
		at, value = a.run(&optimize.BFGS{}, at, steps, gainStop)
		if round > 0 && value-before < gainStop {
			break
		}
	}
	return at, value
}

// newton takes Newton steps inside the box while they gain; done says that
// the step left to take would gain less than gainStop. Directions that are
// flat or bend the wrong way are walked along by their slope.
func (a *ascent) newton(at []float64) (_ []float64, value float64, done bool) {
	const (
		steps   = 40
		longest = 3.0  // step of a log-parameter
		vain    = 1e-6 // a gain that the sum of logarithms may not show
	)
	at = inBox(at)
	gradient := make([]float64, len(at))
	value = a.value(at, gradient)
	for range steps {
		step, gain, ok := a.newtonStep(at, gradient)
		if !ok {
			return at, value, false
		}
		if gain < gainStop {
			return at, value, true
		}
		a.iterations++
		length := min(1, longest/floats.Norm(step, math.Inf(1)))
		before := value
		for range 12 {
			next := slices.Clone(at)
			floats.AddScaled(next, length, step)
			next = inBox(next)
			if v := a.value(next, nil); v > value {
				at, value = next, v
				break
			}
			length /= 2
		}
		if value-before < gainStop {
			return at, value, value > before || gain < vain+1e-12*math.Abs(value)
		}
		a.value(at, gradient)
	}
	return at, value, false
}

// newtonStep is the step to take, and what the likelihood should gain by it.
// Parameters that press against the edge stay there.
func (a *ascent) newtonStep(at, gradient []float64) (step []float64, gain float64, ok bool) {
	const flat = 1e-8 // the least curvature
	var free []int
	for i, v := range at {
		if !(v >= edge && gradient[i] > 0 || v <= -edge && gradient[i] < 0) {
			free = append(free, i)
		}
	}
	step = make([]float64, len(at))
	if len(free) == 0 {
		return step, 0, true
	}
	info := a.information(at)
	within := mat.NewSymDense(len(free), nil)
	for i, p := range free {
		for j, q := range free[:i+1] {
			within.SetSym(i, j, info.At(p, q))
		}
	}
	var eigen mat.EigenSym
	if !eigen.Factorize(within, true) {
		return nil, 0, false
	}
	var vectors mat.Dense
	eigen.VectorsTo(&vectors)
	for d, curvature := range eigen.Values(nil) {
		curvature = math.Max(math.Abs(curvature), flat)
		slope := 0.0
		for i, p := range free {
			slope += vectors.At(i, d) * gradient[p]
		}
		gain += slope * slope / (2 * curvature)
		for i, p := range free {
			step[p] += vectors.At(i, d) * slope / curvature
		}
	}
	return step, gain, true
}

// inBox is at, moved to the nearest point that is not beyond the edge.
func inBox(at []float64) []float64 {
	in := slices.Clone(at)
	for i, v := range in {
		in[i] = min(max(v, -edge), edge)
	}
	return in
}

// information is minus the Hessian, by central differences of the gradient.
func (a *ascent) information(at []float64) *mat.SymDense {
	const h = 1e-3
	k := len(at)
	rows := make([][]float64, k)
	at = slices.Clone(at)
	for i, v := range at {
		at[i] = min(max(v, h-edge), edge-h) // the box has no curvature beyond
	}
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
