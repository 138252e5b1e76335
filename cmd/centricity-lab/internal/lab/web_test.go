package lab

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"centricity/cmd/centricity-lab/internal/bundle"
)

// A page with a scenario of one's own beside it is a whole page: it names the
// scenario, and itself by what it is.
func TestAPageWithAScenario(t *testing.T) {
	from, to := t.TempDir(), filepath.Join(t.TempDir(), "class-a")
	for _, name := range bundle.Files {
		text, err := os.ReadFile(filepath.Join("../../../centricity/page", name))
		if err != nil { // built, or Go's
			text = []byte("the text of " + name)
		}
		require.NoError(t, os.WriteFile(filepath.Join(from, name), text, 0o600))
		require.NoError(t, os.WriteFile(filepath.Join(from, name+".br"), []byte("packed"), 0o600))
	}
	run := func(args ...string) error {
		cmd := webCommand()
		cmd.SetArgs(args)
		cmd.SetOut(&bytes.Buffer{})
		return cmd.Execute()
	}
	require.NoError(t, run("--scenario", "roastery", "--out", to, "--from", from))
	index, err := os.ReadFile(filepath.Join(to, "index.html"))
	require.NoError(t, err)
	require.Contains(t, string(index), ` data-scenario="roastery" data-scenario-sum="`)
	require.NotContains(t, string(index), ` data-scenario-sum=""`)
	require.Equal(t, 2, strings.Count(string(index), "integrity="))
	worker, err := os.ReadFile(filepath.Join(to, "worker.js"))
	require.NoError(t, err)
	require.Contains(t, string(worker), fmt.Sprintf("%q:", bundle.Scenario))
	for name, there := range map[string]bool{"main.wasm.br": true, "index.html.br": false, "worker.js.br": false} {
		_, err := os.Stat(filepath.Join(to, name))
		require.Equal(t, there, err == nil, name)
	}

	require.NoError(t, os.WriteFile(filepath.Join(from, "index.html"), []byte("<p>another page"), 0o600))
	require.ErrorContains(t, run("--scenario", "roastery", "--out", to+"b", "--from", from), "of another version")
}
