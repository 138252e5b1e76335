package game

import (
	"errors"
	"fmt"
	"iter"
	"strings"

	"centricity/game/words"
	"centricity/scenarios"
	"centricity/sim"
)

// A Session is one firm's game: the world so far, the decision being prepared,
// and the log that every committed round is written to.
type Session struct {
	scenario scenarios.Scenario
	start    *sim.World // before the first round; nil until something needs it
	world    *sim.World
	draft    sim.Decision
	note     Note   // on it
	notes    []Note // on the rounds played
	shelf    Shelf
	name     string // of the log on the shelf
	log      []byte
	seal     string // of the log's last line
	practice bool
	team     string
}

// Suffixes of what a session keeps on its shelf.
const (
	logSuffix   = ".log"
	draftSuffix = ".draft"
)

// A Setup says how a game is begun.
type Setup struct {
	Seed     uint64
	Team     string // who plays; may be empty
	Practice bool   // with other customers than the seed's, and rounds can be taken back
}

// PracticeSeed is where practice for a game is played: for no seed is it the
// seed itself, and it is above 2^63 for every seed that a class code can carry,
// so that practice meets no class's customers.
func PracticeSeed(seed uint64) uint64 {
	const top = 1 << 63
	mixed := (seed ^ seed>>31) * 0x9e3779b97f4a7c15 // Fibonacci hashing spreads neighbours
	return mixed&^top | (seed^top)&top
}

// Start opens a new game and writes the first line of its log.
func Start(s scenarios.Scenario, seed uint64, shelf Shelf) (*Session, error) {
	return Begin(s, Setup{Seed: seed}, shelf)
}

// Begin is Start for a team, or for practice.
func Begin(s scenarios.Scenario, with Setup, shelf Shelf) (*Session, error) {
	seed, base := with.Seed, fmt.Sprintf("%s-%d", fileName(s.Name), with.Seed)
	if with.Practice {
		seed, base = PracticeSeed(seed), fmt.Sprintf("%s-practice-%d", fileName(s.Name), with.Seed)
	}
	w, err := sim.New(s.Market, seed)
	if err != nil {
		return nil, err
	}
	g := &Session{scenario: s, start: w, world: w.Clone(), shelf: shelf, draft: opening(w), practice: with.Practice}
	h := header(s.Name, s.Market, seed)
	h.Team, h.Practice, h.Restarts = Clean(strings.TrimSpace(with.Team), LongestTeam), with.Practice, begun(shelf, base, h)
	g.log, g.team = line(h), h.Team
	g.seal = seal("", g.log)
	g.name, err = create(shelf, base, g.log)
	if err != nil {
		return nil, fmt.Errorf(words.Say("the game cannot be saved: %w"), err)
	}
	return g, nil
}

// opening is the draft a player starts from: what the incumbent did, as far as
// it is still allowed.
func opening(w *sim.World) sim.Decision {
	b := w.Brief()
	d := onward(b.Incumbent, w)
	if d.Total() > w.Available() {
		d.Spend = [sim.NumLevers]sim.Money{}
	}
	for i, open := range b.Levers {
		if !open {
			d.Spend[i] = 0
		}
	}
	return d
}

// Unfinished names the most recent game on the shelf that has rounds left to
// play; ok is false if there is none. Logs it cannot read are passed over.
func Unfinished(shelf Shelf, find Find) (name string, ok bool) {
	names, err := shelf.Names()
	if err != nil {
		return "", false
	}
	find = remembered(find) // thousands of logs name a few scenarios
	for i := len(names) - 1; i >= 0; i-- {
		name, isLog := strings.CutSuffix(names[i], logSuffix)
		if !isLog {
			continue
		}
		data, err := shelf.Read(names[i])
		if err != nil || len(data) > MaxLog {
			continue
		}
		log, err := Parse(data)
		if err != nil {
			continue
		}
		s, err := find(log.Header.Scenario)
		if err == nil && len(log.Entries) < s.Market.Rounds && s.Market.Hash().String() == log.Header.Market {
			return name, true
		}
	}
	return "", false
}

// Resume replays a game from the shelf and goes on where it stopped. A last
// line that was being written when the program was stopped is dropped.
func Resume(shelf Shelf, name string, find Find) (*Session, error) {
	data, err := shelf.Read(name + logSuffix)
	if err != nil {
		return nil, fmt.Errorf(words.Say("the saved game %q: %w"), name, err)
	}
	if len(data) > MaxLog {
		return nil, errors.New(words.Say("the saved game %q is larger than a log can be", name))
	}
	log, err := Parse(data)
	if err != nil {
		return nil, fmt.Errorf(words.Say("the saved game %q: %w"), name, err)
	}
	if log.Torn {
		data = data[:strings.LastIndexByte(string(data), '\n')+1]
		if err := shelf.Replace(name+logSuffix, data); err != nil {
			return nil, fmt.Errorf(words.Say("the saved game %q cannot be mended: %w"), name, err)
		}
	}
	s, w, err := Replay(log, find)
	if err != nil {
		return nil, fmt.Errorf(words.Say("the saved game %q: %w"), name, err)
	}
	g := &Session{scenario: s, world: w, shelf: shelf, name: name, log: data, seal: log.seal, practice: log.Header.Practice, team: log.Header.Team, notes: log.Notes()}
	g.draft = g.nextDraft()
	if kept, note, ok := g.keptDraft(); ok {
		g.draft, g.note = kept, note
	}
	return g, nil
}

