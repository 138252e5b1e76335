package batch

import "centricity/sim"

// account is a customer's file as a round left it.
type account struct {
	purchases int32
	spent     sim.Money
}

// keepAccounts remembers every customer's file, so that the next round's
// purchases can be told from it.
func (g *game) keepAccounts() {
	if g.before == nil {
		return
	}
	for r := range g.world.Records() {
		g.before[r.ID] = account{int32(r.Purchases), r.Spent}
	}
}

// aRecord is one customer's file after one round.
type aRecord struct {
	*game
	*sim.Report
	sim.Record
}

// treatment tells an A/B test's groups apart.
func treatment(r *sim.Report, control bool) string {
	switch {
	case r.Trial == nil:
		return "none"
	case control:
		return "control"
	}
	return "treated"
}

func panelLevel() Level {
	fields := append(keyed(func(x *aRecord) *game { return x.game }),
		field[aRecord]{Column{"customer", "Customer", "", Integer, "The same person in every run of a replication.", ""}, func(to *rows, x *aRecord) { to.int(x.ID) }},
		field[aRecord]{Column{"round", "Round", "rounds", Integer, "1 is the first that is decided.", ""}, func(to *rows, x *aRecord) { to.int(x.Round) }},
		field[aRecord]{Column{"treatment", "Treatment", "", Text, "Group of the round's A/B test: none, treated or control.", ""}, func(to *rows, x *aRecord) { to.word(treatment(x.Report, x.Control)) }},
		field[aRecord]{Column{"active", "Active", "", Integer, "1 if a customer at closing, as the firm counts them, else 0.", ""}, func(to *rows, x *aRecord) { to.yes(x.Active) }},
		field[aRecord]{Column{"purchases", "Purchases", "purchases", Integer, "In the round.", ""}, func(to *rows, x *aRecord) { to.int(x.Purchases - int(x.before[x.ID].purchases)) }},
		field[aRecord]{Column{"revenue", "Revenue", "currency", Number, "In the round.", ""}, func(to *rows, x *aRecord) { to.money(x.Spent - x.before[x.ID].spent) }},
		field[aRecord]{Column{"price", "List price", "currency", Number, "In force.", ""}, func(to *rows, x *aRecord) { to.money(x.Price) }},
		field[aRecord]{Column{"joined", "Joined", "rounds", Integer, "Round in which the customer was last won.", ""}, func(to *rows, x *aRecord) { to.int(x.Joined) }},
		field[aRecord]{Column{"source", "Source", "", Text, "What first won the customer; by themselves for those the firm began with.", ""}, func(to *rows, x *aRecord) { to.word(sim.SourceName(x.market.Channels, x.Source)) }},
		field[aRecord]{Column{"first", "First purchase", "rounds since round 1 began", Number, "When the customer was first won.", ""}, func(to *rows, x *aRecord) { to.float(x.First) }},
		field[aRecord]{Column{"last", "Last purchase", "rounds since round 1 began", Number, "Recency is the round's number less this.", ""}, func(to *rows, x *aRecord) { to.float(x.Last) }},
		field[aRecord]{Column{"frequency", "Purchases to date", "purchases", Integer, "First included.", ""}, func(to *rows, x *aRecord) { to.int(x.Purchases) }},
		field[aRecord]{Column{"spent", "Spent to date", "currency", Number, "By the customer.", ""}, func(to *rows, x *aRecord) { to.money(x.Spent) }},
		field[aRecord]{Column{"tier", "Tier", "", Text, "By past spend when the round began: top, middle or low.", "where not a customer then"}, func(to *rows, x *aRecord) { to.word(tier(x.Tier)) }},
		field[aRecord]{Column{"reliability", "Reliability", "0 to 1", Number, "How well the firm knows the customer.", ""}, func(to *rows, x *aRecord) { to.float(x.Reliability) }},
		field[aRecord]{Column{"estimated_value", "Estimated value", "relative", Number, "What the firm believes the customer is worth, relative to others.", ""}, func(to *rows, x *aRecord) { to.float(x.EstimatedValue) }},
	)
	return Level{
		Table:    Table{Panel, "One row a run, customer and round, as the firm's file has it", columns(fields), []string{"run", "round", "customer"}},
		accounts: true,
		round: func(g *game, to *rows) {
			report, _ := g.world.Report()
			x := aRecord{game: g, Report: &report}
			for x.Record = range g.world.Records() {
				write(to, fields, &x)
			}
		},
	}
}

func tier(t int) string {
	if t >= sim.NumTiers {
		return ""
	}
	return sim.TierNames[t]
}
