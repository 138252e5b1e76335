package sim

import (
	"math"

	"centricity/sim/internal/draw"
	"centricity/sim/internal/exact"
	"centricity/sim/internal/rng"
)

// A Trait is a latent property of a person: drawn once at birth, constant in
// play, never shown before the debrief.
type Trait int

// The traits of model section 3.
const (
	PurchaseRate     Trait = iota // λ, purchases a round while active
	ChurnHazard                   // H, baseline hazard of leaving [per round]
	MeanSpend                     // m, money a purchase at the reference price [currency]
	PriceSensitivity              // b, coefficient on log price
	NeedPosition                  // ν, ideal point [taste units]
	Responsiveness                // κ, multiplies the response to experience and retention
	WOMInfluence                  // ω, weight of word of mouth
	NumTraits        int   = 7
)

var traitNames = [NumTraits]string{
	"purchase_rate", "churn_hazard", "mean_spend", "price_sensitivity",
	"need_position", "responsiveness", "wom_influence",
}

// String is the trait's name as scenario files spell it.
func (t Trait) String() string {
	if t < 0 || int(t) >= NumTraits {
		return "unknown trait"
	}
	return traitNames[t]
}

// A Correlation ties two traits' standard normals within a segment.
type Correlation struct {
	A, B Trait
	R    float64
}

// A Segment is a group of persons who draw their traits alike.
type Segment struct {
	Name         string
	Share        float64 // of the market's people
	Traits       [NumTraits]Marginal
	Correlations []Correlation
	Reach        []float64 // by channel, multiplies its contact hazard; nil: 1 everywhere
	Season       []float64 // multiplies the purchase rate, round after round from the first and again; nil: none
}

// vector has one number for each trait.
type vector [NumTraits]float64

// segment is what births and estimates need of a Segment, computed once.
type segment struct {
	Segment
	factor  [NumTraits]vector // L, lower triangular, L Lᵀ = R
	spread  vector            // h s
	logMean vector            // ln mean of the lognormal traits (−Inf for mean 0)
}

func newSegment(s Segment, h float64) segment {
	g := segment{Segment: s}
	g.factor, _ = cholesky(correlationMatrix(s))
	for k, t := range s.Traits {
		if t.Family == Lognormal {
			g.spread[k] = h * t.Spread
		}
		if Trait(k) != NeedPosition {
			g.logMean[k] = exact.Log(t.Expected())
		}
	}
	return g
}

// traits turns standard normals into the trait values of section 3.
func (g *segment) traits(z *vector) vector {
	var v vector
	for k := range v {
		if g.Traits[k].Family != Lognormal {
			continue // drawn on its own, see born
		}
		dev := g.spread[k] * z[k]
		if Trait(k) == NeedPosition {
			v[k] = g.Traits[k].Mean + float64(dev)
			continue
		}
		half := float64(g.spread[k] * g.spread[k] / 2)
		v[k] = g.Traits[k].Mean * exact.Exp(float64(dev)-half)
	}
	return v
}

// born draws a person: segment, the normals z_i = L ε_i behind the traits, and
// the noise e_i that later blurs what a firm can see of them (insight.go).
func (w *World) born(id int) {
	p := w.person(id)
	p.joined, p.known = never, 1
	u := draw.Uniform(w.key(drawSegment, birth).At(uint64(id), 0))
	for g := range w.segments {
		p.segment = uint8(g)
		if u -= w.segments[g].Share; u < 0 {
			break
		}
	}
	if w.studies {
		p.covered = w.cover(id)
	}
	g := &w.segments[p.segment]
	traits, noise := w.key(drawTraits, birth), w.key(drawSignal, birth)
	var eps, z vector
	for k := range eps {
		eps[k] = draw.Normal(traits.At(uint64(id), uint64(k)))
	}
	for i := range z {
		for j := 0; j <= i; j++ {
			z[i] += float64(g.factor[i][j] * eps[j])
		}
	}
	values := g.traits(&z)
	for k, m := range g.Traits {
		if m.Family != Lognormal {
			values[k] = m.own(w.key(drawOwn, birth).Stream(uint64(id*NumTraits + k)))
		}
		p.traits[k] = narrow(values[k])
	}
	for i, k := range signalTraits {
		p.z[i] = narrow(z[k])
	}
	for i := range p.noise {
		p.noise[i] = narrow(draw.Normal(noise.At(uint64(id), uint64(signalTraits[i]))))
	}
	p.need = p.traits[NeedPosition]
}

// birth is the round number of draws that happen once, before any round.
const birth = math.MinInt32

func (w *World) key(purpose rng.Purpose, round int) rng.Key {
	return rng.NewKey(w.seed, purpose, round)
}

// correlationMatrix is R of a segment.
func correlationMatrix(s Segment) [NumTraits]vector {
	var r [NumTraits]vector
	for k := range r {
		r[k][k] = 1
	}
	for _, c := range s.Correlations {
		r[c.A][c.B], r[c.B][c.A] = c.R, c.R
	}
	return r
}

// cholesky returns lower triangular L with L Lᵀ = r; ok is false where r is
// not positive definite, which no set of traits can have as correlations.
func cholesky(r [NumTraits]vector) (l [NumTraits]vector, ok bool) {
	for i := range r {
		for j := 0; j <= i; j++ {
			sum := r[i][j]
			for k := 0; k < j; k++ {
				sum -= float64(l[i][k] * l[j][k])
			}
			if i != j {
				l[i][j] = sum / l[j][j]
				continue
			}
			if !(sum > 1e-9) {
				return l, false
			}
			l[i][i] = math.Sqrt(sum)
		}
	}
	return l, true
}
