package debrief

import (
	"cmp"
	"slices"

	"centricity/sim"
)

// numTurning is how many turning points are told.
const numTurning = 3

// Turning are the rounds whose standard questions matter most, each with the
// answer furthest from what was, the largest first. ok is false until every
// question is answered.
func (d *Debrief) Turning() (list []Outcome, ok bool) {
	for round := 1; round <= d.Game.Rounds(); round++ {
		outcomes, known := d.Outcomes(round)
		if !known {
			return nil, false
		}
		if len(outcomes) > 0 {
			list = append(list, slices.MaxFunc(outcomes, func(a, b Outcome) int { return cmp.Compare(size(a), size(b)) }))
		}
	}
	slices.SortStableFunc(list, func(a, b Outcome) int { return cmp.Compare(size(b), size(a)) })
	return list[:min(len(list), numTurning)], len(d.outcomes) > 0
}

func size(o Outcome) sim.Money { return max(o.Difference, -o.Difference) }
