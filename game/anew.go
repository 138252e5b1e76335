package game

import (
	"centricity/game/words"
	"centricity/scenarios"
	"centricity/sim"
)

// Stopped is that a game could not be played again to its last round.
type Stopped struct {
	Round int
	Why   error
}

func (s *Stopped) Error() string {
	return words.Say("the decision of round %d is no longer possible, so the game goes on from there: %v", s.Round, s.Why)
}

// Played are the decisions committed so far.
func (g *Session) Played() []sim.Decision {
	log, err := Parse(g.log)
	if err != nil {
		return nil // it was written by this program
	}
	var all []sim.Decision
	for _, e := range log.Entries {
		if d, err := e.Decision.decode(); err == nil {
			all = append(all, d)
		}
	}
	return all
}

// Anew plays the game's decisions again on another version of its scenario,
// with the same luck, as a game with a log of its own. The decision being
// prepared comes along. The error is *Stopped where the new version refuses a
// decision: the game is then there, up to that round. A game that was played
// again to its end takes the place of the old one on the shelf.
func (g *Session) Anew(s scenarios.Scenario) (*Session, error) {
	if s.Market.Hash() == g.scenario.Market.Hash() {
		g.scenario = s // texts alone are new
		return g, nil
	}
	again, err := Start(s, g.Seed(), g.shelf)
	if err != nil {
		return nil, err
	}
	for i, d := range g.Played() {
		if again.Over() {
			break
		}
		again.SetDraft(d)
		if _, err := again.Commit(); err != nil {
			return again, &Stopped{i + 1, err}
		}
	}
	again.SetDraft(g.draft)
	_ = g.shelf.Remove(g.name + draftSuffix) // what cannot be removed is one game more
	_ = g.shelf.Remove(g.name + logSuffix)
	return again, nil
}
