package scenarios

import (
	"strings"

	"gopkg.in/yaml.v3"
)

// walk visits every value that a form holds, by path, in the order of the
// format. Maps and lists come before what is in them.
func walk(at string, f form, visit func(at string, k key, f form, s shape)) {
	var under func(at string, k key)
	under = func(at string, k key) {
		s := k.form.describe()
		visit(at, k, k.form, s)
		keys := append(s.keys, s.entries...)
		if t, ok := k.form.(trait); ok {
			keys = t.held()
		}
		for _, child := range keys {
			under(join(at, child.name), child)
		}
	}
	for _, k := range f.describe().keys {
		under(join(at, k.name), k)
	}
}

// matches tells whether a path fits a pattern, of which a part may be *.
func matches(pattern, path string) bool {
	p, q := strings.Split(pattern, "."), strings.Split(path, ".")
	if len(p) != len(q) {
		return false
	}
	for i := range p {
		if p[i] != "*" && p[i] != q[i] {
			return false
		}
	}
	return true
}

// A Value is one value of a decoded scenario.
type Value struct {
	Path  string
	Value string // as a file would have it
	Doc   string
	Place Place // where it was said; Line 0: nowhere, it is the default
}

// Values lists what a scenario came to, value by value, with where each was
// said. The error is Errors.
func (d *Document) Values() ([]Value, error) {
	s, r := d.decode()
	if errs := r.known(); len(errs) > 0 {
		return nil, d.told(errs)
	}
	var all []Value
	walk("", format(&s), func(at string, k key, f form, s shape) {
		if s.leaf() && s.value != "" {
			v := Value{Path: at, Value: s.value, Doc: k.sentence()}
			if n := r.said(at); n != nil {
				v.Place = d.place(n)
			}
			all = append(all, v)
		}
	})
	return all, nil
}

// Warning is a mistake of the gentle kind, told where the file has what it
// concerns, or the closest thing around it.
func (d *Document) Warning(path string, rule Rule, format string, args ...any) Error {
	_, r := d.decode()
	e := d.mistake(r.nearest(path), path, rule, format, args...)
	e.Warning = true
	return d.told(Errors{e})[0]
}

// Base is the scenario that the document extends; ok is false if it extends
// none.
func (d *Document) Base() (s Scenario, ok bool) {
	if d.base == nil {
		return s, false
	}
	below := d.with(d.base)
	below.errs = nil
	s, err := below.Scenario()
	return s, err == nil
}

// place is where a node stands.
func (d *Document) place(n *yaml.Node) Place { return Place{d.source(n).name, n.Line, n.Column} }

// said is where a value was said: at its path, or in a list around it.
func (r *reader) said(path string) *yaml.Node {
	for at := path; at != ""; at = at[:max(strings.LastIndexByte(at, '.'), 0)] {
		n, ok := r.places[at]
		if ok && (at == path || r.lists[at]) {
			return n
		}
	}
	return nil
}

// Says tells whether the file, or one it extends, says something of a path.
func (d *Document) Says(path string) bool { return nodeAt(d.root, path) != nil }

// Sorted puts mistakes and warnings in the order of the file.
func (d *Document) Sorted(errs Errors) Errors { return d.told(errs) }
