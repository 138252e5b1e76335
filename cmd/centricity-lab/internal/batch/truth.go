package batch

import "centricity/sim"

// aPerson is the truth about one person when the game is over.
type aPerson struct {
	*game
	sim.Customer
}

// traits describe what is drawn at birth and constant in play.
var traits = [sim.NumTraits]Column{
	sim.PurchaseRate:     {Label: "Purchase rate", Unit: "purchases per round", Doc: "While active (lambda)."},
	sim.ChurnHazard:      {Label: "Churn hazard", Unit: "per round", Doc: "Baseline hazard of leaving (H)."},
	sim.MeanSpend:        {Label: "Mean spend", Unit: "currency per purchase", Doc: "At the reference price (m)."},
	sim.PriceSensitivity: {Label: "Price sensitivity", Unit: "utility per log price", Doc: "Coefficient on log price (b)."},
	sim.NeedPosition:     {Label: "Need position", Unit: "taste units", Doc: "Ideal point (nu), as it is at the end."},
	sim.Responsiveness:   {Label: "Responsiveness", Unit: "multiple", Doc: "Of the response to experience and retention (kappa)."},
	sim.WOMInfluence:     {Label: "Influence", Unit: "multiple", Doc: "Weight of word of mouth (omega)."},
}

func truthLevel() Level {
	fields := append(keyed(func(x *aPerson) *game { return x.game }),
		field[aPerson]{Column{"customer", "Customer", "", Integer, "The same person in every run of a replication.", ""}, func(to *rows, x *aPerson) { to.int(x.ID) }},
		field[aPerson]{Column{"segment", "Segment", "", Text, "Whose traits the person's are drawn like.", ""}, func(to *rows, x *aPerson) { to.word(x.market.Segments[x.Segment].Name) }},
	)
	for t, column := range traits {
		column.Name, column.Kind = sim.Trait(t).String(), Number
		fields = append(fields, field[aPerson]{column, func(to *rows, x *aPerson) { to.float(x.Traits[t]) }})
	}
	const never = "for who never was a customer"
	fields = append(fields,
		field[aPerson]{Column{"ever", "Ever a customer", "", Integer, "1 if a customer at some time, else 0.", ""}, func(to *rows, x *aPerson) { to.yes(x.Ever) }},
		field[aPerson]{Column{"active", "Active", "", Integer, "1 if truly a customer at the end, else 0.", ""}, func(to *rows, x *aPerson) { to.yes(x.Active) }},
		field[aPerson]{Column{"satisfaction", "Satisfaction", "satisfaction", Number, "At the end.", never}, func(to *rows, x *aPerson) { to.maybe(x.Satisfaction, x.Ever) }},
		field[aPerson]{Column{"purchases", "Purchases", "purchases", Integer, "To the end, history included.", ""}, func(to *rows, x *aPerson) { to.int(x.Purchases) }},
		field[aPerson]{Column{"spent", "Spent", "currency", Number, "To the end, history included.", ""}, func(to *rows, x *aPerson) { to.money(x.Spent) }},
		field[aPerson]{Column{"first", "First purchase", "rounds since round 1 began", Number, "When first won.", never}, func(to *rows, x *aPerson) { to.maybe(x.First, x.Ever) }},
		field[aPerson]{Column{"last", "Last purchase", "rounds since round 1 began", Number, "When last bought.", never}, func(to *rows, x *aPerson) { to.maybe(x.Last, x.Ever) }},
		field[aPerson]{Column{"residual_value", "Residual lifetime value", "currency", Number, "True expected discounted margin from here on; 0 unless active.", ""}, func(to *rows, x *aPerson) { to.money(x.Residual) }},
	)
	return Level{
		Table: Table{Truth, "One row a run and person: the truth, which no method may see", columns(fields), []string{"run", "customer"}},
		end: func(g *game, to *rows) {
			x := aPerson{game: g}
			for x.Customer = range g.world.Customers() {
				write(to, fields, &x)
			}
		},
	}
}
