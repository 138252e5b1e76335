package sim

import "math"

// CultureParams say what holding a course is worth.
type CultureParams struct {
	Consistency float64 // how much of customers' response a swing in spending can cost
}

// align moves the firm's consistency C: it falls when the mix of spending
// swings from one round to the next, and is won back slowly. C multiplies what
// care and retention spending do: no stop-start.
//
//	C ← C + 0.5 (1 − weight · ½ Σ |share_t − share_t−1| − C)
func (w *World) align(r *round) {
	weight := w.market.Culture.Consistency
	if weight == 0 {
		return
	}
	mix := w.mix
	if total := r.decision.Total(); total > 0 {
		for lever, spend := range r.decision.Spend {
			mix[lever] = float64(spend) / float64(total)
		}
	}
	swing := 0.0
	if w.mixed {
		for lever := range mix {
			swing += math.Abs(mix[lever] - w.mix[lever])
		}
	}
	w.mix, w.mixed = mix, w.mixed || r.decision.Total() > 0
	w.consistency += float64(0.5 * (1 - float64(weight*swing/2) - w.consistency))
}
