package guard

import (
	"fmt"
	"go/ast"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"io/fs"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// exactInMath lists the functions of package math with one possible result:
// correctly rounded or bit moves. Constants are free.
var exactInMath = map[string]bool{
	"Sqrt": true, "Floor": true, "Ceil": true, "Trunc": true, "Abs": true, "Inf": true, "NaN": true, "IsNaN": true,
	"IsInf": true, "Float64bits": true, "Float64frombits": true, "Float32bits": true, "Float32frombits": true, "Copysign": true,
}

// refusedImports are sequences whose order of use would matter.
var refusedImports = map[string]string{
	"math/rand":    "draw from sim/internal/rng",
	"math/rand/v2": "draw from sim/internal/rng",
	"math/cmplx":   "its bits differ between machines",
}

// Package golang.org/x/exp/rand is pinned and deprecated, so one place adapts
// it.
const (
	expRand     = "golang.org/x/exp/rand"
	expRandHome = "sim/internal/rng"
)

func TestSourceKeepsTheContract(t *testing.T) {
	files := 0
	for _, path := range goFiles(t, filepath.Join(root, "sim")) {
		if strings.HasSuffix(path, "_test.go") || exempt(path) {
			continue
		}
		files++
		for _, fault := range faults(t, path) {
			assert.Fail(t, fault)
		}
	}
	require.Greater(t, files, 10, "the core was found")
}

func TestOnlyRngImportsExpRand(t *testing.T) {
	var homes []string
	for _, path := range goFiles(t, root) {
		rel, err := filepath.Rel(root, path)
		require.NoError(t, err)
		if imports(t, path, expRand) {
			homes = append(homes, filepath.ToSlash(filepath.Dir(rel)))
		}
	}
	require.NotEmpty(t, homes)
	for _, home := range homes {
		assert.Equal(t, expRandHome, home, "only %s may import %s", expRandHome, expRand)
	}
}

func TestTheFixtureIsFaulty(t *testing.T) {
	var all []string
	for _, path := range []string{"testdata/fixture/fused.go", "testdata/fixture/sequence/sequence.go"} {
		all = append(all, faults(t, path)...)
	}
	require.Equal(t, []string{
		"testdata/fixture/fused.go:20:41: math.Exp differs between machines: use sim/internal/exact",
		"testdata/fixture/sequence/sequence.go:7:2: imports math/rand: draw from sim/internal/rng",
		"testdata/fixture/sequence/sequence.go:8:2: imports math/rand/v2: draw from sim/internal/rng",
		"testdata/fixture/sequence/sequence.go:13:17: math.Log differs between machines: use sim/internal/exact",
		"testdata/fixture/sequence/sequence.go:16:11: bits.Mul64 is slow in WebAssembly: use 64-bit products",
	}, all)
	require.True(t, imports(t, "testdata/fixture/sequence/sequence.go", expRand))
	require.False(t, imports(t, "testdata/fixture/fused.go", expRand))
}

// goFiles lists the Go files of the module below dir.
func goFiles(t *testing.T, dir string) []string {
	t.Helper()
	var files []string
	require.NoError(t, filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		name := d.Name()
		if d.IsDir() && path != dir && (name == "testdata" || strings.HasPrefix(name, ".") || strings.HasPrefix(name, "_")) {
			return filepath.SkipDir
		}
		if !d.IsDir() && strings.HasSuffix(name, ".go") {
			files = append(files, path)
		}
		return nil
	}))
	return files
}

func imports(t *testing.T, path, pkg string) bool {
	t.Helper()
	file, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.ImportsOnly)
	require.NoError(t, err)
	for _, spec := range file.Imports {
		if p, _ := strconv.Unquote(spec.Path.Value); p == pkg {
			return true
		}
	}
	return false
}

// faults lists where a file breaks the contract, as file:line:column: reason.
func faults(t *testing.T, path string) []string {
	t.Helper()
	set := token.NewFileSet()
	file, err := parser.ParseFile(set, path, nil, parser.SkipObjectResolution)
	require.NoError(t, err)
	var found []string
	report := func(n ast.Node, format string, args ...any) {
		p := set.Position(n.Pos())
		found = append(found, fmt.Sprintf("%s:%d:%d: ", filepath.ToSlash(path), p.Line, p.Column)+fmt.Sprintf(format, args...))
	}
	names := map[string]string{} // name in this file to import path
	for _, spec := range file.Imports {
		p, _ := strconv.Unquote(spec.Path.Value)
		name := p[strings.LastIndexByte(p, '/')+1:]
		if spec.Name != nil {
			name = spec.Name.Name
		}
		names[name] = p
		if reason, refused := refusedImports[p]; refused {
			report(spec, "imports %s: %s", p, reason)
		}
		if name == "." && strings.HasPrefix(p, "math") {
			report(spec, "imports %s without a name, so its functions cannot be told apart", p)
		}
	}
	functions := mathFunctions(t)
	ast.Inspect(file, func(n ast.Node) bool {
		sel, ok := n.(*ast.SelectorExpr)
		if !ok {
			return true
		}
		pkg, ok := sel.X.(*ast.Ident)
		if !ok {
			return true
		}
		switch {
		case names[pkg.Name] == "math" && functions[sel.Sel.Name] && !exactInMath[sel.Sel.Name]:
			report(sel, "math.%s differs between machines: use sim/internal/exact", sel.Sel.Name)
		case names[pkg.Name] == "math/bits" && sel.Sel.Name == "Mul64":
			report(sel, "bits.Mul64 is slow in WebAssembly: use 64-bit products")
		}
		return true
	})
	return found
}

var functionsOfMath map[string]bool

// mathFunctions tells the functions of package math from its constants.
func mathFunctions(t *testing.T) map[string]bool {
	t.Helper()
	if functionsOfMath == nil {
		pkg, err := importer.ForCompiler(token.NewFileSet(), "source", nil).Import("math")
		require.NoError(t, err)
		functionsOfMath = map[string]bool{}
		for _, name := range pkg.Scope().Names() {
			_, functionsOfMath[name] = pkg.Scope().Lookup(name).(*types.Func)
		}
	}
	return functionsOfMath
}
