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
	group{
		{name: "says", required: true, doc: "the lesson in a few sentences.", form: text{to: &f.to.Says, most: 1000}},
		{name: "holds", required: true, doc: "the claims that must hold for it.", form: claims{&f.to.Holds}},
	}.read(r, at, n)
}

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
	g := group{
		{name: "of", doc: "What is measured; company value where nothing is said.", form: measure{&f.to.Of}},
		{name: "a", required: true, doc: "how it is played: the name of a built-in policy, or a map with more.", form: playing{&f.to.A}},
		{name: "b", doc: "What it is compared with.", form: playing{&f.to.B}},
	}
	for k := range experiment.ClaimKind(experiment.NumKinds) {
		g = append(g, key{name: k.String(), doc: "What is claimed, and its bound.", form: claimed{f.to, k}})
	}
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

// claimed is the form of a claim's bound; the key says the kind.
type claimed struct {
	to   *experiment.Claim
	kind experiment.ClaimKind
}

func (f claimed) read(r *reader, at string, n *yaml.Node) {
	f.to.Kind = f.kind
	size{&f.to.Bound, "share or multiple"}.read(r, at, n)
}

// levers is the form of a list of levers.
func levers(to *[]sim.Lever) chosen {
	return chosen{words: words[sim.Lever](sim.NumLevers), add: func(i int) { *to = append(*to, sim.Lever(i)) }}
}
