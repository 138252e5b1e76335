package lab

import (
	"bytes"
	"encoding/json"
	"path/filepath"
	"strings"
	"testing"

	"centricity/scenarios"
	"centricity/sim/policy"

	"github.com/stretchr/testify/require"
)

// try runs a command line and expects it to end well.
func try(t *testing.T, args ...string) string {
	t.Helper()
	var out, errs bytes.Buffer
	require.Equal(t, Fine, Main("test", args, strings.NewReader(""), &out, &errs), errs.String())
	require.Empty(t, errs.String())
	return out.String()
}

// A log that run writes replays to the state hash and company value that run
// told, for every scenario that ships and every policy.
func TestEveryLogReplaysToItsHash(t *testing.T) {
	for _, scenario := range scenarios.Names() {
		for _, p := range policy.Names() {
			t.Run(scenario+"/"+p, func(t *testing.T) {
				log := filepath.Join(t.TempDir(), "game.log")
				var d document
				out := try(t, "run", scenario, "--policy", p, "--seed", "11", "--json", "--log", log)
				require.NoError(t, json.Unmarshal([]byte(out), &d))
				require.Len(t, d.Rounds, mustShip(t, scenario).Market.Rounds)

				replayed := try(t, "replay", log)
				require.Contains(t, replayed, d.Hash)
				require.Contains(t, replayed, "company value "+exact(d.Value.Company)+" ")
				for _, r := range d.Rounds {
					require.Contains(t, replayed, r.Hash+"  agrees")
				}
			})
		}
	}
}

func mustShip(t *testing.T, name string) scenarios.Scenario {
	t.Helper()
	s, err := scenarios.Shipped(name)
	require.NoError(t, err)
	return s
}

// Two policies under one seed meet the same history; two seeds do not.
func TestSeedsNotPoliciesMakeHistory(t *testing.T) {
	history := func(policy, seed string) []report {
		var d document
		require.NoError(t, json.Unmarshal([]byte(try(t, "run", "roastery", "--policy", policy, "--seed", seed, "--json")), &d))
		return d.History
	}
	require.NotEmpty(t, history("price-centric", "1"))
	require.Equal(t, history("price-centric", "1"), history("customer-centric", "1"))
	require.NotEqual(t, history("price-centric", "1"), history("price-centric", "2"))
}
