package clv

import "math"

// An Estimate is a number with its uncertainty. What has no finite mean (a
// value without discount, spend with q ≤ 1) is +Inf, with the interval [0, +Inf].
type Estimate struct {
	Name  string
	Unit  string
	Value float64
	SE    float64 // standard error, by the delta method
	Low   float64 // 95 % interval, made on the scale of Link so that it keeps to its range
	High  float64
}

// A Link is the scale on which an interval is symmetric.
type Link int

// The links.
const (
	Log    Link = iota // positive numbers
	Logit              // numbers between 0 and 1
	Linear             // any number
)

// z95 is the 97.5 % quantile of the standard normal.
const z95 = 1.959963984540054

// interval returns the estimate of a quantity whose variance on link's scale
// is v2.
func interval(name, unit string, value, v2 float64, link Link) Estimate {
	e := Estimate{Name: name, Unit: unit, Value: value}
	w := math.Sqrt(v2)
	switch {
	case math.IsInf(value, 1):
		e.SE, e.High = value, value
		return e
	case value == 0 && link == Log, (value <= 0 || value >= 1) && link == Logit:
		e.Low, e.High = value, value // at the end of its range
		return e
	}
	switch link {
	case Log:
		e.SE = value * w
		e.Low, e.High = value*math.Exp(-z95*w), value*math.Exp(z95*w)
	case Logit:
		e.SE = value * (1 - value) * w
		odds := value / (1 - value)
		e.Low = 1 / (1 + math.Exp(z95*w)/odds)
		e.High = 1 / (1 + math.Exp(-z95*w)/odds)
	default:
		e.SE = w
		e.Low, e.High = value-z95*w, value+z95*w
	}
	return e
}

// to maps a quantity to the link's scale.
func (l Link) to(v float64) float64 {
	switch l {
	case Log:
		return math.Log(v)
	case Logit:
		return math.Log(v / (1 - v))
	}
	return v
}
