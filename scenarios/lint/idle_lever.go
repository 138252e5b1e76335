package lint

import (
	"reflect"
	"slices"

	"centricity/scenarios"
	"centricity/sim"
	"centricity/sim/experiment"
)

var idleLever = Rule{
	Name: "idle-lever",
	Doc:  "A lever whose money changes nothing that customers do is a trap, unless a claim of the lesson concerns it.",
	find: func(w world) (found scenarios.Errors) {
		for l := range sim.Lever(sim.NumLevers) {
			if w.Market.Levers[l] && !taught(w.Lesson, l) && idle(w.Market, l) {
				found = append(found, w.text.Warning("levers", "idle-lever",
					"money for %s changes nothing that customers do, with every programme open here; give it an effect, or close the lever", l))
			}
		}
		return found
	},
}

// Enough of a world for an effect to show, and little enough to be quick.
const (
	fewPeople = 1000
	fewRounds = 8
	fewSeeds  = 8
)

// taught tells whether a claim is about doing without a lever, or with it alone.
func taught(lesson scenarios.Lesson, l sim.Lever) bool {
	return slices.ContainsFunc(lesson.Holds, func(c experiment.Claim) bool {
		return slices.ContainsFunc([]experiment.Way{c.A, c.B}, func(w experiment.Way) bool {
			return slices.Contains(w.Without, l) || slices.Contains(w.Only, l)
		})
	})
}

// idle tells a lever that makes no difference: worlds with and without its
// money, all else and all luck alike, stay the same for a few rounds.
func idle(m sim.Market, l sim.Lever) bool {
	m = experiment.Scaled(m, min(m.People, fewPeople))
	m.Start.History, m.Rounds = min(m.Start.History, 2), min(m.Rounds, fewRounds)
	for seed := range uint64(fewSeeds) {
		if differ(m, l, seed+1) {
			return false
		}
	}
	return true
}

func differ(m sim.Market, l sim.Lever, seed uint64) bool {
	with, err := sim.New(m, seed)
	if err != nil {
		return true
	}
	without := with.Clone()
	for !with.Over() {
		d := everything(with)
		a, erra := with.Play(d)
		d.Spend[l] = 0
		b, errb := without.Play(d)
		if erra != nil || errb != nil || !reflect.DeepEqual(a.Base, b.Base) || a.Books.Revenue != b.Books.Revenue {
			return true
		}
	}
	return false
}

// everything spends on all that is open, by what is known of customers.
func everything(w *sim.World) (d sim.Decision) {
	b := w.Brief()
	open := 0
	for _, is := range b.Levers {
		if is {
			open++
		}
	}
	for l, is := range b.Levers {
		if is {
			d.Spend[l] = max(w.Available(), 0) / sim.Money(open)
		}
	}
	for i := range b.Channels {
		d.Channels[i] = 1
	}
	for p := range sim.Programme(sim.NumProgrammes) {
		if b.Levers[p.Lever()] && (b.Programmes[p] || p.Base()) {
			d.Programmes[p] = 1
		}
	}
	orders := b.Orders()
	by := sim.Focus{By: orders[min(1, len(orders)-1)], Weight: [sim.NumTiers]int{3, 2, 1}}
	d.Focus[sim.Retention], d.Focus[sim.Experience] = by, by
	if b.Breadth {
		d.Breadth = 5000
	}
	return d
}
