package sim

import "centricity/sim/internal/exact"

// unitCost is what goods sold for one reference price cost [currency], by the
// experience curve:
//
//	cost_t = cost_0 (1 + volume/V0)^(−learning)
//
// volume counts units sold before this round at the reference price, and V0 is
// one unit for every person. Source: Boston Consulting Group 1968.
func (w *World) unitCost() float64 {
	m := &w.market.Price
	if m.Learning == 0 {
		return m.UnitCost
	}
	units := w.volume.Currency() / m.Reference.Currency()
	return m.UnitCost * exact.Pow(1+units/float64(w.size()), -m.Learning)
}
