package words_test

import (
	"bytes"
	"cmp"
	"encoding/json"
	"flag"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"centricity/scenarios"
)

var update = flag.Bool("update", false, "enter new texts, empty, and drop what nobody says")

// said are the texts of the code by the file they belong in: for the package of
// the first that says them, for fields of decisions, and for scenarios.
func said(t *testing.T) map[string]string {
	keys := map[string]string{}
	enter := func(file, key string) {
		if was, ok := keys[key]; key != "" && (!ok || file < was) {
			keys[key] = file
		}
	}
	root := filepath.Join("..", "..")
	for _, below := range []string{"game", "cmd"} {
		require.NoError(t, filepath.WalkDir(filepath.Join(root, below), func(path string, d fs.DirEntry, err error) error {
			if err == nil && d.IsDir() && (d.Name() == "testdata" || d.Name() == "node_modules") {
				return fs.SkipDir
			}
			if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
				return err
			}
			f, err := parser.ParseFile(token.NewFileSet(), path, nil, 0)
			if err != nil {
				return err
			}
			ast.Inspect(f, func(n ast.Node) bool {
				if call, ok := n.(*ast.CallExpr); ok {
					enter(f.Name.Name+".json", keyOf(call))
				}
				return true
			})
			return nil
		}))
	}
	for folder, file := range map[string]string{"sim": "sim.json", "scenarios": "scenarios.json", "scenarios/lint": "scenarios.json"} {
		for _, text := range phrases(t, filepath.Join(root, folder)) {
			if worded(text) {
				enter(file, text)
			}
		}
	}
	for _, text := range parameters() {
		enter(fields, text)
	}
	for _, f := range scenarios.Fields() {
		if tips.MatchString(f.Path) {
			enter(fields, f.Doc)
		}
	}
	for _, name := range scenarios.Names() {
		s, err := scenarios.Shipped(name)
		require.NoError(t, err)
		for _, text := range textsOf(s) {
			enter(scenario+name+".json", text)
		}
	}
	return keys
}

// tips are the fields of a decision whose sentences are the tips of controls.
var tips = regexp.MustCompile(`^start\.incumbent\.(price|discount|breadth|spend\.[^.]+|programmes\.[^.]+|focus\.[^.]+\.(top|middle|low))$`)

// fields and scenario begin the names of files whose texts are shown as they
// stand: they are no formats, and "0 % of it" is no figure.
const fields, scenario = "fields.json", "scenario-"

// textsOf are the texts of a scenario that a player reads, as they are shown:
// the briefing paragraph by paragraph. Its lesson is for who teaches with it.
func textsOf(s scenarios.Scenario) []string {
	texts := []string{s.Title, s.Summary, s.Round}
	texts = append(texts, strings.Split(s.Briefing, "\n\n")...)
	texts = append(append(texts, s.Notice...), s.Try...)
	for _, g := range s.Market.Segments {
		texts = append(texts, g.Name)
	}
	for _, c := range s.Market.Channels {
		texts = append(texts, c.Name)
	}
	return texts
}

// keyOf is the key of a call to this package with a literal text, "" of others.
func keyOf(call *ast.CallExpr) string {
	f, ok := call.Fun.(*ast.SelectorExpr)
	if !ok {
		return ""
	}
	if p, ok := f.X.(*ast.Ident); !ok || p.Name != "words" {
		return ""
	}
	arg := func(i int) string {
		if i < len(call.Args) {
			return literal(call.Args[i])
		}
		return ""
	}
	switch f.Sel.Name {
	case "Say", "Mark":
		return arg(0)
	case "As":
		return arg(0) + ": " + arg(1)
	case "Plural":
		return arg(1) + " | " + arg(2)
	}
	return ""
}

// literal is the text of a string literal or of several joined with +.
func literal(e ast.Expr) string {
	switch e := e.(type) {
	case *ast.BasicLit:
		if e.Kind == token.STRING {
			s, _ := strconv.Unquote(e.Value)
			return s
		}
	case *ast.BinaryExpr:
		if x, y := literal(e.X), literal(e.Y); x != "" && y != "" {
			return x + y
		}
	}
	return ""
}

