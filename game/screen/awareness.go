package screen

import (
	"math"

	"centricity/game/canvas"
	"centricity/game/chart"
	"centricity/game/widget"
	"centricity/game/words"
	"centricity/sim"
)

// kept is the share of advertising taken to be still in mind a round later: a
// rule of thumb, for no book tells. Clarke (1976) finds that most of what an
// advertisement does is over within a few months.
const kept = 0.5

// inMind is the advertising still in people's minds at the end of each round,
// for each person who could be won [currency]: an adstock (Broadbent 1979) of
// what the firm spent,
//
//	A ← ½ A + spend ,  A / (prospects + lapsed)
//
// NaN where nobody is left to win. It is what the firm can reckon, not how well
// known it is: only strangers could tell that.
func inMind(reports []sim.Report) (out []float64) {
	stock := 0.0
	for _, r := range reports {
		stock = kept*stock + r.Books.Spend[sim.Acquisition].Currency()
		each := math.NaN()
		if n := r.Base.Prospects + r.Base.Lapsed; n > 0 {
			each = stock / float64(n)
		}
		out = append(out, each)
	}
	return out
}

// awarenessBox shows how present the firm is to those it could win.
func (a *App) awarenessBox(reports []sim.Report, w float64) box {
	t := a.play.terms
	list := inMind(reports)
	said := awarenessSentence(t, reports, list)
	return box{words.Say("How present your advertising is"), a.linesHeight(said, w) + widget.Gap2 + a.ui.Px(260), 1, func(in canvas.Rect) {
		a.lines(&in, said)
		in.CutTop(widget.Gap2)
		lines := a.trend(t, reports, "won")
		lines.Series = []chart.Series{{Name: words.Say("In mind"), Values: list}}
		lines.Zero = true
		lines.Y = func(v float64) string { return t.price(sim.Money(math.Round(100 * v))) }
		a.ui.Figure(in, "awareness", words.Say("Advertising still in mind, for each person who could be won"), lines)
	}}
}

func awarenessSentence(t terms, reports []sim.Report, list []float64) string {
	last := len(list) - 1
	price := func(v float64) string { return t.price(sim.Money(math.Round(100 * v))) }
	rule := words.Say("A rule of thumb: half of what people saw is forgotten every %s. Only strangers could tell how well they know you.", t.word())
	if last < 0 || math.IsNaN(list[last]) {
		return words.Say("There is nobody left to win.") + " " + rule
	}
	people, now := count(reports[last].Base.Prospects+reports[last].Base.Lapsed), price(list[last])
	if last > 0 && finite(list[last-1]) {
		return words.Say("For each of the %s people who could be won, advertising worth %s is still in mind; %s it was %s.", people, now, t.before(), price(list[last-1])) + " " + rule
	}
	return words.Say("For each of the %s people who could be won, advertising worth %s is still in mind.", people, now) + " " + rule
}

// drawWinning shows what winning customers takes.
func (a *App) drawWinning(r *canvas.Rect, _ canvas.Rect) {
	t := a.play.terms
	reports := a.play.session.Reports()
	w := a.half(*r)
	a.pair(r, a.paybackBox(reports, w), a.awarenessBox(reports, w))
	table := paybackTable(t, paybacks(reports))
	in := a.card(r, a.ui.TableHeight(table.Rows), words.Say("Payback in numbers, the latest first"))
	a.ui.Table(in, table)
	list := inMind(reports)
	known := widget.Table{ID: "awareness/numbers", Name: words.Say("Advertising still in mind"), Rows: len(reports),
		Columns: []widget.Column{{Title: capital(t.word()), Weight: 1.3}, {Title: words.Say("Advertising"), Numeric: true}, {Title: words.Say("Could be won"), Numeric: true}, {Title: words.Say("In mind, each"), Numeric: true}},
		Cell: func(row, col int) string {
			at := len(reports) - 1 - row
			switch col {
			case 0:
				return t.Round(reports[at].Round)
			case 1:
				return t.money(reports[at].Books.Spend[sim.Acquisition])
			case 2:
				return count(reports[at].Base.Prospects + reports[at].Base.Lapsed)
			}
			if !finite(list[at]) {
				return "–"
			}
			return t.price(sim.Money(math.Round(100 * list[at])))
		}}
	in = a.card(r, a.ui.TableHeight(known.Rows), words.Say("Advertising in numbers, the latest first"))
	a.ui.Table(in, known)
}
