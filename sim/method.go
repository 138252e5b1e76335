package sim

import "centricity/sim/internal/draw"

// A method is a way to learn about people, beside the data platform. All
// figures are design.
type method struct {
	programme Programme
	yield     float64 // capability a unit of money buys, against the platform's
	delay     int     // rounds until it serves, beyond the platform's
	coverage  float64 // share of people it can reach
	bias      float64 // by how much it takes loudness for value [signal per unit of z of word of mouth]
}

var methods = [...]method{
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
		bought := m.yield * r.money(m.programme) / scale
		if m.delay == 0 {
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
		if draw.Uniform(key.At(uint64(id), uint64(i))) < m.coverage {
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
