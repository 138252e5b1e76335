package batch

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"centricity/scenarios"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// small is a design with everything: arms that differ in policy, test and
// parameters, a sweep, a sample, every level and both formats.
const small = `format: 1
title: Does care pay?
scenario: roastery
policy: balanced
replications: 3
seed: 2026
levels: [runs, rounds, channels, cohorts, panel, transactions, truth]
set: {people: 300, rounds: 2}
arms:
  balanced: {}
  tested: {trial: {lever: retention, control: 50%}}
sweep:
  heterogeneity: [0.5, 1]
sample:
  points: 2
  over:
    experience.saturation: {from: 1, to: 10, scale: log}
`

func planned(t *testing.T, text string) Plan {
	t.Helper()
	path := filepath.Join(t.TempDir(), "care.yaml")
	require.NoError(t, os.WriteFile(path, []byte(text), 0o644))
	d, err := scenarios.OpenDesign(path)
	require.NoError(t, err)
	return NewPlan(d)
}

func quiet(string)    {}
func untold(Progress) {}
func work(t *testing.T, f Folder, s Shard, workers int) {
	t.Helper()
	require.NoError(t, f.Work(context.Background(), s, workers, untold, quiet))
}

// contents are all files of a folder.
func contents(t *testing.T, dir string) map[string]string {
	t.Helper()
	all := map[string]string{}
	require.NoError(t, filepath.WalkDir(dir, func(path string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		text, err := os.ReadFile(path)
		rel, _ := filepath.Rel(dir, path)
		all[rel] = string(text)
		return err
	}))
	return all
}

// same compares two folders byte by byte.
func same(t *testing.T, a, b string) {
	t.Helper()
	x, y := contents(t, a), contents(t, b)
	require.NotEmpty(t, x)
	for name := range x {
		if assert.Contains(t, y, name) {
			assert.True(t, x[name] == y[name], "%s differs", name)
		}
	}
	assert.Len(t, y, len(x))
}

func TestABatchIsTheSameHoweverItIsMade(t *testing.T) {
	p := planned(t, small)
	require.Equal(t, 24, p.Runs())
	one := Folder{filepath.Join(t.TempDir(), "one"), p}
	work(t, one, Shard{}, 1)
	assert.NoDirExists(t, one.parts())

	many := Folder{t.TempDir(), p}
	work(t, many, Shard{}, 4)
	same(t, one.Dir, many.Dir)

	f, err := Verify(context.Background(), one.Dir, 3, 1, 0)
	require.NoError(t, err)
	assert.Empty(t, f.Problems)
	assert.Len(t, f.Again, 3)
}
