package validation

import (
	"centricity/sim"
	"centricity/sim/experiment"
)

// channelLift: a channel that aims at persons wins better customers than one
// that does not only where customers differ and the firm knows something.
func channelLift(s Size) []Row {
	n := max(s.Seeds/4, 4)
	ratio := func(h, k float64) []float64 {
		m := known(s.Town, h, k)
		m.Rounds = 1
		x := make([]float64, n)
		for i := range x {
			w := begin(m, uint64(i)+1)
			x[i] = residualOfWon(w.Clone(), sim.Weights{0, 1})/residualOfWon(w, sim.Weights{1, 0}) - 1
		}
		return x
	}
	none := append(append(ratio(0, 0), ratio(0, 0.5)...), append(ratio(0, 0.9), ratio(1, 0)...)...)
	some := ratio(1, 0.3)
	return []Row{
		row("worth of customers won by a channel that aims, over one that does not, less 1; h = 0 or K = 0", is(0, 3), experiment.Summarise(none), ""),
		row("the same, h = 1, K = .3", above(0), experiment.Summarise(some), ""),
		row("what K = .9 adds to it", above(0), experiment.Paired(ratio(1, 0.9), some), ""),
		row("what h = 1.5 adds to it", above(0), experiment.Paired(ratio(1.5, 0.3), some), ""),
	}
}

// residualOfWon plays a round with the whole budget on some channels and
// returns the mean residual value of those it won [currency].
func residualOfWon(w *sim.World, channels sim.Weights) float64 {
	d := sim.Decision{Channels: channels}
	d.Spend[sim.Acquisition] = w.Market().Budget.PerRound
	step(w, d)
	return meanOf(w, func(c sim.Customer) (float64, bool) { return c.Residual.Currency(), c.Ever && c.First >= 0 })
}

// meanOf averages a figure over the people it concerns; 0 of nobody.
func meanOf(w *sim.World, f func(sim.Customer) (x float64, concerns bool)) float64 {
	sum, n := 0.0, 0.0
	for c := range w.Customers() {
		if x, ok := f(c); ok {
			sum, n = sum+x, n+1
		}
	}
	if n == 0 {
		return 0
	}
	return sum / n
}
