package debrief

import (
	"math"

	"centricity/game/chart"
	"centricity/sim"
)

// BridgeChart is the way from the opening to the final company value.
func (s *Story) BridgeChart(g *Game) chart.Bridge {
	b, w := s.Bridge(), g.words()
	steps := []chart.Step{{Name: "At the start", Value: float64(s.Opening.Company()), Total: true}}
	add := func(name string, change sim.Money) {
		if change != 0 {
			steps = append(steps, chart.Step{Name: name, Value: float64(change)})
		}
	}
	add("Margin earned", b.Margin)
	for lever, spent := range b.Spend {
		add("Spent on "+sim.Lever(lever).String(), -spent)
	}
	add("Fixed costs", -b.Fixed)
	add("Failed launches", -b.WriteOff)
	add("Customers won", b.Won)
	add("Customers lost", -b.Lost)
	add("Those who stayed", b.Stayed)
	add("Bankruptcy", -b.Ruin)
	steps = append(steps, chart.Step{Name: "In the end", Value: float64(g.Value.Company()), Total: true})
	return chart.Bridge{Steps: steps, Y: w.amount}
}

// amount writes an amount [cents] that a chart holds.
func (w words) amount(v float64) string { return w.short(sim.Money(math.Round(v))) }

// Chart is the distribution with the own result marked.
func (l Luck) Chart(g *Game) chart.Distribution {
	d := chart.Distribution{Of: "game", Name: "You", Marked: math.NaN(), Y: g.words().amount}
	for _, v := range l.Values {
		d.Values = append(d.Values, float64(v))
	}
	if len(d.Values) > 0 {
		d.Marked = d.Values[0]
	}
	return d
}

// fifths name the fifths of customers in the order of the firm's belief.
var fifths = [5]string{"Believed best", "Second", "Middle", "Fourth", "Believed least"}

// Chart sets what the firm believed a customer is worth beside the truth.
func (b Belief) Chart(g *Game) chart.Bars {
	believed, true_ := chart.Series{Name: "Believed"}, chart.Series{Name: "True"}
	for _, f := range b.Fifths {
		believed.Values = append(believed.Values, float64(f.Believed))
		true_.Values = append(true_.Values, float64(f.True))
	}
	w := g.words()
	return chart.Bars{Categories: fifths[:], Series: []chart.Series{believed, true_}, Y: func(v float64) string { return w.price(sim.Money(math.Round(v))) }}
}

// PlayersChart is everybody's company value, the team's own first.
func (g *Game) PlayersChart(players []Player) chart.Bars {
	value := chart.Series{Name: "Company value", Values: []float64{float64(g.Value.Company())}}
	bars := chart.Bars{Categories: []string{"You"}, Marked: 1, Y: g.words().amount}
	for _, p := range players {
		bars.Categories = append(bars.Categories, capital(p.Name))
		value.Values = append(value.Values, float64(p.Value.Company()))
	}
	bars.Series = []chart.Series{value}
	return bars
}
