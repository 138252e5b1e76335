package sim

import (
	"math"

	"centricity/sim/internal/draw"
	"centricity/sim/internal/exact"
)

// A Clock says when a customer can leave.
type Clock int

// The clocks. PerRound gives one opportunity at the end of each round but the
// first (periodic death opportunity; Jerath, Fader & Hardie 2011); Continuous
// lets a customer leave at any moment after joining (Pareto/NBD);
// PerTransaction after each repeat purchase, with the hazard per purchase
// (BG/NBD).
const (
	PerRound Clock = iota
	Continuous
	PerTransaction
	NumClocks int = 3
)

var clockNames = [NumClocks]string{"per_round", "continuous", "per_transaction"}

// String is the clock's name as scenario files spell it.
func (c Clock) String() string {
	if c < 0 || int(c) >= NumClocks {
		return "unknown clock"
	}
	return clockNames[c]
}

// ChurnParams say what makes customers leave.
type ChurnParams struct {
	Clock            Clock
	Silent           bool    // leaving is seen only as not buying any more
	InactiveAfter    float64 // where it is silent, when the firm gives a customer up [rounds without a purchase]
	Satisfaction     float64 // gS, log hazard per unit of satisfaction, negative sense
	Utility          float64 // gU, log hazard per unit of utility, negative sense
	Retention        float64 // gR, ceiling of what retention spending takes off the log hazard
	Saturation       float64 // kR, spending at half of that ceiling [currency per customer-round]
	Fatigue          float64 // gF, log hazard per contact above the threshold
	FatigueMemory    float64 // rhoF, share of fatigue left a round later
	FatigueThreshold float64 // F*, contacts that do not yet annoy
	Decline          float64 // by how much hazards rise every round: loyalty falls everywhere
}

// contact adds this round's contacts to a customer's fatigue:
//
//	F ← rhoF F + sat(R; kR) + 0.5 sat(A / (cA N); 1)
func (w *World) contact(p person, r *round, retention float64) {
	m := &w.market.Churn
	p.fatigue = narrow(float64(m.FatigueMemory*float64(p.fatigue)) + saturate(retention, m.Saturation) + r.noise)
}

// hazardTerms are the causes that raise or lower a customer's hazard of leaving
// [per round]:
//
//	hz = H exp(−gS S − gU U − gR κ sat(R; kR) + gF (F − F*)+) · (1+decline)^t
func (w *World) hazardTerms(r *round, p person, o offer, e effort) (t terms) {
	m := &w.market.Churn
	t.addUtility(-m.Utility, o)
	t[CauseSatisfaction] = -m.Satisfaction * float64(p.satisfaction)
	t[CauseRetention] = -m.Retention * w.consistency * p.trait(Responsiveness) * saturate(e.checkIns, m.Saturation)
	t[CauseRetention] -= w.loyaltyTerm(p, e.loyalty)
	if tired := float64(p.fatigue) - m.FatigueThreshold; tired > 0 {
		t[CauseFatigue] = m.Fatigue * tired
	}
	t[CauseTimes] = r.lnDecline + r.climate.lnHazard()
	return t
}

// hazard is the rate at which customer p leaves, H e^Σterms [per round].
func (n *nature) hazard(t *terms) float64 {
	return n.trait(ChurnHazard) * exact.Exp(t.sum())
}

// risk is the chance that a customer with a hazard leaves in a part of a round,
// buying at a rate, on the market's clock.
func (w *World) risk(hazard, rate, part float64, isNew bool) float64 {
	switch w.market.Churn.Clock {
	case Continuous:
		return -exact.Expm1(-hazard * part)
	case PerTransaction:
		return -exact.Expm1(rate * part * exact.Expm1(-hazard))
	}
	if isNew {
		return 0
	}
	return -exact.Expm1(-hazard)
}

// presence is how long such a customer is there to be expected [rounds].
func (w *World) presence(hazard, rate, part float64) float64 {
	switch w.market.Churn.Clock {
	case PerTransaction:
		hazard = -rate * exact.Expm1(-hazard)
	case PerRound:
		return part
	}
	if hazard <= 0 {
		return part
	}
	return -exact.Expm1(-hazard*part) / hazard
}

// lifetime draws how long a customer with a constant hazard stays [rounds].
func (w *World) lifetime(r *round, id int, hazard float64) float64 {
	if hazard <= 0 {
		return math.Inf(1)
	}
	return draw.Exponential(r.keys[drawChurn].At(uint64(id), 0)) / hazard
}

// purchasesToLive draws after which repeat purchase of the round a customer
// leaves who does so after each with probability 1 − e^−hazard: geometric, as
// the whole part of an exponential time.
func (w *World) purchasesToLive(r *round, id int, hazard float64) int {
	return int(min(w.lifetime(r, id, hazard), maxRate*1e3)) + 1
}

// leave ends a customer's time with the firm, whether or not the firm sees it.
// They keep their traits and history and meet acquisition like any prospect.
func (p *standing) leave() { p.state = lapsed }
