package debrief

import (
	"centricity/sim"
	"centricity/sim/policy"
)

// toEnd plays a world to its last round.
func toEnd(w *sim.World, p policy.Policy, rest func() bool) error {
	return until(w, w.Market().Rounds, p, rest)
}

// until plays a world until so many rounds are behind it.
func until(w *sim.World, rounds int, p policy.Policy, rest func() bool) error {
	for w.Round() < rounds {
		if _, err := w.Play(p(policy.Look(w))); err != nil {
			return err
		}
		if !rest() {
			return ErrStopped
		}
	}
	return nil
}

// one plays a whole game on a seed: the team's own, or one made for it.
func (g *Game) one(seed uint64, p policy.Policy, rest func() bool) (w *sim.World, err error) {
	if seed == g.Seed {
		w, err = g.opened()
	} else {
		w, err = sim.New(g.Scenario.Market, seed)
	}
	if err != nil {
		return nil, err
	}
	if !rest() {
		return nil, ErrStopped
	}
	return w, toEnd(w, p, rest)
}

// rounds is how many steps a whole game takes: making its world is one.
func (g *Game) whole() int { return g.Rounds() + 1 }
