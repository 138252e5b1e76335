package game

import (
	"slices"

	"centricity/sim"
	"centricity/sim/policy"
)

// A Contest plays the built-in policies through a session's game: the same
// market, customers and luck, so a difference in the result is a difference in
// decisions. It goes a round at a step, so that a page with one thread can
// draw in between.
type Contest struct {
	Results []Result
	players []player
}

// A Result is what a player made of the game.
type Result struct {
	Name  string
	Value sim.Value
	Paths []sim.Report // every round played, for charts
}

type player struct {
	name   string
	policy policy.Policy
	world  *sim.World
}

// NewContest prepares one; the worlds are made as they are needed.
func NewContest() *Contest {
	c := &Contest{}
	for _, name := range policy.Centric() {
		p, _ := policy.Named(name)
		c.players = append(c.players, player{name: name, policy: p})
	}
	return c
}

// Done tells whether every policy has played to the end.
func (c *Contest) Done() bool { return len(c.players) == 0 }

// Step plays one policy one round further.
func (c *Contest) Step(g *Session) error {
	if c.Done() {
		return nil
	}
	p := &c.players[0]
	if p.world == nil {
		w, err := g.opened()
		if err != nil {
			return err
		}
		p.world = w
	}
	if !p.world.Over() {
		if _, err := p.world.Play(p.policy(policy.Look(p.world))); err != nil {
			return err
		}
	}
	if p.world.Over() {
		c.Results = append(c.Results, Result{p.name, p.world.Value(), p.world.Reports()})
		c.players = slices.Delete(c.players, 0, 1)
	}
	return nil
}
