package debrief

import (
	"sync"

	"centricity/game"
	"centricity/game/words"
	"centricity/scenarios"
	"centricity/sim"
	"centricity/sim/policy"
)

// A Game is a finished game, which a debrief starts from.
type Game struct {
	Scenario  scenarios.Scenario
	Seed      uint64
	Decisions []sim.Decision // round by round
	Notes     []game.Note    // on them
	Value     sim.Value      // the firm's true value after the last round

	mu    sync.Mutex
	start *sim.World // before the first round; only cloned
}

// An UnfinishedError is that a game has rounds left to play: until then the
// truth would spoil it.
type UnfinishedError struct {
	Played, Rounds int
	Round          string // what a round is called
}

func (e *UnfinishedError) Error() string {
	return words.Say("the debrief opens after the last %s; %d of %d have been played", words.Say(e.Round), e.Played, e.Rounds)
}

// Of is the finished game of a session. The error is an *UnfinishedError if it
// is not over.
func Of(g *game.Session) (*Game, error) {
	s := g.Scenario()
	value, over := g.Value()
	if !over {
		return nil, &UnfinishedError{g.Round() - 1, s.Market.Rounds, s.Round}
	}
	decisions, err := g.Decisions()
	if err != nil {
		return nil, err
	}
	return &Game{Scenario: s, Seed: g.Seed(), Decisions: decisions, Notes: g.Notes(), Value: value}, nil
}

// Read is the finished game of a log, which is played again and compared round
// by round. The error is what game.Replay gives for a log that does not agree,
// and an *UnfinishedError if the game is not over.
func Read(log game.Log, find game.Find) (*Game, error) {
	s, w, err := game.Replay(log, find)
	if err != nil {
		return nil, err
	}
	if !w.Over() {
		return nil, &UnfinishedError{len(log.Entries), s.Market.Rounds, s.Round}
	}
	decisions, err := log.Decisions()
	if err != nil {
		return nil, err
	}
	return &Game{Scenario: s, Seed: log.Header.Seed, Decisions: decisions, Notes: log.Notes(), Value: w.Value()}, nil
}

// Rounds is how many rounds were played.
func (g *Game) Rounds() int { return len(g.Decisions) }

// opened is a copy of the world before the first round; any number of workers
// may ask for theirs: the first makes it, and the others wait for it. One that
// rests half-way cannot be waited for, so whoever asks meanwhile makes it too.
func (g *Game) opened(rest rests) (*sim.World, error) {
	g.mu.Lock()
	start := g.start
	if start == nil && rest.slice != nil {
		g.mu.Unlock()
		w, err := g.made(g.Seed, rest)
		if err != nil {
			return nil, err
		}
		g.mu.Lock()
		start = w
	}
	defer g.mu.Unlock()
	if start == nil {
		w, err := g.made(g.Seed, rest)
		if err != nil {
			return nil, err
		}
		start = w
	}
	g.start = start
	return start.Clone(), nil
}

// schedule plays the team's decisions with some of them changed. Where another
// course leaves less to spend, spending is cut in proportion.
func (g *Game) schedule(changes ...Change) policy.Policy {
	d := append([]sim.Decision(nil), g.Decisions...)
	for _, c := range changes {
		d[c.Round-1] = c.Decision
	}
	return policy.Schedule(d)
}
