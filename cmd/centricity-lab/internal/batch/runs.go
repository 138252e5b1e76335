package batch

import (
	"strings"

	"centricity/scenarios"
	"centricity/sim"
)

// aRun is a finished game with what it is worth.
type aRun struct {
	*game
	value sim.Value
	last  *sim.Report
	total totals
}

// totals are sums over the rounds that were decided.
type totals struct {
	revenue, margin, spending sim.Money
	purchases, won, lost      int
	bankrupt                  int // round it happened in; 0: never
}

func runLevel(d scenarios.Design) Level {
	fields := runFields(d)
	return Level{
		Table: Table{Runs, "One row a run", columns(fields), []string{"run"}},
		end: func(g *game, to *rows) {
			write(to, fields, finished(g))
		},
	}
}

func finished(g *game) *aRun {
	x := &aRun{game: g, value: g.world.Value()}
	reports := g.world.Reports()
	x.last = &reports[len(reports)-1]
	for i := range reports {
		r := &reports[i]
		if r.Round < 1 {
			continue
		}
		t := &x.total
		t.revenue += r.Books.Revenue
		t.margin += r.Books.Margin()
		t.spending += r.Books.Spending()
		t.purchases += r.Books.Purchases
		t.won += r.Base.New()
		t.lost += r.Base.Churned + r.Base.ChurnedNew
		if r.Bankrupt && t.bankrupt == 0 {
			t.bankrupt = r.Round
		}
	}
	return x
}

// FactorColumn is the column of a swept or sampled parameter.
func FactorColumn(path string) string {
	return "set_" + strings.NewReplacer(".", "_", " ", "_", "-", "_").Replace(path)
}

func factorColumn(f scenarios.Factor) Column {
	kind := Number
	if f.Words {
		kind = Text
	}
	return Column{FactorColumn(f.Path), f.Path, f.Unit, kind, f.Doc, ""}
}

func runFields(d scenarios.Design) []field[aRun] {
	fields := []field[aRun]{
		{Column{"run", "Run", "", Integer, "Number of the run, in the design's order.", ""}, func(to *rows, x *aRun) { to.int(x.Number) }},
		{Column{"replication", "Replication", "", Integer, "Runs of one replication share people and luck, whatever their arm.", ""}, func(to *rows, x *aRun) { to.int(x.Replication) }},
		{Column{"cell", "Cell", "", Integer, "One arm at one setting of the factors; see the table of cells.", ""}, func(to *rows, x *aRun) { to.int(x.Cell) }},
		{Column{"arm", "Arm", "", Text, "Name of the arm in the design.", ""}, func(to *rows, x *aRun) { to.word(x.cell.Arm) }},
	}
	for i, f := range d.Factors {
		fields = append(fields, field[aRun]{factorColumn(f), func(to *rows, x *aRun) { to.word(x.cell.Settings[i]) }})
	}
	return append(fields,
		field[aRun]{Column{"scenario", "Scenario", "", Text, "Name of the scenario before anything was set.", ""}, func(to *rows, x *aRun) { to.word(x.cell.Scenario) }},
		field[aRun]{Column{"policy", "Policy", "", Text, "Who decides.", ""}, func(to *rows, x *aRun) { to.word(x.cell.Policy) }},
		field[aRun]{Column{"seed", "Seed", "", Integer, "Seed of the run's luck, below 2^52; centricity-lab run takes it.", ""}, func(to *rows, x *aRun) { to.int(int(x.Seed)) }},
		field[aRun]{Column{"market", "Market hash", "", Text, "Identifies the scenario with everything that was set.", ""}, func(to *rows, x *aRun) { to.word(x.cell.Hash) }},
		field[aRun]{Column{"model", "Model version", "", Integer, "Version of the model that played.", ""}, func(to *rows, _ *aRun) { to.int(sim.ModelVersion) }},
		field[aRun]{Column{"rounds", "Rounds", "rounds", Integer, "Rounds decided.", ""}, func(to *rows, x *aRun) { to.int(x.market.Rounds) }},
		field[aRun]{Column{"people", "People", "persons", Integer, "Everyone who can be a customer.", ""}, func(to *rows, x *aRun) { to.int(x.market.People) }},
		field[aRun]{Column{"company_value", "Company value", "currency", Number, "Cash and true customer equity at the end: the score.", ""}, func(to *rows, x *aRun) { to.money(x.value.Company()) }},
		field[aRun]{Column{"cash", "Cash", "currency", Number, "Cash at the end.", ""}, func(to *rows, x *aRun) { to.money(x.value.Cash) }},
		field[aRun]{Column{"customer_equity", "Customer equity", "currency", Number, "True residual lifetime value of all customers at the end.", ""}, func(to *rows, x *aRun) { to.money(x.value.Equity) }},
		field[aRun]{Column{"revenue", "Revenue", "currency", Number, "Over all rounds decided.", ""}, func(to *rows, x *aRun) { to.money(x.total.revenue) }},
		field[aRun]{Column{"margin", "Margin", "currency", Number, "Revenue less cost of goods and service, over all rounds decided.", ""}, func(to *rows, x *aRun) { to.money(x.total.margin) }},
		field[aRun]{Column{"spending", "Spending", "currency", Number, "On all levers, over all rounds decided.", ""}, func(to *rows, x *aRun) { to.money(x.total.spending) }},
		field[aRun]{Column{"purchases", "Purchases", "purchases", Integer, "Over all rounds decided.", ""}, func(to *rows, x *aRun) { to.int(x.total.purchases) }},
		field[aRun]{Column{"won", "Customers won", "customers", Integer, "Over all rounds decided, won back among them.", ""}, func(to *rows, x *aRun) { to.int(x.total.won) }},
		field[aRun]{Column{"lost", "Customers lost", "customers", Integer, "Over all rounds decided.", ""}, func(to *rows, x *aRun) { to.int(x.total.lost) }},
		field[aRun]{Column{"customers", "Customers", "customers", Integer, "At the end.", ""}, func(to *rows, x *aRun) { to.int(x.last.Base.Closing()) }},
		field[aRun]{Column{"top_share", "Share of the best fifth", "share of revenue", Number, "Of revenue to date of the customers at the end.", ""}, func(to *rows, x *aRun) { to.float(x.last.Concentration.TopShare) }},
		field[aRun]{Column{"bankrupt", "Bankrupt", "", Integer, "Round in which the firm went bankrupt; 0 if it did not.", ""}, func(to *rows, x *aRun) { to.int(x.total.bankrupt) }},
		field[aRun]{Column{"hash", "State hash", "", Text, "Of the complete state after the last round; centricity-lab run prints it.", ""}, func(to *rows, x *aRun) { to.word(x.last.Hash.String()) }},
	)
}
