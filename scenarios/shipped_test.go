package scenarios_test

import (
	"path/filepath"
	"strings"
	"testing"

	"centricity/scenarios"
	"centricity/sim"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestShippedScenarios(t *testing.T) {
	files, err := filepath.Glob("*.yaml")
	require.NoError(t, err)
	for i, f := range files {
		files[i] = strings.TrimSuffix(f, ".yaml")
	}
	require.ElementsMatch(t, files, scenarios.Names())
	for _, name := range scenarios.Names() {
		t.Run(name, func(t *testing.T) {
			s, err := scenarios.Shipped(name)
			require.NoError(t, err)
			assert.Equal(t, name, s.Name)
			assert.NotEmpty(t, s.Summary)
			assert.NotEmpty(t, s.Notice)
			assert.NotEmpty(t, s.Try)
			assert.Contains(t, s.Briefing, "\n\n")
			assert.NotContains(t, strings.ReplaceAll(s.Briefing, "\n\n", ""), "\n")
			assert.Equal(t, map[float64]string{13: "quarter", 52: "year"}[s.Market.RoundWeeks], s.Round)
			assert.NotEmpty(t, s.Lesson.Says)
			assert.NotEmpty(t, s.Lesson.Holds)
			assert.True(t, strings.HasPrefix(string(scenarios.Source(name)), "# yaml-language-server: $schema=schema.json\nformat: 1\n"))

			w, err := sim.New(s.Market, 1)
			require.NoError(t, err)
			assert.NotEmpty(t, w.Reports(), "the player can read history")
			again, err := scenarios.Load(name+".yaml", scenarios.Source(name))
			require.NoError(t, err)
			assert.Equal(t, s.Market.Hash(), again.Market.Hash())
		})
	}
	open := func(name string) (levers, programmes int) {
		s, _ := scenarios.Shipped(name)
		for _, is := range s.Market.Levers {
			if is {
				levers++
			}
		}
		for _, is := range s.Market.Programmes {
			if is {
				programmes++
			}
		}
		return levers, programmes
	}
	for i, name := range scenarios.Names() {
		levers, programmes := open(name)
		if i == 0 {
			assert.Equal(t, 3, levers, "the first scenario is the simplest")
			assert.Zero(t, programmes)
		} else {
			assert.Equal(t, sim.NumLevers, levers, name)
		}
	}
}
