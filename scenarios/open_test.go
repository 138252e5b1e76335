package scenarios_test

import (
	"os"
	"path/filepath"
	"testing"

	"centricity/scenarios"
	"centricity/sim"
	"centricity/sim/policy"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestOpenRefusesWhatIsNoScenarioFile(t *testing.T) {
	dir := t.TempDir()
	large := filepath.Join(dir, "large.yaml")
	require.NoError(t, os.WriteFile(large, nil, 0o644))
	require.NoError(t, os.Truncate(large, 1<<40)) // a terabyte, on paper
	for _, c := range []struct{ path, says string }{
		{filepath.Join(dir, "none.yaml"), "there is no such file"},
		{dir, "is a folder"},
		{large, "is larger than 1 MiB"},
		{os.DevNull, "is not an ordinary file"},
	} {
		_, err := scenarios.Open(c.path)
		require.IsType(t, scenarios.Errors{}, err)
		assert.ErrorContains(t, err, c.path+": "+c.says)
	}
}

func TestOpenReadsAFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "my shop.yaml")
	require.NoError(t, os.WriteFile(path, []byte(smallest), 0o644))
	s, err := scenarios.Open(path)
	require.NoError(t, err)
	assert.Equal(t, "my shop", s.Name)
	found, err := scenarios.Find(path)
	require.NoError(t, err)
	assert.Equal(t, s, found)
}

func TestOpenScheduleIsPlayed(t *testing.T) {
	path := filepath.Join(t.TempDir(), "mine.yaml")
	require.NoError(t, os.WriteFile(path, []byte("format: 1\ndecisions: [{price: 30}, {spend: {acquisition: 1000000}}]\n"), 0o644))
	m := sim.DefaultMarket()
	m.People, m.Rounds = 200, 3
	decisions, err := scenarios.OpenSchedule(path, m)
	require.NoError(t, err)
	w, err := sim.New(m, 1)
	require.NoError(t, err)
	require.NoError(t, policy.Play(w, policy.Schedule(decisions)))
	last, _ := w.Report()
	assert.EqualValues(t, 30_00, last.Price)
	assert.Equal(t, m.Budget.PerRound, last.Books.Spend[sim.Acquisition])

	_, err = scenarios.OpenSchedule(path+"x", m)
	assert.ErrorContains(t, err, "there is no such file")
}

func TestFind(t *testing.T) {
	for _, name := range scenarios.Names() {
		s, err := scenarios.Find(name)
		require.NoError(t, err)
		assert.Equal(t, name, s.Name)
	}
	for _, c := range []struct{ name, says string }{
		{"music-shpo", `no scenario of this name ships with the program, and there is no such file; did you mean "music-shop"?`},
		{"Music Shop", `did you mean "music-shop"?`},
		{"opera", "it is one of roastery, music-shop, lookalikes, commodity, innovation, relationship, subscription, shifting-needs"},
		{"folder/none.yaml", "folder/none.yaml: there is no such file"},
	} {
		_, err := scenarios.Find(c.name)
		require.IsType(t, scenarios.Errors{}, err)
		assert.ErrorContains(t, err, c.says)
	}
	_, err := scenarios.Shipped("../go.mod")
	require.ErrorContains(t, err, "no scenario of this name")
	assert.Nil(t, scenarios.Source("../go.mod"))
}
