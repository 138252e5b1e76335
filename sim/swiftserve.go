package sim

import (
	"math"

	"centricity/sim/internal/draw"
	"centricity/sim/internal/exact"
)

// customers are a batch of customers on their way through the stages of serve.
type customers struct {
	batch
	care, keep [batchSize]uint8 // the tiers by which experience and retention money reach them
	leaves     [batchSize]bool
	from, to   column // the part of the round in which they are customers
	personal   column // how far the offer is fitted to them
	price, fit column // terms of utility
	clip       column // what clipping leaves of them
	content    column // what satisfaction adds to the log purchase rate
	developed  column // and development
	staying    column // what satisfaction adds to the log hazard
	retained   column // and retention money
	tired      column // and fatigue
	lift       column // of the purchase rate, e^Σterms
	leaving    column // Σterms of the hazard
	hazard     column
	risk, even column // chance to leave, and with all terms 0
}

// swiftServe is serveAll for the clocks on which a customer's risk of leaving
// is known before their purchases are drawn, or right after.
func swiftServe(w *World, r *round, t *tally, lo, hi int) {
	if t.customers == nil {
		t.customers = new(customers)
	}
	b := t.customers
	for lo < hi {
		lo = b.fill(w.people.standing, lo, hi, true)
		b.treat(w, r)
		if w.market.Churn.Clock == Continuous { // they may leave before they buy
			b.leave(w, r)
			b.buy(w, r, t)
		} else { // they decide by what they feel now
			b.buy(w, r, t)
			b.leave(w, r)
		}
		b.explain(w, r, t)
	}
}

// treat fills in what the firm does for them and offers them (effortFor,
// contact, offerFitted), and what follows for how much they buy (purchaseTerms).
func (b *customers) treat(w *World, r *round) {
	s, m, ids := &r.swift, &w.market, b.ids()
	churn, buy := &m.Churn, &m.Purchase
	lift := b.lift[:len(ids)]
	for j, id := range ids {
		p := w.person(int(id))
		from, care, keep := 0.0, uint8(none), uint8(none)
		if int(p.joined) == r.number {
			from = float64(p.joinedAt) - r.start()
		} else {
			care, keep = r.tier(p.standing, Experience), r.tier(p.standing, Retention)
			p.fatigue = narrow(float64(churn.FatigueMemory*float64(p.fatigue)) + s.contact[keep] + r.noise)
		}
		b.care[j], b.keep[j], b.from[j], b.to[j], b.leaves[j] = care, keep, from, 1, false
		personal := 0.0
		if s.fits {
			personal = w.personal(p, s.personal[care])
		}
		b.personal[j] = personal

		dear := s.lnRatio
		if loss := r.lnPrice - float64(p.lnReference); loss > 0 {
			dear += float64(m.Utility.LossAversion * loss)
		}
		cost := float64(-p.trait(PriceSensitivity) * dear)
		ours, theirs := p.wants()-s.position, p.wants()-s.theirs
		fit := float64(m.Utility.Need * (float64(theirs*theirs) - float64(ours*ours*(1-personal))))
		_, clip := clipped(1, s.quality+cost+fit)
		b.price[j], b.fit[j], b.clip[j] = cost, fit, clip

		x := buy.Utility * clip
		content, developed := float64(buy.Satisfaction*float64(p.satisfaction)), 0.0
		if s.develops {
			developed = w.developed(p, s.develop[keep])
		}
		b.content[j], b.developed[j] = content, developed
		lift[j] = float64(x*cost) + float64(x*s.quality) + float64(x*fit) + content + developed + s.lnDemand[p.segment]

		response := p.trait(Responsiveness)
		retained := float64(s.care * response * s.checkIns[keep])
		if s.loyalties {
			retained -= float64(s.loyal * response * s.loyalty[keep] * s.used)
		}
		b.retained[j] = retained
		b.tired[j] = 0
		if tired := float64(p.fatigue) - churn.FatigueThreshold; tired > 0 {
			b.tired[j] = float64(churn.Fatigue * tired)
		}
	}
	exact.ExpEach(lift)
}

// leave draws who leaves, and when (hazardTerms, lifetime).
func (b *customers) leave(w *World, r *round) {
	s, churn, ids := &r.swift, &w.market.Churn, b.ids()
	leaving, hazard := b.leaving[:len(ids)], b.hazard[:len(ids)]
	risk, even := b.risk[:len(ids)], b.even[:len(ids)]
	for j, id := range ids {
		x := -churn.Utility * b.clip[j]
		b.staying[j] = float64(-churn.Satisfaction * float64(w.people.mind[id].satisfaction))
		leaving[j] = float64(x*b.price[j]) + float64(x*s.quality) + float64(x*b.fit[j]) + b.staying[j] + b.retained[j] + b.tired[j] + s.lnLeaving
		hazard[j] = leaving[j]
	}
	exact.ExpEach(hazard)
	for j, id := range ids {
		usual, length := w.people.nature[id].trait(ChurnHazard), 1-b.from[j]
		hazard[j] = usual * hazard[j]
		risk[j], even[j] = -hazard[j]*length, -usual*length
	}
	exact.Expm1Each(risk)
	exact.Expm1Each(even)
	ends := r.keys[drawChurn]
	for j, id := range ids {
		risk[j], even[j] = -risk[j], -even[j]
		if churn.Clock == PerRound && int(w.people.standing[id].joined) == r.number {
			hazard[j], risk[j], even[j] = 0, 0, 0
			continue
		}
		if draw.Uniform(ends.At(uint64(id), 0)) <= risk[j]+margin {
			if stay := w.lifetime(r, int(id), hazard[j]); stay < 1-b.from[j] {
				b.to[j], b.leaves[j] = b.from[j]+stay, true
			}
		}
	}
}

