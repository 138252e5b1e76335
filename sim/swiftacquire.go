package sim

import (
	"math"

	"centricity/sim/internal/draw"
	"centricity/sim/internal/exact"
)

// prospects are a batch of people who are not customers, on their way through
// the stages of acquire.
type prospects struct {
	batch
	known     column   // reliability
	score     column   // attractiveness, as far as known
	favour    column   // by how much an aiming channel favours them
	sources   []column // hazards of contact by source
	hazard    column   // their sum
	price     column   // terms of utility
	fit       column
	weight    column // what clipping leaves of the terms
	per       column // what a unit of hazard would come to with all terms 0 [persons]
	contacted column // chance
	accepts   column // log odds, then the chance
}

// swiftAcquire is acquireAll.
func swiftAcquire(w *World, r *round, t *tally, lo, hi int) {
	if t.prospects == nil {
		t.prospects = &prospects{sources: make([]column, w.sources())}
	}
	b := t.prospects
	for lo < hi {
		lo = b.fill(w.people.standing, lo, hi, false)
		b.contact(w, r)
		b.offer(w, r)
		b.join(w, r, t)
	}
}

// contact fills in what reaches them (World.contacted).
func (b *prospects) contact(w *World, r *round) {
	s, m, ids := &r.swift, &w.market, b.ids()
	if s.aims {
		b.rate(w, s)
	}
	channels := len(r.contact)
	hazard := b.hazard[:len(ids)]
	clear(hazard)
	for i, h := range r.contact {
		source := b.sources[i][:len(ids)]
		for j := range source {
			source[j] = h
		}
		if s.tau[i] > 0 {
			b.aim(w, s.tau[i])
			for j, favour := range b.favour[:len(ids)] {
				source[j] *= favour
			}
		}
		if s.reaches {
			for j, id := range ids {
				if reach := m.Segments[w.people.standing[id].segment].Reach; reach != nil {
					source[j] *= reach[i]
				}
			}
		}
		for j, h := range source {
			hazard[j] += h
		}
	}
	heard, base := b.sources[channels][:len(ids)], b.sources[channels+1][:len(ids)]
	for j := range hazard {
		heard[j], base[j] = r.wordOfMouth, m.Acquisition.BaseHazard
	}
	if m.Acquisition.Homophily != 0 {
		for j, id := range ids {
			heard[j] = w.heard(r, w.person(int(id)))
		}
	}
	for j := range hazard {
		hazard[j] += heard[j]
		hazard[j] += base[j]
	}
	if len(b.sources) > channels+2 {
		called := b.sources[channels+2][:len(ids)]
		for j, id := range ids {
			called[j] = 0
			if p := &w.people.standing[id]; p.joined != never && !p.listed {
				called[j] = r.winBack
			}
			hazard[j] += called[j]
		}
	}
}

// rate fills in how well they are known, and how attractive they look (score).
func (b *prospects) rate(w *World, s *swift) {
	ids := b.ids()
	known, score := b.known[:len(ids)], b.score[:len(ids)]
	for j, id := range ids {
		at, n := &w.people.standing[id], &w.people.nature[id]
		var k, spread float64
		if at.bought < often && w.people.mind[id].known == 1 { // World.knows
			f := &w.familiar[at.covered&w.telling][at.bought]
			k, spread = f.reliability, f.blur
		} else {
			k, spread = w.knows(w.person(int(id)))
		}
		rate := float64(k*float64(n.z[0])) + float64(spread*float64(n.noise[0]))
		churn := float64(k*float64(n.z[1])) + float64(spread*float64(n.noise[1]))
		spend := float64(k*float64(n.z[2])) + float64(spread*float64(n.noise[2]))
		if s.biased {
			if bias := w.learnedOf(at).bias; bias > 0 {
				loud := float64(bias * k * float64(n.z[4]))
				rate += loud
				spend += loud
			}
		}
		weight := &s.weights[at.segment]
		known[j] = k
		score[j] = float64(weight[0]*rate) + float64(weight[1]*spend) + float64(weight[2]*churn)
	}
}

// aim fills in by how much a channel of sharpness tau favours them (World.aim).
func (b *prospects) aim(w *World, tau float64) {
	ids := b.ids()
	known, score, favour := b.known[:len(ids)], b.score[:len(ids)], b.favour[:len(ids)]
	limit := w.market.Acquisition.TargetingCap
	for j, id := range ids {
		favour[j] = float64(tau*score[j]) - float64(tau*tau*known[j]*w.scoreVariance[w.people.standing[id].segment]/2)
	}
	exact.ExpEach(favour)
	for j, k := range known {
		if k > 0 {
			favour[j] = min(favour[j], limit)
		} else {
			favour[j] = 1
		}
	}
}

