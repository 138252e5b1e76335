package screen

import (
	"slices"

	"centricity/sim"
)

// orderedAt is what the draft spends on each kind of research [cents].
func orderedAt(d sim.Decision, list []sim.Programme) []sim.Money {
	_, shares := mixOf(d, list)
	out := make([]sim.Money, len(list))
	for i, share := range shares {
		out[i] = sim.Money(float64(d.Spend[sim.Insight])*share + 0.5)
	}
	return out
}

// order makes the draft spend so much on research i and on the others what it
// did. The sum is the lever's money; its weights divide that to the cent, or as
// finely as they can count.
func order(d sim.Decision, list []sim.Programme, i int, amount sim.Money) sim.Decision {
	amounts := orderedAt(d, list)
	amounts[i] = amount
	unit := sim.Money(1)
	weights, worth := weighed(amounts, unit)
	for k := 0; slices.Max(weights) > sim.MaxWeight; k++ {
		unit *= [...]sim.Money{2, 5}[k%2] // each goes into the next, so that what was rounded stays
		weights, worth = weighed(amounts, unit)
	}
	d.Spend[sim.Insight] = 0
	for _, w := range weights {
		d.Spend[sim.Insight] += sim.Money(w) * worth
	}
	if d.Spend[sim.Insight] == 0 { // nothing is ordered; how it was divided is as good as any
		return d
	}
	for k, programme := range list {
		d.Programmes[programme] = weights[k]
	}
	return d
}

// weighed are amounts, rounded to whole units, as weights without a common
// divisor; worth is what one of them stands for.
func weighed(amounts []sim.Money, unit sim.Money) (weights []int, worth sim.Money) {
	common := 0
	for _, a := range amounts {
		weights = append(weights, int((a+unit/2)/unit))
		common = divisor(common, weights[len(weights)-1])
	}
	common = max(common, 1)
	for k := range weights {
		weights[k] /= common
	}
	return weights, sim.Money(common) * unit
}

// divisor is the greatest that divides both, either of which may be 0.
func divisor(a, b int) int {
	for b != 0 {
		a, b = b, a%b
	}
	return a
}
