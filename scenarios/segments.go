package scenarios

import (
	"slices"

	"centricity/sim"

	"gopkg.in/yaml.v3"
)

const maxSegments = 32 // as sim allows

// segments is the form of the market's segments: name → share, traits and
// correlations.
type segments struct{ to *[]sim.Segment }

func (f segments) read(r *reader, at string, n *yaml.Node) {
	*f.to = nil
	named{maxSegments, f.one}.read(r, at, n)
}

func (f segments) one(r *reader, name, at string, n *yaml.Node) {
	s := sim.DefaultSegment(name)
	s.Correlations = nil
	segmentKeys(&s).read(r, at, n)
	if _, told := r.places[at+".correlations"]; !told {
		s.Correlations = slices.DeleteFunc(slices.Clone(sim.DefaultCorrelations), func(c sim.Correlation) bool {
			return s.Traits[c.A].Spread == 0 || s.Traits[c.B].Spread == 0
		})
	}
	*f.to = append(*f.to, s)
}

func segmentKeys(s *sim.Segment) group {
	g := parameters(s, sim.SegmentParameters)
	for t := range sim.NumTraits {
		i := slices.IndexFunc(g, func(k key) bool { return k.name == sim.Trait(t).String() })
		g[i] = traitKey(g[i], &s.Traits[t])
	}
	return append(g, key{name: "correlations", doc: "Which traits go together, and how much.", form: correlations{s}})
}

// trait is the form of a trait: a mean and a spread, or a constant.
type trait struct {
	group
	marginal *sim.Marginal
}

func traitKey(k key, m *sim.Marginal) key {
	g := k.form.(group)
	mean, _ := g.key("mean")
	k.doc = mean.doc
	k.form = trait{append(g, key{name: "constant", doc: "The same for everyone.", form: mean.form}), m}
	return k
}

func (f trait) read(r *reader, at string, n *yaml.Node) {
	f.group.read(r, at, n)
	constant, ok := r.places[at+".constant"]
	if !ok {
		return
	}
	for _, other := range []string{".mean", ".spread"} {
		if _, both := r.places[at+other]; both {
			r.fail(constant, at+".constant", "%s has a constant and a mean or spread; write either {constant: 0.9} or {mean: 0.9, spread: 1}", at)
			return
		}
	}
	f.marginal.Spread = 0
}
