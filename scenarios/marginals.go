package scenarios

import (
	"slices"

	"centricity/sim"

	"gopkg.in/yaml.v3"
)

// families are the marginals other than the lognormal, with the names of
// their two parameters.
var families = []struct {
	family sim.Family
	a, b   string
	doc    string
}{
	{sim.Gamma, "shape", "rate", "A gamma distribution, as in NBD and Pareto/NBD."},
	{sim.InverseGamma, "shape", "scale", "An inverse gamma distribution, as the mean spend of gamma-gamma."},
	{sim.Beta, "a", "b", "A beta distribution of the probability of leaving, as in sBG."},
}

// wholeWays are the keys that describe a trait on their own.
var wholeWays = func() []string {
	ways := []string{"constant"}
	for _, f := range families {
		ways = append(ways, f.family.String())
	}
	return ways
}()

// familyKeys are the keys of a trait that draw it from a family of its own.
func familyKeys(m *sim.Marginal) (g group) {
	for _, f := range families {
		g = append(g, key{name: f.family.String(), doc: f.doc, form: family{m, f.family, f.a, f.b}})
	}
	return g
}

// family is the form of a family's two parameters. Such a trait has neither
// mean nor spread: it is drawn as the family says, whatever heterogeneity is.
type family struct {
	to     *sim.Marginal
	family sim.Family
	a, b   string
}

func (f family) read(r *reader, at string, n *yaml.Node) {
	m := sim.Marginal{Family: f.family}
	f.keys(&m).read(r, at, n)
	*f.to = m
	if r.per != "" {
		r.fail(r.places[at], at, oneDistribution, "%s is given for a round; take per away", at)
	}
}

func (f family) keys(m *sim.Marginal) group {
	return group{
		{name: f.a, required: true, doc: "Its first parameter.", form: positive{&m.A}},
		{name: f.b, required: true, doc: "Its second parameter.", form: positive{&m.B}},
	}
}

func (f family) describe() shape { return f.keys(f.to).describe() }

func (f positive) describe() shape {
	value := ""
	if *f.to != 0 {
		value = plain(*f.to)
	}
	return shape{takes: say("number"), bounds: say("above 0"), value: value, example: "2", schema: schema{"type": "number", "exclusiveMinimum": 0}}
}

// positive is the form of a number above 0.
type positive struct{ to *float64 }

func (f positive) read(r *reader, at string, n *yaml.Node) {
	x, ok := r.number(at, n, "a number above 0")
	if ok && x <= 0 {
		r.fail(n, at, outOfBounds, "%s is %s; it must be above 0", at, quoteNumber(n))
		return
	}
	*f.to = x
}

// one tells off a trait that is described in more than one way: by a mean or
// spread, as a constant, or by a family.
func (f trait) one(r *reader, at string) {
	var given []string
	for _, k := range append(slices.Clone(wholeWays), "mean", "spread") {
		if _, ok := r.places[at+"."+k]; ok {
			given = append(given, k)
		}
	}
	if len(given) > 1 && slices.Contains(wholeWays, given[0]) {
		r.fail(r.places[at+"."+given[0]], at+"."+given[0], oneDistribution,
			"%s has %s and %s; describe it in one way, as in {mean: 0.9, spread: 1}, {constant: 0.9} or {gamma: {shape: 0.5, rate: 2}}", at, given[0], given[1])
	}
}
