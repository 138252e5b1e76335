package clv

import (
	"math"
	"slices"
	"strings"

	"gonum.org/v1/gonum/mat"
	"gonum.org/v1/gonum/optimize"
)

// judge says whether the top at lies at an edge or on a ridge, and how sure
// the log-parameters are. A direction in which the likelihood is flat gets the
// large finite variance 1/flat, so that whatever depends on it shows an
// interval without use, and what does not depend on it stays sharp.
func (a *ascent) judge(at []float64, value float64, ps []parameter, limits []limit) (Status, string, [][]float64) {
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
			ends = append(ends, ps[i].name+"0")
		case at[i] > edge-1:
			ends = append(ends, ps[i].name+"∞")
		}
	}
	weakest := slices.Index(curvature, slices.Min(curvature))
	flattish := curvature[weakest] < 1/(flatRidge*flatRidge)
	if len(ends) == 0 && flattish {
		ends = a.followFlat(at, value, ps, func(i int) float64 { return vectors.At(i, weakest) })
	}
	switch {
	case len(ends) > 0:
		return Boundary, atLimit(ends, limits), cov
	case flattish:
		var names []string
		for i := range k {
			if math.Abs(vectors.At(i, weakest)) > 0.3 {
				names = append(names, ps[i].name)
			}
		}
		return Ridge, strings.Join(names, " and ") + " can take values over a wide range and fit as well; trust what is derived from them, not their values", cov
	}
	return Converged, "", cov
}

// followFlat walks from the top along a flat direction to the edge and lets
// the optimiser correct there: if that costs nothing, the parameters that it
// changes most have no bound.
func (a *ascent) followFlat(at []float64, value float64, ps []parameter, direction func(int) float64) []string {
	const nothing = 1e-3 // of log-likelihood
	for _, side := range []float64{1, -1} {
		length := math.Inf(1)
		for i := range at {
			if d := side * direction(i); math.Abs(d) > 0.1 {
				length = min(length, (math.Copysign(edge, d)-at[i])/d)
			}
		}
		far := slices.Clone(at)
		for i := range far {
			far[i] += side * direction(i) * length
		}
		far, v := a.run(&optimize.BFGS{}, far, 40, gainStop)
		gone := 0.0
		for i := range far {
			gone += side * direction(i) * (far[i] - at[i])
		}
		if v < value-nothing || gone < length/2 { // worse, or only come back
			continue
		}
		var ends []string
		for i, p := range ps {
			switch d := side * direction(i); {
			case d > 0.3:
				ends = append(ends, p.name+"∞")
			case d < -0.3:
				ends = append(ends, p.name+"0")
			}
		}
		return ends
	}
	return nil
}

// atLimit says in words what parameters at ends make of the model: the limits
// they meet, first come first served, and each end in one limit only.
func atLimit(ends []string, limits []limit) string {
	var said []string
	left := slices.Clone(ends)
	met := map[string]bool{}
	for _, l := range limits {
		when := strings.Fields(l.when)
		all := true
		for _, w := range when {
			all = all && slices.Contains(left, w)
		}
		if !all {
			continue
		}
		left = slices.DeleteFunc(left, func(e string) bool { return slices.Contains(when, e) })
		if !met[l.means] {
			said = append(said, l.means)
		}
		met[l.means] = true
	}
	for i, e := range ends {
		if name, ok := strings.CutSuffix(e, "∞"); ok {
			ends[i] = name + " grows without bound"
		} else {
			ends[i] = strings.TrimSuffix(e, "0") + " goes to 0"
		}
	}
	text := strings.Join(ends, ", ")
	if len(said) > 0 {
		text += ": " + strings.Join(said, "; ")
	}
	return text
}
