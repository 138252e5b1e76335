package clv

import "math"

// endingSum is E[(1 - (1+pz)^-r)/p], p ~ Beta(a, b), with r, a, b > 0, z ≥ 0:
// the mean number of purchases of a gamma-Poisson buyer who ends after each
// with probability p, in z times the rate parameter.
//
// Were nobody to end, the number of purchases N would be negative binomial
// with parameter w = z/(1+z); of n possible ones Σ_{k<n} E[(1-p)^k] happen. So
//
//	Σ_n NB(n; r, w) Σ_{k<n} (b)_k/(a+b)_k,
//
// which has positive terms only and no singular parameters. Where it would be
// long, the expectation is integrated as it stands.
func endingSum(r, z, a, b float64) float64 {
	const long = 400
	if !(z > 0) {
		return 0
	}
	if mean := r * z; mean > long || z > 9 {
		return betaMean(fine, a, b, 1+(r+1)*z, func(p float64) float64 {
			if p*z < 1e-300 {
				return mean
			}
			return -math.Expm1(-r*math.Log1p(p*z)) / p
		})
	}
	w := z / (1 + z)
	p := math.Exp(-r * math.Log1p(z)) // NB(0)
	left := -math.Expm1(-r * math.Log1p(z))
	sum, inner, stay := 0.0, 0.0, 1.0
	for n := 0.0; left > 0; n++ {
		inner += stay // what n+1 possible purchases give
		stay *= (b + n) / (a + b + n)
		p *= w * (r + n) / (n + 1)
		sum += p * inner
		if n > r*z && p*inner < 1e-17*sum {
			break
		}
	}
	return sum
}

// discountedSum is E[λ/(δ+λp)], λ ~ gamma(r, rate alpha), p ~ Beta(a, b): all
// purchases of a buyer who ends after each with probability p, discounted
// continuously by δ ≥ 0. It is +Inf without discount unless a > 1.
func discountedSum(r, alpha, a, b, discount float64) float64 {
	if discount == 0 {
		if a <= 1 {
			return math.Inf(1)
		}
		return (a + b - 1) / (a - 1)
	}
	// E[λ f(λ)] = r/α E[f(λ')] with λ' ~ gamma(r+1, α)
	d := alpha * discount
	reach := 1 + (r+1)/d
	nodes := gammaNodes(coarse, r+1, reach)
	return r / alpha / discount * betaMean(coarse, a, b, reach, func(p float64) float64 {
		sum := 0.0
		for _, n := range nodes {
			sum += n.weight * d / (d + n.at*p)
		}
		return sum
	})
}
