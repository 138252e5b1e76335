package screen

import (
	"math"

	"centricity/game/canvas"
	"centricity/game/widget"
	"centricity/game/words"
	"centricity/sim"
)

// readoutSentences say what a test showed: on who stayed, on what they spent,
// and how sure that is.
func readoutSentences(t terms, out sim.Readout) []string {
	lever := leverSaid(out.Trial.Lever)
	if out.Treated.Customers == 0 || out.Control.Customers == 0 {
		return []string{words.Say("One of the two groups was empty, so the test of %s tells nothing.", lever)}
	}
	kept, spent := out.Retention(), out.Spend()
	points := func(v float64) string { return widget.Decimal(100*v, 1) }
	stayed := words.Mark("With %s you kept %s points more than without, give or take %s: %s.")
	if kept.Difference < 0 {
		stayed = words.Mark("With %s you kept %s points less than without, give or take %s: %s.")
	}
	price := func(v float64) string { return t.price(sim.Money(math.Round(100 * v))) }
	paid := words.Mark("They spent %s more each than without, give or take %s: %s.")
	if spent.Difference < 0 {
		paid = words.Mark("They spent %s less each than without, give or take %s: %s.")
	}
	return []string{
		words.Say(stayed, lever, points(math.Abs(kept.Difference)), points(halfWidth(kept)), sureness(kept, fewStayed(out.Treated) || fewStayed(out.Control))),
		words.Say(paid, price(math.Abs(spent.Difference)), price(halfWidth(spent)), sureness(spent, min(out.Treated.Customers, out.Control.Customers) < fewSpent)),
	}
}

func halfWidth(e sim.Effect) float64 {
	low, high := e.Interval()
	return (high - low) / 2
}

// The intervals rest on the normal approximation. It asks for at least five who
// stayed and five who left in each group (Cochran 1954, "Some methods for
// strengthening the common χ² tests"), and for thirty who could spend.
const (
	fewLeft  = 5
	fewSpent = 30
)

func fewStayed(g sim.Group) bool { return min(g.Kept, g.Customers-g.Kept) < fewLeft }

// sureness says whether an effect is more than chance.
func sureness(e sim.Effect, few bool) string {
	if few {
		return words.Say("too few customers to tell")
	}
	if low, high := e.Interval(); low > 0 || high < 0 {
		return words.Say("a real effect")
	}
	return words.Say("this could be chance")
}

// readoutBox sets the two groups side by side.
func (a *App) readoutBox(out sim.Readout, w float64) box {
	t := a.play.terms
	said := readoutSentences(t, out)
	lever := leverSaid(out.Trial.Lever)
	groups := []struct {
		name string
		of   sim.Group
	}{{words.Say("With %s", lever), out.Treated}, {words.Say("Without"), out.Control}}
	table := widget.Table{ID: "trial-groups", Name: words.Say("The two groups of the test"), Rows: len(groups),
		Columns: []widget.Column{{Title: words.Say("Group"), Weight: 1.4}, {Title: words.Say("Customers"), Numeric: true}, {Title: words.Say("Kept"), Numeric: true},
			{Title: words.Say("Spent each"), Numeric: true, Tip: words.Say("What one customer of the group paid in the round.")}},
		Cell: func(row, col int) string {
			g := groups[row]
			switch {
			case col == 0:
				return g.name
			case col == 1:
				return count(g.of.Customers)
			case g.of.Customers == 0:
				return "–"
			case col == 2:
				return widget.Percent(g.of.Retention())
			}
			return t.price(sim.Money(math.Round(100 * g.of.Spend())))
		}}
	high := a.ui.TableHeight(table.Rows)
	return box{words.Say("Your test of %s", lever), high + widget.Gap3 + a.pointsHeight(said, w), 1, func(in canvas.Rect) {
		a.ui.Table(in.CutTop(high), table)
		in.CutTop(widget.Gap3)
		a.points(&in, said)
	}}
}

// drawAsked draws what customers said and, where there was one, what the test
// showed.
func (a *App) drawAsked(r *canvas.Rect, reports []sim.Report) {
	at := a.play.shown
	out := reports[at].Trial
	if out == nil {
		b := a.loyalBox(reports, at, r.W-2*widget.Gap4)
		b.draw(a.card(r, b.inside, b.title))
		return
	}
	w := a.half(*r)
	a.pair(r, a.loyalBox(reports, at, w), a.readoutBox(*out, w))
}

// half is the room inside a card of a pair.
func (a *App) half(r canvas.Rect) float64 {
	if a.wide(r, 2) {
		return (r.W-widget.Gap4)/2 - 2*widget.Gap4
	}
	return r.W - 2*widget.Gap4
}
