package debrief

import (
	"cmp"
	"strings"

	"centricity/game"
	"centricity/game/words"
	"centricity/sim"
)

// A Research is knowledge that was bought, and whether a later decision rested
// on it, as far as decisions show.
type Research struct {
	Rounds []int // in which it was bought
	What   string
	Cost   sim.Money // of all; 0 for a test, which costs what its control group goes without
	Used   bool
	How    string // by which decisions, or why not
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
			bought.Rounds = []int{i + 1}
			bought.Used, bought.How = g.uses(i + 1)
			list = gather(list, bought)
		}
		if r.Report.Trial != nil {
			list = append(list, g.tested(i+1, *r.Report.Trial))
		}
	}
	return list, true
}

// gather puts what was bought again, with the same outcome, to what is there;
// the first time tells how it was used.
func gather(list []Research, bought Research) []Research {
	for i := range list {
		x := &list[i]
		if x.What == bought.What && x.Used == bought.Used && (x.Used || x.How == bought.How) {
			x.Rounds = append(x.Rounds, bought.Rounds...)
			x.Cost += bought.Cost
			return list
		}
	}
	return append(list, bought)
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
		return []Research{{What: game.ProgrammeName(sim.Platform), Cost: spent}}
	}
	for p := range sim.Programme(sim.NumProgrammes) {
		if n := d.Programmes[p]; n > 0 && p.Lever() == sim.Insight {
			list = append(list, Research{What: game.ProgrammeName(p), Cost: spent * sim.Money(n) / sim.Money(sum)})
		}
	}
	return list
}

// uses tells which decisions after a round rested on knowing customers.
func (g *Game) uses(round int) (used bool, how string) {
	if round == g.Rounds() {
		return false, words.Say("too late to rest anything on it")
	}
	var all Uses
	for _, d := range g.Decisions[round:] {
		for way, is := range UsesOf(g.Scenario.Market, d) {
			all[way] = all[way] || is
		}
	}
	if how = all.String(); how == "" {
		return false, words.Say("no later decision rested on it")
	}
	return true, how
}

// tested says what a test showed and whether the next round acted on it: where it
// showed an effect, by moving money that way.
func (g *Game) tested(round int, r sim.Readout) Research {
	lever := r.Trial.Lever
	low, high := r.Retention().Interval()
	x := Research{Rounds: []int{round}, What: words.Say("A/B test of %s", game.LeverName(lever))}
	showed, way := words.Say("it could not tell the effect on retention from none"), 0
	switch {
	case low > 0:
		showed, way = words.Say("it kept %s to %s more", percent(low), percent(high)), 1
	case high < 0:
		showed, way = words.Say("it kept %s to %s fewer", percent(-high), percent(-low)), -1
	}
	if round == g.Rounds() {
		x.How = words.Say("%s; it came too late to act on", showed)
		return x
	}
	w := g.terms()
	was, is := g.Decisions[round-1].Spend[lever], g.Decisions[round].Spend[lever]
	went := cmp.Compare(is, was)
	against := way != 0 && went == -way
	x.Used = went != 0 && !against
	from, to := w.money(was), w.money(is)
	switch {
	case went == 0:
		x.How = words.Say("%s; spending stayed at %s", showed, to)
	case against && went < 0:
		x.How = words.Say("%s; spending fell from %s to %s all the same", showed, from, to)
	case against:
		x.How = words.Say("%s; spending rose from %s to %s all the same", showed, from, to)
	case went < 0:
		x.How = words.Say("%s; spending fell from %s to %s", showed, from, to)
	default:
		x.How = words.Say("%s; spending rose from %s to %s", showed, from, to)
	}
	return x
}

// WorthOfInsight says what all insight together cost and was worth, once that is
// known; empty where none was bought.
func (d *Debrief) WorthOfInsight() string {
	list, _ := d.Levers()
	for _, l := range list {
		if l.Lever == sim.Insight {
			w := d.Game.terms()
			if l.Worth < 0 {
				return words.Say("All insight together cost %s. With the same luck and without it the firm would have been worth %s more.", w.money(l.Spent), w.short(-l.Worth))
			}
			return words.Say("All insight together cost %s. With the same luck and without it the firm would have been worth %s less.", w.money(l.Spent), w.short(l.Worth))
		}
	}
	return ""
}

// When are the rounds in which it was bought: "1 to 4, 6, 7".
func (x Research) When() string { return spans(x.Rounds) }

// spans writes round numbers in order: "1 to 4, 6, 7".
func spans(rounds []int) string {
	var parts []string
	for i := 0; i < len(rounds); {
		k := i
		for k+1 < len(rounds) && rounds[k+1] == rounds[k]+1 {
			k++
		}
		if k-i < 2 {
			k = i
			parts = append(parts, count(rounds[i]))
		} else {
			parts = append(parts, words.Say("%s to %s", count(rounds[i]), count(rounds[k])))
		}
		i = k + 1
	}
	return strings.Join(parts, ", ")
}
