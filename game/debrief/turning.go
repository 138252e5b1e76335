package debrief

import (
	"cmp"
	"slices"

	"centricity/sim"
)

// numTurning is how many turning points are told.
const numTurning = 3

// Turning are the rounds whose standard questions matter most, each with the
// answer furthest from what was, the largest first: three rounds and, as far as
// there are, three different questions. ok is false until all are answered.
func (d *Debrief) Turning() (list []Outcome, ok bool) {
	var all []Outcome
	for round := 1; round <= d.Game.Rounds(); round++ {
		outcomes, known := d.Outcomes(round)
		if !known {
			return nil, false
		}
		all = append(all, outcomes...)
	}
	all = slices.DeleteFunc(all, func(o Outcome) bool { return o.Difference == 0 })
	slices.SortStableFunc(all, func(a, b Outcome) int { return cmp.Compare(size(b), size(a)) })
	type question struct {
		kind  Kind
		lever sim.Lever
	}
	rounds, asked := map[int]bool{}, map[question]bool{}
	for _, again := range []bool{false, true} {
		for _, o := range all {
			q := question{o.Kind, o.Lever}
			if len(list) < numTurning && !rounds[o.Round] && (again || !asked[q]) {
				list = append(list, o)
				rounds[o.Round], asked[q] = true, true
			}
		}
	}
	slices.SortStableFunc(list, func(a, b Outcome) int { return cmp.Compare(size(b), size(a)) })
	return list, d.Game.Rounds() > 0
}

func size(o Outcome) sim.Money { return max(o.Difference, -o.Difference) }