// offer fills in the chances that they are contacted, and that they accept
// (World.offer).
func (b *prospects) offer(w *World, r *round) {
	s, m, ids := &r.swift, &w.market, b.ids()
	price, fit, weight := b.price[:len(ids)], b.fit[:len(ids)], b.weight[:len(ids)]
	accepts, contacted := b.accepts[:len(ids)], b.contacted[:len(ids)]
	promise := float64(m.Acquisition.Promise * r.promise)
	for j, id := range ids {
		dear := s.offered
		if w.people.standing[id].listed {
			dear = s.lnRatio
		}
		wants := w.people.mind[id].wants()
		ours, theirs := wants-s.position, wants-s.theirs
		price[j] = float64(-w.people.nature[id].trait(PriceSensitivity) * dear)
		fit[j] = float64(m.Utility.Need * (float64(theirs*theirs) - float64(ours*ours)))
		utility, x := clipped(1, s.quality+price[j]+fit[j])
		weight[j] = x
		accepts[j] = m.Acquisition.Intercept + utility + promise
	}
	exact.LogisticEach(accepts)
	for j, h := range b.hazard[:len(ids)] {
		contacted[j] = -h
	}
	exact.Expm1Each(contacted)
	for j, x := range contacted {
		contacted[j] = -x
	}
}

// join draws who becomes a customer, and enters why (bookJoin).
func (b *prospects) join(w *World, r *round, t *tally) {
	s, ids := &r.swift, b.ids()
	joins, finite := r.keys[drawJoin], true
	promise := float64(w.market.Acquisition.Promise * r.promise)
	for j, id := range ids {
		hazard := b.hazard[j]
		b.per[j] = 0
		if hazard <= 0 {
			continue
		}
		at := &w.people.standing[id]
		contacted, accepts := b.contacted[j], b.accepts[j]
		won := draw.Uniform(joins.At(uint64(id), 0)) < contacted*accepts
		if !at.listed {
			l, x := &t.why[at.segment], b.weight[j]
			bPrice, bQuality, bFit := float64(x*b.price[j]), float64(x*s.quality), float64(x*b.fit[j])
			x = part(contacted*(accepts-r.evenJoin), bPrice+bQuality+bFit+promise)
			bPrice, bQuality, bFit, x = float64(bPrice*x)*1e6, float64(bQuality*x)*1e6, float64(bFit*x)*1e6, float64(promise*x)*1e6
			if !(math.Abs(bPrice)+math.Abs(bQuality)+math.Abs(bFit)+math.Abs(x) <= farAway) {
				bPrice, bQuality, bFit, x = near(bPrice), near(bQuality), near(bFit), near(x)
			}
			byPrice, byQuality, byFit, byPromise := Heads(whole(bPrice)), Heads(whole(bQuality)), Heads(whole(bFit)), Heads(whole(x))
			l.Joins[CausePrice] += byPrice
			l.Joins[CauseQuality] += byQuality
			l.Joins[CauseFit] += byFit
			l.Joins[CausePromise] += byPromise
			l.Joins[CauseLuck] -= byPrice + byQuality + byFit + byPromise
			if won {
				l.Joins[CauseLuck] += Head
			}
			b.per[j] = contacted * r.evenJoin / hazard
			finite = finite && hazard <= math.MaxFloat64
		}
		if won {
			credit := hazard * draw.Uniform(r.keys[drawSource].At(uint64(id), 0))
			w.join(r, t, int(id), b.creditFor(j, credit))
		}
	}
	for i := range b.sources {
		b.book(w, t, i, finite)
	}
}

// book enters what would have come of source i with all terms 0 (bookSource).
// Where hazards are finite, no source can be due more than one head a person.
func (b *prospects) book(w *World, t *tally, i int, finite bool) {
	ids := b.ids()
	per, source := b.per[:len(ids)], b.sources[i][:len(ids)]
	one := len(t.why) == 1
	sum := Heads(0) // of the one segment
	for j, id := range ids {
		x := float64(per[j]*source[j]) * 1e6
		if !finite {
			x = near(x)
		}
		h := Heads(whole(x))
		if sum += h; !one {
			t.why[w.people.standing[id].segment].enter(i, h)
		}
	}
	if one {
		t.why[0].enter(i, sum)
	}
}

// enter enters heads in the baseline of a source.
func (l *Ledger) enter(source int, h Heads) {
	l.Sources[source] += h
	book(&l.Joins, CauseBaseline, h)
}

// creditFor names the source whose share of the hazard of the j-th holds the
// point credit (contacts.creditFor).
func (b *prospects) creditFor(j int, credit float64) int {
	last := len(b.sources) - 1
	for i := range last {
		if credit -= b.sources[i][j]; credit < 0 {
			return i
		}
	}
	return last
}
