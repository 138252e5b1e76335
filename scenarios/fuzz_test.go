package scenarios_test

import (
	"os"
	"path/filepath"
	"testing"

	"centricity/scenarios"
	"centricity/sim"

	"github.com/stretchr/testify/require"
)

// FuzzLoad: no bytes make Load panic; what it refuses it refuses with places
// inside the file, and what it accepts is a market that can be played.
func FuzzLoad(f *testing.F) {
	for _, pattern := range []string{"*.yaml", "testdata/*/*.yaml"} {
		files, err := filepath.Glob(pattern)
		require.NoError(f, err)
		for _, file := range files {
			data, err := os.ReadFile(file)
			require.NoError(f, err)
			f.Add(data)
		}
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		decisions, err := scenarios.Schedule("x.yaml", data, sim.DefaultMarket())
		require.Equal(t, err == nil, len(decisions) > 0)
		s, err := scenarios.Load("x.yaml", data)
		if err != nil {
			require.NotEmpty(t, err.(scenarios.Errors))
			for _, e := range err.(scenarios.Errors) {
				require.NotEmpty(t, e.Message)
				require.Equal(t, e.Line == 0, e.Column == 0)
				require.True(t, 0 <= e.Line && e.Line <= len(data)+1 && 0 <= e.Column && e.Column <= len(data)+1, e)
			}
			return
		}
		m := s.Market
		m.People, m.Start.History = min(m.People, 50), min(m.Start.History, 2)
		_, err = sim.New(m, 1)
		require.NoError(t, err)
	})
}
