package batch

import (
	"slices"

	"centricity/sim"
	"centricity/sim/experiment"
)

// aPurchase is one transaction in its round.
type aPurchase struct {
	*game
	*sim.Report
	experiment.Purchase
	customer int
	first    bool
	control  bool
}

func transactionLevel() Level {
	fields := append(keyed(func(x *aPurchase) *game { return x.game }),
		field[aPurchase]{Column{"customer", "Customer", "", Integer, "The same person in every run of a replication.", ""}, func(to *rows, x *aPurchase) { to.int(x.customer) }},
		field[aPurchase]{Column{"round", "Round", "rounds", Integer, "1 is the first that is decided; history is 0 and below.", ""}, func(to *rows, x *aPurchase) { to.int(x.Round) }},
		field[aPurchase]{Column{"time", "Time", "rounds since round 1 began", Number, "Of the purchase.", ""}, func(to *rows, x *aPurchase) { to.float(x.At) }},
		field[aPurchase]{Column{"amount", "Amount", "currency", Number, "Paid.", ""}, func(to *rows, x *aPurchase) { to.money(x.Amount) }},
		field[aPurchase]{Column{"first", "First purchase", "", Integer, "1 for the purchase by which the customer was won, else 0.", ""}, func(to *rows, x *aPurchase) { to.yes(x.first) }},
		field[aPurchase]{Column{"treatment", "Treatment", "", Text, "Group of the round's A/B test: none, treated or control.", ""}, func(to *rows, x *aPurchase) { to.word(treatment(x.Report, x.control)) }},
		field[aPurchase]{Column{"price", "List price", "currency", Number, "In force.", ""}, func(to *rows, x *aPurchase) { to.money(x.Price) }},
		field[aPurchase]{Column{"discount", "Discount", "share of the list price", Number, "Offered on first purchases in the round.", ""}, func(to *rows, x *aPurchase) { to.float(x.Discount.Share()) }},
		field[aPurchase]{Column{"rival_price", "Rival's price", "currency", Number, "In the round.", ""}, func(to *rows, x *aPurchase) { to.money(x.RivalPrice) }},
	)
	return Level{
		Table: Table{Transactions, "One row a purchase, by round and time; history included", columns(fields), []string{"run", "customer", "round", "time"}},
		sales: true,
		round: func(g *game, to *rows) {
			reports := g.world.Reports()
			if len(g.sales) == 0 {
				return
			}
			held := g.controls()
			var list []aPurchase
			for from := 0; from < len(g.sales); { // a round at a time
				round := g.sales[from].Round
				report := &reports[round-reports[0].Round]
				list = list[:0]
				for ; from < len(g.sales) && g.sales[from].Round == round; from++ {
					list = g.purchases(list, g.sales[from], report, held)
				}
				slices.SortStableFunc(list, func(a, b aPurchase) int {
					switch {
					case a.At < b.At:
						return -1
					case a.At > b.At:
						return 1
					}
					return a.customer - b.customer
				})
				for i := range list {
					write(to, fields, &list[i])
				}
			}
		},
	}
}

func (g *game) purchases(to []aPurchase, s sim.Sale, report *sim.Report, held map[int]bool) []aPurchase {
	for _, p := range experiment.Purchases(nil, s, g.market.Purchase.Shape, g.Seed) {
		to = append(to, aPurchase{g, report, p, s.Customer, s.First, held[s.Customer]})
	}
	return to
}

// controls are the customers that the last round's A/B test held out.
func (g *game) controls() map[int]bool {
	if r, ok := g.world.Report(); !ok || r.Trial == nil {
		return nil
	}
	held := map[int]bool{}
	for r := range g.world.Records() {
		if r.Control {
			held[r.ID] = true
		}
	}
	return held
}
