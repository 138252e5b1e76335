package debrief

import (
	"errors"

	"centricity/game/words"
	"centricity/sim"
)

// A Branch is the game as it stood before one of its rounds, for questions of
// the reader's own. Its job plays up to there; only then it can be asked.
type Branch struct {
	Job
	Round int
	game  *Game
	world *sim.World
}

// Branch goes back to before a round, from 1.
func (g *Game) Branch(round int) (*Branch, error) {
	if round < 1 || round > g.Rounds() {
		return nil, errors.New(words.Say("there is no %s %d to change; the game had %d", g.terms().round, round, g.Rounds()))
	}
	b := &Branch{Round: round, game: g}
	b.add(task{round, func(rest rests) error {
		w, err := g.opened(rest)
		if err != nil {
			return err
		}
		if !rest.round() {
			return ErrStopped
		}
		if err := until(w, round-1, g.schedule(), rest); err != nil {
			return err
		}
		b.keep(func() { b.world = w })
		return nil
	}})
	return b, nil
}

// Decision is what was decided in the round.
func (b *Branch) Decision() sim.Decision { return b.game.Decisions[b.Round-1] }

// Before is the world before the round, to look at and to clone; nil until the
// job is done.
func (b *Branch) Before() *sim.World {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.world
}

// Available is what could be spent in the round; 0 until the job is done.
func (b *Branch) Available() sim.Money {
	w := b.Before()
	if w == nil {
		return 0
	}
	return w.Available()
}

// Check tells why the market would have refused a decision; sim.Problems.
func (b *Branch) Check(d sim.Decision) error {
	w := b.Before()
	if w == nil {
		return errors.New(words.Say("the game has not been played up to %s yet", b.game.terms().in(b.Round)))
	}
	return w.Check(d)
}

// A WhatIf plays a branch on with another decision, and the rest as it was
// decided: where that leaves less to spend, cut in proportion.
type WhatIf struct {
	Job
	Change
	Value      sim.Value    // once it is done
	Difference sim.Money    // in company value: what would have been less what was
	Reports    []sim.Report // history included
}

// Try asks what another decision in the branch's round would have led to. The
// error says why the market refuses it, or that the branch is not there yet.
func (b *Branch) Try(d sim.Decision) (*WhatIf, error) {
	if err := b.Check(d); err != nil {
		return nil, err
	}
	q := &WhatIf{Change: Change{b.Round, d}}
	g, from := b.game, b.Before()
	q.add(task{g.Rounds() - b.Round + 1, func(rest rests) error {
		w := from.Clone()
		if err := toEnd(w, g.schedule(q.Change), rest); err != nil {
			return err
		}
		q.keep(func() {
			q.Value, q.Reports = w.Value(), w.Reports()
			q.Difference = q.Value.Company() - g.Value.Company()
		})
		return nil
	}})
	return q, nil
}
