package debrief

import (
	"slices"

	"centricity/game/chart"
	"centricity/game/widget"
	"centricity/game/words"
)

// fanShare is the share of the games that the fan leaves out at either end.
const fanShare = 0.05

// FanTitle is what stands over it.
func FanTitle() string {
	return words.Say("Your customers, and the band that nine games in ten with other luck lie in")
}

// Fan is the own game's customers over the rounds, before the same decisions
// with other luck: the middle game, and a band that nine games in ten lie in.
func (l Luck) Fan(g *Game) chart.Lines {
	own := chart.Series{Name: words.Say("You")}
	fan := chart.Series{Name: words.Say("Other luck"), Dashed: true}
	for round := range g.Rounds() {
		var all []float64
		for _, game := range l.Customers {
			if round < len(game) {
				all = append(all, float64(game[round]))
			}
		}
		if len(all) == 0 {
			continue
		}
		own.Values = append(own.Values, all[0])
		slices.Sort(all)
		at := func(share float64) float64 { return all[min(int(share*float64(len(all))), len(all)-1)] }
		fan.Values = append(fan.Values, at(0.5))
		fan.Low, fan.High = append(fan.Low, at(fanShare)), append(fan.High, at(1-fanShare))
	}
	return chart.Lines{Series: []chart.Series{own, fan}, First: 1, X: capital(g.terms().round), Zero: true, Y: func(v float64) string { return widget.Count(int64(v)) }}
}
