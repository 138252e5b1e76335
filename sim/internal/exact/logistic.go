package exact

// Logistic returns 1/(1+e^-x), the inverse of the log odds.
//
// Method: e^-x and 1+e^-x in two parts, one division, and one correction of
// its result by the low part. Beyond |x| = 40 the result is e^x or 1. Maximal
// error 1.01 ulp for normal results, 1 ulp for subnormal ones.
//
// Logistic(-Inf) = 0, Logistic(+Inf) = 1, Logistic(NaN) = NaN.
func Logistic(x float64) float64 {
	if !(x >= -40 && x <= 40) {
		if x > 40 {
			return 1
		}
		return Exp(x)
	}
	return logisticParts(expParts(-x, 0, 0))
}

// logisticParts returns 1/(1+e^-x) for e^-x = scale (1 + rest).
func logisticParts(scale, rest float64) float64 {
	rest = float64(scale * rest)
	e := scale + rest
	eLow := (scale - e) + rest
	sum := 1 + e
	b := sum - 1
	sumLow := (1 - (sum - b)) + (e - b) + eLow
	q := 1 / sum
	return q - float64(q*q*sumLow)
}
