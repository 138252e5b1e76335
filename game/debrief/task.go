package debrief

import (
	"errors"

	"centricity/sim"
	"centricity/sim/policy"
)

// toEnd plays a world to its last round.
func toEnd(w *sim.World, p policy.Policy, rest rests) error {
	return until(w, w.Market().Rounds, p, rest)
}

// until plays a world until so many rounds are behind it.
func until(w *sim.World, rounds int, p policy.Policy, rest rests) error {
	w.Slices(rest.slice)
	defer w.Slices(nil)
	for w.Round() < rounds {
		if _, err := w.Play(p(policy.Look(w))); err != nil {
			return stopped(err)
		}
		if !rest.round() {
			return ErrStopped
		}
	}
	return nil
}

// one plays a whole game on a seed: the team's own, or one made for it.
func (g *Game) one(seed uint64, p policy.Policy, rest rests) (w *sim.World, err error) {
	if seed == g.Seed {
		w, err = g.opened(rest)
	} else {
		w, err = g.made(seed, rest)
	}
	if err != nil {
		return nil, err
	}
	if !rest.round() {
		return nil, ErrStopped
	}
	return w, toEnd(w, p, rest)
}

// whole is how many steps a whole game takes: making its world is one.
func (g *Game) whole() int { return g.Rounds() + 1 }

// made is the world of a seed, new.
func (g *Game) made(seed uint64, rest rests) (*sim.World, error) {
	if rest.slice == nil {
		return sim.New(g.Scenario.Market, seed)
	}
	w, err := sim.NewSliced(g.Scenario.Market, seed, rest.slice)
	return w, stopped(err)
}

// stopped is an error in a job's words.
func stopped(err error) error {
	if errors.Is(err, sim.ErrGivenUp) {
		return ErrStopped
	}
	return err
}
