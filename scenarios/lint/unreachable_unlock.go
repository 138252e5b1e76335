package lint

import (
	"centricity/scenarios"
	"centricity/sim"
)

var unreachableUnlock = Rule{
	Name: "unreachable-unlock",
	Doc:  "A programme or an order that is open is of no use while the lever it belongs to is closed.",
	find: func(w world) (found scenarios.Errors) {
		m := w.Market
		for p := range sim.Programme(sim.NumProgrammes) {
			if l := p.Lever(); m.Programmes[p] && !m.Levers[l] {
				found = append(found, w.text.Warning("programmes", "unreachable-unlock",
					"the programme %s is open, but its lever %s is not; open the lever, or take the programme away", p, l))
			}
		}
		if m.Levers[sim.Retention] || m.Levers[sim.Experience] {
			return found
		}
		for o := sim.ByPastSpend + 1; int(o) < sim.NumOrders; o++ {
			if m.Orders[o] && w.text.Says("orders") {
				found = append(found, w.text.Warning("orders", "unreachable-unlock",
					"customers can be sorted by %s, but no open lever goes by tier; open retention or experience, or take the order away", o))
			}
		}
		return found
	},
}
