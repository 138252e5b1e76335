package guard

import (
	"fmt"
	"go/parser"
	"go/token"
	"maps"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// A rule says what some packages do not import, and why. Packages of
// this module are named from its root; "x/..." is x and all below it.
type rule struct {
	who    []string // the packages it binds
	but    []string // of them, those it does not
	never  []string // what they do not import
	except []string // of that, what they may
	reach  bool     // nor through other packages of this module
	tests  bool     // nor do their tests
	why    string

	breaks edge // an import that it must find
}

// An edge is that one package imports another.
type edge struct{ from, to string }

const (
	everything = "..."
	outside    = "std and modules" // everything that is not of this module
	module     = "centricity"
)

var rules = []rule{
	{
		who:    []string{"sim/..."},
		never:  []string{"os/...", "io/fs", "io/ioutil", "net/...", "time", "image/...", "encoding/...", "embed", "path/filepath", "log/...", "syscall/...", "unsafe"},
		except: []string{"encoding/binary"}, // lays out words in memory; reads and writes nothing
		why:    "the core knows no file, screen, network or clock: a game is its market, seed and decisions, and nothing else",
		breaks: edge{"sim", "encoding/json"},
	},
	{
		who: []string{"sim/..."}, tests: true,
		never:  []string{"math/rand/...", "crypto/rand"},
		why:    "every draw is keyed by seed, purpose, round and person: a shared sequence depends on who drew before",
		breaks: edge{"sim/policy", "math/rand/v2"},
	},
	{
		who: []string{everything}, but: []string{"sim/internal/rng"},
		never:  []string{"golang.org/x/exp/rand"},
		why:    "it is deprecated and pinned, so one package adapts it",
		breaks: edge{"sim", "golang.org/x/exp/rand"},
	},
	{
		who: []string{"sim"}, never: []string{everything}, except: []string{"sim/internal/...", outside},
		why:    "the core stands below everything that uses it",
		breaks: edge{"sim", "sim/policy"},
	},
	{
		who: []string{"sim", "sim/internal/..."}, but: []string{"sim/internal/rng"},
		never:  []string{"github.com/...", "golang.org/...", "gonum.org/...", "gopkg.in/...", "pgregory.net/..."},
		why:    "a library's next version may give other bits",
		breaks: edge{"sim/internal/exact", "gonum.org/v1/gonum/stat"},
	},
	{
		who: []string{"sim/internal/..."}, never: []string{everything}, except: []string{"sim/internal/...", outside},
		why:    "numbers and draws know nothing of the market they serve",
		breaks: edge{"sim/internal/draw", "sim"},
	},
	{
		who: []string{"sim/policy"}, never: []string{everything}, except: []string{"sim", "sim/internal/rng", outside},
		why:    "a policy sees what a player sees, and works wherever the core works; draws of its own are keyed like the core's",
		breaks: edge{"sim/policy", "scenarios"},
	},
	{
		who: []string{"sim/clv"}, never: []string{everything}, except: []string{"sim/internal/draw", "sim/internal/rng", outside},
		why:    "models of what a firm observes know nothing of what is true",
		breaks: edge{"sim/clv", "sim"},
	},
	{
		who: []string{"sim/..."}, but: []string{"sim/clv/...", "sim/validation"}, reach: true,
		never:  []string{"sim/clv/..."},
		why:    "a fit, which may differ in its last bits between machines, enters no world, hash, report or policy",
		breaks: edge{"sim/policy", "sim/clv"},
	},
	{
		who: []string{"scenarios"}, never: []string{everything}, except: []string{"sim", "sim/policy", "sim/experiment", outside},
		why:    "a scenario is a market with texts and the lesson it claims; screens and logs are not its business",
		breaks: edge{"scenarios", "game"},
	},
	{
		who: []string{everything}, but: []string{"scenarios"}, tests: true,
		never:  []string{"gopkg.in/yaml.v3", "go.yaml.in/..."},
		why:    "scenario files are outside input: one package bounds, checks and reads them",
		breaks: edge{"game", "gopkg.in/yaml.v3"},
	},
	{
		who: []string{"game"}, never: []string{everything}, except: []string{"game/words", "scenarios", "sim/...", outside},
		why:    "a session and its log work without a screen",
		breaks: edge{"game", "game/widget"},
	},
	{
		who: []string{"game/debrief"}, never: []string{everything},
		except: []string{"game", "game/chart/...", "game/widget", "game/page", "game/words", "scenarios", "sim/...", outside},
		why:    "a debrief is the same in the window, in a terminal and on a page",
		breaks: edge{"game/debrief", "game/screen"},
	},
	{
		who: []string{"game/class"}, never: []string{everything},
		except: []string{"game", "game/chart/...", "game/widget", "game/page", "game/words", "game/debrief", "scenarios", "sim/...", outside},
		why:    "a class is checked and told the same in the lab, in the window and behind a server",
		breaks: edge{"game/class", "game/screen"},
	},
	{
		who: []string{"game/words"}, never: []string{everything}, except: []string{outside},
		why:    "everything that speaks stands on the words",
		breaks: edge{"game/words", "game/widget"},
	},
	{
		who:    []string{"game", "game/canvas", "game/widget", "game/chart/...", "game/page", "game/debrief", "game/class", "game/screen"},
		never:  []string{"os/...", "net/...", "syscall/...", "plugin"},
		why:    "what a page shows is a function of its input; files and storage come in through the window",
		breaks: edge{"game/screen", "os"},
	},
	{
		who: []string{"game/canvas", "game/widget", "game/chart/...", "game/page"}, never: []string{everything},
		except: []string{"game/canvas", "game/widget", "game/chart/...", "game/page", "game/words", outside}, tests: true,
		why:    "controls and charts draw any numbers, not only this game's",
		breaks: edge{"game/chart", "sim"},
	},
	{
		who: []string{everything}, but: []string{"game/window/...", "cmd/centricity"}, reach: true, tests: true,
		never:  []string{"github.com/hajimehoshi/ebiten/...", "github.com/ebitengine/..."},
		why:    "all else runs and is tested without a display",
		breaks: edge{"game/screen", "game/window"},
	},
	{
		who: []string{"cmd/centricity-lab/..."}, reach: true, tests: true,
		never:  []string{"game/window/...", "game/screen/..."},
		why:    "the lab runs on machines without a screen, and starts at once",
		breaks: edge{"cmd/centricity-lab/internal/lab", "game/screen"},
	},
	{
		who:    []string{"cmd/centricity-lab/internal/batch"},
		never:  []string{"time", "math/rand/...", "crypto/rand", "net/...", "github.com/spf13/..."},
		why:    "what a batch writes follows from its design alone, so that it can be made again byte by byte: no clock, no chance, no machine",
		breaks: edge{"cmd/centricity-lab/internal/batch", "time"},
	},
	{
		who: []string{everything}, but: []string{"cmd/centricity-lab/internal/batch"}, tests: true,
		never:  []string{"github.com/parquet-go/..."},
		why:    "one package writes tables, and reads what may have been tampered with",
		breaks: edge{"cmd/centricity-lab/internal/lab", "github.com/parquet-go/parquet-go"},
	},
	{
		who: []string{everything}, but: []string{"cmd/..."}, tests: true,
		never:  []string{"cmd/..."},
		why:    "programs stand on top: nothing is built on them",
		breaks: edge{"game", "cmd/centricity"},
	},
	{
		who: []string{everything}, never: []string{"C"}, tests: true,
		why:    "without cgo one machine builds every program for every system",
		breaks: edge{"game/window", "C"},
	},
}

func TestArrows(t *testing.T) {
	g := readGraph(t)
	for _, pkg := range []string{"sim", "sim/internal/rng", "scenarios", "game", "cmd/centricity-lab"} {
		require.Contains(t, g.code, pkg, "the module was found")
	}
	for _, r := range rules {
		assert.Empty(t, g.violations(r), r.why)
	}
}

// Every rule finds the import that it is there to find.
func TestEveryRuleBites(t *testing.T) {
	for _, r := range rules {
		g := readGraph(t)
		g.code.add(r.breaks.from, r.breaks.to, "planted.go")
		found := g.violations(r)
		require.NotEmpty(t, found, "%v", r.breaks)
		require.Contains(t, found[0], r.why)
	}
}

// importers is, by package and import, a file that has it.
type importers map[string]map[string]string

func (i importers) add(pkg, imported, file string) {
	if i[pkg] == nil {
		i[pkg] = map[string]string{}
	}
	i[pkg][imported] = file
}

// graph is what the packages of this module import, on whatever system they
// are built for, and what their tests import besides.
type graph struct{ code, tests importers }

func readGraph(t *testing.T) graph {
	t.Helper()
	g := graph{importers{}, importers{}}
	for _, name := range goFiles(t, root) {
		rel, err := filepath.Rel(root, name)
		require.NoError(t, err)
		rel = filepath.ToSlash(rel)
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.ImportsOnly)
		require.NoError(t, err)
		into := g.code
		if strings.HasSuffix(rel, "_test.go") {
			into = g.tests
		}
		for _, spec := range file.Imports {
			p, err := strconv.Unquote(spec.Path.Value)
			require.NoError(t, err)
			into.add(path.Dir(rel), strings.TrimPrefix(p, module+"/"), rel)
		}
	}
	return g
}

