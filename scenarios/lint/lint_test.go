package lint_test

import (
	"flag"
	"os"
	"path/filepath"
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
