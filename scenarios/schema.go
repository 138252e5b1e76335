package scenarios

import (
	"bytes"
	"cmp"
	"encoding/json"
	"slices"
	"strings"
	"sync"
)

// Schema is the JSON Schema of scenario files: editors complete, explain and
// check by it. It knows the form of every value; what values mean together,
// only the loader knows.
func Schema() []byte {
	s := blank("")
	o := schemaOf(format(&s))
	o["$schema"] = "http://json-schema.org/draft-07/schema#"
	o["title"] = "A Centricity scenario, format " + formatVersion
	o["required"] = []string{"format"}
	o["if"] = schema{"required": []string{"extends"}}
	o["else"] = schema{"required": []string{"title", "briefing"}}
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", " ")
	if err := e.Encode(o); err != nil {
		panic("a schema of words and numbers failed to encode: " + err.Error())
	}
	return b.Bytes()
}

// A Field describes one field of the format: the only description there is.
// The decoder, the schema, the reference and the game's tooltips come from it.
type Field struct {
	Path     string // as in price.low; names in capitals stand for the author's, N for a number
	Takes    Phrase // "number", "list of shocks"
	Unit     string
	Bounds   Phrase
	Default  string
	Example  string // as a file would have it
	Doc      string // one sentence
	Source   string // of the default
	Required bool
}

// taken is what the field takes, with its bounds and unit.
func (f Field) taken() Phrase {
	return f.Takes.and("%s, %s", f.Bounds).and("%s %s", unitIn(f.Unit))
}

// Fields lists every field of the format, in its order.
func Fields() []Field { return slices.Clone(allFields()) }

var allFields = sync.OnceValue(func() []Field {
	s := blank("")
	return fields("", format(&s))
})

// byPath are the fields whose paths hold no names of the author's.
var byPath = sync.OnceValue(func() map[string]Field {
	m := map[string]Field{}
	for _, f := range allFields() {
		m[f.Path] = f
	}
	return m
})

func fields(at string, g group) (all []Field) {
	for _, k := range g {
		s := k.form.describe()
		path := join(at, k.name)
		f := Field{Path: path, Takes: s.takes, Unit: s.unit, Bounds: s.bounds, Example: cmp.Or(k.example, s.example), Doc: k.sentence(), Source: k.source, Required: k.required}
		if s.leaf() && !k.required {
			f.Default = s.value
		}
		all = append(all, f)
		under := s.keys
		if t, ok := k.form.(trait); ok {
			under = t.group
		}
		all = append(all, fields(path, under)...)
		if s.each != nil {
			switch e := s.each.form.describe(); {
			case len(e.keys) > 0:
				all = append(all, fields(join(path, s.each.name), e.keys)...)
			default:
				all = append(all, Field{Path: join(path, s.each.name), Takes: e.takes, Unit: e.unit, Bounds: e.bounds, Example: e.example, Default: e.value, Doc: s.each.sentence()})
			}
		}
	}
	return all
}

// FieldAt is the field of a path, whatever names and numbers are in it.
func FieldAt(path string) (Field, bool) {
	if f, ok := byPath()[path]; ok {
		return f, true
	}
	for _, f := range allFields() {
		if matches(anyName.Replace(f.Path), path) {
			return f, true
		}
	}
	return Field{}, false
}

var anyName = strings.NewReplacer(".SEGMENT", ".*", ".CHANNEL", ".*", ".N.", ".*.")
