package scenarios_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"centricity/scenarios"
	"centricity/sim"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// designed writes a design, and files beside it, and opens it.
func designed(t *testing.T, text string, beside ...string) (scenarios.Design, error) {
	t.Helper()
	dir := t.TempDir()
	for i := 0; i+1 < len(beside); i += 2 {
		require.NoError(t, os.WriteFile(filepath.Join(dir, beside[i]), []byte(beside[i+1]), 0o644))
	}
	require.NoError(t, os.WriteFile(filepath.Join(dir, "d.yaml"), []byte(text), 0o644))
	t.Chdir(dir)
	return scenarios.OpenDesign("d.yaml")
}

const head = "format: 1\ntitle: A question\nreplications: 2\n"

// TestDesignCells: arms × sweep × sample, in order, each with its market.
func TestDesignCells(t *testing.T) {
	d, err := designed(t, head+`
scenario: roastery
policy: balanced
set: {people: 500}
arms:
  plain: {}
  cheap: {set: {price.unit_cost: 10}, policy: price-centric}
sweep:
  heterogeneity: [0, 100%, 2]
  churn.clock: [per_round, continuous]
sample:
  points: 5
  over:
    people: {from: 100, to: 900}
    rival.speed: {from: 0.01, to: 1, scale: log}
`)
	require.Error(t, err, "a multiple cannot be written in percent")
	assert.Contains(t, err.Error(), `d.yaml:12:22: heterogeneity is "100%"`)

	d, err = designed(t, head+`
scenario: roastery
policy: balanced
set: {people: 500}
arms:
  plain: {}
  cheap: {set: {price.unit_cost: 10}, policy: price-centric}
sweep:
  heterogeneity: [0, 1, 2]
  churn.clock: [per_round, continuous]
sample:
  points: 5
  over:
    people: {from: 100, to: 900}
    rival.speed: {from: 0.01, to: 1, scale: log}
`)
	require.NoError(t, err)
	require.Len(t, d.Cells, 2*3*2*5)
	assert.Equal(t, 120, d.Runs())
	require.Len(t, d.Factors, 4)
	assert.True(t, d.Factors[1].Words)
	assert.False(t, d.Factors[2].Words)
	last := d.Cells[len(d.Cells)-1]
	assert.Equal(t, "cheap", last.Arm)
	assert.Equal(t, "price-centric", last.Policy)
	assert.Equal(t, []string{"2", "continuous"}, last.Settings[:2])
	assert.Equal(t, 10.0, last.Market.Price.UnitCost)
	assert.Equal(t, 2.0, last.Market.Heterogeneity)
	assert.Equal(t, sim.Continuous, last.Market.Churn.Clock)
	assert.NotEqual(t, 500, last.Market.People, "a factor has the last word")
	slices := map[int]bool{}
	for _, c := range d.Cells[:5] {
		slices[(c.Market.People-100)/160] = true
	}
	assert.Len(t, slices, 5, "one point in every fifth of the range")

	again, err := scenarios.LoadDesign(d.Files)
	require.NoError(t, err)
	require.Len(t, again.Cells, len(d.Cells))
	for i := range d.Cells {
		assert.Equal(t, d.Cells[i].Hash, again.Cells[i].Hash)
	}
}

// TestDesignKeepsAllItRestsOn: what it names, and what that extends, so that
// it can be loaded where none of it is.
func TestDesignKeepsAllItRestsOn(t *testing.T) {
	d, err := designed(t, head+"scenario: mine.yaml\npolicy: plan.yaml\narms: {a: {}, b: {scenario: base.yaml}, c: {scenario: music-shop}}\nsweep: {scale.price.unit_cost: [0.9, 1]}\n",
		"base.yaml", "format: 1\nextends: roastery\nscale: {people: 0.5}\n",
		"mine.yaml", "format: 1\nextends: base.yaml\nrounds: 3\nscale: {people: 0.25}\n",
		"plan.yaml", "format: 1\ndecisions:\n  - {spend: {retention: 1000}}\n")
	require.NoError(t, err)
	names := make([]string, len(d.Files))
	for i, f := range d.Files {
		names[i] = f.Name
	}
	assert.Equal(t, []string{"d.yaml", "mine.yaml", "base.yaml", "roastery", "plan.yaml", "music-shop"}, names)
	t.Chdir(t.TempDir())
	again, err := scenarios.LoadDesign(d.Files)
	require.NoError(t, err)
	assert.Equal(t, 1000, again.Cells[0].Market.People, "8000, halved, and a quarter of that")
	assert.Equal(t, "plan.yaml", again.Cells[0].Policy)
	require.Len(t, again.Cells, 6)
	for i := range d.Cells {
		assert.Equal(t, d.Cells[i].Hash, again.Cells[i].Hash)
	}
	assert.NotEqual(t, d.Cells[0].Hash, d.Cells[1].Hash)

	d.Files[3].Text = append([]byte("# another\n"), d.Files[3].Text...)
	_, err = scenarios.LoadDesign(d.Files)
	assert.ErrorContains(t, err, "extends roastery as another version of this program shipped it")
}

