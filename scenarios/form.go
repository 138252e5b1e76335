package scenarios

import (
	"slices"
	"strings"

	"centricity/sim"

	"gopkg.in/yaml.v3"
)

// A form is how a value is written in a file. Reading it stores what it says,
// or tells the reader what is wrong; describing it says what it takes and what
// it holds.
type form interface {
	read(r *reader, at string, n *yaml.Node)
	describe() shape
}

// A key is one key that a map of the format can have.
type key struct {
	name     string
	doc      string   // one sentence
	of       []string // the words that stand in it
	source   string   // where its default comes from
	example  string   // as a file would have it; empty: the form's own
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
		} else if k.required && !misspelt(list, k.name, g.names()) {
			r.fail(n, path, missingKey, "the key %s is missing: %s", quote(k.name), k.says())
		}
	}
	for _, e := range list {
		if _, known := g.key(e.key.Value); !known {
			if onlyDigits(e.key.Value) && e.value.Tag == "!!null" {
				r.fail(e.key, join(at, e.key.Value), unknownKey, "a comma parts entries here, so %s stands alone; write decimals with a point", quote(e.key.Value))
				continue
			}
			r.fail(e.key, join(at, e.key.Value), unknownKey, "unknown key %s%s", quote(e.key.Value), r.hint(e.key.Value, g.names()))
		}
	}
}

func (g group) describe() shape { return shape{takes: say("map"), keys: g} }

func onlyDigits(s string) bool { return s != "" && strings.Trim(s, "0123456789") == "" }

// misspelt tells whether an unknown key is probably meant as a name: to tell
// that is enough.
func misspelt(list []entry, name string, known []string) bool {
	const few = 100 // a file of very many keys is another matter
	for _, e := range list[:min(len(list), few)] {
		if slices.Contains(known, e.key.Value) {
			continue
		}
		if meant, ok := nearest(e.key.Value, known); ok && meant == name {
			return true
		}
	}
	return false
}

// schema is what a key takes, described.
func (k key) schema() schema {
	s := schemaOf(k.form)
	if !k.required {
		s = s.nullable()
	}
	described := schema{"description": k.about()}
	for name, v := range s {
		described[name] = v
	}
	return described
}

// about is the key's sentence with its unit and default.
func (k key) about() string {
	s, text := k.form.describe(), k.sentence()
	if s.unit != "" {
		text += " [" + s.unit + "]"
	}
	if s.leaf() && s.value != "" && s.value != "[]" && !k.required {
		text += " Default: " + s.value + "."
	}
	return text
}

// says is the key's sentence within another.
func (k key) says() Phrase {
	if k.of == nil {
		return say(k.doc)
	}
	return say(k.doc, list(k.of))
}

// sentence begins with a capital.
func (k key) sentence() string {
	s := k.says().String()
	if s == "" {
		return s
	}
	return strings.ToUpper(s[:1]) + s[1:]
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
		g = g.with(strings.Split(p.Path, "."), key{doc: p.Doc, source: p.Source, form: number[T]{owner, p}})
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
	return append(g, key{name: path[0], doc: groupDocs[path[0]], form: group{}.with(path[1:], leaf)})
}

// groupDocs say what the parameters that share a word concern.
var groupDocs = map[string]string{
	"price":       "Prices and what a purchase costs the firm.",
	"utility":     "How customers compare the firm with its rival.",
	"acquisition": "How people come to hear of the firm and join.",
	"purchase":    "How often customers buy, and for how much.",
	"experience":  "What customers meet, and how it moves their satisfaction.",
	"churn":       "How customers leave.",
	"retention":   "What the programmes of retention do.",
	"insight":     "What the firm can know of its customers.",
	"product":     "How developing the product goes.",
	"needs":       "How what people want changes.",
	"culture":     "What it costs to change the mix of spending.",
	"rival":       "The one the firm is compared with.",
	"start":       "What the firm takes over.",
	"budget":      "What can be spent.",
	"value":       "How the future is valued at the end.",
}
