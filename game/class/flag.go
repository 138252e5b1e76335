package class

import (
	"errors"
	"fmt"

	"centricity/game"
	"centricity/game/words"
	"centricity/scenarios"
	"centricity/sim"
)

// A Flag is something handed in that is not ranked.
type Flag struct {
	File, Team string
	Kind       Kind
	Reason     string
}

// A Kind is why something is not ranked, in a word or two.
type Kind string

// The kinds, as a gradebook has them.
const (
	NotALog       Kind = "not a log"
	TooLarge      Kind = "too large"
	OtherVersion  Kind = "other version"
	OtherScenario Kind = "other scenario"
	OtherSeed     Kind = "other seed"
	IsPractice    Kind = "practice"
	CutOff        Kind = "cut off"
	Incomplete    Kind = "incomplete"
	Edited        Kind = "edited"
	Duplicate     Kind = "duplicate"
	SecondLog     Kind = "second log"
)

// Say is the kind as a person reads it.
func (k Kind) Say() string { return words.Say(string(k)) }

var _ = [...]string{
	words.Mark("not a log"), words.Mark("too large"), words.Mark("other version"), words.Mark("other scenario"),
	words.Mark("other seed"), words.Mark("practice"), words.Mark("cut off"), words.Mark("incomplete"),
	words.Mark("edited"), words.Mark("duplicate"), words.Mark("second log"),
}

// An entry is one file on its way through the checks.
type entry struct {
	file string
	log  game.Log
	team Team
	flag *Flag
}

func (e *entry) refuse(k Kind, reason string) {
	if e.flag == nil {
		e.flag = &Flag{e.file, teamOf(e.log, e.file), k, reason}
	}
}

// class is what the logs of one class have in common.
type class struct {
	header   game.Header
	scenario scenarios.Scenario
}

// belongs flags a log that is not of the class.
func (e *entry) belongs(c class) {
	h := e.log.Header
	switch {
	case e.flag != nil:
	case h.Practice:
		e.refuse(IsPractice, words.Say("it is of a practice game, which does not count"))
	case h.Scenario != c.header.Scenario:
		e.refuse(OtherScenario, words.Say("it is of scenario %q; the class played %q", h.Scenario, c.header.Scenario))
	case h.Market != c.header.Market:
		e.refuse(OtherScenario, words.Say("it is of another version of scenario %q than the class's", h.Scenario))
	case h.Seed != c.header.Seed:
		e.refuse(OtherSeed, words.Say("it is of game number %d; the class's is %d", h.Seed, c.header.Seed))
	}
}

// replay plays a log again, and flags it if it differs or ends early.
func (e *entry) replay(start *sim.World, s scenarios.Scenario) {
	if e.flag != nil {
		return
	}
	w := start.Clone()
	err := game.ReplayOn(w, e.log)
	decisions, derr := e.log.Decisions()
	switch err = errors.Join(err, derr); {
	case err != nil:
		e.refuse(Edited, err.Error())
	case e.log.Torn:
		e.refuse(CutOff, words.Say("its last line has no end: it was cut off after %d of %d %s", w.Round(), s.Market.Rounds, words.Many(words.Say(s.Round))))
	case !w.Over():
		e.refuse(Incomplete, words.Say("it ends after %d of %d %s", w.Round(), s.Market.Rounds, words.Many(words.Say(s.Round))))
	default:
		e.team = Team{
			Name: teamOf(e.log, e.file), File: e.file, Header: e.log.Header, Value: w.Value(), Reports: w.Reports(),
			Decisions: decisions, log: e.log,
		}
		e.team.Process = process(e.log, s.Market.Brief(), decisions, e.team.Reports)
		if n := e.log.Header.Restarts; n > 0 {
			e.team.Remarks = append(e.team.Remarks, words.Say("begun %d times before on the same machine", n))
		}
	}
}

// flagCopies flags every log that is the same as an earlier one that is right.
func flagCopies(entries []entry) {
	first := map[string]string{}
	for i := range entries {
		e := &entries[i]
		if e.flag != nil {
			continue
		}
		if was, again := first[e.log.Seal()]; again {
			e.refuse(Duplicate, words.Say("it is the same log as %s", was))
			continue
		}
		first[e.log.Seal()] = e.file
	}
}

// flagSecondLogs lets one log of each team count: the one that was begun first,
// as far as the logs tell, or else the one handed in first.
func flagSecondLogs(entries []entry) {
	best := map[string]int{}
	for i := range entries {
		e := &entries[i]
		if e.flag != nil || e.log.Header.Team == "" {
			continue
		}
		was, again := best[e.log.Header.Team]
		switch {
		case !again:
			best[e.log.Header.Team] = i
		case e.log.Header.Restarts < entries[was].log.Header.Restarts:
			entries[was].refuse(SecondLog, words.Say("team %q also handed in %s, which was begun earlier and counts", e.log.Header.Team, e.file))
			best[e.log.Header.Team] = i
		default:
			e.refuse(SecondLog, words.Say("team %q also handed in %s, which counts", e.log.Header.Team, entries[was].file))
		}
	}
}

// remarkTwins tells teams whose decisions are the same in every round.
func (r *Room) remarkTwins() {
	first := map[string]int{}
	for i := range r.Teams {
		t := &r.Teams[i]
		key := fmt.Sprint(t.Decisions)
		if was, again := first[key]; again {
			t.Remarks = append(t.Remarks, words.Say("every decision is the same as of %s", r.Teams[was].Name))
			continue
		}
		first[key] = i
	}
}
