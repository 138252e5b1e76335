package lab

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"centricity/game"
	"centricity/scenarios"
	"centricity/sim"
)

// Bounds of the protocol.
const (
	longestLine = 1 << 20 // [bytes]
	mostGames   = 10_000
	mostPeople  = 10_000_000 // in all open games; a person takes about 100 bytes
)

// host keeps the games that a program plays.
type host struct {
	out    *json.Encoder
	games  map[int]*played
	last   int
	people int
}

// played is one of them.
type played struct {
	scenario scenarios.Scenario
	world    *sim.World
}

func newHost(out io.Writer) *host {
	e := json.NewEncoder(out)
	e.SetEscapeHTML(false)
	return &host{out: e, games: map[int]*played{}}
}

// request is a line from the program.
type request struct {
	ID       json.RawMessage   `json:"id"`
	Do       string            `json:"do"`
	Game     int               `json:"game"`
	Scenario string            `json:"scenario"`
	Seed     json.Number       `json:"seed"`
	Set      map[string]string `json:"set"`
	Decision json.RawMessage   `json:"decision"`
}

// reply is a line to the program.
type reply struct {
	ID          json.RawMessage `json:"id,omitempty"`
	Game        int             `json:"game,omitempty"`
	Observation *observation    `json:"observation,omitempty"`
	Scenario    *setting        `json:"scenario,omitempty"`
	Reports     []report        `json:"reports,omitempty"`
	Report      *report         `json:"report,omitempty"`
	Refused     *[]refusal      `json:"refused,omitempty"`
	Error       string          `json:"error,omitempty"`
}

// observation is where a game stands.
type observation struct {
	Round     int       `json:"round"` // to be decided next, or the last
	Rounds    int       `json:"rounds"`
	Over      bool      `json:"over"`
	Available sim.Money `json:"available"`
	Price     sim.Money `json:"price"`
	Value     *value    `json:"value,omitempty"`
}

type refusal struct {
	Path    string `json:"path"`
	Message string `json:"message"`
}

func (h *host) answer(line []byte) reply {
	var q request
	d := json.NewDecoder(bytes.NewReader(line))
	d.DisallowUnknownFields()
	if err := d.Decode(&q); err != nil {
		return reply{Error: notARequest(err)}
	}
	if _, err := d.Token(); err != io.EOF {
		return reply{ID: q.ID, Error: "there is something behind the request; write one JSON object a line"}
	}
	a, err := h.do(q)
	if err != nil {
		a = reply{Error: game.Printable(err.Error())}
	}
	a.ID = q.ID
	return a
}

func notARequest(err error) string {
	var wrong *json.UnmarshalTypeError
	if errors.As(err, &wrong) {
		return fmt.Sprintf("%s cannot be %s", orElse(wrong.Field, "a request"), game.Kind(wrong.Value))
	}
	if field, unknown := strings.CutPrefix(err.Error(), "json: unknown field "); unknown {
		return "a request has no field " + shorten(field)
	}
	return "the line is not a JSON object"
}

func orElse(s, other string) string {
	if s == "" {
		return other
	}
	return s
}

