package lint_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"centricity/scenarios"
	"centricity/scenarios/lint"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

var update = flag.Bool("update", false, "write what the rules say into testdata, and RULES.md")

func warn(t *testing.T, file string) scenarios.Errors {
	data, err := os.ReadFile(file)
	require.NoError(t, err)
	d, err := scenarios.ReadBytes(filepath.Base(file), data)
	require.NoError(t, err)
	_, err = d.Scenario()
	require.NoError(t, err)
	return lint.Warn(d)
}

// TestRules: each rule finds what testdata/RULE.err.yaml has, and nothing else
// does; testdata/RULE.ok.yaml, nearly the same, gives no warning.
func TestRules(t *testing.T) {
	for _, r := range lint.Rules() {
		t.Run(string(r.Name), func(t *testing.T) {
			base := filepath.Join("testdata", string(r.Name))
			found := warn(t, base+".err.yaml")
			require.NotEmpty(t, found)
			for _, e := range found {
				assert.Equal(t, r.Name, e.Rule)
				assert.True(t, e.Warning)
				assert.NotZero(t, e.Line)
			}
			said := found.Listing() + "\n"
			if *update {
				require.NoError(t, os.WriteFile(base+".txt", []byte(said), 0o644))
			}
			want, err := os.ReadFile(base + ".txt")
			require.NoError(t, err)
			assert.Equal(t, string(want), said)
			assert.Empty(t, warn(t, base+".ok.yaml"))
		})
	}
}

// TestShippedWorldsGiveNoWarning.
func TestShippedWorldsGiveNoWarning(t *testing.T) {
	for _, name := range scenarios.Names() {
		d, err := scenarios.Read(name)
		require.NoError(t, err)
		assert.Empty(t, lint.Warn(d), name)
	}
}

// TestRulesPageIsCurrent: RULES.md has every rule with what the checker says of
// its fixture. Every rule of the format has one.
func TestRulesPageIsCurrent(t *testing.T) {
	var b strings.Builder
	b.WriteString("# What the checker says\n\nEvery message names its rule. These are all of them, each with what `centricity-lab check` says of a file that breaks it; the files lie in `scenarios/testdata/err` and `scenarios/lint/testdata`.\n\n## Mistakes\n\nA file with one of these is not loaded.\n")
	said := mistakes(t)
	for _, r := range scenarios.Rules() {
		example, ok := said[r.Rule]
		assert.True(t, ok || elsewhere[r.Rule], "no file in testdata/err breaks %s", r.Rule)
		entry(&b, r.Rule, r.Doc, example)
	}
	b.WriteString("\n## Warnings\n\nA world with one of these loads, and would teach badly.\n")
	for _, r := range lint.Rules() {
		entry(&b, r.Name, r.Doc, warn(t, filepath.Join("testdata", string(r.Name)+".err.yaml")).Listing())
	}
	const page = "../RULES.md"
	if *update {
		require.NoError(t, os.WriteFile(page, []byte(b.String()), 0o644))
	}
	kept, err := os.ReadFile(page)
	require.NoError(t, err)
	assert.True(t, string(kept) == b.String(), "RULES.md is stale: go test ./scenarios/lint -run TestRulesPageIsCurrent -update")
}

func entry(b *strings.Builder, rule scenarios.Rule, doc, example string) {
	fmt.Fprintf(b, "\n### %s\n\n%s\n", rule, doc)
	if example != "" {
		fmt.Fprintf(b, "\n```text\n%s\n```\n", example)
	}
}

// elsewhere are the rules that no scenario file on its own can break.
var elsewhere = map[scenarios.Rule]bool{"no-file": true, "too-large": true, "bad-decision": true}

// mistakes are what is said of the shortest fixture that breaks a rule, and it
// alone.
func mistakes(t *testing.T) map[scenarios.Rule]string {
	files, err := filepath.Glob("../testdata/err/*.yaml")
	require.NoError(t, err)
	said := map[scenarios.Rule]string{}
	for _, file := range files {
		data, err := os.ReadFile(file)
		require.NoError(t, err)
		_, err = scenarios.Load(filepath.Base(file), data)
		errs, _ := err.(scenarios.Errors)
		require.NotEmpty(t, errs, file)
		alone := !slices.ContainsFunc(errs, func(e scenarios.Error) bool { return e.Rule != errs[0].Rule })
		text := errs.Listing()
		if old, ok := said[errs[0].Rule]; alone && (!ok || len(text) < len(old)) {
			said[errs[0].Rule] = text
		}
	}
	return said
}
