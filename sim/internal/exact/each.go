package exact

import "math"

// The functions of a whole list give the bits of those of one number. They are
// faster because nothing but the list is at hand in their loops, and because a
// processor works on several numbers at once.

// ExpEach puts [Exp] of each number in its place.
func ExpEach(list []float64) {
	for i, x := range list {
		if !(math.Abs(x) < 704) {
			list[i] = expEdge(x)
			continue
		}
		k, head, low := expReduce(x)
		e := &expTable[k%expSize]
		scale := math.Float64frombits(e.bits + k<<(52-expBits))
		list[i] = scale + float64(scale*expSeries(e.tail, head-low))
	}
}

// Expm1Each puts [Expm1] of each number in its place.
func Expm1Each(list []float64) {
	for i, x := range list {
		list[i] = Expm1(x)
	}
}

// LogisticEach puts [Logistic] of each number in its place.
func LogisticEach(list []float64) {
	for i, x := range list {
		if !(x >= -40 && x <= 40) {
			list[i] = Logistic(x)
			continue
		}
		k, head, low := expReduce(-x)
		e := &expTable[k%expSize]
		scale := math.Float64frombits(e.bits + k<<(52-expBits))
		list[i] = logisticParts(scale, expSeries(e.tail, head-low))
	}
}
