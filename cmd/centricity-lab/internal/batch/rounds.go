package batch

import (
	"strings"

	"centricity/sim"
)

// aRound is a round's report in its game.
type aRound struct {
	*game
	*sim.Report
}

func roundLevel() Level {
	fields := roundFields()
	return Level{
		Table: Table{Rounds, "One row a run and round, history included", columns(fields), []string{"run", "round"}},
		end: func(g *game, to *rows) {
			reports := g.world.Reports()
			for i := range reports {
				write(to, fields, &aRound{g, &reports[i]})
			}
		},
	}
}

// moneyOf is a column of money from the report.
func moneyOf(name, label, doc string, of func(*sim.Report) sim.Money) field[aRound] {
	return field[aRound]{Column{name, label, "currency", Number, doc, ""}, func(to *rows, x *aRound) { to.money(of(x.Report)) }}
}

// countOf is a column of whole numbers from the report.
func countOf(name, label, unit, doc string, of func(*sim.Report) int) field[aRound] {
	return field[aRound]{Column{name, label, unit, Integer, doc, ""}, func(to *rows, x *aRound) { to.int(of(x.Report)) }}
}

// floatOf is a column of numbers from the report.
func floatOf(name, label, unit, doc string, of func(*sim.Report) float64) field[aRound] {
	return field[aRound]{Column{name, label, unit, Number, doc, ""}, func(to *rows, x *aRound) { to.float(of(x.Report)) }}
}

// perhaps is a column of numbers that not every round has.
func perhaps(name, label, unit, doc, empty string, of func(*sim.Report) (float64, bool)) field[aRound] {
	return field[aRound]{Column{name, label, unit, Number, doc, empty}, func(to *rows, x *aRound) { to.maybe(of(x.Report)) }}
}

