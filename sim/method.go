package sim

import (
	"slices"

	"centricity/sim/internal/draw"
)

// A Method is a way to learn about people, beside the data platform. All
// figures are design.
type Method struct {
	Programme Programme
	Yield     float64 // capability a unit of money buys, against the platform's
	Delay     int     // rounds until it serves, beyond the platform's
	Coverage  float64 // share of people it can reach
	bias      float64 // by how much it takes loudness for value [signal per unit of z of word of mouth]
}

// Method is how a programme learns about people; ok is false of one that does
// not, and of the platform and rewards, which concern everyone's purchases.
func (p Programme) Method() (m Method, ok bool) {
	i := slices.IndexFunc(methods[:], func(m Method) bool { return m.Programme == p })
	if i < 0 {
		return Method{}, false
	}
	return methods[i], true
}

var methods = [...]Method{
	{Interviews, 3, 1, 0.15, 0},
	{Surveys, 1.5, 1, 0.5, 0.1},
	{Listening, 1.5, 0, 0.4, 0.5},
	{FrontLine, 1.2, 1, 0.6, 0.2},
}

const numMethods = len(methods)

// study adds this round's research by methods, which arrives after its delay.
func (w *World) study(r *round) {
	scale := w.market.Insight.Scale * float64(w.size())
	for i, m := range methods {
		arrived := w.pending[i]
		bought := m.Yield * r.money(m.Programme) / scale
		if m.Delay == 0 {
			arrived, bought = bought, 0
		}
		w.pending[i] = bought
		w.studied[i] = float64((1-w.market.Insight.Decay)*w.studied[i]) + float64(arrived)
	}
	w.takeStock()
	w.rewards = float64((1-w.market.Insight.Decay)*w.rewards) + float64(r.money(DataForReward)/scale)
}

// cover draws which methods can reach a newborn, and whether they consent to
// giving data for a reward.
func (w *World) cover(id int) (mask uint8) {
	key := w.key(drawCoverage, birth)
	for i, m := range methods {
		if draw.Uniform(key.At(uint64(id), uint64(i))) < m.Coverage {
			mask |= 1 << i
		}
	}
	if draw.Uniform(key.At(uint64(id), uint64(numMethods))) < w.market.Insight.Consent {
		mask |= 1 << numMethods
	}
	return mask
}

// A learned is I as far as it concerns people whom the same methods reach, and
// the part of it that takes loudness for value.
type learned struct{ capability, bias float64 }

// takeStock works out what is learned of people by the methods that reach them.
func (w *World) takeStock() {
	for covered := range w.learned {
		l := learned{capability: w.capability}
		for i, m := range methods {
			if w.studied[i] > 0 && covered>>i&1 == 1 {
				l.capability += w.studied[i]
				l.bias += float64(m.bias * w.studied[i])
			}
		}
		if l.bias > 0 {
			l.bias /= l.capability
		}
		w.learned[covered] = l
	}
}

// learnedOf is what was learned of people like person p.
func (w *World) learnedOf(s *standing) learned { return w.learned[s.covered%(1<<numMethods)] }

// rewarded is by how much rewards raise what a purchase tells of person p.
func (w *World) rewarded(p person) float64 {
	if p.covered>>numMethods&1 == 0 {
		return 1
	}
	return 1 + saturate(w.rewards, 1)
}
