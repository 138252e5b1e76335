package scenarios

import "gopkg.in/yaml.v3"

var noReferences = say("anchors (&), aliases (*) and merge keys (<<) are not used in scenarios; write the value out")

// refuse finds what YAML can do and scenarios do not need: references, tags,
// keys that are not words. What is left means what it says.
func refuse(file string, root *yaml.Node) (errs Errors) {
	fail := func(n *yaml.Node, message Phrase) {
		errs = append(errs, Error{File: file, Line: n.Line, Column: n.Column, Rule: plainYAML, Message: message})
	}
	deep := false
	var walk func(n *yaml.Node, depth int)
	walk = func(n *yaml.Node, depth int) {
		switch {
		case depth > maxDepth:
			if !deep {
				fail(n, tooDeep)
			}
			deep = true
			return
		case n.Kind == yaml.AliasNode || n.Anchor != "":
			fail(n, noReferences)
		case n.Style&yaml.TaggedStyle != 0:
			fail(n, say("tags like %s are not used in scenarios; write the value alone", quote(n.Tag)))
		}
		for i, child := range n.Content {
			if n.Kind == yaml.MappingNode && i%2 == 0 {
				switch {
				case child.Kind != yaml.ScalarNode && child.Kind != yaml.AliasNode:
					fail(child, say("a key must be a word, not a list or a map"))
				case child.Tag == "!!merge":
					fail(child, noReferences)
				}
			}
			walk(child, depth+1)
		}
	}
	walk(root, 1)
	return errs
}
