package scenarios

import (
	"strconv"

	"centricity/sim"

	"gopkg.in/yaml.v3"
)

const maxShocks = 32 // as sim allows

// shocks is the form of the list of what befalls the market.
type shocks struct{ to *[]sim.Shock }

func (f shocks) read(r *reader, at string, n *yaml.Node) {
	list, ok := r.items(at, n)
	if !ok {
		return
	}
	if len(list) > maxShocks {
		r.fail(list[maxShocks], at, wrongCount, "%s has %d entries; at most %d are allowed", at, len(list), maxShocks)
		return
	}
	for i, item := range list {
		before := len(r.errs)
		s := sim.Shock{Length: 1}
		shockKeys(&s).read(r, join(at, strconv.Itoa(i+1)), item)
		if len(r.errs) > before {
			continue
		}
		for _, p := range problemsOf(s) {
			var hint Phrase
			if p := (sim.Shock{Kind: s.Kind, Round: s.Round, Chance: s.Chance, Length: s.Length, Size: s.Size / 100}); s.Size > 1 && len(problemsOf(p)) == 0 {
				hint = say("; did you mean %s%%?", plain(s.Size))
			}
			r.fail(item, at, badShock, "%s%s", of(p), hint)
		}
		*f.to = append(*f.to, s)
	}
}

// problemsOf is what the core says of a shock on its own, so that it is told
// where the shock stands.
func problemsOf(s sim.Shock) sim.Problems {
	m := sim.DefaultMarket()
	m.Shocks = []sim.Shock{s}
	problems, _ := m.Validate().(sim.Problems)
	return problems
}

func shockKeys(s *sim.Shock) group {
	return group{
		{name: "kind", required: true, doc: "one of %s.", of: words[sim.ShockKind](sim.NumShocks), form: kind{&s.Kind}},
		{name: "round", doc: "In which it begins, where it is certain.", form: count{&s.Round, 1, 1000, "round"}},
		{name: "chance", doc: "Of beginning in a round, where it is not.", form: size{&s.Chance, "chance"}},
		{name: "rounds", doc: "How many it lasts.", form: count{&s.Length, 1, 1000, "rounds"}},
		{name: "size", required: true, doc: "how strong it is, like 30%.", form: size{&s.Size, "share"}},
	}
}

// kind is the form of a shock's kind.
type kind struct{ to *sim.ShockKind }

func (f kind) read(r *reader, at string, n *yaml.Node) {
	if i, ok := r.choose(at, n, words[sim.ShockKind](sim.NumShocks)); ok {
		*f.to = sim.ShockKind(i)
	}
}

// count is the form of a whole number.
type count struct {
	to        *int
	low, high float64
	unit      string
}

func (f count) read(r *reader, at string, n *yaml.Node) {
	if x, ok := r.bounded(at, n, f.unit, f.low, f.high, 1); ok {
		*f.to = int(x)
	}
}

// size is the form of a number whose bounds are judged elsewhere.
type size struct {
	to   *float64
	unit string
}

func (f size) read(r *reader, at string, n *yaml.Node) {
	if x, ok := r.number(at, n, f.unit); ok {
		*f.to = x
	}
}

func (f shocks) describe() shape {
	s := shape{
		takes: say("list of %s", say("shocks")), bounds: say("up to %d", maxShocks), example: "[{kind: recession, round: 3, rounds: 2, size: 20%}]",
		each: &key{name: "N", form: shockKeys(&sim.Shock{Length: 1})}, most: maxShocks,
	}
	for i := range *f.to {
		s.entries = append(s.entries, key{name: strconv.Itoa(i + 1), form: shockKeys(&(*f.to)[i])})
	}
	return s
}

func (f kind) describe() shape { return oneOf(words[sim.ShockKind](sim.NumShocks), f.to.String()) }

func (f count) describe() shape {
	value := ""
	if *f.to != 0 {
		value = strconv.Itoa(*f.to)
	}
	s := counted(f.unit, int64(f.low), int64(f.high), int64(*f.to), "3")
	s.value = value
	return s
}

func (f size) describe() shape {
	value := ""
	if *f.to != 0 {
		value = plain(*f.to)
	}
	s := quantity(f.unit, 0, 0, value, "30%")
	s.bounds = Phrase{}
	s.schema = schema{"type": []any{"number", "string"}}
	return s
}

// scale multiplies the number.
func (f size) scale(by float64) bool {
	*f.to = product(*f.to, by)
	return true
}
