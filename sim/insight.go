package sim

import (
	"math"

	"centricity/sim/internal/exact"
)

// InsightParams say what spending on insight lets a firm know.
type InsightParams struct {
	Decay       float64 // dI, share of capability lost a round: needs shift, data age
	Scale       float64 // cI, spending per person that adds one unit of capability [currency]
	Base        float64 // tau0, precision per unit of capability about anyone
	PerPurchase float64 // tauN, further precision per purchase observed
	Consent     float64 // share of people who give data for a reward
	TopShare    float64 // share of customers in the top tier
	MiddleShare float64 // share of customers in the middle tier
}

// reliability is how well the firm knows someone it saw buy n times:
//
//	K = 1 − 1/(1 + I (tau0 + tauN n))
//
// less what a change of need has made void, and never above a privacy cap.
func (w *World) reliability(p person) float64 {
	m := &w.market.Insight
	known := float64(w.learnedOf(p.standing).capability * (m.Base + float64(m.PerPurchase*w.rewarded(p)*float64(p.purchases))))
	return min(float64(p.known)*(1-1/(1+known)), w.privacy)
}

// familiar is how well the firm knows people who are alike in what reaches them
// and in how often they bought: their reliability and its blur.
type familiar struct{ reliability, blur float64 }

// often is from how many purchases on each person's reliability is worked out
// for themselves.
const often = 24

// familiarise works out how well the firm knows people, for knows. It is due
// whenever what is learned, or may be used, has changed.
func (w *World) familiarise() {
	w.telling = 0
	for i, capability := range w.studied {
		if capability > 0 {
			w.telling |= 1 << i
		}
	}
	if w.rewards > 0 {
		w.telling |= 1 << numMethods
	}
	var someone person
	someone.standing, someone.mind, someone.account = new(standing), &mind{known: 1}, new(account)
	for covered := range w.familiar {
		if uint8(covered)&^w.telling != 0 {
			continue
		}
		for n := range w.familiar[covered] {
			someone.covered, someone.purchases = uint8(covered), int32(n)
			k := w.reliability(someone)
			w.familiar[covered][n] = familiar{k, blur(k)}
		}
	}
}

// knows is reliability and its blur, during a round; the plain phases have no
// need of the table.
func (w *World) knows(p person) (reliability, spread float64) {
	if !w.plain && p.known == 1 && p.bought < often {
		f := &w.familiar[p.covered&w.telling][p.bought]
		return f.reliability, f.blur
	}
	k := w.reliability(p)
	return k, blur(k)
}

// signal is what the firm believes of a person's normal for trait k, the
// calibrated posterior mean of z given what it saw:
//
//	ẑ = K z + sqrt(K (1−K)) e ,  e drawn once at birth (blur = sqrt(K (1−K)))
func (n *nature) signal(k Trait, reliability, blur float64) float64 {
	return float64(reliability*float64(n.z[signalOf[k]])) + float64(blur*float64(n.noise[signalOf[k]]))
}

// believed is the signal with the bias of the methods it came from: part of
// what makes someone loud is taken for value.
func (w *World) believed(p person, k Trait, reliability, blur float64) float64 {
	x := p.signal(k, reliability, blur)
	if bias := w.learnedOf(p.standing).bias; bias > 0 && (k == PurchaseRate || k == MeanSpend) {
		x += float64(bias * reliability * float64(p.z[signalOf[WOMInfluence]]))
	}
	return x
}

// blur is the standard deviation of a signal of some reliability.
func blur(reliability float64) float64 {
	return math.Sqrt(reliability * (1 - reliability))
}

// learn adds this round's research to the firm's capability, which ages:
//
//	I ← (1−dI) I + research / (cI N)
//
// What is learned serves from the next round on.
func (w *World) learn(r *round) {
	m := &w.market.Insight
	research := r.money(Platform)
	w.capability = float64((1-m.Decay)*w.capability) + research/(m.Scale*float64(w.size()))
}

// estimate is what the firm expects of a person's lognormal trait:
//
//	E[trait | ẑ] = mean · exp(h s ẑ + h²s² (1−K)/2 − h²s²/2) = mean · exp(h s ẑ − K h²s²/2)
//
// The mean itself moves from the market's to the segment's as the firm learns
// to tell segments apart: with no knowledge everyone looks the same.
func (w *World) estimate(p person, k Trait, reliability, blur float64) float64 {
	g := &w.segments[p.segment]
	s := g.spread[k]
	mean := w.logMean[k] + float64(reliability*(g.logMean[k]-w.logMean[k]))
	x := mean + float64(s*w.believed(p, k, reliability, blur)) - float64(reliability*float64(s*s)/2)
	return exact.Exp(x)
}

// score is a person's estimated attractiveness on the log scale,
//
//	ŝ = Σ a_k h s_k ẑ_k ,  a = 1 for λ and m, −½ for H
//
// which is 0 for everyone when the firm knows nothing, or nobody differs.
func (w *World) score(p person, reliability, blur float64) float64 {
	g := &w.segments[p.segment]
	var sum float64
	for _, a := range attractions {
		sum += float64(a.weight * g.spread[a.trait] * w.believed(p, a.trait, reliability, blur))
	}
	return sum
}

var attractions = [...]struct {
	trait  Trait
	weight float64
}{{PurchaseRate, 1}, {MeanSpend, 1}, {ChurnHazard, -0.5}}

// scoreVariance is the variance of the score in a segment at K = 1:
// h² Σ a_j a_k s_j s_k R_jk.
func (g *segment) scoreVariance() float64 {
	r := correlationMatrix(g.Segment)
	var sum float64
	for _, a := range attractions {
		for _, b := range attractions {
			sum += float64(a.weight * b.weight * g.spread[a.trait] * g.spread[b.trait] * r[a.trait][b.trait])
		}
	}
	return sum
}

// aim is T, by how much a channel favours a person:
//
//	T = min(exp(τ ŝ − τ² K Var/2), cap) ,  mean 1 before the cap
//
// and 1 on a channel that cannot aim. τ is the market's sharpness times the
// channel's precision.
func (w *World) aim(p person, c *Channel) float64 {
	m := &w.market.Acquisition
	tau := m.Targeting * c.Precision
	if !c.Targeted || tau <= 0 {
		return 1
	}
	k := w.reliability(p)
	if k <= 0 {
		return 1
	}
	x := float64(tau*w.score(p, k, blur(k))) - float64(tau*tau*k*w.scoreVariance[p.segment]/2)
	return min(exact.Exp(x), m.TargetingCap)
}