func roundFields() []field[aRound] {
	fields := keyed(func(x *aRound) *game { return x.game })
	fields = append(fields,
		countOf("round", "Round", "rounds", "1 is the first that is decided; history is 0 and below.", func(r *sim.Report) int { return r.Round }),
		moneyOf("price", "List price", "In force.", func(r *sim.Report) sim.Money { return r.Price }),
		floatOf("discount", "Discount", "share of the list price", "Off the first purchase.", func(r *sim.Report) float64 { return r.Discount.Share() }),
		moneyOf("rival_price", "Rival's price", "What the rival charged.", func(r *sim.Report) sim.Money { return r.RivalPrice }),
	)
	for lever := range sim.Lever(sim.NumLevers) {
		fields = append(fields, moneyOf("spend_"+lever.String(), "Spending on "+lever.String(), "Spent on the lever.", func(r *sim.Report) sim.Money { return r.Books.Spend[lever] }))
	}
	fields = append(fields,
		moneyOf("revenue", "Revenue", "At the prices paid.", func(r *sim.Report) sim.Money { return r.Books.Revenue }),
		moneyOf("first_revenue", "Revenue of first purchases", "Part of revenue from the purchases by which customers were won.", func(r *sim.Report) sim.Money { return r.Books.FirstRevenue }),
		moneyOf("discounts", "Discounts", "Given on first purchases; revenue is net of them.", func(r *sim.Report) sim.Money { return r.Books.Discounts }),
		moneyOf("cost_of_goods", "Cost of goods", "Of what was sold.", func(r *sim.Report) sim.Money { return r.Books.CostOfGoods }),
		moneyOf("service", "Service", "Cost of serving purchases.", func(r *sim.Report) sim.Money { return r.Books.Service }),
		moneyOf("fixed", "Fixed cost", "Of a round.", func(r *sim.Report) sim.Money { return r.Books.Fixed }),
		moneyOf("write_off", "Write-off", "Of a failed launch.", func(r *sim.Report) sim.Money { return r.Books.WriteOff }),
		moneyOf("cash", "Cash", "At closing.", func(r *sim.Report) sim.Money { return r.Books.Closing }),
		countOf("purchases", "Purchases", "purchases", "First and repeat.", func(r *sim.Report) int { return r.Books.Purchases }),
		countOf("opening", "Opening customers", "customers", "When the round began, as the firm counts them.", func(r *sim.Report) int { return r.Base.Opening }),
		countOf("won", "Customers won", "customers", "From all sources, won back among them.", func(r *sim.Report) int { return r.Base.New() }),
		countOf("won_back", "Customers won back", "customers", "Of those won, who had left before.", func(r *sim.Report) int { return r.Base.WonBack }),
		countOf("returned", "Customers returned", "customers", "Given up as lost, bought again unasked.", func(r *sim.Report) int { return r.Base.Returned }),
		countOf("churned", "Customers churned", "customers", "Of the opening, who left.", func(r *sim.Report) int { return r.Base.Churned }),
		countOf("churned_new", "New customers churned", "customers", "Won in the round, who left again in it.", func(r *sim.Report) int { return r.Base.ChurnedNew }),
		countOf("customers", "Customers", "customers", "At closing, as the firm counts them.", func(r *sim.Report) int { return r.Base.Closing() }),
		countOf("prospects", "Prospects", "persons", "At closing, never customers.", func(r *sim.Report) int { return r.Base.Prospects }),
		countOf("lapsed", "Lapsed", "persons", "At closing, customers once.", func(r *sim.Report) int { return r.Base.Lapsed }),
		perhaps("retention", "Retention", "share of the opening customers", "Who stayed.", "without opening customers", func(r *sim.Report) (float64, bool) { return r.Base.Retention(), r.Base.Opening > 0 }),
		perhaps("cac", "Acquisition cost", "currency per customer won", "Acquisition spending and first-purchase discounts over customers won (CAC).", "when nobody was won", func(r *sim.Report) (float64, bool) {
			cost, ok := r.CAC()
			return cost.Currency(), ok
		}),
		floatOf("quality", "Quality", "quality", "The firm's.", func(r *sim.Report) float64 { return r.Quality }),
		floatOf("rival_quality", "Rival's quality", "quality", "The rival's.", func(r *sim.Report) float64 { return r.RivalBest }),
		floatOf("knowledge", "Knowledge", "reliability, 0 to 1", "Mean reliability of what is known about a customer.", func(r *sim.Report) float64 { return r.Knowledge }),
		perhaps("nps", "Net promoter score", "points", "From a sample.", "when nobody was asked", func(r *sim.Report) (float64, bool) { return r.Survey.NPS(), r.Survey.Asked > 0 }),
		perhaps("nps_se", "Standard error of NPS", "points", "From the sample's size.", "when nobody was asked", func(r *sim.Report) (float64, bool) { return r.Survey.StandardError(), r.Survey.Asked > 0 }),
		perhaps("csat", "Satisfaction score", "1 to 5", "Mean of a sample (CSAT).", "when nobody was asked", func(r *sim.Report) (float64, bool) {
			mean, _ := r.Survey.CSAT()
			return mean, r.Survey.Asked > 0
		}),
		floatOf("gini", "Gini coefficient", "0 to 1", "Of customers' spending to date.", func(r *sim.Report) float64 { return r.Concentration.Gini }),
		floatOf("top_share", "Share of the best fifth", "share of revenue", "Of revenue to date of the present customers.", func(r *sim.Report) float64 { return r.Concentration.TopShare }),
		field[aRound]{Column{"launch", "Product launch", "", Text, "none, succeeded or failed.", ""}, func(to *rows, x *aRound) { to.word([...]string{"none", "succeeded", "failed"}[x.Launch]) }},
		field[aRound]{Column{"shocks", "Shocks", "", Text, "That the round was under, parted by semicolons.", "without any"}, func(to *rows, x *aRound) { to.word(shocks(x.Report)) }},
		field[aRound]{Column{"bankrupt", "Bankrupt", "", Integer, "1 if the firm is bankrupt, else 0.", ""}, func(to *rows, x *aRound) { to.yes(x.Bankrupt) }},
	)
	fields = append(fields, trialFields()...)
	return append(fields, field[aRound]{Column{"hash", "State hash", "", Text, "Of the complete state after the round.", ""}, func(to *rows, x *aRound) { to.word(x.Hash.String()) }})
}

// trialFields are the two groups of an A/B test.
func trialFields() (fields []field[aRound]) {
	const untested = "without an A/B test"
	group := func(name, label string, of func(*sim.Readout) sim.Group) {
		count := func(what, doc string, unit string, of2 func(sim.Group) float64) {
			fields = append(fields, perhaps(name+"_"+what, label+", "+what, unit, doc, untested, func(r *sim.Report) (float64, bool) {
				if r.Trial == nil {
					return 0, false
				}
				return of2(of(r.Trial)), true
			}))
		}
		count("customers", "When the round began.", "customers", func(g sim.Group) float64 { return float64(g.Customers) })
		count("kept", "Still customers at closing.", "customers", func(g sim.Group) float64 { return float64(g.Kept) })
		count("revenue", "In the round.", "currency", func(g sim.Group) float64 { return g.Revenue.Currency() })
	}
	group("treated", "Treated group", func(r *sim.Readout) sim.Group { return r.Treated })
	group("control", "Control group", func(r *sim.Readout) sim.Group { return r.Control })
	return fields
}

func shocks(r *sim.Report) string {
	names := make([]string, len(r.Shocks))
	for i, s := range r.Shocks {
		names[i] = s.String()
	}
	return strings.Join(names, ";")
}
