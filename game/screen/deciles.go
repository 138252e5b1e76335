package screen

import (
	"math"

	"centricity/game/canvas"
	"centricity/game/chart"
	"centricity/game/widget"
	"centricity/game/words"
	"centricity/sim"
)

// decileNames are tenths of the customers, best first.
var decileNames = [10]string{
	words.Mark("Best tenth"), words.Mark("2nd"), words.Mark("3rd"), words.Mark("4th"), words.Mark("5th"),
	words.Mark("6th"), words.Mark("7th"), words.Mark("8th"), words.Mark("9th"), words.Mark("Last tenth"),
}

// decileBars set what one customer of each tenth spent last round beside what
// they spent in this.
func decileBars(t terms, r sim.Report) chart.Bars {
	bars := chart.Bars{Categories: words.All(decileNames[:]), Y: func(v float64) string { return t.price(sim.Money(math.Round(v))) }}
	before, now := chart.Series{Name: capital(t.before())}, chart.Series{Name: capital(t.word()) + " " + count(r.Round)}
	for _, d := range r.Deciles {
		n := float64(d.Customers)
		if n == 0 {
			n = math.NaN()
		}
		before.Values = append(before.Values, float64(d.Before)/n)
		now.Values = append(now.Values, float64(d.Now)/n)
	}
	bars.Series = []chart.Series{before, now}
	return bars
}

// decileSentence says what became of last round's best tenth.
func decileSentence(t terms, r sim.Report) string {
	d := r.Deciles[0]
	if d.Customers == 0 {
		return words.Say("There were no customers yet to sort.")
	}
	each := func(m sim.Money) string { return t.price(sim.Money(math.Round(float64(m) / float64(d.Customers)))) }
	text := words.Say("The tenth of your customers who had spent most in %s spent %s each then and %s each now.", t.before(), each(d.Before), each(d.Now))
	switch {
	case d.Now < d.Before:
		text += " " + words.Say("Some of the best are the best by luck: who had a good %s is nearer the average in the next.", t.word())
	case d.Now > d.Before:
		text += " " + words.Say("They spent even more.")
	}
	return text
}

func (a *App) decilesBox(r sim.Report, w float64) box {
	bars := decileBars(a.play.terms, r)
	said := decileSentence(a.play.terms, r)
	return box{words.Say("The best of the %s, now", a.play.terms.last()), a.linesHeight(said, w) + widget.Gap2 + a.ui.Px(10*36+24), 1, func(in canvas.Rect) {
		a.lines(&in, said)
		in.CutTop(widget.Gap2)
		a.ui.Figure(in, "deciles", words.Say("Spending of each tenth of the customers, before and now"), bars)
	}}
}
