package scenarios

import (
	"strconv"
	"strings"
)

// A shape is what a form takes and holds. The schema, the reference, and what
// explain and diff show are made from it.
type shape struct {
	takes   Phrase // in words: "number", "list of levers"
	unit    string
	bounds  Phrase // in words: "0 to 10"
	value   string // what the form holds now, as a file would have it; empty: nothing
	example string // as a file would have it
	schema  schema // of a leaf

	keys    []key // below it, where the format names them
	each    *key  // below it, where the author names them or they are numbered: what each of them is
	most    int   // of those, how many there can be
	least   int
	named   bool  // by the author
	entries []key // those there are
}

// A schema is a JSON Schema.
type schema map[string]any

// leaf tells forms that hold one value from those that hold others.
func (s shape) leaf() bool { return len(s.keys) == 0 && s.each == nil }

// schemaOf is what a form takes.
func schemaOf(f form) schema {
	s := f.describe()
	switch {
	case s.schema != nil:
		return s.schema
	case s.each != nil && s.named:
		return schema{
			"type": "object", "maxProperties": s.most, "additionalProperties": schemaOf(s.each.form).nullable(),
			"propertyNames": schema{"maxLength": longestName, "pattern": namePattern},
		}
	case s.each != nil:
		return schema{"type": "array", "minItems": s.least, "maxItems": s.most, "items": schemaOf(s.each.form)}
	}
	properties, required := map[string]schema{}, []string{}
	for _, k := range s.keys {
		properties[k.name] = k.schema()
		if k.required {
			required = append(required, k.name)
		}
	}
	o := schema{"type": "object", "additionalProperties": false, "properties": properties}
	if len(required) > 0 {
		o["required"] = required
	}
	return o
}

// anyOf is what fits one of some schemas.
func anyOf(choices ...schema) schema { return schema{"anyOf": choices} }

// scalar is the shape of a word or text.
func scalar(takes Phrase, value, example string, s schema) shape {
	return shape{takes: takes, value: value, example: example, schema: s}
}

// oneOf is the shape of a word that is one of a list.
func oneOf(words []string, value string) shape {
	return shape{takes: say("one of %s", list(words)), value: value, example: words[0], schema: schema{"enum": words}}
}

// listOf is the shape of a list of things.
func listOf(what, value, example string, least, most int, item schema) shape {
	s := schema{"type": "array", "items": item}
	var bounds Phrase
	if least > 0 {
		s["minItems"] = least
		bounds = say("%d or more", least)
	}
	if most > 0 {
		s["maxItems"] = most
		bounds = say("%d to %d", least, most)
	}
	return shape{takes: say("list of %s", say(what)), bounds: bounds, value: value, example: example, schema: s}
}

// quantity is the shape of a number of a unit between two bounds. Shares and
// chances can be written in percent, money with the currency's sign.
func quantity(unit string, low, high float64, value, example string) shape {
	s := schema{"type": "number", "minimum": low, "maximum": high}
	takes := say("number")
	switch {
	case isShare(unit):
		takes = say("share")
		s = anyOf(s, schema{"type": "string", "pattern": `^[+-]?[0-9.]+ *%$`})
	case isMoney(unit):
		takes = say("amount")
		s = anyOf(s, schema{"type": "string", "pattern": `^[^0-9.,+%-]{1,4}[0-9.]+$`})
	}
	return shape{takes: takes, unit: unit, bounds: say("%s to %s", plain(low), plain(high)), value: value, example: example, schema: s}
}

func isMoney(unit string) bool { return strings.HasPrefix(unit, "currency") }

// counted is the shape of a whole number.
func counted(unit string, low, high, value int64, example string) shape {
	return shape{takes: say("whole number"), unit: unit, bounds: say("%d to %d", low, high), value: strconv.FormatInt(value, 10), example: example,
		schema: schema{"type": "integer", "minimum": low, "maximum": high}}
}

// nullable adds the null that takes away what an extended scenario has.
func (s schema) nullable() schema {
	switch {
	case s["type"] != nil:
		n := schema{}
		for k, v := range s {
			n[k] = v
		}
		n["type"] = []any{s["type"], "null"}
		if types, many := s["type"].([]any); many {
			n["type"] = append(append([]any{}, types...), "null")
		}
		return n
	case s["anyOf"] != nil:
		return schema{"anyOf": append(append([]schema{}, s["anyOf"].([]schema)...), schema{"type": "null"})}
	}
	return anyOf(s, schema{"type": "null"})
}

// flow writes words as a YAML list on one line.
func flow(words []string) string { return "[" + strings.Join(words, ", ") + "]" }

// chosenOf are the words of a list whose flags are up.
func chosenOf(flags []bool, words []string) string {
	var up []string
	for i, is := range flags {
		if is {
			up = append(up, words[i])
		}
	}
	return flow(up)
}
