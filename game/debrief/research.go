package debrief

import (
	"fmt"
	"strings"

	"centricity/sim"
)

// A Research is knowledge that was bought, and whether a later decision rested
// on it, as far as decisions show.
type Research struct {
	Round int
	What  string
	Cost  sim.Money // 0 for a test, which costs what its control group goes without
	Used  bool
	How   string // by which decisions, or why not
}

// Research lists what was bought to know customers, and what was tested. What
// insight finds out serves from the next round on.
func (d *Debrief) Research() (list []Research, ok bool) {
	s, ok := d.Story()
	if !ok {
		return nil, false
	}
	g := d.Game
	for i, r := range s.Rounds {
		for _, bought := range insights(r.Decision) {
			bought.Round = i + 1
			bought.Used, bought.How = g.uses(i + 1)
			list = append(list, bought)
		}
		if r.Report.Trial != nil {
			list = append(list, g.tested(i+1, *r.Report.Trial))
		}
	}
	return list, true
}

// insights are the programmes that a round's insight money went to.
func insights(d sim.Decision) (list []Research) {
	spent := d.Spend[sim.Insight]
	if spent == 0 {
		return nil
	}
	sum := 0
	for p := range sim.Programme(sim.NumProgrammes) {
		if p.Lever() == sim.Insight {
			sum += d.Programmes[p]
		}
	}
	if sum == 0 {
		return []Research{{What: sim.Platform.String(), Cost: spent}}
	}
	for p := range sim.Programme(sim.NumProgrammes) {
		if n := d.Programmes[p]; n > 0 && p.Lever() == sim.Insight {
			list = append(list, Research{What: p.String(), Cost: spent * sim.Money(n) / sim.Money(sum)})
		}
	}
	return list
}

// uses tells which decisions after a round rested on knowing customers.
func (g *Game) uses(round int) (used bool, how string) {
	if round == g.Rounds() {
		return false, "bought in the last " + roundOf(g.Scenario) + ", when nothing could rest on it any more"
	}
	var ways [numWays][]int
	for i, d := range g.Decisions[round:] {
		for way, is := range g.steered(d) {
			if is {
				ways[way] = append(ways[way], round+1+i)
			}
		}
	}
	var parts []string
	for way, rounds := range ways {
		if len(rounds) > 0 {
			parts = append(parts, fmt.Sprintf("%s in %s", wayNames[way], g.words().these(rounds)))
		}
	}
	if len(parts) == 0 {
		return false, "no later decision made a difference between customers"
	}
	return true, strings.Join(parts, "; ")
}

// The ways in which a decision rests on knowing customers.
const (
	aimedAds = iota
	aimedRetention
	aimedExperience
	personalised
	crossSold
	numWays
)

var wayNames = [numWays]string{"aimed advertising", "retention aimed by estimate", "experience aimed by estimate", "personalisation", "cross- and up-selling"}

func (g *Game) steered(d sim.Decision) (ways [numWays]bool) {
	even := d.Channels == sim.Weights{}
	for i, c := range g.Scenario.Market.Channels {
		if c.Targeted && d.Spend[sim.Acquisition] > 0 && (even || d.Channels[i] > 0) {
			ways[aimedAds] = true
		}
	}
	for lever, way := range map[sim.Lever]int{sim.Retention: aimedRetention, sim.Experience: aimedExperience} {
		f := d.Focus[lever]
		byEstimate := f.By == sim.ByEstimatedValue || f.By == sim.ByEstimatedRisk || f.By == sim.ByEstimatedUplift
		apart := f.Weight[sim.Top] != f.Weight[sim.Middle] || f.Weight[sim.Middle] != f.Weight[sim.Low]
		ways[way] = d.Spend[lever] > 0 && byEstimate && apart
	}
	ways[personalised] = d.Spend[sim.Experience] > 0 && d.Programmes[sim.Personalisation] > 0
	ways[crossSold] = d.Spend[sim.Retention] > 0 && d.Programmes[sim.Development] > 0
	return ways
}

// tested says what a test showed and whether the next round acted on it.
func (g *Game) tested(round int, r sim.Readout) Research {
	lever := r.Trial.Lever
	low, high := r.Retention().Interval()
	x := Research{Round: round, What: fmt.Sprintf("A/B test of %s", lever)}
	showed := "it could not tell the effect on retention from none"
	switch {
	case low > 0:
		showed = fmt.Sprintf("it kept %s to %s more", percent(low), percent(high))
	case high < 0:
		showed = fmt.Sprintf("it kept %s to %s fewer", percent(-high), percent(-low))
	}
	if round == g.Rounds() {
		x.How = showed + "; it came too late to act on"
		return x
	}
	w := g.words()
	was, is := g.Decisions[round-1].Spend[lever], g.Decisions[round].Spend[lever]
	switch x.Used = was != is; {
	case was == is:
		x.How = fmt.Sprintf("%s; spending stayed at %s", showed, w.money(is))
	default:
		x.How = fmt.Sprintf("%s; spending went from %s to %s", showed, w.money(was), w.money(is))
	}
	return x
}

// these is "quarter 3", "quarters 2 to 5", "quarters 2, 4 and 5".
func (w words) these(rounds []int) string {
	n := len(rounds)
	switch {
	case n == 1:
		return w.in(rounds[0])
	case rounds[n-1]-rounds[0] == n-1:
		return fmt.Sprintf("%ss %d to %d", w.round, rounds[0], rounds[n-1])
	}
	var list []string
	for _, r := range rounds[:n-1] {
		list = append(list, fmt.Sprint(r))
	}
	return fmt.Sprintf("%ss %s and %d", w.round, strings.Join(list, ", "), rounds[n-1])
}
