package game

import "centricity/sim"

// Aside is the game as it stood before one of its rounds, with a decision for
// that round to be tried out on: what controls show and refuse is what it was
// then. It is on no shelf, and is not to be committed.
func (g *Session) Aside(before *sim.World, d sim.Decision) *Session {
	return &Session{scenario: g.scenario, world: before, draft: d, practice: g.practice, team: g.team}
}
