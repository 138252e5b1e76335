package exact

import "math"

// Expm1 returns e^x - 1 without cancellation near x = 0.
//
// Method: the reduction of [Exp] with the remainder r kept in two parts and
// the Taylor series of e^r - 1 to degree 6. For |x| < ln2/256 the table entry
// is 1 and the series alone remains. Maximal error 0.52 ulp.
//
// Expm1(±0) = ±0, Expm1(+Inf) = +Inf, Expm1(-Inf) = -1, Expm1(NaN) = NaN.
func Expm1(x float64) float64 {
	const (
		ones = 44      // beyond, 1 is below 1/1000 ulp of e^x and e^x of 1
		tiny = 0x1p-54 // below, x^2/2 is under half an ulp of x
	)
	switch a := math.Abs(x); {
	case !(a <= ones):
		if x < 0 {
			return -1
		}
		return Exp(x)
	case a < tiny:
		return x
	}
	k, head, low := expReduce(x)
	r := head - low
	rLow := (head - r) - low
	e := &expTable[k%expSize]
	scale := math.Float64frombits(e.bits + k<<(52-expBits))
	r2 := float64(r * r)
	poly := float64(r2 * ((0.5 + float64(r*(1./6))) + float64(r2*((1./24+float64(r*(1./120)))+float64(r2*(1./720))))))
	// scale (1 + r + small) - 1 = step + r + step r + scale small with
	// step = scale - 1 in two parts, and step + r too; step is 0 or above |r|.
	small := float64(scale * (e.tail + float64(e.tail*r) + rLow + poly))
	step := scale - 1
	one := scale - step
	stepLow := (scale - (step + one)) + (one - 1)
	sum := step + r
	return sum + ((step - sum) + r + (float64(step*r) + small + stepLow))
}
