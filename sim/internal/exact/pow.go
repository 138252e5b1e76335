package exact

import "math"

// Pow returns x^y for a base x >= 0.
//
// Method: e^(y ln x) with ln x and the product in two parts (about 68 bits).
// Domain: x >= 0, every y. Maximal error 0.52 ulp for normal results, 1 ulp for
// subnormal ones.
//
// Pow(x, 0) = 1 and Pow(1, y) = 1 even for NaN; Pow(x<0, y) = NaN otherwise;
// 0 and +Inf to a power follow their limits; NaN in either place gives NaN.
func Pow(x, y float64) float64 {
	if !(x >= 0x1p-1022 && x <= math.MaxFloat64 && math.Abs(y) <= 0x1p64) || x == 1 {
		return powEdge(x, y)
	}
	return powBits(math.Float64bits(x), y)
}

func powBits(x uint64, y float64) float64 {
	l, lLow := logParts(x)
	// y*l exactly as p + pLow: halves of at most 27 bits have exact products.
	yHead, lHead := head(y), head(l)
	yTail, lTail := y-yHead, l-lHead
	p := float64(y * l)
	pLow := (float64(yHead*lHead) - p) + float64(yHead*lTail) + float64(yTail*lHead) + float64(yTail*lTail)
	pLow += float64(y * lLow)
	switch {
	case p > 710:
		return math.Inf(1)
	case p < -746:
		return 0
	case p > 700:
		scale, rest := expParts(p, pLow, -64)
		return (scale + float64(scale*rest)) * 0x1p64
	case p < -700:
		scale, rest := expParts(p, pLow, 128)
		return (scale + float64(scale*rest)) * 0x1p-128
	}
	scale, rest := expParts(p, pLow, 0)
	return scale + float64(scale*rest)
}

// logParts returns ln x as an unevaluated sum, |lLow| at most an ulp of l,
// with a relative error of about 2^-68.
func logParts(x uint64) (l, lLow float64) {
	hi, lo, r, rLow := logReduce(x)
	s := hi + r
	lo += ((hi - s) + r) + rLow
	// -r^2/2 in two parts, then the rest of the series of ln(1+r). The cross
	// term -r rLow belongs to the square.
	h := head(r)
	q := float64(float64(h*h) * -0.5)
	qLow := float64((r-h)*(r+h)*-0.5) - float64(r*rLow)
	r2 := float64(r * r)
	cubic := float64(float64(r*r2) * ((1./3 - float64(r*(1./4))) + float64(r2*((1./5-float64(r*(1./6)))+float64(r2*(1./7-float64(r*(1./8))))))))
	t := s + q
	lo += ((s - t) + q) + (qLow + cubic)
	l = t + lo
	return l, (t - l) + lo
}

// head returns the leading 26 bits of x.
func head(x float64) float64 {
	return math.Float64frombits(math.Float64bits(x) &^ (1<<27 - 1))
}

func powEdge(x, y float64) float64 {
	switch {
	case y == 0 || x == 1:
		return 1
	case math.IsNaN(y) || !(x >= 0):
		return math.NaN()
	case x == 0 || math.IsInf(x, 1) || math.Abs(y) > 0x1p64:
		// Nothing but a limit: 0, or +Inf when base and exponent pull the
		// same way.
		if (x > 1) == (y > 0) {
			return math.Inf(1)
		}
		return 0
	}
	return powBits(math.Float64bits(x*twoTo52)-52<<52, y) // subnormal base
}