// violations lists the imports that break a rule, in order.
func (g graph) violations(r rule) []string {
	var found []string
	bound := []importers{g.code}
	if r.tests {
		bound = append(bound, g.tests)
	}
	for _, of := range bound {
		for _, pkg := range slices.Sorted(maps.Keys(of)) {
			if !covers(r.who, pkg) || covers(r.but, pkg) {
				continue
			}
			for _, imported := range slices.Sorted(maps.Keys(of[pkg])) {
				if way := g.breach(r, imported, map[string]bool{}); way != "" {
					found = append(found, fmt.Sprintf("%s imports %s: %s", of[pkg][imported], way, r.why))
				}
			}
		}
	}
	return found
}

// breach is how an import breaks a rule: itself, or the way through others;
// empty if it does not.
func (g graph) breach(r rule, imported string, seen map[string]bool) string {
	if covers(r.never, imported) && !covers(r.except, imported) {
		return imported
	}
	if !r.reach || seen[imported] {
		return ""
	}
	seen[imported] = true
	for _, next := range slices.Sorted(maps.Keys(g.code[imported])) {
		if way := g.breach(r, next, seen); way != "" {
			return imported + ", which imports " + way
		}
	}
	return ""
}

// covers tells whether one of the patterns is for the package.
func covers(patterns []string, pkg string) bool {
	for _, p := range patterns {
		below, all := strings.CutSuffix(p, "/...")
		switch {
		case p == everything, p == pkg, p == outside && !ours(pkg):
			return true
		case all && (pkg == below || strings.HasPrefix(pkg, below+"/")):
			return true
		}
	}
	return false
}

// ours tells packages of this module, whose paths were cut at its root.
func ours(pkg string) bool {
	top, _, _ := strings.Cut(pkg, "/")
	return top == "sim" || top == "game" || top == "scenarios" || top == "cmd" || top == "assets"
}
