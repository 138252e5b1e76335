package scenarios

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"centricity/sim"
	"centricity/sim/experiment"

	"gopkg.in/yaml.v3"
)

// varied is a parameter with the values it takes.
type varied struct {
	path   string
	key    *yaml.Node
	values []*yaml.Node
}

// sample is a Latin hypercube over ranges of parameters.
type sample struct {
	points int
	over   []ranged
}

// ranged is a parameter that lies in a range.
type ranged struct {
	path string
	key  *yaml.Node
	span span
}

// setting is one value of every factor.
type setting struct {
	sets  []set
	words []string
}

// settings are all combinations of the swept factors, the last changing
// fastest, each at all points of the sample.
func (p *plan) settings() []setting {
	all := []setting{{}}
	for _, f := range p.sweep {
		var next []setting
		for _, s := range all {
			for _, v := range f.values {
				next = append(next, s.with(f.path, f.key, v))
			}
		}
		all = next
		p.factor(f.path, f.values)
	}
	if p.sample.points == 0 {
		return all
	}
	points := experiment.LatinHypercube(p.Seed, p.sample.points, len(p.sample.over))
	values := make([][]*yaml.Node, len(p.sample.over))
	for axis, r := range p.sample.over {
		for _, point := range points {
			values[axis] = append(values[axis], r.span.node(r.path, r.key, point[axis]))
		}
		p.factor(r.path, values[axis])
	}
	var next []setting
	for _, s := range all {
		for i := range points {
			t := s
			for axis, r := range p.sample.over {
				t = t.with(r.path, r.key, values[axis][i])
			}
			next = append(next, t)
		}
	}
	return next
}

func (s setting) with(path string, key, value *yaml.Node) setting {
	return setting{append(slices.Clip(s.sets), set{path, key, value}), append(slices.Clip(s.words), setTo(value))}
}

// setTo is a value as tables show it: percent as a share.
func setTo(n *yaml.Node) string {
	if digits, percent := strings.CutSuffix(n.Value, "%"); percent {
		if x, err := strconv.ParseFloat(strings.TrimSpace(digits)+"e-2", 64); err == nil {
			return plain(x)
		}
	}
	return tame(n.Value)
}

// factor describes a parameter that differs between cells.
func (p *plan) factor(path string, values []*yaml.Node) {
	f := Factor{Path: path, Doc: "Set by the design."}
	if i := slices.IndexFunc(sim.MarketParameters, func(q sim.Parameter[sim.Market]) bool { return q.Path == path }); i >= 0 {
		f.Unit, f.Doc = sim.MarketParameters[i].Unit, sim.MarketParameters[i].Doc
	}
	for _, v := range values {
		if w := setTo(v); !decimal.MatchString(w) {
			f.Words = true
		}
	}
	p.Factors = append(p.Factors, f)
}

// sweep is the form of parameters with their values: a list, or a range in
// steps.
type sweep struct{ to *[]varied }

func (f sweep) read(r *reader, at string, n *yaml.Node) {
	list, ok := r.entries(at, n)
	if !ok {
		return
	}
	if len(list) == 0 {
		r.fail(n, at, wrongCount, "%s is empty; name a parameter with its values, or take it away", at)
	}
	for _, e := range list {
		path, before := join(at, e.key.Value), len(r.errs)
		x := varied{path: e.key.Value, key: e.key}
		if e.value.Kind == yaml.MappingNode {
			s, steps := span{}, 0
			append(s.form(), key{name: "steps", required: true, doc: "how many values, both ends included.", form: count{&steps, 2, maxCells, "values"}}).read(r, path, e.value)
			s.check(r, path, e.value, len(r.errs) == before)
			for i := range steps {
				x.values = append(x.values, s.node(x.path, e.key, float64(i)/float64(steps-1)))
			}
		} else if items, ok := r.items(path, e.value); ok {
			if len(items) == 0 {
				r.fail(e.value, path, wrongCount, "%s has no values; give at least one, or take it away", path)
			}
			for _, item := range items {
				if _, ok := r.word(path, item); ok {
					x.values = append(x.values, item)
				}
			}
		}
		*f.to = append(*f.to, x)
	}
}

// sampled is the form of a sample.
type sampled struct{ to *sample }

func (f sampled) read(r *reader, at string, n *yaml.Node) { f.keys().read(r, at, n) }

func (f sampled) keys() group {
	return group{
		{name: "points", required: true, doc: "how many.", form: count{&f.to.points, 1, maxCells, "points"}},
		{name: "over", required: true, doc: "the parameters and their ranges, by path.", form: ranges{&f.to.over}},
	}
}

type ranges struct{ to *[]ranged }

func (f ranges) read(r *reader, at string, n *yaml.Node) {
	list, ok := r.entries(at, n)
	if !ok {
		return
	}
	if len(list) == 0 {
		r.fail(n, at, wrongCount, "%s is empty; name a parameter with its range", at)
	}
	for _, e := range list {
		path, before := join(at, e.key.Value), len(r.errs)
		x := ranged{path: e.key.Value, key: e.key}
		x.span.form().read(r, path, e.value)
		x.span.check(r, path, e.value, len(r.errs) == before)
		*f.to = append(*f.to, x)
	}
}

// span is a range of a parameter.
type span struct {
	from, to float64
	log      bool
}

func (s *span) form() group {
	return group{
		{name: "from", required: true, doc: "the lowest value.", form: size{&s.from, "share"}},
		{name: "to", required: true, doc: "the highest value.", form: size{&s.to, "share"}},
		{name: "scale", doc: "linear, or log for equal ratios.", form: scaleOf{&s.log}},
	}
}

func (s *span) check(r *reader, at string, n *yaml.Node, read bool) {
	switch {
	case !read:
	case s.from >= s.to:
		r.fail(n, at, outOfBounds, "%s goes from %s to %s; from must be below to", at, plain(s.from), plain(s.to))
	case s.log && s.from <= 0:
		r.fail(n, at, outOfBounds, "%s has a log scale from %s; it must begin above 0", at, plain(s.from))
	}
}

type scaleOf struct{ log *bool }

func (f scaleOf) read(r *reader, at string, n *yaml.Node) {
	if i, ok := r.choose(at, n, []string{"linear", "log"}); ok {
		*f.log = i == 1
	}
}

// node is the value at a part of the range, as fine as its parameter can be
// written; six digits tell two points apart.
func (s span) node(path string, key *yaml.Node, part float64) *yaml.Node {
	x := experiment.Between(s.from, s.to, part, s.log)
	text := strconv.FormatFloat(x, 'g', 6, 64)
	i := slices.IndexFunc(sim.MarketParameters, func(p sim.Parameter[sim.Market]) bool { return p.Path == path })
	if i >= 0 {
		switch sim.MarketParameters[i].Kind() {
		case sim.Whole:
			text = strconv.FormatFloat(math.Round(x), 'f', 0, 64)
		case sim.Amount:
			text = strconv.FormatFloat(x, 'f', 2, 64)
		case sim.Share:
			text = strconv.FormatFloat(x, 'f', 4, 64)
		}
	}
	return &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!float", Value: text, Line: key.Line, Column: key.Column}
}
