package lint

import (
	"centricity/scenarios"
	"centricity/sim"
)

var leftAtDefault = Rule{
	Name: "left-at-default",
	Doc:  "Where prices or the budget are the file's own, amounts left at their defaults belong to another world.",
	find: func(w world) (found scenarios.Errors) {
		m, usual := w.Market, sim.DefaultMarket()
		warn := func(at, format string, args ...any) {
			found = append(found, w.text.Warning(at, "left-at-default", format, args...))
		}
		if far(m.Price.Reference, usual.Price.Reference) {
			if !w.text.Says("rival.price") {
				warn("price.reference", "the reference price is %s, but the rival still charges the default %s; say rival: {price: %s, floor: …}",
					m.Price.Reference, m.Rival.Price, m.Price.Reference)
			}
			for i := range m.Segments {
				s := &m.Segments[i]
				if at := "segments." + s.Name; w.text.Says(at) && !w.text.Says(at+".mean_spend") {
					warn(at, "the reference price is %s, but a purchase in %s still brings the default %g; say its mean_spend",
						m.Price.Reference, s.Name, s.Traits[sim.MeanSpend].Expected())
				}
			}
		}
		if spent := m.Start.Incumbent.Total(); !w.text.Says("start.incumbent") && far(m.Budget.PerRound, usual.Budget.PerRound) && spent > m.Budget.PerRound*3/2 {
			warn("budget.per_round", "the budget is %s, but the incumbent still spent the default %s a round; say start: {incumbent: {spend: {acquisition: …}}}",
				m.Budget.PerRound, spent)
		}
		return found
	},
}

// far tells amounts of different worlds: one is more than half as large again as
// the other.
func far(a, b sim.Money) bool { return a > b*3/2 || b > a*3/2 }
