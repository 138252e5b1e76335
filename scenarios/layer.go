package scenarios

import (
	"slices"
	"strconv"
	"strings"

	"centricity/sim"

	"gopkg.in/yaml.v3"
)

// layer lays one tree over another: maps merge key by key, anything else
// replaces what was there, and null takes it away. Neither tree changes. at is
// the path, part by part.
func (d *Document) layer(base, over *yaml.Node, at []string) *yaml.Node {
	if base == nil || base.Kind != yaml.MappingNode || over.Kind != yaml.MappingNode {
		return over
	}
	pairs := slices.Clone(base.Content)
	if isTrait(at) && anotherWay(base, over) {
		pairs = nil
	}
	if isTrait(at) && valueOf(over, "per") == nil && (valueOf(over, "mean") != nil || valueOf(over, "constant") != nil) {
		pairs = without(pairs, "per") // it went with the number that is replaced
	}
	index := make(map[string]int, len(pairs)/2)
	for i := 0; i+1 < len(pairs); i += 2 {
		index[pairs[i].Value] = i
	}
	told := map[string]bool{}
	for i := 0; i+1 < len(over.Content); i += 2 {
		key, value := over.Content[i], over.Content[i+1]
		k, known := index[key.Value]
		switch {
		case !known && !told[key.Value] && removes(value):
			d.fail(key, strings.Join(append(slices.Clone(at), key.Value), "."), nothingToRemove,
				"null takes away what the extended scenario has, but it has no %s here", quote(key.Value))
		case !known || told[key.Value]: // what is new, or stands twice, is judged when it is decoded
			pairs = append(pairs, key, value)
		case removes(value):
			pairs[k], pairs[k+1] = nil, nil
		default:
			pairs[k], pairs[k+1] = key, d.layer(pairs[k+1], value, append(slices.Clone(at), key.Value))
		}
		told[key.Value] = true
	}
	merged := *over
	merged.Content = slices.DeleteFunc(pairs, func(n *yaml.Node) bool { return n == nil })
	if s, ok := d.from[over]; ok {
		d.from[&merged] = s
	}
	return &merged
}

func without(pairs []*yaml.Node, key string) []*yaml.Node {
	for i := 0; i+1 < len(pairs); i += 2 {
		if pairs[i].Value == key {
			return slices.Delete(pairs, i, i+2)
		}
	}
	return pairs
}

// removes tells a null that is written out. A key whose value was forgotten is
// a mistake.
func removes(n *yaml.Node) bool { return n.Tag == "!!null" && n.Value != "" }

// isTrait tells the path of a segment's trait.
func isTrait(at []string) bool {
	return len(at) == 3 && at[0] == "segments" && slices.Contains(words[sim.Trait](sim.NumTraits), at[2])
}

// anotherWay tells whether a trait is described in another way than before, so
// that nothing of the first is left.
func anotherWay(base, over *yaml.Node) bool {
	way := func(n *yaml.Node) string {
		for i := 0; i < len(n.Content); i += 2 {
			if slices.Contains(wholeWays, n.Content[i].Value) {
				return n.Content[i].Value
			}
		}
		return ""
	}
	before, after := way(base), way(over)
	return after != before && (after != "" || len(over.Content) > 0)
}

// nest is the tree in which value stands at a path below base, in place of
// what is there. Entries of lists are named by number, from 1.
func (d *Document) nest(base *yaml.Node, path []string, key, value *yaml.Node) *yaml.Node {
	if len(path) == 0 {
		return value
	}
	if base != nil && base.Kind == yaml.SequenceNode {
		if i, err := strconv.Atoi(path[0]); err == nil && i >= 1 && i <= len(base.Content) {
			list := *base
			list.Content = slices.Clone(base.Content)
			list.Content[i-1] = d.layer(list.Content[i-1], d.nest(list.Content[i-1], path[1:], key, value), nil)
			d.from[&list] = d.source(base)
			return &list
		}
	}
	name := *key
	name.Value = path[0]
	under := yaml.Node{Kind: yaml.MappingNode, Tag: "!!map", Line: key.Line, Column: key.Column}
	under.Content = []*yaml.Node{&name, d.nest(valueOf(base, path[0]), path[1:], key, value)}
	d.from[&name], d.from[&under] = d.source(key), d.source(key)
	return &under
}

// valueOf is what a map has under a key, or nil.
func valueOf(n *yaml.Node, key string) *yaml.Node {
	if n == nil || n.Kind != yaml.MappingNode {
		return nil
	}
	for i := 0; i+1 < len(n.Content); i += 2 {
		if n.Content[i].Value == key {
			return n.Content[i+1]
		}
	}
	return nil
}
