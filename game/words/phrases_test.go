package words_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"centricity/sim"
)

// Packages below the game speak English and keep the formats of what they say,
// for screens to say in the player's language. These are the calls and literals
// of theirs that hold such a text, and which of their parts it is.
var (
	phraseCalls = map[string]int{
		"add": 1, // what the market has against a decision or itself
		"say": 0, "and": 0, "fail": 3, "whole": 2, "mistake": 3, "Warning": 2, "warn": 1,
		"listOf": 0, // what they are of
	}
	unitCalls    = map[string]int{"number": 2, "bounded": 2, "quantity": 0, "counted": 0}
	unitLiterals = map[string]int{"count": 3, "size": 1}
)

// phrases are the texts of a folder's packages that screens say.
func phrases(t *testing.T, folder string) (texts []string) {
	paths, err := filepath.Glob(filepath.Join(folder, "*.go"))
	require.NoError(t, err)
	var files []*ast.File
	constants := map[string]string{}
	for _, path := range paths {
		if strings.HasSuffix(path, "_test.go") {
			continue
		}
		f, err := parser.ParseFile(token.NewFileSet(), path, nil, 0)
		require.NoError(t, err)
		files = append(files, f)
		ast.Inspect(f, func(n ast.Node) bool {
			if v, ok := n.(*ast.ValueSpec); ok && len(v.Values) == 1 {
				constants[v.Names[0].Name] = literal(v.Values[0])
			}
			return true
		})
	}
	part := func(of ast.Expr, table map[string]int, parts []ast.Expr) string {
		i, ok := table[nameOf(of)]
		if !ok || i >= len(parts) {
			return ""
		}
		text := literal(parts[i])
		if id, named := parts[i].(*ast.Ident); named {
			text = constants[id.Name]
		}
		return text
	}
	for _, f := range files {
		ast.Inspect(f, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.CallExpr:
				texts = append(texts, part(n.Fun, phraseCalls, n.Args), inBrackets(part(n.Fun, unitCalls, n.Args)))
			case *ast.CompositeLit:
				texts = append(texts, inBrackets(part(n.Type, unitLiterals, n.Elts)), requiredDoc(n))
			}
			return true
		})
	}
	return texts
}

func nameOf(e ast.Expr) string {
	switch e := e.(type) {
	case *ast.Ident:
		return e.Name
	case *ast.SelectorExpr:
		return e.Sel.Name
	}
	return ""
}

// requiredDoc is the sentence of a key that must be there: it is said where the
// key is missing.
func requiredDoc(key *ast.CompositeLit) (doc string) {
	required := false
	for _, e := range key.Elts {
		if kv, ok := e.(*ast.KeyValueExpr); ok {
			required = required || nameOf(kv.Key) == "required"
			if nameOf(kv.Key) == "doc" {
				doc = literal(kv.Value)
			}
		}
	}
	if !required {
		return ""
	}
	return doc
}

// parameters are the sentences and units of the market's numbers: they are said
// where one is out of its bounds.
func parameters() (texts []string) {
	for _, p := range sim.MarketParameters {
		texts = append(texts, p.Doc, inBrackets(p.Unit))
	}
	for _, p := range sim.SegmentParameters {
		texts = append(texts, p.Doc, inBrackets(p.Unit))
	}
	for _, p := range sim.ChannelParameters {
		texts = append(texts, p.Doc, inBrackets(p.Unit))
	}
	return texts
}

// inBrackets is how a unit is said.
func inBrackets(unit string) string {
	if unit == "" {
		return ""
	}
	return "[" + unit + "]"
}

var letter = regexp.MustCompile(`\p{L}`)

// worded tells texts with words of their own, which another language would say
// otherwise: "%s [%s]" has none.
func worded(text string) bool { return letter.MatchString(verb.ReplaceAllString(text, "")) }
