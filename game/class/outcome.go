package class

import (
	"math"
	"slices"

	"centricity/game"
	"centricity/game/words"
	"centricity/sim"
	"centricity/sim/experiment"
)

// A Link is how something that teams decided goes with what came of it.
type Link struct {
	What          string
	Correlation   float64 // with company value, over all teams, by rank
	Best, Weakest float64 // mean of the best and of the weakest third
	Unit          Unit
}

// A Unit says how a link's means are written.
type Unit int

// The units.
const (
	Percent Unit = iota // shares of 1
	Price               // currency
	Count               // rounds
)

// Links compares the decisions of all teams with their company value, the
// strongest first. What no team varied is left out.
func (r *Room) Links() []Link {
	n := len(r.Teams)
	if n < 3 {
		return nil
	}
	value := make([]float64, n)
	for i, t := range r.Teams {
		value[i] = t.Value.Company().Currency()
	}
	var links []Link
	add := func(what string, unit Unit, of func(Process) float64) {
		x := make([]float64, n)
		for i, t := range r.Teams {
			x[i] = of(t.Process)
		}
		if slices.Min(x) == slices.Max(x) {
			return
		}
		third := max(n/3, 1)
		links = append(links, Link{what, Correlate(x, value), experiment.Summarise(x[:third]).Mean, experiment.Summarise(x[n-third:]).Mean, unit})
	}
	for l := range sim.NumLevers {
		if r.Scenario.Market.Levers[l] {
			add(words.Say("share of money on %s", game.LeverName(sim.Lever(l))), Percent, func(p Process) float64 { return p.Shares[l] })
		}
	}
	add(words.Say("mean price"), Price, func(p Process) float64 { return p.Price })
	add(words.Say("rounds with research"), Count, func(p Process) float64 { return float64(p.Research) })
	add(words.Say("rounds with a test and control group"), Count, func(p Process) float64 { return float64(p.Tests) })
	add(words.Say("rounds with a hypothesis noted"), Count, func(p Process) float64 { return float64(p.Hypotheses) })
	add(words.Say("consistency of the budget"), Percent, func(p Process) float64 { return p.Consistency })
	slices.SortStableFunc(links, func(a, b Link) int {
		if d := math.Abs(b.Correlation) - math.Abs(a.Correlation); d != 0 {
			return int(math.Copysign(1, d))
		}
		return 0
	})
	return links
}

// Typical is the team whose division of money over the rounds is nearest to
// everyone else's: the medoid by total variation distance.
func (r *Room) Typical() int {
	best, least := 0, math.Inf(1)
	paths := make([][][sim.NumLevers]float64, len(r.Teams))
	for i, t := range r.Teams {
		for _, d := range t.Decisions {
			paths[i] = append(paths[i], shares(d))
		}
	}
	for i := range paths {
		sum := 0.0
		for j := range paths {
			for k := range min(len(paths[i]), len(paths[j])) {
				for l := range sim.NumLevers {
					sum += math.Abs(paths[i][k][l] - paths[j][k][l])
				}
			}
		}
		if sum < least {
			best, least = i, sum
		}
	}
	return best
}

// Points puts a company value on a scale that luck shared by all leaves alone:
// 50 is the weakest built-in player with the same customers and luck, 100 the
// best one, and nothing is below 0 or above 100.
func points(value float64, players []float64) float64 {
	if len(players) == 0 {
		return 0
	}
	low, high := slices.Min(players), slices.Max(players)
	if high <= low {
		return 50
	}
	return min(max(50+50*(value-low)/(high-low), 0), 100)
}

// Points is what a team's result is worth on the scale of the built-in players.
func (r *Room) Points(t Team) float64 {
	var players []float64
	for _, p := range r.Players {
		players = append(players, p.Value.Company().Currency())
	}
	return points(t.Value.Company().Currency(), players)
}

// Points is the same scale for a team's mean over other luck; ok is false where
// there is none.
func (l Luck) Points(team int) (p float64, ok bool) {
	if l.Seeds == 0 || team >= len(l.Teams) || l.Teams[team].N == 0 {
		return 0, false
	}
	var players []float64
	for _, s := range l.Players {
		players = append(players, s.Mean)
	}
	return points(l.Teams[team].Mean, players), true
}
