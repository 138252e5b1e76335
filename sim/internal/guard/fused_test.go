// Package guard holds the determinism contract over the source of the
// simulation core: no fused multiply-add on any target, no function of package
// math whose bits differ between machines, no other source of random numbers.
//
// Package sim/clv is exempt: it fits and forecasts with gonum, and nothing of
// it enters the simulated world.
package guard

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const root = "../../.." // the module

// exempt says whether a package or file below sim/ may break the rules.
func exempt(path string) bool {
	return strings.Contains("/"+filepath.ToSlash(path)+"/", "/sim/clv/")
}

// fusingTargets are those on which the compiler turns x*y+z into one
// instruction with one rounding. The first two, one little-endian and one
// big-endian, see nearly everything; the others join when everyTarget is set
// in the environment, because each compiles its own standard library once.
var (
	fusingTargets = []string{"GOARCH=arm64", "GOARCH=s390x"}
	furtherFusing = []string{"GOARCH=riscv64", "GOARCH=ppc64le", "GOARCH=loong64", "GOARCH=amd64 GOAMD64=v3"}
)

const everyTarget = "CENTRICITY_EVERY_TARGET"

// fused asks the compiler for the places in module's packages where it would
// fuse. The go command repeats this report from its build cache.
func fused(t *testing.T, dir, module, target string, packages ...string) []string {
	t.Helper()
	cmd := exec.Command("go", append([]string{"build", "-gcflags=" + module + "/...=-d=fmahash=vn"}, packages...)...)
	cmd.Dir = dir
	cmd.Env = append(append(os.Environ(), "GOOS=linux", "CGO_ENABLED=0", "GOWORK=off"), strings.Fields(target)...)
	out, err := cmd.CombinedOutput()
	require.NoError(t, err, "%s: %s", target, out)
	var places []string
	for line := range strings.Lines(string(out)) {
		if at, ok := strings.CutPrefix(line, "fmahash triggered "); ok {
			places = append(places, strings.Fields(at)[0])
		}
	}
	return places
}

// corePackages are all packages below sim that must keep the rules.
func corePackages(t *testing.T) (packages []string) {
	t.Helper()
	list := exec.Command("go", "list", "./sim/...")
	list.Dir = root
	out, err := list.Output()
	require.NoError(t, err)
	for _, p := range strings.Fields(string(out)) {
		if !exempt(p) && !strings.HasSuffix(p, "/internal/guard") {
			packages = append(packages, p)
		}
	}
	require.Contains(t, packages, "centricity/sim/internal/exact")
	return packages
}

// TestNothingIsFused compiles for other machines, so short mode leaves it out.
func TestNothingIsFused(t *testing.T) {
	if testing.Short() {
		t.Skip("builds the core for other targets")
	}
	packages := corePackages(t)
	targets := fusingTargets
	if os.Getenv(everyTarget) != "" {
		targets = append(targets, furtherFusing...)
	}
	for _, target := range targets {
		t.Run(target, func(t *testing.T) {
			require.NotEmpty(t, fused(t, "testdata/fixture", "fixture", target, "fixture"), "the compiler reports what it fuses")
			for _, place := range fused(t, root, "centricity/sim", target, packages...) {
				assert.Fail(t, place+": a product meets a sum; write float64(x*y) so that it is rounded first")
			}
		})
	}
}

// machineFused lists the instructions of the arm64 build of a package that
// round once for a product and a sum: what the compiler made, beside what it
// says it would make.
func machineFused(t *testing.T, dir, pkg string) []string {
	t.Helper()
	archive := filepath.Join(t.TempDir(), "package.a")
	build := exec.Command("go", "build", "-o", archive, pkg)
	build.Dir = dir
	build.Env = append(os.Environ(), "GOOS=linux", "GOARCH=arm64", "CGO_ENABLED=0", "GOWORK=off")
	out, err := build.CombinedOutput()
	require.NoError(t, err, "%s", out)
	code, err := exec.Command("go", "tool", "objdump", archive).Output()
	require.NoError(t, err)
	require.Contains(t, string(code), "TEXT", "the build was disassembled")
	var found []string
	for line := range strings.Lines(string(code)) {
		for _, word := range strings.Fields(line) {
			switch word {
			case "FMADDD", "FMADDS", "FMSUBD", "FMSUBS", "FNMADDD", "FNMADDS", "FNMSUBD", "FNMSUBS":
				found = append(found, strings.TrimSpace(line))
			}
		}
	}
	return found
}

// TestTheMachineCodeFusesNothing reads the machine code of every package of the
// core; short mode leaves it out.
func TestTheMachineCodeFusesNothing(t *testing.T) {
	if testing.Short() {
		t.Skip("builds the core for another target")
	}
	require.Len(t, machineFused(t, "testdata/fixture", "fixture"), 2, "the fixture fuses twice")
	for _, pkg := range corePackages(t) {
		require.Empty(t, machineFused(t, root, pkg), pkg)
	}
}

// TestTheFixtureIsFused shows that the report is not empty for want of
// looking: it names Axpy, and Shift through inlining, but not Kept.
func TestTheFixtureIsFused(t *testing.T) {
	lines := map[string]bool{}
	for _, place := range fused(t, "testdata/fixture", "fixture", "GOARCH=arm64", "fixture") {
		lines[strings.Split(filepath.Base(place), ":")[1]] = true
	}
	require.Equal(t, map[string]bool{"8": true, "17": true}, lines)
}
