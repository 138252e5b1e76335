package screen

import (
	"fmt"
	"math"

	"centricity/game/canvas"
	"centricity/game/widget"
	"centricity/sim"
)

// readoutSentences say what a test showed: on who stayed, on what they spent,
// and how sure that is.
func readoutSentences(t terms, out sim.Readout) []string {
	lever := lower(leverNames[out.Trial.Lever])
	if out.Treated.Customers == 0 || out.Control.Customers == 0 {
		return []string{"One of the two groups was empty, so the test of " + lever + " tells nothing."}
	}
	return []string{
		effectSentence("With "+lever+" you kept", out.Retention(), func(v float64) string { return widget.Decimal(100*v, 1) }, " points", ""),
		effectSentence("They spent", out.Spend(), func(v float64) string { return t.price(sim.Money(math.Round(100 * v))) }, "", " each"),
	}
}

// effectSentence is “You kept 3.1 points more, give or take 2.0: a real effect.”
func effectSentence(what string, e sim.Effect, text func(float64) string, unit, after string) string {
	low, high := e.Interval()
	more := "more"
	if e.Difference < 0 {
		more = "less"
	}
	verdict := "this could be chance"
	if low > 0 || high < 0 {
		verdict = "a real effect"
	}
	return fmt.Sprintf("%s %s%s %s%s than without, give or take %s: %s.",
		what, text(math.Abs(e.Difference)), unit, more, after, text((high-low)/2), verdict)
}

// readoutBox sets the two groups side by side.
func (a *App) readoutBox(out sim.Readout, w float64) box {
	t := a.play.terms
	said := readoutSentences(t, out)
	lever := lower(leverNames[out.Trial.Lever])
	groups := []struct {
		name string
		of   sim.Group
	}{{"With " + lever, out.Treated}, {"Without", out.Control}}
	table := widget.Table{ID: "trial-groups", Name: "The two groups of the test", Rows: len(groups),
		Columns: []widget.Column{{Title: "Group", Weight: 1.4}, {Title: "Customers", Numeric: true}, {Title: "Kept", Numeric: true}, {Title: "Spent each", Numeric: true, Tip: "What one customer of the group paid in the round."}},
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
	return box{"Your test of " + lever, high + widget.Gap3 + a.pointsHeight(said, w), 1, func(in canvas.Rect) {
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