// buy draws their purchases and how those felt.
func (b *customers) buy(w *World, r *round, t *tally) {
	s := &r.swift
	counts := r.keys[drawCount]
	for j, id := range b.ids() {
		p := w.person(int(id))
		rate := p.purchaseRate(b.lift[j])
		mean := float64(rate * (b.to[j] - b.from[j]))
		if mean <= 1 && draw.Uniform(counts.At(uint64(id), 0)) < neverBelow(mean) {
			continue
		}
		before := p.roundRevenue
		if w.purchase(r, t, int(id), rate, b.from[j], b.to[j], math.MaxInt32) == 0 {
			continue
		}
		t.why[p.segment].Spending[p.tiers[ByPastSpend]][CauseLuck] += p.roundRevenue - before
		w.experience(r, int(id), s.support[b.care[j]], b.personal[j])
	}
}

// explain enters why it went as it did (World.explain), and lets them go.
func (b *customers) explain(w *World, r *round, t *tally) {
	s, m, ids := &r.swift, &w.market, b.ids()
	continuous, dearer := m.Churn.Clock == Continuous, r.lnPrice-r.lnReference
	for j, id := range ids {
		p := w.person(int(id))
		l, tier := &t.why[p.segment], p.tiers[ByPastSpend]
		price, fit, risk, even := b.price[j], b.fit[j], b.risk[j], b.even[j]

		saved := s.saved[b.keep[j]]
		weight := -m.Churn.Utility * b.clip[j]
		x := part(risk-even, b.leaving[j])
		row := &l.Churn[tier]
		enter(row, 1e6, &[CauseLuck]float64{
			CauseBaseline:     even,
			CausePrice:        float64(weight*price) * x,
			CauseQuality:      float64(weight*s.quality) * x,
			CauseFit:          float64(weight*fit) * x,
			CauseSatisfaction: b.staying[j] * x,
			CauseRetention:    float64(b.retained[j]*x) - float64(risk*saved),
			CauseFatigue:      b.tired[j] * x,
			CauseTimes:        s.lnLeaving * x,
		})
		leaves := b.leaves[j] && !w.keeps(r, int(id), saved)
		if leaves {
			row[CauseLuck] += Head
		}

		presence := 1 - b.from[j]
		if continuous && b.hazard[j] > 0 {
			presence = risk / b.hazard[j]
		}
		weight = m.Purchase.Utility * b.clip[j]
		bPrice, bQuality, bFit := float64(weight*price)+dearer, float64(weight*s.quality), float64(weight*fit)
		times := s.lnDemand[p.segment]
		usual := p.trait(PurchaseRate) * p.trait(MeanSpend) * presence
		x = part(usual*(float64(b.lift[j]*r.priceRatio)-1), bPrice+bQuality+bFit+b.content[j]+b.developed[j]+times)
		enter(&l.Spending[tier], 100, &[CauseLuck]float64{
			CauseBaseline:     usual,
			CausePrice:        bPrice * x,
			CauseQuality:      bQuality * x,
			CauseFit:          bFit * x,
			CauseSatisfaction: b.content[j] * x,
			CauseRetention:    b.developed[j] * x,
			CauseTimes:        times * x,
		})

		if float64(p.lnReference) != r.lnPrice {
			w.remember(p, r.lnPrice)
		}
		if leaves {
			p.leave()
		}
	}
}

// enter books what was to be expected by each cause, in units of which one is
// so many.
func enter[T Heads | Money](row *[NumCauses]T, units float64, expected *[CauseLuck]float64) {
	far := 0.0
	for k := range expected {
		expected[k] *= units
		far += math.Abs(expected[k])
	}
	var sum T
	for k, x := range expected {
		if !(far <= farAway) {
			x = near(x)
		}
		h := T(whole(x))
		row[k] += h
		sum += h
	}
	row[CauseLuck] -= sum
}

// margin is far above the rounding of a probability, and of a draw compared
// with it through its logarithm. A draw farther than this from the bound is
// decided without the logarithm.
const margin = 1e-12

// neverBelow is a bound that e^−m, the chance to buy nothing, is never below:
// a draw below it needs no exponential. For 0 ≤ m ≤ 1 the series of e^−m
// alternates and falls, so its odd partial sums lie below it.
func neverBelow(m float64) float64 {
	m2 := float64(m * m)
	return (1 - margin) - m + float64(m2*(0.5-float64(m*(1./6))))
}
