package scenarios

import (
	"slices"

	"gopkg.in/yaml.v3"
)

// Bounds of a design.
const (
	maxArms         = 1000
	maxCells        = 10_000
	maxReplications = 1_000_000
	maxRuns         = 10_000_000
	maxRunRows      = 20_000_000
	maxSeed         = 1 << 52 // what every program holds exactly
)

// plan is a design as its file has it, before its cells are made.
type plan struct {
	Design
	*reader
	from      library
	documents map[string]*Document // scenarios, by the name the file calls them
	schedules map[string][]byte    // files of decisions, likewise

	all    arm   // what holds for every arm that does not say otherwise
	arms   []arm // in the file's order
	sweep  []varied
	sample sample
}

func newPlan(r *reader, from library) *plan {
	p := &plan{reader: r, from: from, documents: map[string]*Document{}, schedules: map[string][]byte{}}
	p.Seed, p.Levels, p.Formats = 1, []string{"runs", "rounds"}, Formats
	return p
}

func (p *plan) form() group {
	return slices.Concat(group{
		{name: "format", required: true, doc: "write format: 1 as the first line.", form: version{}},
		{name: "title", required: true, doc: "what the experiment asks.", form: text{to: &p.Title, most: 200}},
		{name: "seed", doc: "From which every replication's seed is derived.", form: baseSeed{&p.Seed}},
		{name: "replications", required: true, doc: "how often every cell is played, each time under another luck.", form: count{&p.Replications, 1, maxReplications, "replications"}},
		{name: "levels", doc: "What is written down; runs always are.", form: some{Levels, &p.Levels}},
		{name: "formats", doc: "How it is written.", form: some{Formats, &p.Formats}},
	}, p.all.form(), group{
		{name: "arms", doc: "What is compared, by name.", form: armsOf{&p.arms}},
		{name: "sweep", doc: "Parameters that take each of their values in turn, by path.", form: sweep{&p.sweep}},
		{name: "sample", doc: "Parameters that are sampled together.", form: sampled{&p.sample}},
	})
}

// settle makes the cells: every arm at every setting of the factors.
func (p *plan) settle() {
	if !p.Writes(Levels[0]) {
		p.Levels = append([]string{Levels[0]}, p.Levels...) // what all others refer to
	}
	if len(p.arms) == 0 {
		p.arms = []arm{{name: "all", node: p.doc.root}}
	}
	cells := len(p.arms) * max(p.sample.points, 1)
	for _, f := range p.sweep {
		if cells *= len(f.values); cells > maxCells {
			break
		}
	}
	switch {
	case cells > maxCells:
		p.fail(p.doc.root, "", wrongCount, "the design has more than %d cells (%d arms, each at every combination of its sweep, at every point of its sample); take fewer values, or sample them", maxCells, len(p.arms))
		return
	case cells*p.Replications > maxRuns:
		p.fail(p.places["replications"], "replications", outOfBounds, "the design has %d cells with %d replications each; at most %d runs are possible: split it", cells, p.Replications, maxRuns)
		return
	}
	settings := p.settings()
	for _, a := range p.arms {
		for _, s := range settings {
			if !p.cell(a.under(p.all), s) {
				break // the other settings of the arm would tell the same
			}
		}
	}
}

// scenario reads a scenario once, however many arms play it.
func (p *plan) scenario(at string, n *yaml.Node, name string) (*Document, bool) {
	if d, read := p.documents[name]; read {
		return d, d != nil
	}
	p.documents[name] = nil
	if Source(name) == nil && !isYAML(name) {
		p.fail(n, at, unknownWord, "no scenario called %s ships with the program; %s; a file is named with its .yaml", quote(name), suggest(name, shipped))
		return nil, false
	}
	d, err := p.from.scenario(name)
	if err != nil {
		p.foreignErr(at, n, err)
		return nil, false
	}
	p.documents[name] = d
	p.keep(name, d)
	return d, true
}

// decisions reads a file of decisions once.
func (p *plan) decisions(at string, n *yaml.Node, name string) ([]byte, bool) {
	if data, read := p.schedules[name]; read {
		return data, data != nil
	}
	p.schedules[name] = nil
	data, err := p.from.text(name)
	if err != nil {
		p.foreignErr(at, n, err)
		return nil, false
	}
	p.schedules[name] = data
	p.Files = append(p.Files, File{name, data})
	return data, true
}

// foreignErr tells the mistakes of a file that the design names: where they
// are, or where the design names it if they concern the whole of it.
func (p *plan) foreignErr(at string, n *yaml.Node, err error) {
	errs, _ := err.(Errors)
	for _, e := range errs {
		if e.Line == 0 {
			p.fail(n, at, e.Rule, "%s: %s", e.File, e.Message)
			continue
		}
		p.errs = append(p.errs, e)
	}
}

// baseSeed is the form of a seed.
type baseSeed struct{ to *uint64 }

func (f baseSeed) read(r *reader, at string, n *yaml.Node) {
	if x, ok := r.bounded(at, n, "seed", 0, maxSeed, 1); ok {
		*f.to = uint64(x)
	}
}

// some is the form of a list of words of which at least one is chosen. They
// are kept in the order of the words.
type some struct {
	words []string
	to    *[]string
}

func (f some) read(r *reader, at string, n *yaml.Node) {
	var open = make([]bool, len(f.words))
	before := len(r.errs)
	chosen{words: f.words, add: func(i int) { open[i] = true }}.read(r, at, n)
	*f.to = nil
	for i, w := range f.words {
		if open[i] {
			*f.to = append(*f.to, w)
		}
	}
	if len(*f.to) == 0 && len(r.errs) == before {
		r.fail(n, at, wrongCount, "%s is empty; name one or more of %s", at, list(f.words))
	}
}
