package scenarios

import (
	"strings"

	"centricity/sim"

	"gopkg.in/yaml.v3"
)

// A form is how a value is written in a file. Reading it stores what it says,
// or tells the reader what is wrong.
type form interface {
	read(r *reader, at string, n *yaml.Node)
}

// A key is one key that a map of the format can have.
type key struct {
	name     string
	doc      string // one sentence
	required bool
	form     form
}

// A group is a map whose keys the format knows.
type group []key

func (g group) read(r *reader, at string, n *yaml.Node) {
	list, ok := r.entries(at, n)
	if !ok {
		return
	}
	// In the order of the format, not of the file: the currency is known when
	// amounts are read, the channels when they are named.
	for _, k := range g {
		path := join(at, k.name)
		if e, ok := find(list, k.name); ok {
			if r.given(e, path) {
				k.form.read(r, path, e.value)
			}
		} else if k.required {
			r.fail(n, path, missingKey, "the key %s is missing: %s", quote(k.name), k.doc)
		}
	}
	for _, e := range list {
		if _, known := g.key(e.key.Value); !known {
			r.fail(e.key, join(at, e.key.Value), unknownKey, "unknown key %s; %s", quote(e.key.Value), suggest(e.key.Value, g.names()))
		}
	}
}

func (g group) key(name string) (key, bool) {
	for _, k := range g {
		if k.name == name {
			return k, true
		}
	}
	return key{}, false
}

func (g group) names() []string {
	names := make([]string, len(g))
	for i, k := range g {
		names[i] = k.name
	}
	return names
}

func find(list []entry, name string) (entry, bool) {
	for _, e := range list {
		if e.key.Value == name {
			return e, true
		}
	}
	return entry{}, false
}

// parameters makes the keys of owner from its table, with a group for every
// path that has a dot.
func parameters[T any](owner *T, table []sim.Parameter[T]) group {
	var g group
	for _, p := range table {
		g = g.with(strings.Split(p.Path, "."), key{doc: p.Doc, form: number[T]{owner, p}})
	}
	return g
}

// with adds leaf at a path below the group.
func (g group) with(path []string, leaf key) group {
	if len(path) == 1 {
		leaf.name = path[0]
		return append(g, leaf)
	}
	for i := range g {
		if g[i].name == path[0] {
			g[i].form = g[i].form.(group).with(path[1:], leaf)
			return g
		}
	}
	return append(g, key{name: path[0], form: group{}.with(path[1:], leaf)})
}
