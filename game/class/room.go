package class

import (
	"slices"
	"strings"

	"centricity/game"
	"centricity/scenarios"
	"centricity/sim"
	"centricity/sim/experiment"
	"centricity/sim/policy"
)

// A File is something that was handed in.
type File struct {
	Name    string // as people find it
	Data    []byte // nil where it was not read
	Size    int64  // [bytes]
	Refused string // why it was not read, beside its size; empty otherwise
}

// A Team is a game that was verified.
type Team struct {
	Rank    int // by company value; equal values share a rank
	Name    string
	File    string
	Header  game.Header
	Value   sim.Value
	Reports []sim.Report
	Process Process
	Remarks []string // what the teacher should know, and what is no reason to leave it out

	Decisions []sim.Decision
	log       game.Log
}

// A Room is what a class handed in, verified and ranked.
type Room struct {
	Scenario scenarios.Scenario
	Seed     uint64
	Teams    []Team        // best first
	Flags    []Flag        // what is not ranked, in the order it was handed in
	Players  []game.Result // built-in, with the same customers and luck

	start *sim.World
}

// Verify replays every log on a number of workers (0: one for each core) and
// ranks those that belong to the class: the code's, or where there is none the
// one that most logs are of. The error says why there is no class at all.
func Verify(files []File, code *Code, find game.Find, workers int) (*Room, error) {
	entries := make([]entry, len(files))
	experiment.Each(len(files), workers, func(i int) { entries[i] = read(files[i]) })
	class, err := settle(entries, code, find)
	if err != nil {
		return nil, err
	}
	r := &Room{Scenario: class.scenario, Seed: class.header.Seed}
	if r.start, err = sim.New(r.Scenario.Market, r.Seed); err != nil {
		return nil, err
	}
	for i := range entries {
		entries[i].belongs(class)
	}
	experiment.Each(len(entries), workers, func(i int) { entries[i].replay(r.start, r.Scenario) })
	flagCopies(entries) // after that, so that no edited copy stands in the place of its original
	flagSecondLogs(entries)
	for _, e := range entries {
		if e.flag != nil {
			r.Flags = append(r.Flags, *e.flag)
		} else {
			r.Teams = append(r.Teams, e.team)
		}
	}
	r.rank()
	r.remarkTwins()
	return r, r.play(workers)
}

// rank sorts the teams by company value, and equal ones as they were handed in.
func (r *Room) rank() {
	slices.SortStableFunc(r.Teams, func(a, b Team) int {
		switch x, y := a.Value.Company(), b.Value.Company(); {
		case x > y:
			return -1
		case x < y:
			return 1
		}
		return 0
	})
	for i := range r.Teams {
		r.Teams[i].Rank = i + 1
		if i > 0 && r.Teams[i].Value.Company() == r.Teams[i-1].Value.Company() {
			r.Teams[i].Rank = r.Teams[i-1].Rank
		}
	}
}

// play lets the built-in players play the class's game.
func (r *Room) play(workers int) error {
	names := policy.Centric()
	r.Players = make([]game.Result, len(names))
	errs := make([]error, len(names))
	experiment.Each(len(names), workers, func(i int) {
		decide, _ := policy.Named(names[i])
		w := r.start.Clone()
		errs[i] = policy.Play(w, decide)
		r.Players[i] = game.Result{Name: names[i], Value: w.Value(), Paths: w.Reports()}
	})
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}

// Code is the code of the room's class; ok is false where its seed is too
// large for one.
func (r *Room) Code() (c Code, ok bool) {
	c, err := NewCode(r.Scenario, r.Seed)
	return c, err == nil
}

// teamOf is the team's name in a log, or else the file's without its ending.
func teamOf(log game.Log, file string) string {
	if log.Header.Team != "" {
		return log.Header.Team
	}
	name := file[strings.LastIndexAny(file, `/\`)+1:]
	if at := strings.LastIndexByte(name, '.'); at > 0 {
		name = name[:at]
	}
	return game.Clean(name, game.LongestTeam)
}