// keptDraft reads the decision that was being prepared for this round.
func (g *Session) keptDraft() (sim.Decision, Note, bool) {
	data, err := g.shelf.Read(g.name + draftSuffix)
	if err != nil || len(data) > maxLine {
		return sim.Decision{}, Note{}, false
	}
	var e Entry
	if strict(data, &e) != nil || e.Round != g.world.Round()+1 || e.Note.check(g.practice) != nil {
		return sim.Decision{}, Note{}, false
	}
	d, err := e.Decision.decode()
	return d, e.Note, err == nil
}

// nextDraft starts a round from the last one's decision.
func (g *Session) nextDraft() sim.Decision {
	log, err := Parse(g.log)
	if err != nil || len(log.Entries) == 0 {
		return opening(g.world)
	}
	d, err := log.Entries[len(log.Entries)-1].Decision.decode()
	if err != nil {
		return opening(g.world)
	}
	return onward(d, g.world)
}

// onward is the draft that follows a decision: the same again, but without its
// test, which holds customers out at a cost and so is asked for each time.
func onward(d sim.Decision, w *sim.World) sim.Decision {
	d.Trial = sim.Trial{}
	if d.Price == 0 {
		d.Price = w.Price()
	}
	return d
}

// opened is a copy of the world before the first round.
func (g *Session) opened() (*sim.World, error) {
	if g.start == nil {
		w, err := sim.New(g.scenario.Market, g.Seed())
		if err != nil {
			return nil, err
		}
		g.start = w
	}
	return g.start.Clone(), nil
}

// Scenario is what is being played.
func (g *Session) Scenario() scenarios.Scenario { return g.scenario }

// Name is the game's name on its shelf.
func (g *Session) Name() string { return g.name }

// Log is the log so far, as it is handed in.
func (g *Session) Log() []byte { return g.log }

// Brief is what the firm knows of its market.
func (g *Session) Brief() sim.Brief { return g.world.Brief() }

// Seed is the game's seed.
func (g *Session) Seed() uint64 { return g.world.Seed() }

// Round is the number of the round being decided, or of the last one when the
// game is over.
func (g *Session) Round() int { return min(g.world.Round()+1, g.Brief().Rounds) }

// Over tells whether every round has been played.
func (g *Session) Over() bool { return g.world.Over() }

// Reports are all rounds so far, history first.
func (g *Session) Reports() []sim.Report { return g.world.Reports() }

// Records are what the firm has on file about its customers.
func (g *Session) Records() iter.Seq[sim.Record] { return g.world.Records() }

// Foreknow is how well the firm would know its present customers after each of
// the next rounds with the research of a decision, as sim tells it.
func (g *Session) Foreknow(d sim.Decision, rounds int) []float64 { return g.world.Foreknow(d, rounds) }

// Available is what the draft may spend.
func (g *Session) Available() sim.Money { return g.world.Available() }

// Draft is the decision being prepared.
func (g *Session) Draft() sim.Decision { return g.draft }

// SetDraft changes the decision being prepared, whether or not it is legal.
func (g *Session) SetDraft(d sim.Decision) { g.draft = d }

// KeepDraft puts the draft on the shelf, so that a closed window loses nothing.
func (g *Session) KeepDraft() error {
	e := Entry{Round: g.world.Round() + 1, Decision: encode(g.draft), Note: g.note.clean()}
	return g.shelf.Replace(g.name+draftSuffix, line(e))
}

// Note is what the log will keep of how the draft was made.
func (g *Session) Note() Note { return g.note }

// SetNote changes it. How often a round was taken back is the session's own to
// count.
func (g *Session) SetNote(n Note) {
	n.Undone = g.note.Undone
	g.note = n
}

// Notes are those on the rounds played.
func (g *Session) Notes() []Note { return g.notes }

// Team is who plays; empty if nobody said.
func (g *Session) Team() string { return g.team }

// Practice tells whether this is practice.
func (g *Session) Practice() bool { return g.practice }

// Refusals are the reasons why the draft cannot be committed; none if it can.
func (g *Session) Refusals() sim.Problems {
	var p sim.Problems
	if err := g.world.Check(g.draft); err != nil && !errors.As(err, &p) {
		p = sim.Problems{{Path: "round", Message: err.Error()}}
	}
	return p
}

// Commit plays the draft. The round counts once it is in the log: if it cannot
// be saved, nothing has happened.
func (g *Session) Commit() (sim.Report, error) {
	next := g.world.Clone()
	r, err := next.Play(g.draft)
	if err != nil {
		return sim.Report{}, err
	}
	e := entry(g.draft, r, g.note.clean()).sealed(g.seal)
	l := line(e)
	if err := g.save(l); err != nil {
		return sim.Report{}, fmt.Errorf(words.Say("the round was not played because it cannot be saved: %w"), err)
	}
	g.log = append(g.log, l...)
	g.world, g.seal = next, e.Seal
	g.notes = append(g.notes, e.Note)
	g.note = Note{By: g.note.By}
	_ = g.shelf.Remove(g.name + draftSuffix) // a stale draft names its round and is passed over
	g.draft = onward(g.draft, g.world)
	return r, nil
}

// Value is the firm's true value. It is told when the game is over.
func (g *Session) Value() (v sim.Value, ok bool) {
	if !g.Over() {
		return sim.Value{}, false
	}
	return g.world.Value(), true
}

// Customers is how many the firm truly has, whatever its books say. It is told
// when the game is over.
func (g *Session) Customers() (n int, ok bool) {
	if !g.Over() {
		return 0, false
	}
	for c := range g.world.Customers() {
		if c.Active {
			n++
		}
	}
	return n, true
}
