package exact

import "math"

const (
	logBits = 7 // the table splits one octave into 2^logBits steps
	logSize = 1 << logBits

	// The octave runs from 0.6875+2^-9 to twice that, shifted by half a step
	// so that 1 lies inside a step, not on an edge: there c = 1, ln c = 0, and
	// results near 0 keep their relative accuracy.
	logOrigin = 0x3fe6000000000000 + 1<<(51-logBits)

	// ln 2 in two parts; the first is a multiple of 2^-42, as the table's
	// ln c are, so k ln2 + ln c is exact for every exponent k.
	ln2Hi = 0x1.62e42fefa38p-1
	ln2Lo = 0x1.ef35793c7673007e5ed5e81e69p-45

	twoTo52 = 0x1p52
)

// Log returns the natural logarithm of x.
//
// Method: x = 2^k z; the table gives c near 1/z with few bits, so that
// r = z c - 1 is exact in two parts, |r| < 2^-8; then
// ln x = k ln2 - ln c + ln(1+r), the last by its Taylor series to degree 7
// (truncation 2^-59), with the leading sum kept in two parts. Domain: x > 0,
// subnormals included. Maximal error 0.52 ulp.
//
// Log(±0) = -Inf, Log(x<0) = NaN, Log(+Inf) = +Inf, Log(NaN) = NaN.
func Log(x float64) float64 {
	if !(x >= 0x1p-1022 && x <= math.MaxFloat64) {
		return logEdge(x)
	}
	hi, lo, r, rLow := logReduce(math.Float64bits(x))
	return logSum(hi, lo, r, rLow)
}

func logEdge(x float64) float64 {
	switch {
	case x == 0:
		return math.Inf(-1)
	case x < 0:
		return math.NaN()
	case x < 1: // subnormal
		hi, lo, r, rLow := logReduce(math.Float64bits(x*twoTo52) - 52<<52)
		return logSum(hi, lo, r, rLow)
	}
	return x // +Inf, NaN
}

// logReduce returns ln x = hi + lo + ln(1 + r + rLow) for the bits of a
// positive x; the exponent may lie below that of normal numbers. Either hi is
// 0 or |hi| > |r|.
func logReduce(x uint64) (hi, lo, r, rLow float64) {
	t := x - logOrigin
	k := float64(int64(t) >> 52)
	e := &logTable[t>>(52-logBits)%logSize]
	z := x - t&(0xfff<<52)
	// A head of 21 bits and a tail of 32 make both products with e.inv exact.
	zHead := math.Float64frombits(z &^ (1<<32 - 1))
	zTail := math.Float64frombits(z) - zHead
	head, tail := float64(zHead*e.inv)-1, float64(zTail*e.inv)
	r = head + tail
	rLow = (head - r) + tail
	return float64(k*ln2Hi) + e.hi, float64(k*ln2Lo) + e.lo, r, rLow
}

// logSum returns hi + lo + ln(1 + r + rLow).
func logSum(hi, lo, r, rLow float64) float64 {
	s := hi + r
	lo += (hi - s) + r + rLow
	r2 := float64(r * r)
	p := float64(r2 * ((-0.5 + float64(r*(1./3))) + float64(r2*((-0.25+float64(r*(1./5)))+float64(r2*(-1./6+float64(r*(1./7))))))))
	return s + (lo + p)
}
