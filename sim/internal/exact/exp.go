package exact

import "math"

const (
	expBits = 7 // the table splits one octave into 2^expBits steps
	expSize = 1 << expBits

	// Adding and subtracting shift rounds to the nearest integer, and leaves
	// that integer in the low bits of the sum.
	shift = 0x1.8p52

	stepsPerUnit = expSize * 0x1.71547652b82fe1777d0ffda0d23a8p0 // expSize / ln 2
	// ln 2 / expSize in two parts; the first has 33 bits, so its product with
	// any step count (at most 18 bits) is exact.
	stepHi = 0x1.62e42feep-1 / expSize
	stepLo = 0x1.a39ef35793c7673007e5ed5e81e69p-33 / expSize

	expOverflow  = 0x1.62e42fefa39efp9  // largest x with a finite e^x
	expUnderflow = -0x1.74910d52d3051p9 // smallest x with e^x > 0
)

// Exp returns e^x.
//
// Method: x = k ln2/128 + r with |r| <= ln2/256, then 2^(k/128) from a table
// (rounded value and relative remainder) times the Taylor series of e^r to
// degree 5 (truncation 2^-60). Maximal error 0.52 ulp for normal results, 1
// ulp for subnormal ones.
//
// Exp(NaN) = NaN, Exp(+Inf) = +Inf, Exp(-Inf) = 0; above 709.78 +Inf, below
// -745.13 0.
func Exp(x float64) float64 {
	if !(math.Abs(x) < 704) {
		return expEdge(x)
	}
	scale, rest := expParts(x, 0, 0)
	return scale + float64(scale*rest)
}

// expParts returns e^(x+tail) 2^octaves as scale*(1+rest), |rest| < 0.003, for
// |x| < 746 and a tail of at most an ulp of x. The caller keeps scale normal.
func expParts(x, tail float64, octaves int64) (scale, rest float64) {
	k, head, low := expReduce(x)
	e := &expTable[k%expSize]
	scale = math.Float64frombits(e.bits + k<<(52-expBits) + uint64(octaves)<<52)
	return scale, expSeries(e.tail, head-low+tail)
}

// expReduce returns x = k ln2/128 + head - low, with the integer k in the low
// bits of a word; low is tiny, and both it and head are rounded once.
func expReduce(x float64) (k uint64, head, low float64) {
	n := float64(x*stepsPerUnit) + shift
	k = math.Float64bits(n)
	n -= shift
	return k, x - float64(n*stepHi), float64(n * stepLo)
}

// expSeries returns e^r - 1 plus the tail of a table entry.
func expSeries(tail, r float64) float64 {
	r2 := float64(r * r)
	return (tail + r) + float64(r2*((0.5+float64(r*(1./6)))+float64(r2*(1./24+float64(r*(1./120))))))
}

// expEdge serves results that are near or beyond the ends of float64.
func expEdge(x float64) float64 {
	switch {
	case x > expOverflow:
		return math.Inf(1)
	case x < expUnderflow:
		return 0
	case x > 0:
		scale, rest := expParts(x, 0, -64)
		return (scale + float64(scale*rest)) * 0x1p64
	case x < 0:
		scale, rest := expParts(x, 0, 128)
		return (scale + float64(scale*rest)) * 0x1p-128
	}
	return x // NaN
}
