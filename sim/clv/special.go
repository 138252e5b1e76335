package clv

import (
	"math"

	"gonum.org/v1/gonum/mathext"
)

// lgamma is log Γ(x), x > 0.
func lgamma(x float64) float64 {
	v, _ := math.Lgamma(x)
	return v
}

// lgammaRatio is log Γ(x+d)/Γ(x), for x > 0, d ≥ 0; for large x by Stirling's
// series, whose terms of the order x log x cancel on paper, not in float64.
func lgammaRatio(x, d float64) float64 {
	if x < 50 || math.IsInf(x, 0) {
		return lgamma(x+d) - lgamma(x)
	}
	series := func(x float64) float64 {
		y := 1 / (x * x)
		return (1.0/12 - y*(1.0/360-y*(1.0/1260-y/1680))) / x
	}
	return (x-0.5)*math.Log1p(d/x) + d*(math.Log(x+d)-1) + series(x+d) - series(x)
}

// logBeta is log B(a, b), a, b > 0.
func logBeta(a, b float64) float64 {
	a, b = math.Min(a, b), math.Max(a, b)
	return lgamma(a) - lgammaRatio(b, a)
}

// logRising is log Γ(r+n)/Γ(r) = Σ log(r+k), k < n, for r > 0 and whole n: a
// product as long as that is short, because the difference of two large
// log-gammas has no digits left.
func logRising(r float64, n int) float64 {
	if n > 4096 {
		return lgammaRatio(r, float64(n))
	}
	sum, product := 0.0, 1.0
	for k := range n {
		product *= r + float64(k)
		if product > 1e280 || product < 1e-280 {
			sum += math.Log(product)
			product = 1
		}
	}
	return sum + math.Log(product)
}

// digammaRising is the derivative of logRising by r: ψ(r+n) − ψ(r) = Σ 1/(r+k).
func digammaRising(r float64, n int) float64 {
	if n > 4096 {
		return mathext.Digamma(r+float64(n)) - mathext.Digamma(r)
	}
	sum := 0.0
	for k := range n {
		sum += 1 / (r + float64(k))
	}
	return sum
}

// softplus is log(1 + e^v), and logistic its derivative 1/(1 + e^-v).
func softplus(v float64) float64 {
	if v > 0 {
		return v + math.Log1p(math.Exp(-v))
	}
	return math.Log1p(math.Exp(v))
}

func logistic(v float64) float64 { return 1 / (1 + math.Exp(-v)) }

// logAdd is log(e^p + e^q).
func logAdd(p, q float64) float64 {
	if p < q {
		p, q = q, p
	}
	if math.IsInf(q, -1) {
		return p
	}
	return p + math.Log1p(math.Exp(q-p))
}

// softplusBoth is log(1 + e^v) and its derivative, from one exponential.
func softplusBoth(v float64) (soft, slope float64) {
	if v > 0 {
		z := math.Exp(-v)
		return v + math.Log1p(z), 1 / (1 + z)
	}
	z := math.Exp(v)
	return math.Log1p(z), z / (1 + z)
}
