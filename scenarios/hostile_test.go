package scenarios_test

import (
	"bytes"
	"fmt"
	"runtime"
	"strings"
	"testing"

	"centricity/scenarios"
	"centricity/sim"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const smallest = "format: 1\ntitle: A shop\nbriefing: Sell things.\n"

// TestHostileFiles: whatever the bytes, the answer is one or a few short
// errors, for little memory. What each costs in time is bounded by the bounds
// in limits.go; a quadratic parser would time the test out.
func TestHostileFiles(t *testing.T) {
	nested := func(open string, n int) string { return strings.Repeat(open, n) }
	for _, c := range []struct{ name, data, says string }{
		{"10 MB", strings.Repeat("a: b\n", 2_000_000), "larger than 1 MiB"},
		{"50,000 keys", keys(50_000), "more than 20000 entries"},
		{"the same key 9,000 times", smallest + strings.Repeat("a: 1\n", 9_000), `"a" stands twice`},
		{"9,000 unknown keys", smallest + keys(9_000), "unknown key"},
		{"10,000 maps deep, indented", indented(700), "indented by more than 200 spaces"},
		{"190 maps deep, indented", indented(190), "32 deep"},
		{"9,000 lists deep, on one line", "a: " + nested("[", 9_000), "not closed"},
		{"9,000 lists deep, closed", "a: " + nested("[", 9_000) + nested("]", 9_000), "32 deep"},
		{"15,000 lists deep", "a: " + nested("[", 15_000), "32 deep"},
		{"9,000 maps deep", nested("{a: ", 9_000), "not closed"},
		{"9,000 dashes deep", nested("- ", 9_000) + "a", "32 deep"},
		{"15,000 dashes deep", nested("- ", 15_000) + "a", "32 deep"},
		{"question marks", nested("? ", 15_000), "32 deep"},
		{"a bomb of aliases", bomb(), "aliases"},
		{"a key of 1 MB", smallest + strings.Repeat("k", 1_000_000) + ": 1\n", "without a colon"},
		{"a quoted key of 1 MB", smallest + `? "` + strings.Repeat("k", 1_000_000) + "\"\n: 1\n", "unknown key"},
		{"a number of 1 MB", smallest + "rounds: " + strings.Repeat("9", 1_000_000) + "\n", "rounds is"},
		{"a text of 1 MB", smallest + "summary: " + strings.Repeat("x ", 500_000) + "\n", "at most 160"},
		{"a line of blanks", smallest + "summary: x" + strings.Repeat(" ", 1_000_000) + "y\n", ""},
		{"blank lines", strings.Repeat("\n", 1_000_000) + smallest, "more than 20000 entries"},
		{"comments", smallest + strings.Repeat("# a comment\n", 19_000), ""},
		{"comments inside", "a:\n" + strings.Repeat(" # a comment\n", 19_000) + " - b\n", "unknown key"},
		{"open quotes", smallest + "a: '" + strings.Repeat("''\n", 19_000), "not closed"},
		{"brackets in quotes", smallest + "summary: '" + strings.Repeat("[]", 70) + "'\n", ""},
		{"null bytes", strings.Repeat("\x00", 1000), "control character"},
		{"tabs", strings.Repeat("\t", 1000), "tab"},
		{"binary", "\x7fELF\x02\x01\x01", "control character"},
		{"documents", strings.Repeat("---\n", 5000), "second document"},
		{"directives", "%YAML 9.9\n---\n" + smallest, "YAML"},
		{"tag directive", "%TAG ! tag:x,2000:\n---\n!a " + "format: 1\n", "tags"},
		{"a tag handle nobody declared", "a: !x!y z\n", "tag"},
		{"a long name in a message", smallest + "segments:\n  " + strings.Repeat("n", 500) + ": {}\n", "not a name"},
		{"9,000 claims", smallest + "lesson: {says: x, holds: [" + strings.Repeat("{},", 9_000) + "]}\n", "1 to 16 claims"},
		{"9,000 shocks", smallest + "shocks: [" + strings.Repeat("{},", 9_000) + "]\n", "at most 32"},
		{"9,000 seasons", smallest + "segments: {a: {season: [" + strings.Repeat("1,", 9_000) + "]}}\n", "1 to 1000"},
		{"9,000 times one programme", smallest + "programmes: [" + strings.Repeat("loyalty,", 9_000) + "]\n", "listed twice"},
		{"9,000 decisions", "format: 1\ndecisions: [" + strings.Repeat("{},", 9_000) + "]\n", "missing"},
		{"names that collide with paths", smallest + "segments:\n  correlations: {share: 1, correlations: 3}\n", "must be a list"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := scenarios.Schedule("x.yaml", []byte(c.data), sim.DefaultMarket())
			require.IsType(t, scenarios.Errors{}, err, "nothing of this is a schedule")
			_, err = scenarios.Load("x.yaml", []byte(c.data))
			if c.says == "" {
				require.NoError(t, err)
				return
			}
			require.ErrorContains(t, err, c.says)
			assert.Less(t, len(err.Error()), 20_000)
			for line := range strings.Lines(err.Error()) {
				assert.Regexp(t, `^x\.yaml:`, line)
			}
		})
	}
}

// TestHostileFilesCostLittleMemory bounds what the worst of them allocate.
func TestHostileFilesCostLittleMemory(t *testing.T) {
	for _, data := range []string{
		keys(50_000),
		strings.Repeat("[", 1<<20),
		strings.Repeat("a,", 1<<19),
		"a: [" + strings.Repeat("a,", 19_000) + "]",
		smallest + keys(9_000),
	} {
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		_, err := scenarios.Load("x.yaml", []byte(data))
		runtime.ReadMemStats(&after)
		require.Error(t, err)
		assert.Less(t, after.TotalAlloc-before.TotalAlloc, uint64(256<<20))
	}
}

func keys(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "k%d: 1\n", i)
	}
	return b.String()
}

func indented(n int) string {
	var b strings.Builder
	for i := range n {
		b.WriteString(strings.Repeat(" ", i) + "a:\n")
	}
	return b.String()
}

// bomb is "a billion laughs": nine levels, each naming the one before nine times.
func bomb() string {
	var b bytes.Buffer
	b.WriteString("a0: &a0 [x]\n")
	for i := 1; i < 10; i++ {
		fmt.Fprintf(&b, "a%d: &a%d [%s*a%d]\n", i, i, strings.Repeat(fmt.Sprintf("*a%d, ", i-1), 8), i-1)
	}
	return b.String()
}
