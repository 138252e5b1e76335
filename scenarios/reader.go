package scenarios

import (
	"slices"

	"gopkg.in/yaml.v3"
)

// A reader walks the nodes of one file, collects every mistake, and remembers
// where each field stands.
type reader struct {
	doc      *Document
	currency string   // sign that amounts of money may carry
	foreign  bool     // the file is of an unknown format
	per      string   // what rates are told for, where a trait says so
	weeks    *float64 // length of a round, as far as it is read
	errs     Errors
	places   map[string]*yaml.Node // by path: the value, or the key of a map or list
	lists    map[string]bool       // the paths that hold lists
}

func newReader(d *Document) *reader {
	return &reader{doc: d, currency: defaultCurrency, places: map[string]*yaml.Node{"": d.root}, lists: map[string]bool{}}
}

// known is what this program can judge: of a file of an unknown format, only
// that it is unknown.
func (r *reader) known() Errors {
	if !r.foreign {
		return r.errs
	}
	return slices.DeleteFunc(r.errs, func(e Error) bool { return e.Path != "format" })
}

func (r *reader) fail(n *yaml.Node, path string, rule Rule, format string, args ...any) {
	r.errs = append(r.errs, r.doc.mistake(n, path, rule, format, args...))
}

// An entry is one key of a map with its value.
type entry struct{ key, value *yaml.Node }

// entries lists a map's keys in the order of the file; each stands once. ok is false where n is no map.
func (r *reader) entries(at string, n *yaml.Node) (list []entry, ok bool) {
	if n.Kind != yaml.MappingNode {
		r.fail(n, at, wrongKind, "%s must hold keys with values, each on a line of its own", here(at))
		return nil, false
	}
	first := make(map[string]int, len(n.Content)/2)
	for i := 0; i+1 < len(n.Content); i += 2 {
		e := entry{n.Content[i], n.Content[i+1]}
		path := join(at, e.key.Value)
		if line, seen := first[e.key.Value]; seen {
			r.fail(e.key, path, duplicateKey, "the key %s stands twice, first on line %d; keep one", quote(e.key.Value), line)
			continue
		}
		first[e.key.Value] = e.key.Line
		r.places[path] = e.value
		if e.value.Kind != yaml.ScalarNode {
			r.places[path] = e.key
			r.lists[path] = e.value.Kind == yaml.SequenceNode
		}
		list = append(list, e)
	}
	return list, true
}

// given refuses a key without a value.
func (r *reader) given(e entry, path string) bool {
	if e.value.Tag == "!!null" {
		r.fail(e.key, path, noValue, "%s has no value; give it one, or take the key away", path)
		return false
	}
	return true
}

// items lists the entries of a list.
func (r *reader) items(at string, n *yaml.Node) (list []*yaml.Node, ok bool) {
	if n.Kind != yaml.SequenceNode {
		r.fail(n, at, wrongKind, "%s must be a list", here(at))
		return nil, false
	}
	return n.Content, true
}

// word is a scalar as written, one line.
func (r *reader) word(at string, n *yaml.Node) (string, bool) {
	if n.Kind != yaml.ScalarNode {
		r.fail(n, at, wrongKind, "%s must be a single value, not a list or a map", here(at))
		return "", false
	}
	return n.Value, true
}

// choose reads one of a list of words.
func (r *reader) choose(at string, n *yaml.Node, words []string) (index int, ok bool) {
	s, ok := r.word(at, n)
	if !ok {
		return 0, false
	}
	for i, w := range words {
		if w == s {
			return i, true
		}
	}
	r.fail(n, at, unknownWord, "%s cannot be %s%s", here(at), quote(s), r.hint(s, words))
	return 0, false
}

// hint is what was probably meant. A file with very many mistakes gets it for
// the first of them only.
func (r *reader) hint(wrong string, words []string) Phrase {
	const enough = 100
	if len(r.errs) > enough {
		return Phrase{}
	}
	return say("; %s", suggest(wrong, words))
}

// here names a place for a message.
func here(path string) any {
	if path == "" {
		return say("the file")
	}
	return path
}

func join(at, name string) string {
	if at == "" {
		return name
	}
	return at + "." + name
}
