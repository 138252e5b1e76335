package sim

import (
	"centricity/sim/internal/draw"
	"centricity/sim/internal/exact"
)

// swiftAcquire is acquireAll.
func swiftAcquire(w *World, r *round, t *tally, lo, hi int) {
	s, m := &r.swift, &w.market
	joins, sources := r.keys[drawJoin], w.sources()
	homophily := m.Acquisition.Homophily != 0
	promise := float64(m.Acquisition.Promise * r.promise)
	channels := len(r.contact)
	var c contacts
	c.n = sources
	for id := lo; id < hi; id++ {
		if w.people.standing[id].state == active {
			continue
		}
		p := w.person(id)

		// What reaches them (contacted).
		var k, spread float64
		switch {
		case !s.aims:
		case p.joined == never && p.known == 1:
			k, spread = s.strangers[p.covered][0], s.strangers[p.covered][1]
		default:
			k = w.reliability(p)
			spread = blur(k)
		}
		score, scored := 0.0, false
		reach := m.Segments[p.segment].Reach
		c.hazard = 0
		for i, h := range r.contact {
			if tau := s.tau[i]; tau > 0 && k > 0 {
				if !scored {
					score, scored = w.swiftScore(s, p, k, spread), true
				}
				x := float64(tau*score) - float64(tau*tau*k*w.scoreVariance[p.segment]/2)
				h *= min(exact.Exp(x), m.Acquisition.TargetingCap)
			}
			if reach != nil {
				h *= reach[i]
			}
			c.sources[i] = h
			c.hazard += h
		}
		c.sources[channels] = r.wordOfMouth
		if homophily {
			c.sources[channels] = w.heard(r, p)
		}
		c.sources[channels+1] = m.Acquisition.BaseHazard
		c.hazard += c.sources[channels]
		c.hazard += m.Acquisition.BaseHazard
		if sources > channels+2 {
			c.sources[channels+2] = 0
			if p.joined != never && !p.listed {
				c.sources[channels+2] = r.winBack
			}
			c.hazard += c.sources[channels+2]
		}
		if c.hazard <= 0 {
			continue
		}

		// Whether they accept (offer).
		dear := r.offerTo(p).ln - w.rival.lnPrice
		cost := float64(-p.trait(PriceSensitivity) * dear)
		ours, theirs := p.wants()-s.position, p.wants()-s.theirs
		fit := float64(m.Utility.Need * (float64(theirs*theirs) - float64(ours*ours)))
		utility, x := clipped(1, s.quality+cost+fit)
		contacted := -exact.Expm1(-c.hazard)
		accepts := exact.Logistic(m.Acquisition.Intercept + utility + promise)
		won := draw.Uniform(joins.At(uint64(id), 0)) < contacted*accepts

		// Why (bookJoin).
		if !p.listed {
			l := &t.why[p.segment]
			bPrice, bQuality, bFit := float64(x*cost), float64(x*s.quality), float64(x*fit)
			x = part(contacted*(accepts-r.evenJoin), bPrice+bQuality+bFit+promise)
			book(&l.Joins, CausePrice, heads(float64(bPrice*x)))
			book(&l.Joins, CauseQuality, heads(float64(bQuality*x)))
			book(&l.Joins, CauseFit, heads(float64(bFit*x)))
			book(&l.Joins, CausePromise, heads(float64(promise*x)))
			per := contacted * r.evenJoin / c.hazard
			for i, h := range c.sources[:sources] {
				l.bookSource(i, per*h)
			}
			if won {
				l.Joins[CauseLuck] += Head
			}
		}
		if won {
			credit := c.hazard * draw.Uniform(r.keys[drawSource].At(uint64(id), 0))
			w.join(r, t, id, c.creditFor(credit))
		}
	}
}

// swiftScore is score.
func (w *World) swiftScore(s *swift, p person, reliability, blur float64) (sum float64) {
	loud := 0.0
	if bias := w.learnedOf(p.standing).bias; bias > 0 {
		loud = float64(bias * reliability * float64(p.z[signalOf[WOMInfluence]]))
	}
	for i, weight := range &s.weights[p.segment] {
		trait := attractions[i].trait
		at := signalOf[trait]
		signal := float64(reliability*float64(p.z[at])) + float64(blur*float64(p.noise[at]))
		if trait != ChurnHazard {
			signal += loud
		}
		sum += float64(weight * signal)
	}
	return sum
}
