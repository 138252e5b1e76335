package scenarios

import (
	"slices"

	"centricity/sim"

	"gopkg.in/yaml.v3"
)

const maxSegments = 32 // as sim allows

// segments is the form of the market's segments: name → share, traits and
// correlations.
type segments struct{ market *sim.Market }

func (f segments) read(r *reader, at string, n *yaml.Node) {
	f.market.Segments = nil
	named{maxSegments, f.one}.read(r, at, n)
}

func (f segments) one(r *reader, name, at string, n *yaml.Node) {
	s := sim.DefaultSegment(name)
	s.Correlations = nil
	segmentKeys(&s, f.market.Channels).read(r, at, n)
	if _, told := r.places[at+".correlations"]; !told {
		s.Correlations = slices.DeleteFunc(slices.Clone(sim.DefaultCorrelations), func(c sim.Correlation) bool {
			return !differs(s.Traits[c.A]) || !differs(s.Traits[c.B])
		})
	}
	f.market.Segments = append(f.market.Segments, s)
}

// differs tells traits that can go with others: normals stand behind them.
func differs(m sim.Marginal) bool { return m.Spread > 0 && m.Family == sim.Lognormal }

func segmentKeys(s *sim.Segment, channels []sim.Channel) group {
	g := parameters(s, sim.SegmentParameters)
	for t := range sim.NumTraits {
		i := slices.IndexFunc(g, func(k key) bool { return k.name == sim.Trait(t).String() })
		g[i] = traitKey(g[i], &s.Traits[t])
	}
	return append(g,
		key{name: "correlations", doc: "Which traits go together, and how much.", form: correlations{s}},
		key{name: "season", doc: "What multiplies purchase rates, round after round, and again from the front.", form: season{&s.Season}},
		key{name: "reach", doc: "What multiplies each channel's contact with the segment.", form: reach{channels, &s.Reach}},
	)
}

func (f segments) describe() shape {
	example := sim.DefaultSegment("")
	s := namedShape(maxSegments, segmentKeys(&example, f.market.Channels), "SEGMENT")
	for i := range f.market.Segments {
		one := &f.market.Segments[i]
		s.entries = append(s.entries, key{name: one.Name, form: segmentKeys(one, f.market.Channels)})
	}
	return s
}
