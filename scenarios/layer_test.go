package scenarios_test

import (
	"os"
	"path/filepath"
	"testing"
	"testing/fstest"

	"centricity/scenarios"
	"centricity/sim"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// folder is a file system of scenario files.
func folder(files map[string]string) fstest.MapFS {
	m := fstest.MapFS{}
	for name, text := range files {
		m[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return m
}

// TestExtendsLaysOneFileOverAnother: maps merge by key, lists and values
// replace, null removes, and a trait described in another way is new.
func TestExtendsLaysOneFileOverAnother(t *testing.T) {
	files := folder(map[string]string{
		"base.yaml": smallest + `
people: 3000
shocks: [{kind: recession, round: 2, size: 10%}, {kind: price war, round: 3, size: 10%}]
segments:
  old: {share: 40%, mean_spend: {mean: 30, spread: 0.5}, churn_hazard: {mean: 0.3, spread: 0.4}}
  new: {share: 60%, mean_spend: {mean: 20}}
channels: {mail: {efficiency: 0.2}, web: {targeted: true}}
start: {incumbent: {spend: {acquisition: 100}, channels: {mail: 1}}}
`,
		"harder.yaml": `format: 1
extends: base.yaml
title: Harder
people: 4000
shocks: [{kind: recession, round: 4, size: 20%}]
segments:
  old: {churn_hazard: {constant: 0.5}, correlations: []}
  new: {mean_spend: {spread: 0.9}}
channels: {web: ~, shop: {}}
`,
	})
	s, err := scenarios.OpenFS(files, "harder.yaml")
	require.NoError(t, err)
	m := s.Market
	assert.Equal(t, "Harder", s.Title)
	assert.Equal(t, "Sell things.", s.Briefing)
	assert.Equal(t, 4000, m.People)
	assert.Equal(t, []sim.Shock{{Kind: sim.Recession, Round: 4, Length: 1, Size: .2}}, m.Shocks)
	require.Len(t, m.Segments, 2)
	assert.Equal(t, sim.Marginal{Mean: .5}, m.Segments[0].Traits[sim.ChurnHazard])
	assert.Equal(t, sim.Marginal{Mean: 30, Spread: .5}, m.Segments[0].Traits[sim.MeanSpend])
	assert.Equal(t, sim.Marginal{Mean: 20, Spread: .9}, m.Segments[1].Traits[sim.MeanSpend])
	require.Len(t, m.Channels, 2)
	assert.Equal(t, "mail", m.Channels[0].Name)
	assert.Equal(t, "shop", m.Channels[1].Name)
	assert.EqualValues(t, 100_00, m.Start.Incumbent.Spend[sim.Acquisition])
}

// TestExtendsAWorldThatShips: an empty extension is the same market.
func TestExtendsAWorldThatShips(t *testing.T) {
	for _, name := range scenarios.Names() {
		s, err := scenarios.Load("x.yaml", []byte("format: 1\nextends: "+name+"\n"))
		require.NoError(t, err)
		base, err := scenarios.Shipped(name)
		require.NoError(t, err)
		assert.Equal(t, base.Market.Hash(), s.Market.Hash())
		base.Name = "x"
		assert.Equal(t, base, s)
	}
}

func TestExtendsThatGoWrong(t *testing.T) {
	extends := func(what string) string { return "format: 1\nextends: " + what + "\n" }
	files := folder(map[string]string{
		"a.yaml": extends("b.yaml"), "b.yaml": extends("c.yaml"), "c.yaml": extends("a.yaml"),
		"self.yaml": extends("self.yaml"),
		"four.yaml": extends("3.yaml"), "3.yaml": extends("2.yaml"), "2.yaml": extends("1.yaml"), "1.yaml": extends("0.yaml"), "0.yaml": smallest,
		"none.yaml": extends("nowhere.yaml"), "typo.yaml": extends("music-shpo"), "up.yaml": extends("../secret.yaml"),
		"deep/x.yaml": smallest, "down.yaml": extends("deep/x.yaml"), "hidden.yaml": extends(".yaml"),
		"future.yaml": extends("two.yaml"), "two.yaml": "format: 2\n", "bare.yaml": extends("formless.yaml"), "formless.yaml": "title: x\n",
		"broken.yaml": extends("unread.yaml"), "unread.yaml": "format: 1\n a: [\n",
		"wrong.yaml": extends("bad.yaml") + "people: x\n", "bad.yaml": smallest + "rounds: x\n",
		"gone.yaml": extends("0.yaml") + "people: ~\n", "forgotten.yaml": extends("0.yaml") + "people:\n", "list.yaml": extends("[a]"),
		"dir.yaml": extends("deep.yaml"), "deep.yaml/x": "",
	})
	for name, says := range map[string]string{
		"a.yaml":         "c.yaml:2:10: files extend each other in a circle: a.yaml extends b.yaml extends c.yaml extends a.yaml",
		"self.yaml":      "self.yaml:2:10: files extend each other in a circle: self.yaml extends self.yaml",
		"four.yaml":      "1.yaml:2:10: this is the fourth file in a row that extends another; at most three can",
		"none.yaml":      `none.yaml:2:10: "nowhere.yaml", which this file extends, cannot be found in its folder`,
		"typo.yaml":      `typo.yaml:2:10: no scenario called "music-shpo" ships with the program; did you mean "music-shop"?`,
		"up.yaml":        `up.yaml:2:10: "../secret.yaml" is not beside this file`,
		"down.yaml":      `"deep/x.yaml" is not beside this file`,
		"hidden.yaml":    `".yaml" is not beside this file`,
		"future.yaml":    `two.yaml:1:9: unknown format "2"; this program reads format 1`,
		"bare.yaml":      `formless.yaml:1:1: the key "format" is missing`,
		"broken.yaml":    `unread.yaml:2:`,
		"wrong.yaml":     "wrong.yaml:3:9: people is \"x\"; write a number like 12 or 0.35 [persons]\nbad.yaml:4:9: rounds is",
		"gone.yaml":      `gone.yaml:3:1: null takes away what the extended scenario has, but it has no "people" here`,
		"forgotten.yaml": `forgotten.yaml:3:1: people has no value`,
		"list.yaml":      `list.yaml:2:10: extends must be a single value, not a list or a map`,
		"dir.yaml":       `dir.yaml:2:10: "deep.yaml", which this file extends, is not an ordinary file`,
	} {
		_, err := scenarios.OpenFS(files, name)
		require.IsType(t, scenarios.Errors{}, err, name)
		assert.ErrorContains(t, err, says)
	}
	_, err := scenarios.Load("x.yaml", []byte(extends("0.yaml")))
	assert.ErrorContains(t, err, `x.yaml:2:10: the file "0.yaml" cannot be looked for`)
}

// TestExtendsStaysInItsFolder: neither a link nor a path leads out of it, and
// within it a link is followed.
func TestExtendsStaysInItsFolder(t *testing.T) {
	outside, inside := t.TempDir(), t.TempDir()
	write := func(dir, name, text string) string {
		path := filepath.Join(dir, name)
		require.NoError(t, os.WriteFile(path, []byte(text), 0o644))
		return path
	}
	secret := write(outside, "secret.yaml", smallest+"people: 777\n")
	write(inside, "base.yaml", smallest+"people: 555\n")
	path := write(inside, "x.yaml", "format: 1\nextends: link.yaml\n")
	link := filepath.Join(inside, "link.yaml")
	require.NoError(t, os.Symlink(secret, link))
	_, err := scenarios.Open(path)
	require.ErrorContains(t, err, path+`:2:10: "link.yaml", which this file extends, cannot be found in its folder`)
	require.NoError(t, os.Remove(link))
	require.NoError(t, os.Symlink("base.yaml", link))
	s, err := scenarios.Open(path)
	require.NoError(t, err)
	assert.Equal(t, 555, s.Market.People)
}

// TestOverride: a field by its path, whatever was there before.
func TestOverride(t *testing.T) {
	d, err := scenarios.ReadBytes("x.yaml", []byte(smallest+`
segments: {all: {churn_hazard: {mean: 0.3, spread: 0.4}}}
shocks: [{kind: recession, round: 2, size: 10%}]
lesson: {says: x, holds: [{a: balanced, b: price-centric, higher by: 5%}]}
`))
	require.NoError(t, err)
	at := scenarios.Place{File: "design.yaml", Line: 7, Column: 3}
	o := func(path, value string) scenarios.Override {
		return scenarios.Override{Path: path, Value: value, At: at}
	}
	over, err := d.Override(o("acquisition.base_hazard", "0.01"), o("segments.all.churn_hazard.mean", "0.2"),
		o("shocks.1.size", "30%"), o("levers", "[acquisition]"), o("segments.all.mean_spend", "{constant: 9}"), o("lesson", "~"))
	require.NoError(t, err)
	s, err := over.Scenario()
	require.NoError(t, err)
	m := s.Market
	assert.Equal(t, .01, m.Acquisition.BaseHazard)
	assert.Equal(t, sim.Marginal{Mean: .2, Spread: .4}, m.Segments[0].Traits[sim.ChurnHazard])
	assert.Equal(t, sim.Marginal{Mean: 9}, m.Segments[0].Traits[sim.MeanSpend])
	assert.Equal(t, .3, m.Shocks[0].Size)
	assert.Equal(t, [sim.NumLevers]bool{sim.Acquisition: true}, m.Levers)
	assert.Empty(t, s.Lesson)

	before, err := d.Scenario()
	require.NoError(t, err)
	assert.Equal(t, .1, before.Market.Shocks[0].Size, "the document itself stays as it was")

	for _, c := range []struct{ path, value, says string }{
		{"churn.satisfation", "1", `design.yaml:7:3: unknown key "satisfation"; did you mean "satisfaction"?`},
		{"churn.satisfaction", "11", `design.yaml:7:3: churn.satisfaction is 11; it must lie between 0 and 10`},
		{"shocks.2.size", "1", `shocks must be a list`},
		{"price.low", "100", `design.yaml:7:3: price.low is above`},
		{"", "1", `design.yaml:7:3: unknown key ""`},
	} {
		over, err := d.Override(o(c.path, c.value))
		require.NoError(t, err)
		_, err = over.Scenario()
		assert.ErrorContains(t, err, c.says)
	}
	_, err = d.Override(o("people", "[1"))
	assert.ErrorContains(t, err, "design.yaml:7:3: a list or map in brackets is not closed")
}

// TestScale: what is scaled is what lies below: the defaults, or the extended
// file with its own scale; a trait keeps its form; the products stand where
// their factors do; and two layers of factors multiply.
func TestScale(t *testing.T) {
	files := folder(map[string]string{
		"base.yaml": smallest + `
segments:
  a: {share: 50%, mean_spend: {mean: 30, spread: 0.5}, purchase_rate: {gamma: {shape: 3, rate: 2}}}
  b: {share: 50%, mean_spend: {constant: 40}, churn_hazard: {beta: {a: 1, b: 9}}}
channels: {mail: {efficiency: 0.2}}
shocks: [{kind: recession, round: 2, size: 10%}]
budget: {per_round: 1000}
start: {incumbent: {spend: {acquisition: 100}, channels: {mail: 1}}}
`,
		"scaled.yaml": `format: 1
extends: base.yaml
scale:
  segments.*.mean_spend: 1.5
  segments.a.purchase_rate: 2
  channels.*.efficiency: 0.5
  shocks.*.size: 3
  budget.per_round: 0.333
  start.incumbent.spend.*: 2
  churn.fatigue: 0.5
`,
		"again.yaml": "format: 1\nextends: scaled.yaml\nscale: {budget.per_round: 2, segments.*.mean_spend.mean: 2}\n",
		"beta.yaml":  "format: 1\nextends: base.yaml\nscale: {segments.b.churn_hazard: 2}\n",
	})
	s, err := scenarios.OpenFS(files, "scaled.yaml")
	require.NoError(t, err)
	m := s.Market
	assert.Equal(t, sim.Marginal{Mean: 45, Spread: .5}, m.Segments[0].Traits[sim.MeanSpend])
	assert.Equal(t, sim.Marginal{Mean: 60}, m.Segments[1].Traits[sim.MeanSpend])
	rate := m.Segments[0].Traits[sim.PurchaseRate]
	assert.Equal(t, sim.Gamma, rate.Family)
	assert.InDelta(t, 3, rate.Expected(), 1e-12)
	assert.Equal(t, .1, m.Channels[0].Efficiency)
	assert.Equal(t, .3, m.Shocks[0].Size)
	assert.EqualValues(t, 333_00, m.Budget.PerRound)
	assert.EqualValues(t, 200_00, m.Start.Incumbent.Spend[sim.Acquisition])
	assert.Equal(t, sim.DefaultMarket().Churn.Fatigue/2, m.Churn.Fatigue)
	assert.NoError(t, validator(t)(files["scaled.yaml"].Data))

	d, err := scenarios.ReadFS(files, "scaled.yaml")
	require.NoError(t, err)
	values, err := d.Values()
	require.NoError(t, err)
	at := map[string]scenarios.Place{}
	for _, v := range values {
		at[v.Path] = v.Place
	}
	assert.Equal(t, scenarios.Place{File: "scaled.yaml", Line: 4, Column: 26}, at["segments.a.mean_spend.mean"])
	assert.Equal(t, "base.yaml", at["segments.a.mean_spend.spread"].File)
	assert.Zero(t, at["churn.satisfaction"].Line, "the default")

	s, err = scenarios.OpenFS(files, "again.yaml")
	require.NoError(t, err)
	assert.EqualValues(t, 666_00, s.Market.Budget.PerRound)
	assert.Equal(t, 90., s.Market.Segments[0].Traits[sim.MeanSpend].Mean)
	assert.Equal(t, sim.Marginal{Mean: 60}, s.Market.Segments[1].Traits[sim.MeanSpend], "a constant has no mean")
	_, err = scenarios.OpenFS(files, "beta.yaml")
	assert.ErrorContains(t, err, "beta.yaml:3:9: segments.b.churn_hazard cannot be multiplied; set it instead")
}
