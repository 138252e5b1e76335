package screen

import (
	"fmt"
	"math"

	"centricity/game/canvas"
	"centricity/game/chart"
	"centricity/game/widget"
	"centricity/sim"
)

// decileNames are tenths of the customers, best first.
var decileNames = [10]string{"Best tenth", "2nd", "3rd", "4th", "5th", "6th", "7th", "8th", "9th", "Last tenth"}

// decileBars set what one customer of each tenth spent last round beside what
// they spent in this.
func decileBars(t terms, r sim.Report) chart.Bars {
	bars := chart.Bars{Categories: decileNames[:], Y: func(v float64) string { return t.price(sim.Money(math.Round(v))) }}
	before, now := chart.Series{Name: "The " + t.round + " before"}, chart.Series{Name: capital(t.round) + " " + count(r.Round)}
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
		return "There were no customers yet to sort."
	}
	each := func(m sim.Money) string { return t.price(sim.Money(math.Round(float64(m) / float64(d.Customers)))) }
	text := fmt.Sprintf("The tenth of your customers who had spent most in the %s before spent %s each then and %s each now.", t.round, each(d.Before), each(d.Now))
	switch {
	case d.Now < d.Before:
		text += " Some of the best are the best by luck: who had a good " + t.round + " is nearer the average in the next."
	case d.Now > d.Before:
		text += " They spent even more."
	}
	return text
}

func (a *App) decilesBox(r sim.Report, w float64) box {
	bars := decileBars(a.play.terms, r)
	said := decileSentence(a.play.terms, r)
	return box{"The best of the last " + a.play.terms.round + ", now", a.linesHeight(said, w) + widget.Gap2 + a.ui.Px(10*36+24), 1, func(in canvas.Rect) {
		a.lines(&in, said)
		in.CutTop(widget.Gap2)
		a.ui.Figure(in, "deciles", "Spending of each tenth of the customers, before and now", bars)
	}}
}
