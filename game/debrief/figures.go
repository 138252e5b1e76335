package debrief

import (
	"math"

	"centricity/game"
	"centricity/game/chart"
	"centricity/game/widget"
	"centricity/game/words"
	"centricity/sim"
)

// BridgeChart is the way from the opening to the final company value.
func (s *Story) BridgeChart(g *Game) chart.Bridge {
	b, w := s.Bridge(), g.terms()
	steps := []chart.Step{{Name: words.Say("At the start"), Value: float64(s.Opening.Company()), Total: true}}
	add := func(name string, change sim.Money) {
		if change != 0 {
			steps = append(steps, chart.Step{Name: name, Value: float64(change)})
		}
	}
	add(words.Say("Margin earned"), b.Margin)
	for lever, spent := range b.Spend {
		add(words.Say("Spent on %s", game.LeverName(sim.Lever(lever))), -spent)
	}
	add(words.Say("Fixed costs"), -b.Fixed)
	add(words.Say("Failed launches"), -b.WriteOff)
	add(words.Say("Customers won"), b.Won)
	add(words.Say("Customers lost"), -b.Lost)
	add(words.Say("Those who stayed"), b.Stayed)
	add(words.Say("Bankruptcy"), -b.Ruin)
	steps = append(steps, chart.Step{Name: words.Say("In the end"), Value: float64(g.Value.Company()), Total: true})
	return chart.Bridge{Steps: steps, Y: w.amount}
}

// amount writes an amount [cents] that a chart holds.
func (w terms) amount(v float64) string { return w.short(sim.Money(math.Round(v))) }

// ticks are the amounts [cents] at an axis' ticks.
func (w terms) ticks(cents []float64) []string {
	out := widget.MoneyShorts(cents)
	for i := range out {
		out[i] = w.sign(out[i])
	}
	return out
}

// Chart is the distribution with the own result marked.
func (l Luck) Chart(g *Game) chart.Distribution {
	d := chart.Distribution{Of: words.Say("games"), Name: words.Say("You"), Marked: math.NaN(), Y: g.terms().amount, Ticks: g.terms().ticks}
	for _, v := range l.Values {
		d.Values = append(d.Values, float64(v))
	}
	if len(d.Values) > 0 {
		d.Marked = d.Values[0]
	}
	return d
}

// fifths name the fifths of customers in the order of the firm's belief.
func fifths() []string {
	return []string{
		words.As("fifth", "Believed best"), words.As("fifth", "Second"), words.As("fifth", "Middle"), words.As("fifth", "Fourth"), words.As("fifth", "Believed least"),
	}
}

// Chart sets what the firm believed a customer is worth beside the truth.
func (b Belief) Chart(g *Game) chart.Bars {
	believed, true_ := chart.Series{Name: words.Say("Believed")}, chart.Series{Name: words.Say("True")}
	for _, f := range b.Fifths {
		believed.Values = append(believed.Values, float64(f.Believed))
		true_.Values = append(true_.Values, float64(f.True))
	}
	w := g.terms()
	return chart.Bars{Categories: fifths(), Series: []chart.Series{believed, true_}, Y: func(v float64) string { return w.price(sim.Money(math.Round(v))) }}
}

// PlayersChart is everybody's company value, the team's own first.
func (g *Game) PlayersChart(players []Player) chart.Bars {
	value := chart.Series{Name: words.Say("Company value"), Values: []float64{float64(g.Value.Company())}}
	bars := chart.Bars{Categories: []string{words.Say("You")}, Marked: 1, Y: g.terms().amount}
	for _, p := range players {
		bars.Categories = append(bars.Categories, capital(game.PlayerName(p.Name)))
		value.Values = append(value.Values, float64(p.Value.Company()))
	}
	bars.Series = []chart.Series{value}
	return bars
}
