package batch

import (
	"context"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"strconv"
	"testing"

	"centricity/scenarios"
	"centricity/sim"
	"centricity/sim/policy"

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

// TestARunIsAGame: what the lab plays with the run's seed is the same, to the
// last bit of its state, and whoever writes it down changes nothing.
func TestARunIsAGame(t *testing.T) {
	p := planned(t, small)
	for _, k := range []int{1, 24} {
		run := p.Run(k)
		cell := p.Design.Cells[run.Cell-1]
		w, err := sim.New(cell.Market, run.Seed)
		require.NoError(t, err)
		require.NoError(t, policy.Play(w, cell.Decide))
		alone, err := p.Play(k)
		require.NoError(t, err)
		assert.Contains(t, string(alone[0].Text), fmt.Sprintf(",%d,", run.Seed))
		assert.Contains(t, string(alone[0].Text), ","+w.Hash().String()+"\n")
	}
	assert.Equal(t, p.Run(1).Seed, p.Run(8).Seed, "cells of a replication share their luck")
	assert.NotEqual(t, p.Run(1).Seed, p.Run(9).Seed)
}

// TestLevelsAgree: the levels are one game told more or less closely.
func TestLevelsAgree(t *testing.T) {
	f, err := Open(one(t, planned(t, small)))
	require.NoError(t, err)
	sum := func(level, column string, keep func(round string) bool) map[string]float64 {
		sums := map[string]float64{}
		columns := []string{"run", column}
		if keep != nil {
			columns = append(columns, "round")
		}
		require.NoError(t, f.Each(level, columns, func(v []string) error {
			if keep != nil && !keep(v[2]) {
				return nil
			}
			x, err := strconv.ParseFloat(v[1], 64)
			sums[v[0]] += x
			return err
		}))
		require.NotEmpty(t, sums)
		for run := range sums {
			sums[run] = math.Round(sums[run]*100) / 100
		}
		return sums
	}
	decided := func(round string) bool { return round == "1" || round == "2" }
	revenue := sum(Runs, "revenue", nil)
	assert.Equal(t, revenue, sum(Rounds, "revenue", decided))
	assert.Equal(t, revenue, sum(Cohorts, "revenue", decided))
	assert.Equal(t, revenue, sum(Panel, "revenue", decided))
	assert.Equal(t, revenue, sum(Transactions, "amount", decided))
	assert.Equal(t, sum(Runs, "won", nil), sum(Channels, "won", decided))
	assert.Equal(t, sum(Runs, "customer_equity", nil), sum(Truth, "residual_value", nil))
	assert.Equal(t, sum(Runs, "purchases", nil), sum(Panel, "purchases", decided))
	all := func(string) bool { return true }
	assert.Equal(t, sum(Rounds, "revenue", all), sum(Transactions, "amount", all), "history included")
	assert.Equal(t, sum(Truth, "spent", nil), sum(Transactions, "amount", all))
}
