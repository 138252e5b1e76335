package screen

import (
	"math"

	"centricity/game"
	"centricity/game/widget"
	"centricity/game/words"
	"centricity/sim"
)

// entry is a line of a table that sets a round against the one before.
type entry struct {
	name string
	bold bool
	of   func(sim.Report) float64
}

// compared is a table of entries: this round, the last, the change.
func compared(id, name string, t terms, entries []entry, reports []sim.Report, at int, text func(float64) string) widget.Table {
	return widget.Table{
		ID: id, Name: name, Rows: len(entries),
		Columns: []widget.Column{{Weight: 1.6}, {Title: words.Say("This %s", t.word()), Numeric: true}, {Title: words.Say("Last %s", t.word()), Numeric: true}, {Title: words.Say("Change"), Numeric: true}},
		Marked:  func(row int) bool { return entries[row].bold },
		Cell: func(row, col int) string {
			e := entries[row]
			now, before := e.of(reports[at]), math.NaN()
			if at > 0 {
				before = e.of(reports[at-1])
			}
			switch col {
			case 0:
				return e.name
			case 1:
				return text(now)
			case 2:
				return orDash(before, text)
			}
			return orDash(now-before, func(v float64) string { return widget.Signed(text(v)) })
		},
	}
}

func orDash(v float64, text func(float64) string) string {
	if !finite(v) {
		return "–"
	}
	return text(v)
}

// booksTable is the round's money. Costs carry a minus, so that the column adds
// up to the profit.
func (a *App) booksTable(reports []sim.Report, at int) widget.Table {
	t := a.play.terms
	b := func(of func(sim.Books) sim.Money) func(sim.Report) float64 {
		return func(r sim.Report) float64 { return float64(of(r.Books)) }
	}
	entries := []entry{
		{words.Say("Revenue"), false, b(func(b sim.Books) sim.Money { return b.Revenue })},
		{words.Say("Cost of goods"), false, b(func(b sim.Books) sim.Money { return -b.CostOfGoods })},
		{words.Say("Cost of serving purchases"), false, b(func(b sim.Books) sim.Money { return -b.Service })},
	}
	for i, open := range t.brief.Levers {
		if open {
			entries = append(entries, entry{words.Say(leverNames[i]), false, b(func(b sim.Books) sim.Money { return -b.Spend[i] })})
		}
	}
	if some(reports, func(r sim.Report) bool { return r.Books.Fixed != 0 }) {
		entries = append(entries, entry{words.Say("Fixed costs"), false, b(func(b sim.Books) sim.Money { return -b.Fixed })})
	}
	if some(reports, func(r sim.Report) bool { return r.Books.WriteOff != 0 }) {
		entries = append(entries, entry{words.Say("Write-off of failed launches"), false, b(func(b sim.Books) sim.Money { return -b.WriteOff })})
	}
	entries = append(entries,
		entry{words.Say("Profit"), true, b(sim.Books.Profit)},
		entry{words.Say("Cash at the end"), false, func(r sim.Report) float64 { return float64(game.Cash(t.brief, r)) }})
	return compared("books", words.Say("Money"), t, entries, reports, at, func(v float64) string { return t.money(sim.Money(v)) })
}

func some(reports []sim.Report, is func(sim.Report) bool) bool {
	for _, r := range reports {
		if is(r) {
			return true
		}
	}
	return false
}

// baseTable is how the number of customers moved.
func (a *App) baseTable(reports []sim.Report, at int) widget.Table {
	t := a.play.terms
	n := func(of func(sim.Base) int) func(sim.Report) float64 {
		return func(r sim.Report) float64 { return float64(of(r.Base)) }
	}
	entries := []entry{{words.Say("Customers at the start"), false, n(func(b sim.Base) int { return b.Opening })}}
	for i := range reports[at].Base.Won {
		entries = append(entries, entry{words.Say("Won: %s", sourceName(t, i)), false, n(func(b sim.Base) int { return b.Won[i] })})
	}
	if some(reports, func(r sim.Report) bool { return r.Base.Returned != 0 }) {
		entries = append(entries, entry{words.Say("Came back unasked"), false, n(func(b sim.Base) int { return b.Returned })})
	}
	entries = append(entries,
		entry{leftName(t), false, n(func(b sim.Base) int { return -b.Churned })},
		entry{words.Say("Came and left again"), false, n(func(b sim.Base) int { return -b.ChurnedNew })},
		entry{words.Say("Customers at the end"), true, n(sim.Base.Closing)},
		entry{words.Say("Of the new: won back"), false, n(func(b sim.Base) int { return b.WonBack })},
		entry{words.Say("Never been customers"), false, n(func(b sim.Base) int { return b.Prospects })},
		entry{words.Say("Former customers"), false, n(func(b sim.Base) int { return b.Lapsed })},
		entry{words.Say("Purchases"), false, func(r sim.Report) float64 { return float64(r.Books.Purchases) }})
	return compared("base", words.Say("Customers"), t, entries, reports, at, func(v float64) string { return widget.Decimal(v, 0) })
}
