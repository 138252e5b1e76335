package exact

import "math"

// Log1p returns ln(1+x) without cancellation near x = 0.
//
// Method: 1+x = u + v exactly, with u the rounded sum; then ln u + v/u as in
// [Log]. For |x| < 2^-9 the series
// is applied to x itself. Domain: x > -1. Maximal error 0.52 ulp.
//
// Log1p(±0) = ±0, Log1p(-1) = -Inf, Log1p(x<-1) = NaN, Log1p(+Inf) = +Inf,
// Log1p(NaN) = NaN.
func Log1p(x float64) float64 {
	switch a := math.Abs(x); {
	case a < 0x1p-54:
		return x // x^2/2 is under half an ulp of x
	case a < 0x1p-9:
		return logSum(0, 0, x, 0)
	case !(x > -1 && x < 0x1p54):
		return log1pEdge(x)
	}
	u := 1 + x
	v := x - (u - 1)
	if x > 1 {
		v = 1 - (u - x)
	}
	hi, lo, r, rLow := logReduce(math.Float64bits(u))
	return logSum(hi, lo+v/u, r, rLow) // v is at most an ulp of u
}

func log1pEdge(x float64) float64 {
	switch {
	case x == -1:
		return math.Inf(-1)
	case x < -1:
		return math.NaN()
	}
	return Log(x) // so large that 1 is under half an ulp, +Inf or NaN
}
