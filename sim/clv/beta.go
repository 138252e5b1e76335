package clv

import "math"

// A node is a point of a distribution with its weight.
type node struct{ at, weight float64 }

// A rule is how finely to integrate. Expectations over beta and gamma
// distributions use the trapezoidal rule on the logit or the logarithm, where
// the integrands are analytic and fall off on both sides: it converges
// exponentially, has no singular parameters, and takes any shape. (Trefethen
// and Weideman, The exponentially convergent trapezoidal rule, SIAM Review 56
// (2014) 385-458.)
type rule struct {
	step  float64 // on the transformed scale, of a distribution no narrower than the logistic
	width float64 // of a narrower one, in its standard deviations
	depth float64 // what lies below e^-depth of the largest value is left out
}

var (
	fine   = rule{0.25, 0.6, 42} // to the last digits
	coarse = rule{0.4, 0.8, 28}  // to 1e-10, for double integrals
)

// betaMean is E[g(p)], p ~ Beta(a, b), for a smooth g. reach bounds how fast
// g may change: |g'| ≤ reach · (largest |g|), at least 1.
//
// The straight line between g(0) and g(1) is taken out first: it has the mean
// (g(0) b + g(1) a)/(a+b), and the rest vanishes at both ends, so that a or b
// near 0 costs nothing.
func betaMean(by rule, a, b, reach float64, g func(p float64) float64) float64 {
	logB := lgamma(a) + lgamma(b) - lgamma(a+b)
	// of p(1-p) times the density on the logit scale; concave
	log := func(u float64) float64 { return (a+1)*u - (a+b+2)*softplus(u) }
	lo, hi, h := by.support(log, math.Log((a+1)/(b+1)), (a+1)*(b+1)/(a+b+2), math.Log(reach))
	g0, g1 := g(0), g(1)
	sum := (g0*b + g1*a) / (a + b)
	for u := lo; u <= hi; u += h {
		p, q := logistic(u), logistic(-u)
		sum += h * math.Exp(a*u-(a+b)*softplus(u)-logB) * (g(p) - g0*q - g1*p)
	}
	return sum
}

// gammaNodes are points x and weights that give E[f(x)], x ~ gamma(shape,
// rate 1), for bounded f.
func gammaNodes(by rule, shape float64) []node {
	logG := lgamma(shape)
	log := func(u float64) float64 { return shape*u - math.Exp(u) }
	lo, hi, h := by.support(log, math.Log(shape), shape, 0)
	var nodes []node
	for u := lo; u <= hi; u += h {
		nodes = append(nodes, node{math.Exp(u), h * math.Exp(log(u)-logG)})
	}
	return nodes
}

// support finds where a concave log-density lies less than depth + extra below
// its mode, where it has the given curvature, and the step to cross that.
func (by rule) support(log func(float64) float64, mode, curvature, extra float64) (lo, hi, h float64) {
	sd := 1 / math.Sqrt(curvature)
	floor := log(mode) - by.depth - extra
	edge := func(side float64) float64 {
		near, far := 0.0, sd
		for log(mode+side*far) > floor && far < 1e6 {
			near, far = far, 2*far
		}
		for range 8 {
			if mid := (near + far) / 2; log(mode+side*mid) > floor {
				near = mid
			} else {
				far = mid
			}
		}
		return mode + side*far
	}
	return edge(-1), edge(1), min(by.step, by.width*sd)
}
