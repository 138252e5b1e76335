package chart

import (
	"cmp"
	"math"
	"slices"

	"centricity/game/widget"
)

// Ruler is an axis made once for many frames: its ticks are written, from the
// start on, and places on it are shares of its length.
type Ruler struct {
	Name  string
	Ticks []Tick
	lo    float64
	hi    float64
	log   bool
}

// Tick is a mark on a ruler.
type Tick struct {
	At   float64 // share of the length
	Text string
}

// LinearRuler runs evenly from one value to another, which may be the smaller.
func LinearRuler(name string, from, to float64, f Format) Ruler {
	r := Ruler{Name: name, lo: limit(from), hi: limit(to)}
	if !(r.lo != r.hi) { // also not a number
		r.lo, r.hi = 0, 1
	}
	for _, v := range newAxis(min(r.lo, r.hi), max(r.lo, r.hi), 4).ticks {
		if (v-r.lo)*(v-r.hi) <= 0 {
			r.Ticks = append(r.Ticks, Tick{r.At(v), f.text(v)})
		}
	}
	slices.SortFunc(r.Ticks, func(a, b Tick) int { return cmp.Compare(a.At, b.At) })
	return r
}

// LogRuler runs from one value to another by equal factors, with ticks at 1, 2
// and 5 times powers of ten, or at the powers alone where they are many. What is
// not above zero lies at its start.
func LogRuler(name string, from, to float64, f Format) Ruler {
	if !(from > 0) || !(to > from*1.001) || !finite(to) {
		from, to = 0.5, 2
	}
	from, to = max(from, 1e-12), min(to, 1e15)
	r := Ruler{Name: name, lo: math.Log(from), hi: math.Log(to), log: true}
	steps := []float64{1, 2, 5}
	if to/from > 1000 {
		steps = steps[:1]
	}
	for p := math.Floor(math.Log10(from)); p <= math.Ceil(math.Log10(to)); p++ {
		for _, s := range steps {
			if v := s * math.Pow(10, p); v >= from*0.999 && v <= to*1.001 {
				r.Ticks = append(r.Ticks, Tick{r.At(v), widget.Trimmed(f.text(v))})
			}
		}
	}
	return r
}

// At is the place of a value, a share of the length from 0 to 1.
func (r Ruler) At(v float64) float64 {
	if r.log {
		if !(v > 0) {
			return 0
		}
		v = math.Log(v)
	}
	at := (limit(v) - r.lo) / (r.hi - r.lo)
	if !(at > 0) {
		return 0
	}
	return min(at, 1)
}
