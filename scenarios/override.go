package scenarios

import (
	"strings"

	"gopkg.in/yaml.v3"
)

// An Override sets one field of a document.
type Override struct {
	Path  string // of the field, as REFERENCE.md has it: churn.base_hazard, segments.commuters.share, shocks.1.size
	Value string // as a scenario file would have it: 0.01, 6%, [acquisition], {mean: 2}
	At    Place  // where it was asked for; mistakes are told there
}

// Override sets fields over the document: maps merge, anything else replaces,
// null removes. What is wrong with a path or a value, Scenario tells at the
// override's place; only a value that is not YAML is an error here, and it is
// Errors.
func (d *Document) Override(overrides ...Override) (*Document, error) {
	c := d.with(d.root)
	for _, o := range overrides {
		s := &source{name: o.At.File, data: []byte(o.Value)}
		value, errs := read(s)
		if errs != nil {
			for i := range errs {
				errs[i].Line, errs[i].Column, errs[i].Path = o.At.Line, o.At.Column, o.Path
			}
			return nil, errs
		}
		move(value, o.At)
		c.set(o.Path, &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!str", Line: o.At.Line, Column: o.At.Column}, value, &source{name: o.At.File})
	}
	return c, nil
}

// set lays a value at a path over the document.
func (d *Document) set(path string, key, value *yaml.Node, s *source) {
	d.from[key] = s
	d.mark(value, s)
	tree := d.nest(d.root, splitPath(path), key, value)
	if factors := valueOf(tree, "scale"); factors != nil {
		d.root = d.scale(d.root, factors, nil, s)
		return
	}
	d.root = d.layer(d.root, tree, nil)
}

// splitPath parts a path. The keys of scale are paths themselves.
func splitPath(path string) []string {
	if pattern, ok := strings.CutPrefix(path, "scale."); ok {
		return []string{"scale", pattern}
	}
	return strings.Split(path, ".")
}

// move puts a tree of nodes at one place.
func move(n *yaml.Node, to Place) {
	n.Line, n.Column = to.Line, to.Column
	for _, child := range n.Content {
		move(child, to)
	}
}