// written are the texts of the catalogue: by file, by key.
func written(t *testing.T) map[string]map[string]string {
	all := map[string]map[string]string{}
	names, err := filepath.Glob("es/*.json")
	require.NoError(t, err)
	for _, name := range names {
		data, err := os.ReadFile(name)
		require.NoError(t, err)
		texts := map[string]string{}
		require.NoError(t, json.Unmarshal(data, &texts), name)
		all[filepath.Base(name)] = texts
	}
	return all
}

var verb = regexp.MustCompile(`%(?:\[(\d+)\])?[-+#0-9.]*[a-zA-Z%]`)

// verbs are a format's arguments by number, each with how it is written.
func verbs(format string) []string {
	var found []string
	next := 1
	for _, m := range verb.FindAllStringSubmatch(format, -1) {
		if strings.HasSuffix(m[0], "%") {
			continue
		}
		if m[1] != "" {
			next, _ = strconv.Atoi(m[1])
		}
		found = append(found, strconv.Itoa(next)+m[0][len(m[0])-1:])
		next++
	}
	slices.Sort(found)
	return slices.Compact(found)
}

func TestSpanishHasEveryTextAndNoOther(t *testing.T) {
	keys, files := said(t), written(t)
	if *update {
		enter(t, keys, files)
		files = written(t)
	}
	for file, texts := range files {
		for key, text := range texts {
			assert.Equal(t, file, keys[key], "es/%s has %q, which belongs into the other file, or which nobody says if that is none", file, key)
			if !assert.NotEmpty(t, text, "es/%s has no Spanish for %q", file, key) {
				continue
			}
			if len(verbs(key)) > 0 {
				assert.NotContains(t, verb.ReplaceAllString(text, ""), "%", "es/%s: %q has a %% that is not written %%%%", file, text)
			}
			_, many, plural := strings.Cut(key, " | ")
			first, second, two := strings.Cut(text, " | ")
			require.Equal(t, plural, two, "es/%s: %q needs as many forms as the English", file, key)
			if !plural {
				if file != fields && !strings.HasPrefix(file, scenario) {
					assert.Equal(t, verbs(key), verbs(text), "es/%s: %q says other figures than %q", file, text, key)
				}
				assert.Equal(t, edges(key), edges(text), "es/%s: %q begins or ends otherwise than %q", file, text, key)
				continue
			}
			assert.Subset(t, verbs(many), verbs(first), "es/%s: %q", file, first)
			assert.Equal(t, verbs(many), verbs(second), "es/%s: %q", file, second)
		}
	}
	for _, key := range slices.Sorted(maps.Keys(keys)) {
		_, ok := files[keys[key]][key]
		assert.True(t, ok, "es/%s lacks %q; enter it with go test ./game/words -update and translate it", keys[key], key)
	}
}

// edges are the spaces around a text and the mark it ends with.
func edges(s string) string {
	in := strings.TrimSpace(s)
	end := ""
	if in != "" && strings.ContainsRune(".:;,…?!", rune(in[len(in)-1])) {
		end = in[len(in)-1:]
	}
	return s[:strings.Index(s, in)] + end + s[strings.Index(s, in)+len(in):]
}

// enter writes the files anew: every text that is said, in order, with the
// translation it has.
func enter(t *testing.T, keys map[string]string, files map[string]map[string]string) {
	known := map[string]string{}
	for _, texts := range files {
		for key, text := range texts {
			known[key] = cmp.Or(text, known[key])
		}
	}
	fresh := map[string]map[string]string{}
	for file := range files {
		fresh[file] = map[string]string{}
	}
	for key, file := range keys {
		if fresh[file] == nil {
			fresh[file] = map[string]string{}
		}
		fresh[file][key] = known[key]
	}
	for file, texts := range fresh {
		path := filepath.Join("es", file)
		if len(texts) == 0 {
			require.NoError(t, os.Remove(path))
			continue
		}
		var b bytes.Buffer
		e := json.NewEncoder(&b)
		e.SetEscapeHTML(false)
		e.SetIndent("", "  ")
		require.NoError(t, e.Encode(texts))
		require.NoError(t, os.WriteFile(path, b.Bytes(), 0o644))
	}
}
