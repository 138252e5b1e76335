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
	fine   = rule{0.2, 0.5, 42}   // to the last digits
	coarse = rule{0.28, 0.65, 28} // to 1e-10, for double integrals
)

// betaMean is E[g(p)], p ~ Beta(a, b), for a smooth g. reach bounds how fast
// g may change: |g'| ≤ reach · (largest |g|), at least 1.
//
// Where a or b is near 0 the distribution has a long tail to that end on the
// logit scale. Then g(0)(1-p), or g(1)p, is taken out first: its mean is known,
// and the rest vanishes at that end.
func betaMean(by rule, a, b, reach float64, g func(p float64) float64) float64 {
	const small = 0.5
	left, right := a, b // exponents of p and 1-p in what is integrated
	g0, g1 := 0.0, 0.0
	if a < small {
		left, g0 = a+1, g(0)
	}
	if b < small {
		right, g1 = b+1, g(1)
	}
	logB := logBeta(a, b)
	log := func(u float64) float64 { return left*u - (left+right)*softplus(u) } // concave
	lo, hi, h := by.support(log, math.Log(left/right), left*right/(left+right), math.Log(reach))
	sum := (g0*b + g1*a) / (a + b)
	for u := lo; u <= hi; u += h {
		p, q := logistic(u), logistic(-u)
		sum += h * math.Exp(a*u-(a+b)*softplus(u)-logB) * (g(p) - g0*q - g1*p)
	}
	return sum
}

// gammaNodes are points x and weights that give E[f(x)], x ~ gamma(shape,
// rate 1), for an f whose values differ by no more than the factor reach.
func gammaNodes(by rule, shape, reach float64) []node {
	logG := lgamma(shape)
	log := func(u float64) float64 { return shape*u - math.Exp(u) }
	lo, hi, h := by.support(log, math.Log(shape), shape, math.Log(reach))
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
