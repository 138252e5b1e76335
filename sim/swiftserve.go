package sim

import (
	"math"

	"centricity/sim/internal/draw"
	"centricity/sim/internal/exact"
)

// swiftServe is serveAll for the clocks on which a customer's risk of leaving
// is known before their purchases are drawn, or right after.
func swiftServe(w *World, r *round, t *tally, lo, hi int) {
	s, m := &r.swift, &w.market
	churn, buy := &m.Churn, &m.Purchase
	continuous := churn.Clock == Continuous
	counts, ends := r.keys[drawCount], r.keys[drawChurn]
	for id := lo; id < hi; id++ {
		if w.people.standing[id].state != active {
			continue
		}
		p := w.person(id)
		from, care, keep := 0.0, uint8(none), uint8(none) // the tiers by which experience and retention money reach them
		isNew := int(p.joined) == r.number
		if isNew {
			from = float64(p.joinedAt) - r.start()
		} else {
			care, keep = r.tier(p.standing, Experience), r.tier(p.standing, Retention)
			p.fatigue = narrow(float64(churn.FatigueMemory*float64(p.fatigue)) + s.contact[keep] + r.noise)
		}
		length := 1 - from
		personal := 0.0
		if s.fits {
			personal = w.personal(p, s.personal[care])
		}

		// What the firm offers, by cause (offerFitted).
		dear := s.lnRatio
		if loss := r.lnPrice - float64(p.lnReference); loss > 0 {
			dear += float64(m.Utility.LossAversion * loss)
		}
		cost := float64(-p.trait(PriceSensitivity) * dear)
		ours, theirs := p.wants()-s.position, p.wants()-s.theirs
		fit := float64(m.Utility.Need * (float64(theirs*theirs) - float64(ours*ours*(1-personal))))
		raw := s.quality + cost + fit

		// Why they buy (purchaseTerms) and leave (hazardTerms).
		_, x := clipped(buy.Utility, raw)
		bQuality, bPrice, bFit := float64(x*s.quality), float64(x*cost), float64(x*fit)
		bSatisfaction := float64(buy.Satisfaction * float64(p.satisfaction))
		bRetention := 0.0
		if s.develops {
			bRetention = w.developed(p, s.develop[keep])
		}
		bTimes := s.lnDemand[p.segment]
		lift := exact.Exp(bPrice + bQuality + bFit + bSatisfaction + bRetention + bTimes)
		rate := p.purchaseRate(lift)

		_, x = clipped(-churn.Utility, raw)
		lQuality, lPrice, lFit := float64(x*s.quality), float64(x*cost), float64(x*fit)
		lSatisfaction := float64(-churn.Satisfaction * float64(p.satisfaction))
		lRetention := float64(s.care * p.trait(Responsiveness) * s.checkIns[keep])
		if s.loyalties {
			lRetention -= float64(s.loyal * p.trait(Responsiveness) * s.loyalty[keep] * s.used)
		}
		lFatigue := 0.0
		if tired := float64(p.fatigue) - churn.FatigueThreshold; tired > 0 {
			lFatigue = float64(churn.Fatigue * tired)
		}

		// On the continuous clock they may leave before they buy.
		var sum, hazard, risk float64
		to, leaves := 1.0, false
		if continuous {
			sum = lPrice + lQuality + lFit + lSatisfaction + lRetention + lFatigue + s.lnLeaving
			hazard = p.trait(ChurnHazard) * exact.Exp(sum)
			risk = -exact.Expm1(-hazard * length)
			if draw.Uniform(ends.At(uint64(id), 0)) <= risk+margin {
				if stay := w.lifetime(r, id, hazard); stay < length {
					to, leaves = from+stay, true
				}
			}
		}
		before := p.roundRevenue
		if mean := float64(rate * (to - from)); mean > 1 || draw.Uniform(counts.At(uint64(id), 0)) >= neverBelow(mean) {
			if w.purchase(r, t, id, rate, from, to, math.MaxInt32) > 0 {
				w.experience(r, id, s.support[care], personal)
				if !continuous { // they decide by what they feel now
					lSatisfaction = float64(-churn.Satisfaction * float64(p.satisfaction))
				}
			}
		}
		even := 0.0
		presence := length
		if continuous {
			even = -exact.Expm1(-p.trait(ChurnHazard) * length)
			if hazard > 0 {
				presence = risk / hazard
			}
		} else {
			sum = lPrice + lQuality + lFit + lSatisfaction + lRetention + lFatigue + s.lnLeaving
			if !isNew {
				hazard = p.trait(ChurnHazard) * exact.Exp(sum)
				risk = -exact.Expm1(-hazard)
				even = -exact.Expm1(-p.trait(ChurnHazard))
				if draw.Uniform(ends.At(uint64(id), 0)) <= risk+margin {
					leaves = w.lifetime(r, id, hazard) < 1
				}
			}
		}
		saved := s.saved[keep]
		leaves = leaves && !w.keeps(r, id, saved)

		// Why it went as it did (explain).
		l := &t.why[p.segment]
		tier := p.tiers[ByPastSpend]
		x = part(risk-even, sum)
		row := &l.Churn[tier]
		book(row, CauseBaseline, heads(even))
		book(row, CausePrice, heads(float64(lPrice*x)))
		book(row, CauseQuality, heads(float64(lQuality*x)))
		book(row, CauseFit, heads(float64(lFit*x)))
		book(row, CauseSatisfaction, heads(float64(lSatisfaction*x)))
		book(row, CauseRetention, heads(float64(lRetention*x)-float64(risk*saved)))
		book(row, CauseFatigue, heads(float64(lFatigue*x)))
		book(row, CauseTimes, heads(float64(s.lnLeaving*x)))
		if leaves {
			row[CauseLuck] += Head
		}

		bPrice += r.lnPrice - r.lnReference
		usual := p.trait(PurchaseRate) * p.trait(MeanSpend) * presence
		x = part(usual*(float64(lift*r.priceRatio)-1), bPrice+bQuality+bFit+bSatisfaction+bRetention+bTimes)
		spent := &l.Spending[tier]
		book(spent, CauseBaseline, nearestCents(usual))
		book(spent, CausePrice, nearestCents(float64(bPrice*x)))
		book(spent, CauseQuality, nearestCents(float64(bQuality*x)))
		book(spent, CauseFit, nearestCents(float64(bFit*x)))
		book(spent, CauseSatisfaction, nearestCents(float64(bSatisfaction*x)))
		book(spent, CauseRetention, nearestCents(float64(bRetention*x)))
		book(spent, CauseTimes, nearestCents(float64(bTimes*x)))
		spent[CauseLuck] += p.roundRevenue - before

		if float64(p.lnReference) != r.lnPrice {
			w.remember(p, r.lnPrice)
		}
		if leaves {
			p.leave()
		}
	}
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
