package scenarios

import (
	"strconv"

	"gopkg.in/yaml.v3"
)

// scaling is the form of what is multiplied. It is done while files are laid
// over each other; here nothing is left to do.
type scaling struct{}

func (scaling) read(r *reader, at string, n *yaml.Node) {}

const (
	leastFactor = 0.001
	mostFactor  = 1000
	mostScaled  = 100 // entries
)

func (scaling) describe() shape {
	return shape{takes: say("map of paths"), bounds: say("%s to %s", "0.001", "1000"), example: "{segments.*.price_sensitivity: 1.2}", schema: schema{
		"type": "object", "additionalProperties": schema{"type": []any{"number", "null"}, "minimum": leastFactor, "maximum": mostFactor},
	}}
}

// A scaler is a form whose value can be multiplied; false: not this one's.
type scaler interface{ scale(by float64) bool }

// scaled marks the nodes that hold products.
const scaled = "scaled"

// A factor is one thing to multiply.
type factor struct {
	entry
	by    float64
	found bool // something of its path
}

// scale multiplies what a tree comes to by the factors of a map of paths, and
// lays the products over it, each standing where its factor does. own is the
// file that scales: it cannot also set the value.
func (d *Document) scale(under, factors, own *yaml.Node, s *source) *yaml.Node {
	below := d.with(under)
	list := d.factors(below, factors)
	scenario, _ := below.decode()
	var paths []string
	walk("", format(&scenario), func(at string, _ key, f form, _ shape) {
		paths = append(paths, at)
		for i := range list {
			if x := &list[i]; matches(x.key.Value, at) {
				x.found = true
				under = d.multiply(under, own, at, f, x, s)
			}
		}
	})
	for _, x := range list {
		if !x.found {
			d.fail(x.key, "scale", badScale, "there is nothing called %s to scale; %s", quote(x.key.Value), near(x.key.Value, paths))
		}
	}
	return under
}

// factors reads what is to be multiplied.
func (d *Document) factors(below *Document, n *yaml.Node) (all []factor) {
	r := newReader(below)
	list, _ := r.entries("scale", n)
	if len(list) > mostScaled {
		r.fail(list[mostScaled].key, "scale", wrongCount, "scale has %d entries; at most %d are allowed", len(list), mostScaled)
		list = nil
	}
	for _, e := range list {
		if e.value.Tag == "!!null" {
			continue // an override that takes it back
		}
		at := "scale." + e.key.Value
		x, ok := r.number(at, e.value, "factor")
		if ok && (x < leastFactor || x > mostFactor) {
			r.fail(e.value, at, outOfBounds, "%s is %s; a factor lies between %s and %d", at, quoteNumber(e.value), plain(leastFactor), mostFactor)
		} else if ok {
			all = append(all, factor{e, x, false})
		}
	}
	d.errs = append(d.errs, r.errs...)
	return all
}

// multiply lays what a factor makes of one form over a tree.
func (d *Document) multiply(under, own *yaml.Node, at string, f form, x *factor, s *source) *yaml.Node {
	if in := nodeAt(own, at); in != nil {
		d.fail(x.key, "scale", badScale, "%s is scaled here and set on line %d; do one of the two", at, in.Line)
		return under
	}
	before := held(at, f)
	if multiplied, ok := f.(scaler); !ok || !multiplied.scale(x.by) {
		d.fail(x.key, "scale", badScale, "%s cannot be multiplied; set it instead", at)
		return under
	}
	set := func(at, value string) {
		n := &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!float", Value: value, Line: x.value.Line, Column: x.value.Column, LineComment: scaled}
		d.from[n], d.from[x.key] = s, s
		under = d.layer(under, d.nest(under, splitPath(at), x.key, n), nil)
	}
	for i, v := range held(at, f) {
		if v != before[i] {
			set(v.Path, v.Value)
		}
	}
	return under
}

// held are the values a form holds.
func held(at string, f form) (all []Value) {
	if t, ok := f.(trait); ok {
		f = group(t.held())
	} else if s := f.describe(); s.leaf() {
		return []Value{{Path: at, Value: s.value}}
	}
	walk(at, f, func(at string, _ key, _ form, s shape) {
		if s.leaf() {
			all = append(all, Value{Path: at, Value: s.value})
		}
	})
	return all
}

// product rounds to twelve digits, so that 1.2 times 0.3 is 0.36.
func product(x, by float64) float64 {
	rounded, _ := strconv.ParseFloat(strconv.FormatFloat(x*by, 'g', 12, 64), 64)
	return rounded
}

// nodeAt is what a tree has at a path.
func nodeAt(n *yaml.Node, path string) *yaml.Node {
	for _, part := range splitPath(path) {
		if n = valueOf(n, part); n == nil {
			return nil
		}
	}
	return n
}
