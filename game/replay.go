package game

import (
	"errors"

	"centricity/game/words"
	"centricity/scenarios"
	"centricity/sim"
)

// A Difference is where a log and its replay part.
type Difference struct {
	Line, Round  int
	Figure       string // what differs first
	Logged, Real any
}

func (d *Difference) Error() string {
	return words.Say("line %d: round %d differs from its replay: the log has %s %v, the replay gives %v",
		d.Line, d.Round, words.Say(d.Figure), d.Logged, d.Real)
}

// Find looks up a scenario by the name a log gives.
type Find func(name string) (scenarios.Scenario, error)

// remembered asks for each name once.
func remembered(find Find) Find {
	type answer struct {
		scenario scenarios.Scenario
		err      error
	}
	known := map[string]answer{}
	return func(name string) (scenarios.Scenario, error) {
		a, ok := known[name]
		if !ok {
			a.scenario, a.err = find(name)
			known[name] = a
		}
		return a.scenario, a.err
	}
}

// Replay plays a log again and compares every round. It returns the world
// after the last round that agrees, whose error, if any, is a *LogError or a
// *Difference.
func Replay(log Log, find Find) (scenarios.Scenario, *sim.World, error) {
	s, err := Identify(log, find)
	if err != nil {
		return s, nil, err
	}
	w, err := sim.New(s.Market, log.Header.Seed)
	if err != nil {
		return s, nil, &LogError{1, Told(err)}
	}
	return s, w, ReplayOn(w, log)
}

// Identify finds the scenario that a log was played on. The error is a
// *LogError that says why it cannot be replayed.
func Identify(log Log, find Find) (scenarios.Scenario, error) {
	h := log.Header
	if h.Model != sim.ModelVersion {
		return scenarios.Scenario{}, &LogError{1, words.Say(
			"the log was written by model version %d; this program has version %d and would give other results", h.Model, sim.ModelVersion)}
	}
	s, err := find(h.Scenario)
	if err != nil {
		return s, &LogError{1, Told(err)}
	}
	if got := s.Market.Hash().String(); got != h.Market {
		return s, &LogError{1, words.Say(
			"the log was played on another version of scenario %q (market %s, here %s)", h.Scenario, h.Market, got)}
	}
	return s, nil
}

// ReplayOn plays a log again on the world that its game began with, and leaves
// it after the last round that agrees.
func ReplayOn(w *sim.World, log Log) error {
	start := w.Clone() // once: a copy of every round would cost a sixth of the replay
	for i, e := range log.Entries {
		n := i + 2
		err := replayRound(w, e, n)
		if errors.As(err, new(*Difference)) {
			*w = *start
			if gone := again(w, log.Entries[:i]); gone != nil {
				return gone
			}
			return err
		}
		if err != nil {
			return err
		}
		if n == log.unsealed {
			return &LogError{n, words.Say("its figures are right, but its notes or the first line were edited: its seal does not fit")}
		}
	}
	return nil
}

// again plays rounds that are known to agree.
func again(w *sim.World, entries []Entry) error {
	for i, e := range entries {
		if err := replayRound(w, e, i+2); err != nil {
			return err
		}
	}
	return nil
}

func replayRound(w *sim.World, e Entry, line int) error {
	d, err := e.Decision.decode()
	if err != nil {
		return &LogError{line, err.Error()}
	}
	r, err := w.Play(d)
	if err != nil {
		return &LogError{line, words.Say("the decision of round %d is refused: %v", e.Round, Told(err))}
	}
	hash := r.Hash.String()
	if figure, logged, real := e.Figures.difference(figures(r)); figure != "" {
		return &Difference{line, e.Round, figure, logged, real}
	}
	if hash != e.Hash {
		return &Difference{line, e.Round, words.Mark("state hash"), e.Hash, hash}
	}
	return nil
}
