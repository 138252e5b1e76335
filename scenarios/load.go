package scenarios

import (
	"strings"

	"centricity/sim"

	"gopkg.in/yaml.v3"
)

// Load reads a scenario file's bytes. name is the file's, for messages. The
// error is Errors: every mistake, in the order of the file.
func Load(name string, data []byte) (Scenario, error) {
	return decoded(ReadBytes(name, data))
}

func decoded(d *Document, err error) (Scenario, error) {
	if err != nil {
		return Scenario{}, err
	}
	return d.Scenario()
}

// read turns a source into nodes of plain YAML.
func read(s *source) (*yaml.Node, Errors) {
	data, marks, errs := bound(s.name, s.data)
	if errs != nil {
		return nil, errs
	}
	s.marks = marks
	root, errs := parse(s.name, data)
	if errs != nil {
		return nil, errs
	}
	return root, refuse(s.name, root)
}

const extension = ".yaml"

// judge tells the market's own problems where the file has what they concern.
// A problem that may follow from a mistake already told is left for the next
// reading: whatever stands under the same key, and the incumbent's decision,
// which depends on everything else.
func (r *reader) judge(m sim.Market) {
	problems, _ := m.Validate().(sim.Problems)
	wrong := map[string]bool{}
	for _, e := range r.errs {
		wrong[top(e.Path)] = true
	}
	for _, p := range problems {
		key := top(p.Path)
		if wrong[key] || key == "start" && len(wrong) > 0 {
			continue
		}
		separator := ": "
		if strings.HasPrefix(p.Message, "is ") {
			separator = " "
		}
		r.fail(r.nearest(p.Path), p.Path, unsoundMarket, "%s%s%s", p.Path, separator, of(p))
	}
}

// of is what the core says.
func of(p sim.Problem) Phrase { return Phrase{p.Format, p.Args} }

func top(path string) string {
	key, _, _ := strings.Cut(path, ".")
	return key
}

// nearest is the place of a path, or of the closest thing around it.
func (r *reader) nearest(path string) *yaml.Node {
	for {
		if n, ok := r.places[path]; ok {
			return n
		}
		path = path[:max(strings.LastIndexByte(path, '.'), 0)]
	}
}