// TestDesignMistakes are told at their place, with what would be right.
func TestDesignMistakes(t *testing.T) {
	const base = head + "scenario: roastery\npolicy: balanced\n"
	for _, c := range []struct{ text, says string }{
		{base + "set: {churn.satisfactoin: 1}", `d.yaml:6:7: unknown key "satisfactoin"; did you mean "satisfaction"?`},
		{base + "arms: {a: {set: {people: 0}}}", "d.yaml:6:26: people is 0; it must lie between 1 and 1000000 [persons]"},
		{base + "sweep: {}", "d.yaml:6:8: sweep is empty; name a parameter with its values, or take it away"},
		{base + "sweep: {heterogeneity: []}", "d.yaml:6:24: sweep.heterogeneity has no values; give at least one, or take it away"},
		{base + "sweep: {heterogeneity: [1, 9]}", "d.yaml:6:28: heterogeneity is 9; it must lie between 0 and 3"},
		{base + "sweep: {heterogeneity: {from: 2, to: 1, steps: 3}}", "d.yaml:6:24: sweep.heterogeneity goes from 2 to 1; from must be below to"},
		{base + "sample: {points: 3, over: {heterogeneity: {from: 0, to: 1, scale: log}}}", "has a log scale from 0; it must begin above 0"},
		{base + "sample: {points: 3}", `the key "over" is missing`},
		{base + "arms: {a: {policy: balancd}}", `d.yaml:6:20: policy cannot be "balancd"; did you mean "balanced"?`},
		{base + "arms: {a: {policy: none.yaml}}", "d.yaml:6:20: none.yaml: there is no such file"},
		{base + "arms: {a: {scenario: rostery}}", `d.yaml:6:22: no scenario called "rostery" ships with the program; did you mean "roastery"?`},
		{base + "arms: {a: {policy: customer-centric, focus: estimated value}}", "the market refuses what arm a decides"},
		{base + "arms: {'a,b': {}}", `"a,b" is not a name`},
		{base + "levels: []", "levels is empty; name one or more of runs, rounds"},
		{base + "levels: [panel]\nset: {people: 1000000, rounds: 100}", "a run of arm all can have 104 million rows of customers"},
		{base + "levels: [run]", `levels cannot be "run"; did you mean "runs"?`},
		{base + "seed: -1", "seed is -1; it must lie between 0 and"},
		{head + "policy: balanced", "arm all has no scenario; name one in the arm, or for all arms beside them"},
		{head + "scenario: roastery\narms: {x: {}}", "arm x has no policy"},
		{"format: 2\ntitle: x\nreplications: 1", "unknown format"},
		{base + "sweep: {people: {from: 1, to: 9000, steps: 9000}, rounds: [1, 2]}", "the design has more than 10000 cells (1 arms"},
		{"", "is empty"},
	} {
		_, err := designed(t, c.text)
		if assert.Error(t, err, c.text) {
			assert.Contains(t, err.Error(), c.says)
			assert.NotContains(t, err.Error(), "scenarios.")
		}
	}
}

// FuzzDesign: no text panics or takes for ever.
func FuzzDesign(f *testing.F) {
	f.Add([]byte(head + "scenario: roastery\npolicy: balanced\nsweep: {people: [1, 2]}\nsample: {points: 2, over: {rival.speed: {from: 0, to: 1}}}"))
	f.Add([]byte(head + "arms: {a: {trial: {lever: retention, control: 5%}, set: {segments.households.share: 1}}}"))
	f.Fuzz(func(t *testing.T, data []byte) {
		if strings.Count(string(data), "9") > 3 { // large designs are slow, not wrong
			return
		}
		_, _ = scenarios.LoadDesign([]scenarios.File{{Name: "d.yaml", Text: data}, {Name: "roastery", Text: scenarios.Source("roastery")}})
	})
}
