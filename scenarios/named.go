package scenarios

import (
	"unicode"
	"unicode/utf8"

	"gopkg.in/yaml.v3"
)

// named is the form of a map whose keys are names the author gives. Each entry
// is read by a form of its own.
type named struct {
	most int // entries
	each func(r *reader, name, at string, n *yaml.Node)
}

func (f named) read(r *reader, at string, n *yaml.Node) {
	list, ok := r.entries(at, n)
	if !ok {
		return
	}
	if len(list) > f.most {
		r.fail(list[f.most].key, at, wrongCount, "%s has %d entries; at most %d are allowed", at, len(list), f.most)
		return
	}
	for _, e := range list {
		path := join(at, e.key.Value)
		if !isName(e.key.Value) {
			r.fail(e.key, at, badName, "%s is not a name; use up to %d letters, digits, spaces, - and _", quote(e.key.Value), longestName)
			continue
		}
		if r.given(e, path) {
			f.each(r, e.key.Value, path, e.value)
		}
	}
}

const longestName = 40 // [characters]

// isName tells names that can be shown, and that can stand in a path.
func isName(s string) bool {
	if s == "" || s[0] == ' ' || s[len(s)-1] == ' ' || utf8.RuneCountInString(s) > longestName {
		return false
	}
	for _, r := range s {
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != ' ' && r != '-' && r != '_' {
			return false
		}
	}
	return true
}

// namePattern is isName for a schema.
const namePattern = `^[\p{L}\p{N}_-]([\p{L}\p{N} _-]*[\p{L}\p{N}_-])?$`

// namedShape is the shape of a map whose keys are names, each with the like of
// one form.
func namedShape(most int, each form, name string) shape {
	return shape{takes: say("map by name"), bounds: say("up to %d", most), each: &key{name: name, form: each}, most: most, named: true}
}
