package scenarios

import (
	"strconv"

	"centricity/sim"
	"centricity/sim/experiment"

	"gopkg.in/yaml.v3"
)

// lesson is the form of what a scenario teaches.
type lesson struct{ to *Lesson }

func (f lesson) read(r *reader, at string, n *yaml.Node) {
	f.keys().read(r, at, n)
}

func (f lesson) keys() group {
	return group{
		{name: "says", required: true, doc: "the lesson in a few sentences.", form: text{to: &f.to.Says, most: 1000}},
		{name: "holds", required: true, doc: "the claims that must hold for it.", form: claims{&f.to.Holds}},
	}
}

func (f lesson) describe() shape { return f.keys().describe() }

const maxClaims = 16

// claims is the form of the list of a lesson's claims.
type claims struct{ to *[]experiment.Claim }

func (f claims) read(r *reader, at string, n *yaml.Node) {
	list, ok := r.items(at, n)
	if !ok {
		return
	}
	if len(list) == 0 || len(list) > maxClaims {
		r.fail(n, at, wrongCount, "%s has %d entries; a lesson has 1 to %d claims", at, len(list), maxClaims)
		return
	}
	for i, item := range list {
		var c experiment.Claim
		claim{&c}.read(r, join(at, strconv.Itoa(i+1)), item)
		*f.to = append(*f.to, c)
	}
}

// claim is the form of one claim: what is measured, under which plays, and
// one key that says what is claimed and holds its bound.
type claim struct{ to *experiment.Claim }

func (f claim) read(r *reader, at string, n *yaml.Node) {
	kinds := words[experiment.ClaimKind](experiment.NumKinds)
	g := f.keys()
	before := len(r.errs)
	g.read(r, at, n)
	if len(r.errs) > before {
		return
	}
	var given []string
	for _, k := range kinds {
		if _, ok := r.places[join(at, k)]; ok {
			given = append(given, k)
		}
	}
	_, compared := r.places[join(at, "b")]
	switch {
	case len(given) == 0:
		r.fail(n, at, badClaim, "nothing is claimed; say one of %s", list(kinds))
	case len(given) > 1:
		r.fail(r.places[join(at, given[1])], at, badClaim, "both %s and %s are claimed; make two claims of them", given[0], given[1])
	case f.to.Kind.Pair() && !compared:
		r.fail(n, at, badClaim, "%s compares a with b; say what b is", f.to.Kind)
	case !f.to.Kind.Pair() && compared:
		r.fail(r.places[join(at, "b")], at, badClaim, "%s concerns a alone; take b away", f.to.Kind)
	}
}

// measure is the form of what is measured.
type measure struct{ to *experiment.Measure }

func (f measure) read(r *reader, at string, n *yaml.Node) {
	if i, ok := r.choose(at, n, words[experiment.Measure](experiment.NumMeasures)); ok {
		*f.to = experiment.Measure(i)
	}
}

const claimUnit = "share or multiple"

// claimed is the form of a claim's bound; the key says the kind.
type claimed struct {
	to   *experiment.Claim
	kind experiment.ClaimKind
}

func (f claimed) read(r *reader, at string, n *yaml.Node) {
	f.to.Kind = f.kind
	size{&f.to.Bound, claimUnit}.read(r, at, n)
}

// levers is the form of a list of levers.
func levers(to *[]sim.Lever) chosen {
	return chosen{words: words[sim.Lever](sim.NumLevers), add: func(i int) { *to = append(*to, sim.Lever(i)) }}
}

func (f claims) describe() shape {
	s := shape{
		takes: say("list of %s", say("claims")), bounds: say("%d to %d", 1, maxClaims), example: "[{a: balanced, b: price-centric, higher by: 5%}]",
		each: &key{name: "N", form: claim{&experiment.Claim{}}}, least: 1, most: maxClaims,
	}
	for i := range *f.to {
		s.entries = append(s.entries, key{name: strconv.Itoa(i + 1), form: claim{&(*f.to)[i]}})
	}
	return s
}

func (f claim) describe() shape {
	if f.to.A.Policy != "" {
		return shape{takes: say("claim"), value: f.to.String()}
	}
	return f.keys().describe()
}

func (f claim) keys() group {
	g := group{
		{name: "of", doc: "What is measured; company value where nothing is said.", form: measure{&f.to.Of}},
		{name: "a", required: true, doc: "how it is played: the name of a built-in policy, or a map with more.", form: playing{&f.to.A}},
		{name: "b", doc: "What it is compared with.", form: playing{&f.to.B}},
	}
	for k := range experiment.ClaimKind(experiment.NumKinds) {
		g = append(g, key{name: k.String(), doc: claimDocs[k], form: claimed{f.to, k}})
	}
	return g
}

// claimDocs say what each kind of claim claims.
var claimDocs = [experiment.NumKinds]string{
	experiment.Higher:  "That the mean under a is above the mean under b by this share of it, or more.",
	experiment.Alike:   "That the mean under a differs from the mean under b by this share of it, at most.",
	experiment.Wider:   "That luck spreads the result under a this many times as widely as under b, or more.",
	experiment.AtLeast: "That the mean under a is this or more.",
	experiment.AtMost:  "That the mean under a is this or less.",
}

func (f measure) describe() shape {
	return oneOf(words[experiment.Measure](experiment.NumMeasures), f.to.String())
}

func (f claimed) describe() shape {
	return quantity(claimUnit, -1e9, 1e9, "", map[bool]string{true: "5%", false: "3"}[f.kind == experiment.Higher || f.kind == experiment.Alike])
}
