package debrief

import (
	"slices"

	"centricity/sim"
	"centricity/sim/policy"
)

// A Change is another decision in one round.
type Change struct {
	Round    int // from 1
	Decision sim.Decision
}

// Kind is a sort of standard question about one round.
type Kind uint8

// The standard questions.
const (
	Without  Kind = iota // nothing spent on one lever
	AsBefore             // the round before's decision once more, or the incumbent's
	Evenly               // as much money, the same on every open lever
)

// An Alternative is a standard question: what if, in one round, …
type Alternative struct {
	Change
	Kind  Kind
	Lever sim.Lever // Without: which
	Saved sim.Money // Without: what was spent on it
}

// An Outcome is what an alternative would have led to, with the same customers
// and the same luck.
type Outcome struct {
	Alternative
	Value      sim.Value
	Difference sim.Money // in company value: what would have been less what was
	Launches   bool      // product launches would have come out otherwise: a lottery, whoever decides
}

// alternatives are the standard questions about a round, as far as they ask for
// something else than was done and the market allows it. The world stands
// before the round.
func (g *Game) alternatives(round int, w *sim.World) (list []Alternative) {
	was := g.Decisions[round-1]
	add := func(a Alternative) {
		if a.Decision != was && w.Check(a.Decision) == nil {
			a.Round = round
			list = append(list, a)
		}
	}
	for lever, spent := range was.Spend {
		if spent == 0 {
			continue
		}
		a := Alternative{Kind: Without, Lever: sim.Lever(lever), Saved: spent, Change: Change{Decision: was}}
		a.Decision.Spend[lever] = 0
		add(a)
	}
	before := w.Brief().Incumbent
	if round > 1 {
		before = g.Decisions[round-2]
	}
	add(Alternative{Kind: AsBefore, Change: Change{Decision: policy.Schedule([]sim.Decision{before})(policy.Look(w))}})
	add(Alternative{Kind: Evenly, Change: Change{Decision: evenly(was, w.Brief().Levers)}})
	return list
}

// evenly gives every open lever the same part of what was spent.
func evenly(d sim.Decision, open [sim.NumLevers]bool) sim.Decision {
	n := sim.Money(0)
	for _, o := range open {
		if o {
			n++
		}
	}
	total := d.Total()
	for lever, o := range open {
		d.Spend[lever] = 0
		if o {
			d.Spend[lever] = total / n
		}
	}
	return d
}

// ask is the task that answers the standard questions about one round.
func (d *Debrief) ask(round int) task {
	g := d.Game
	most := sim.NumLevers + 3 // with what was done
	rounds := g.Rounds() - round + 1
	return task{round - 1 + most*rounds, func(rest rests) error {
		w, err := g.opened(rest)
		if err != nil {
			return err
		}
		if err := until(w, round-1, g.schedule(), rest); err != nil {
			return err
		}
		found := []Outcome{}
		var ends [][]sim.Launch
		for _, a := range g.alternatives(round, w) {
			other := w.Clone()
			if err := toEnd(other, g.schedule(a.Change), rest); err != nil {
				return err
			}
			v := other.Value()
			found = append(found, Outcome{a, v, v.Company() - g.Value.Company(), false})
			ends = append(ends, launches(other))
		}
		if err := toEnd(w, g.schedule(), rest); err != nil {
			return err
		}
		for i := range found {
			found[i].Launches = !slices.Equal(ends[i], launches(w))
		}
		d.keep(func() { d.outcomes[round-1] = found })
		return nil
	}}
}

// launches are what came of the product pipeline, round by round.
func launches(w *sim.World) (list []sim.Launch) {
	for _, r := range w.Reports() {
		list = append(list, r.Launch)
	}
	return list
}

// A LeverWorth is what a lever brought over the whole game: the firm's value
// less what it would be had nothing been spent on the lever in any round.
type LeverWorth struct {
	Lever sim.Lever
	Spent sim.Money
	Worth sim.Money
}

// forgo is the task that plays the game without a lever.
func (d *Debrief) forgo(i int, lever sim.Lever) task {
	g := d.Game
	return task{g.whole(), func(rest rests) error {
		var changes []Change
		spent := sim.Money(0)
		for k, decision := range g.Decisions {
			spent += decision.Spend[lever]
			decision.Spend[lever] = 0
			changes = append(changes, Change{k + 1, decision})
		}
		w, err := g.one(g.Seed, g.schedule(changes...), rest)
		if err != nil {
			return err
		}
		d.keep(func() { d.levers[i] = &LeverWorth{lever, spent, g.Value.Company() - w.Value().Company()} })
		return nil
	}}
}
