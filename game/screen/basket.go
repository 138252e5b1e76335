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

// basketUnit is what research is ordered in multiples of [cents]: of the whole
// budget there are no more of it than a weight can count.
func basketUnit(available sim.Money) sim.Money {
	return max(sim.Money(niceStep(int64(available)))/10, 1)
}

// order makes the draft spend so much on research i and on the others what it
// did, all in whole units: the sum is the lever's money, the units its weights.
func order(d sim.Decision, list []sim.Programme, i int, amount, available sim.Money) sim.Decision {
	unit := basketUnit(available)
	amounts := orderedAt(d, list)
	amounts[i] = amount
	units := make([]int, len(list))
	common, sum := 0, 0
	for k, a := range amounts {
		units[k] = int((a + unit/2) / unit)
		common, sum = divisor(common, units[k]), sum+units[k]
	}
	d.Spend[sim.Insight] = sim.Money(sum) * unit
	if sum == 0 { // nothing is ordered; how it was divided is as good as any
		return d
	}
	for k, programme := range list {
		d.Programmes[programme] = units[k] / common
	}
	return d
}

// without is the decision less one kind of research.
func without(d sim.Decision, list []sim.Programme, i int) sim.Decision {
	amounts := orderedAt(d, list)
	d.Spend[sim.Insight] -= amounts[i]
	weights, _ := mixOf(d, list)
	weights[i] = 0
	if slices.Max(weights) == 0 {
		d.Spend[sim.Insight] = 0
		return d
	}
	for k, programme := range list {
		d.Programmes[programme] = weights[k]
	}
	return d
}

// divisor is the greatest that divides both, either of which may be 0.
func divisor(a, b int) int {
	for b != 0 {
		a, b = b, a%b
	}
	return a
}
