package screen

import (
	"math"
	"slices"

	"centricity/game/canvas"
	"centricity/game/chart"
	"centricity/game/widget"
	"centricity/game/words"
	"centricity/sim"
)

// tierColumn is a column of the table of value tiers.
type tierColumn struct {
	widget.Column
	cell func(t terms, row int, tier sim.Tier) string
}

func tierColumns() []tierColumn {
	return []tierColumn{
		{widget.Column{Title: words.Say("Group"), Weight: 1.4, Tip: means("group")},
			func(t terms, row int, _ sim.Tier) string {
				shares := [sim.NumTiers]float64{t.brief.TopShare, t.brief.MiddleShare, 1 - t.brief.TopShare - t.brief.MiddleShare}
				return words.Say(tierNames[row]) + " " + widget.Decimal(shares[row]*100, 0) + " %"
			}},
		{widget.Column{Title: words.Say("Customers"), Numeric: true},
			func(_ terms, _ int, tier sim.Tier) string { return count(tier.Customers) }},
		{widget.Column{Title: words.Say("Left"), Numeric: true, Weight: 0.7},
			func(_ terms, _ int, tier sim.Tier) string { return count(tier.Churned) }},
		{widget.Column{Title: words.Say("Retention"), Numeric: true, Tip: measured("retention").tip},
			func(_ terms, _ int, tier sim.Tier) string {
				if tier.Customers == 0 {
					return "–"
				}
				return widget.Percent(1 - float64(tier.Churned)/float64(tier.Customers))
			}},
		{widget.Column{Title: words.Say("Revenue"), Numeric: true},
			func(t terms, _ int, tier sim.Tier) string { return t.short(tier.Revenue) }},
		{widget.Column{Title: words.Say("Margin each"), Numeric: true, Weight: 1.1, Tip: words.Say("What one customer of the group brought in after the cost of goods and service.")},
			func(t terms, _ int, tier sim.Tier) string { return each(t, tier.Margin, tier.Customers) }},
		{widget.Column{Title: words.Say("Spent on each"), Numeric: true, Weight: 1.2, Tip: words.Say("Money for retention and experience that reached one of the group.")},
			func(t terms, _ int, tier sim.Tier) string { return each(t, tier.Reached, tier.Customers) }},
	}
}

// each is an amount for one of n.
func each(t terms, m sim.Money, n int) string {
	if n == 0 {
		return "–"
	}
	return t.price(m / sim.Money(n))
}

// tiersTable is the table of value tiers of a round; in little room it leaves
// out what other figures tell too.
func (a *App) tiersTable(r sim.Report, w float64) widget.Table {
	columns := tierColumns()
	if w < a.ui.Px(540) {
		columns = slices.Delete(columns, 3, 5)
	}
	table := widget.Table{ID: "tiers", Name: words.Say("Customers by value"), Rows: sim.NumTiers,
		Cell: func(row, col int) string { return columns[col].cell(a.play.terms, row, r.Tiers[row]) }}
	for _, c := range columns {
		table.Columns = append(table.Columns, c.Column)
	}
	return table
}

// tiersBox is the table and what it says.
func (a *App) tiersBox(r sim.Report) box {
	sentence := a.tierSentence(r)
	high := a.ui.TableHeight(sim.NumTiers)
	return box{words.Say("Customers by value"), high + a.ui.Px(190), 1, func(in canvas.Rect) {
		a.ui.Table(in.CutTop(high), a.tiersTable(r, in.W))
		in.CutTop(widget.Gap3)
		a.lines(&in, sentence)
		in.CutTop(widget.Gap2)
		a.ui.Figure(in, "tier-bars", words.Say("Customers and margin by group"), tierBars(r))
	}}
}

// tierBars sets each group's part of the customers beside its part of the margin.
func tierBars(r sim.Report) chart.Bars {
	people, margin := 0, sim.Money(0)
	for _, tier := range r.Tiers {
		people += tier.Customers
		margin += tier.Margin
	}
	share := func(part, whole float64) float64 {
		if whole <= 0 {
			return math.NaN()
		}
		return part / whole
	}
	bars := chart.Bars{Categories: words.All(tierNames[:]), Y: func(v float64) string { return widget.Decimal(v*100, 0) + " %" }}
	bars.Series = []chart.Series{{Name: words.Say("Of customers")}, {Name: words.Say("Of margin")}}
	for _, tier := range r.Tiers {
		bars.Series[0].Values = append(bars.Series[0].Values, share(float64(tier.Customers), float64(people)))
		bars.Series[1].Values = append(bars.Series[1].Values, share(float64(tier.Margin), float64(margin)))
	}
	return bars
}

// tierSentence says what the table shows.
func (a *App) tierSentence(r sim.Report) string {
	var all sim.Money
	for _, tier := range r.Tiers {
		all += tier.Margin
	}
	if all <= 0 || r.Tiers[sim.Top].Customers == 0 {
		return words.Say("No group brought in more than it cost.")
	}
	return words.Say("The top group brought in %s of the margin of all who were customers when %s began.",
		widget.Decimal(100*float64(r.Tiers[sim.Top].Margin)/float64(all), 0)+" %", a.play.terms.the())
}
