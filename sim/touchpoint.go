package sim

import "centricity/sim/internal/exact"

// NumTouchpoints is how many places of the journey can hurt: finding, buying,
// receiving, getting help.
const NumTouchpoints = 4

// repair lets defects grow and the journey programme remove them, the worst
// touchpoint first:
//
//	D_worst ← D_worst exp(−fix · money/N) ;  D_k ← D_k + growth
//
// What customers meet is half the mean and half the weakest link. It also
// trains people: a slow stock that decays, whose saturation is the share of
// failures they prevent.
func (w *World) repair(r *round) {
	m := &w.market.Experience
	n := float64(w.size())
	worst := 0
	for k, d := range w.defects {
		if d > w.defects[worst] {
			worst = k
		}
	}
	if money := r.money(Journey); money > 0 {
		w.defects[worst] *= exact.Exp(-m.Fix * money / n)
	}
	var sum, most float64
	for k := range w.defects {
		w.defects[k] += m.DefectGrowth
		sum += w.defects[k]
		most = max(most, w.defects[k])
	}
	r.defects = float64(sum/NumTouchpoints/2) + float64(most/2)

	w.skill = float64((1-m.SkillDecay)*w.skill) + float64(r.money(Training)/n)
}

// failureRate is how often service fails a customer, before support:
// f0 · defects · (1 − sat(skill; 1)), and what a supply failure adds.
func (w *World) failureRate(r *round) float64 {
	return min(float64(w.market.Experience.FailureRate*r.defects*(1-saturate(w.skill, w.market.Experience.SkillScale)))+r.climate.failures, 1)
}

// personal is how far the offer is fitted to a customer, persMax · K · reach.
func (w *World) personal(p person, spend float64) float64 {
	if spend <= 0 {
		return 0
	}
	m := &w.market.Experience
	known, _ := w.knows(p)
	return m.PersonalMax * known * saturate(spend, m.Saturation)
}
