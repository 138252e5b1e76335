package sim

import (
	"math"

	"centricity/sim/internal/draw"
)

// NeedsParams say how what people need changes.
type NeedsParams struct {
	Drift  float64 // spread of a segment's random walk [taste units per round]
	Redraw float64 // chance that a person's need is drawn anew [per round]
}

// shift moves needs: each segment's ideal points walk together, and now and
// then a person wants something else, so that half of what is known about them
// is void.
func (w *World) shift(r *round) {
	m := &w.market.Needs
	if m.Drift == 0 && m.Redraw == 0 {
		return
	}
	r.step = refill(r.step, len(w.segments))
	for g := range r.step {
		r.step[g] = float64(m.Drift * draw.Normal(r.keys[drawDrift].At(uint64(g), 0)))
		w.drifted[g] += r.step[g]
	}
	w.later(r, shiftAll)
}

func shiftAll(w *World, r *round, _ *tally, lo, hi int) {
	m := &w.market.Needs
	for id := lo; id < hi; id++ {
		p := w.person(id)
		p.need = narrow(p.wants() + r.step[p.segment])
		if m.Redraw > 0 && draw.Uniform(r.keys[drawNeed].At(uint64(id), 0)) < m.Redraw {
			g := &w.segments[p.segment]
			z := draw.Normal(r.keys[drawNeed].At(uint64(id), 1))
			p.need = narrow(g.Traits[NeedPosition].Mean + w.drifted[p.segment] + float64(g.spread[NeedPosition]*z))
			p.known /= 2
		}
	}
}

// relearn lets a purchase round restore a quarter of what a change of need made
// void.
func (m *mind) relearn() { m.known = narrow(float64(m.known) + float64(0.25*(1-float64(m.known)))) }

// reposition moves the product towards what the firm's customers need, as far
// as it knows them and pays for it:
//
//	a ← a + rate · sat(R&D/N; 1) · K̄ · (ν̄ − a)
//
// with ν̄ the mean need of customers and K̄ how well they are known.
func (w *World) reposition(r *round) {
	m := &w.market.Product
	rate := m.Reposition
	if rate == 0 {
		return
	}
	w.sweep(r, askNeeds)
	var needs, known, customers int64
	for i := range w.tallies.of {
		t := &w.tallies.of[i]
		needs, known, customers = needs+t.needs, known+t.knownNeeds, customers+t.active
	}
	if customers == 0 {
		return
	}
	mean, k := float64(needs)/needUnit/float64(customers), float64(known)/needUnit/float64(customers)
	paid := saturate(r.decision.Spend[Product].Currency()/float64(w.size()), m.Scale)
	w.position += float64(rate * paid * k * (mean - w.position))
}

// needUnit is the resolution of a sum of needs or of knowledge.
const needUnit = 1 << 20

// askNeeds adds up what customers need and how well they are known.
func askNeeds(w *World, _ *round, t *tally, lo, hi int) {
	for id := lo; id < hi; id++ {
		p := w.person(id)
		if p.state != active {
			continue
		}
		t.active++
		t.needs += int64(math.Floor(float64(min(max(p.wants(), -1000), 1000)*needUnit) + 0.5))
		t.knownNeeds += int64(w.reliability(p) * needUnit)
	}
}