func (h *host) do(q request) (reply, error) {
	if q.Do == "reset" {
		return h.reset(q)
	}
	g, ok := h.games[q.Game]
	switch {
	case q.Do == "":
		return reply{}, errors.New(`a request says what to "do": reset, observe, check, step, clone or close`)
	case !strings.Contains(" observe check step clone close ", " "+q.Do+" "):
		return reply{}, fmt.Errorf("there is no %q to do; it is one of reset, observe, check, step, clone, close", shorten(q.Do))
	case !ok:
		return reply{}, fmt.Errorf("there is no game %d; reset gives one", q.Game)
	}
	a := reply{Game: q.Game}
	switch q.Do {
	case "observe":
		a.Observation, a.Reports = g.observe(), g.reports()
	case "clone":
		if err := h.room(g.scenario.Market.People); err != nil {
			return reply{}, err
		}
		a.Game = h.keep(&played{g.scenario, g.world.Clone()})
		a.Observation = g.observe()
	case "close":
		h.people -= g.scenario.Market.People
		delete(h.games, q.Game)
	case "check", "step":
		if q.Decision == nil {
			return reply{}, fmt.Errorf(`%s needs a "decision"`, q.Do)
		}
		d, err := game.ParseDecision(q.Decision)
		if err != nil {
			return reply{}, fmt.Errorf("the decision: %w", err)
		}
		if q.Do == "check" {
			list := refusals(g.world.Check(d))
			a.Refused = &list
			return a, nil
		}
		r, err := g.world.Play(d)
		if err != nil {
			return reply{}, fmt.Errorf("the decision is refused: %s", strings.ReplaceAll(err.Error(), "\n", "; "))
		}
		out := newReport(r, g.scenario.Market)
		a.Report, a.Observation = &out, g.observe()
	}
	return a, nil
}

func refusals(err error) []refusal {
	list := []refusal{}
	var p sim.Problems
	if err != nil && !errors.As(err, &p) {
		p = sim.Problems{{Path: "round", Message: err.Error()}}
	}
	for _, x := range p {
		list = append(list, refusal{x.Path, x.Message})
	}
	return list
}

func (h *host) reset(q request) (reply, error) {
	if q.Scenario == "" {
		return reply{}, errors.New(`reset needs a "scenario": ` + strings.Join(scenarios.Names(), ", ") + ", or a file")
	}
	var number seed
	if q.Seed == "" {
		q.Seed = "1"
	}
	if err := number.Set(q.Seed.String()); err != nil {
		return reply{}, err
	}
	s, err := scenarioWith(q.Scenario, q.Set)
	if err != nil {
		return reply{}, err
	}
	if err := h.room(s.Market.People); err != nil {
		return reply{}, err
	}
	w, err := sim.New(s.Market, uint64(number))
	if err != nil {
		return reply{}, err
	}
	g := &played{s, w}
	return reply{Game: h.keep(g), Observation: g.observe(), Scenario: newSetting(s, w.Brief()), Reports: g.reports()}, nil
}

// scenarioWith is a scenario with fields set by path.
func scenarioWith(name string, set map[string]string) (scenarios.Scenario, error) {
	if len(set) == 0 {
		return scenarios.Find(name)
	}
	d, err := scenarios.Read(name)
	if err != nil {
		return scenarios.Scenario{}, err
	}
	for _, path := range slices.Sorted(maps.Keys(set)) {
		if d, err = d.Override(scenarios.Override{Path: path, Value: set[path], At: scenarios.Place{File: "set", Line: 1, Column: 1}}); err != nil {
			return scenarios.Scenario{}, err
		}
	}
	return d.Scenario()
}

// room refuses a game that would be one too many.
func (h *host) room(people int) error {
	if len(h.games) >= mostGames || h.people+people > mostPeople {
		return fmt.Errorf("%d games with %s people are open; close some first", len(h.games), grouped(int64(h.people)))
	}
	return nil
}

func (h *host) keep(g *played) int {
	h.last++
	h.games[h.last] = g
	h.people += g.scenario.Market.People
	return h.last
}

func (g *played) observe() *observation {
	w := g.world
	o := &observation{
		Round: min(w.Round()+1, g.scenario.Market.Rounds), Rounds: g.scenario.Market.Rounds, Over: w.Over(),
		Available: w.Available(), Price: w.Price(),
	}
	if o.Over {
		v := w.Value()
		o.Value = &value{v.Cash, v.Equity, v.Company()}
	}
	return o
}

func (g *played) reports() []report {
	list := []report{}
	for _, r := range g.world.Reports() {
		list = append(list, newReport(r, g.scenario.Market))
	}
	return list
}
