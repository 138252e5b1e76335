package lint

import (
	"centricity/scenarios"
	"centricity/sim"
)

var unprofitableSegment = Rule{
	Name: "unprofitable-segment",
	Doc:  "A segment whose average purchase costs more than it brings, at every price allowed, makes every policy poorer.",
	find: func(w world) (found scenarios.Errors) {
		for i := range w.Market.Segments {
			s := &w.Market.Segments[i]
			at := "segments." + s.Name
			switch brings := bestMargin(w.Market, s); {
			case s.Share == 0:
			case s.Traits[sim.PurchaseRate].Expected() == 0:
				found = append(found, w.text.Warning(at+".purchase_rate", "unprofitable-segment",
					"nobody in %s ever buys; give it a purchase rate above 0, or take it away", s.Name))
			case brings <= 0:
				found = append(found, w.text.Warning(at+".mean_spend", "unprofitable-segment",
					"an average purchase in %s loses %.2f even at the highest price; raise mean_spend or price.high, or lower price.unit_cost or price.service_cost", s.Name, -brings))
			}
		}
		return found
	},
}

// bestMargin is what an average purchase of a segment brings at the highest
// price [currency]:
//
//	m (P_high − cost)/P_ref − serve
//
// Where volume lowers cost, cost may come to nothing.
func bestMargin(m sim.Market, s *sim.Segment) float64 {
	cost := m.Price.UnitCost
	if m.Price.Learning > 0 {
		cost = 0
	}
	return s.Traits[sim.MeanSpend].Expected()*(m.Price.High.Currency()-cost)/m.Price.Reference.Currency() - m.Price.Service
}
