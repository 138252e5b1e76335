package scenarios_test

import (
	"bytes"
	"flag"
	"fmt"
	"hash/fnv"
	"os"
	"testing"

	"centricity/scenarios"
	"centricity/sim"
	"centricity/sim/policy"

	"github.com/stretchr/testify/require"
)

var (
	fill         = flag.Bool("fill", false, "write the golden games' hashes into testdata/golden.txt")
	everyWorkers = flag.Bool("every", false, "play the golden games on 1, 2, 3 and 8 workers")
)

// TestGoldenGames plays every scenario that ships by three policies for twelve
// rounds and compares the hash of the final state, which covers every stored
// bit of every person, and of all reports, ledgers included, with one set of
// constants: the same on every machine and for any number of workers ('make
// determinism' has the machines). When a hash moves because the engine has
// changed, sim.ModelVersion moves, and the changelog says so; when a scenario
// has, -fill is enough.
func TestGoldenGames(t *testing.T) {
	workers := []int{1, 8}
	if *everyWorkers {
		workers = []int{1, 2, 3, 8}
	}
	want, err := os.ReadFile("testdata/golden.txt")
	if !*fill {
		require.NoError(t, err)
	}
	for _, n := range workers {
		got := goldenGames(t, n)
		if *fill {
			require.NoError(t, os.WriteFile("testdata/golden.txt", got, 0o644))
			want = got
		}
		require.Equal(t, string(want), string(got), "%d workers", n)
	}
}

// goldenGames tells, a line a game, scenario, policy, state and reports.
func goldenGames(t *testing.T, workers int) []byte {
	var out bytes.Buffer
	fmt.Fprintf(&out, "model version %d\n", sim.ModelVersion)
	for _, name := range scenarios.Names() {
		s, err := scenarios.Shipped(name)
		require.NoError(t, err)
		m := s.Market
		m.People, m.Rounds = 4500, 12
		start, err := sim.NewOn(m, 2026, workers)
		require.NoError(t, err)
		for _, how := range policy.Centric() {
			p, _ := policy.Named(how)
			w := start.Clone()
			require.NoError(t, policy.Play(w, p))
			reports := fnv.New64a()
			fmt.Fprintf(reports, "%+v", w.Reports())
			fmt.Fprintf(&out, "%s %s %s %016x\n", name, how, w.Hash(), reports.Sum64())
		}
	}
	return out.Bytes()
}
