package sim

import "centricity/sim/internal/exact"

// The phases that take the most time, acquire and serve, exist twice. What they
// do is written for readers in acquire.go and round.go, one person at a time.
// What runs is in swiftacquire.go and swiftserve.go: the same sums in the same
// order, with all that is the same for everyone, a segment or a tier worked out
// once (here), and with exponentials left out where their bounds decide.
// TestSwiftEqualsPlain plays both on random markets and compares every bit.

// swift is what a round needs of everyone alike.
type swift struct {
	quality   float64 // bQ (Q − Qc)
	position  float64 // a
	theirs    float64 // ac
	lnRatio   float64 // ln P/Pc
	lnDemand  []float64
	lnLeaving float64 // of the times
	care      float64 // gR C, with its sign
	loyal     float64 // gL C
	used      float64 // what habituation leaves of it

	offered float64                     // ln of the offer's price over the rival's
	reaches bool                        // some segment's reach differs by channel
	biased  bool                        // some method takes loudness for value
	aims    bool                        // some channel aims at persons
	tau     [MaxChannels]float64        // sharpness of each
	weights [][len(attractions)]float64 // by segment, of the signals in a score

	checkIns  [NumTiers + 1]float64 // saturation of check-ins by tier
	contact   [NumTiers + 1]float64 // and of check-ins and development
	loyalty   [NumTiers + 1]float64
	saved     [NumTiers + 1]float64 // chance that a save offer keeps who leaves
	develop   [NumTiers + 1]float64 // money [currency]
	support   [NumTiers + 1]float64
	personal  [NumTiers + 1]float64
	fits      bool // some money goes to personalisation
	develops  bool // or to development
	loyalties bool
}

// prepareSwift fills in r.swift for serve.
func (w *World) prepareSwift(r *round) {
	s, m := &r.swift, &w.market
	s.prices(w, r)
	s.lnDemand = refill(s.lnDemand, len(w.segments))
	for g := range s.lnDemand {
		s.lnDemand[g] = r.lnSeason[g] + r.climate.lnDemand()
	}
	s.lnLeaving = r.lnDecline + r.climate.lnHazard()
	s.care = -m.Churn.Retention * w.consistency
	s.loyal = m.Retention.Loyalty * w.consistency
	s.used = exact.Exp(-m.Retention.Habituation * float64(w.loyaltyAge))
	for tier := range NumTiers {
		retention, experience := r.perHead[Retention][tier], r.perHead[Experience][tier]
		checkIns, develop := float64(retention*r.share[CheckIns]), float64(retention*r.share[Development])
		s.checkIns[tier] = saturate(checkIns, m.Churn.Saturation)
		s.contact[tier] = saturate(checkIns+develop, m.Churn.Saturation)
		s.loyalty[tier] = saturate(float64(retention*r.share[Loyalty]), m.Churn.Saturation)
		s.saved[tier] = w.saved(float64(retention * r.share[SaveOffers]))
		s.develop[tier] = develop
		s.support[tier] = experience * r.share[Support]
		s.personal[tier] = experience * r.share[Personalisation]
		s.fits = s.fits || s.personal[tier] > 0
		s.develops = s.develops || develop > 0
		s.loyalties = s.loyalties || s.loyalty[tier] > 0
	}
}

// prepareAim fills in r.swift for acquire.
func (w *World) prepareAim(r *round) {
	s := &r.swift
	s.prices(w, r)
	s.offered = r.lnOffer - w.rival.lnPrice
	s.aims, s.reaches, s.biased = false, false, false
	for g := range w.segments {
		s.reaches = s.reaches || w.segments[g].Reach != nil
	}
	for _, l := range w.learned {
		s.biased = s.biased || l.bias > 0
	}
	for i, c := range w.market.Channels {
		s.tau[i] = 0
		if c.Targeted && r.contact[i] > 0 {
			s.tau[i] = w.market.Acquisition.Targeting * c.Precision
			s.aims = s.aims || s.tau[i] > 0
		}
	}
	s.weights = refill(s.weights, len(w.segments))
	for g := range s.weights {
		for i, a := range attractions {
			s.weights[g][i] = a.weight * w.segments[g].spread[a.trait]
		}
	}
}

// prices fills in what a person compares.
func (s *swift) prices(w *World, r *round) {
	s.quality = w.market.Utility.Quality * (w.quality - w.rival.quality)
	s.position, s.theirs = w.position, w.market.Rival.Position
	s.lnRatio = r.lnPrice - w.rival.lnPrice
}

// part is how a difference divides over terms, as in terms.shareOut.
func part(difference, sum float64) float64 {
	if sum == 0 {
		return 0
	}
	return difference / sum
}

// clipped is offer's utility, and what the weight of its terms becomes by it.
func clipped(weight, raw float64) (utility, scaled float64) {
	utility = min(max(raw, -4), 4)
	if utility != raw {
		weight *= utility / raw
	}
	return utility, weight
}
