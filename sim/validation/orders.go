package validation

import (
	"centricity/sim"
	"centricity/sim/experiment"
)

// retentionOrders: in the default world, whom to keep is best decided by what
// keeping them would change, then by what they are worth, then by how likely
// they are to leave (Ascarza 2018), each no worse than a random list.
func retentionOrders(s Size) []Row {
	m := town(s.Town)
	m.Orders = [sim.NumOrders]bool{true, true, true, true, true}
	d := sim.Decision{Channels: sim.Weights{0, 1}}
	budget := m.Budget.PerRound
	d.Spend[sim.Acquisition] = budget * 30 / 100
	d.Spend[sim.Retention] = budget * 25 / 100
	d.Spend[sim.Experience] = budget * 25 / 100
	d.Spend[sim.Insight] = budget * 20 / 100
	play := func(by sim.Order) []float64 {
		d.Focus[sim.Retention] = sim.Focus{By: by, Weight: [sim.NumTiers]int{1, 0, 0}}
		x := make([]float64, s.Seeds)
		for i := range x {
			x[i] = worth(m, uint64(i)+1, d) / float64(m.People)
		}
		return x
	}
	uplift, value, risk := play(sim.ByEstimatedUplift), play(sim.ByEstimatedValue), play(sim.ByEstimatedRisk)
	chance := play(sim.ByChance)
	return []Row{
		row("retention by uplift less by value [currency per person]", atLeast(0), experiment.Paired(uplift, value), ""),
		row("retention by value less by risk", atLeast(0), experiment.Paired(value, risk), ""),
		row("retention by risk less at random", atLeast(0), experiment.Paired(risk, chance), ""),
		row("retention by uplift less at random", above(0), experiment.Paired(uplift, chance), ""),
	}
}
