package sim

import (
	"flag"
	"fmt"
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

var update = flag.Bool("update", false, "rewrite the parameter table of MODEL.md")

// TestModelPageListsEveryParameter keeps the table of MODEL.md equal to the
// tables of parameters.go; -update rewrites it.
func TestModelPageListsEveryParameter(t *testing.T) {
	const from, to = "<!-- parameters: kept by TestModelPageListsEveryParameter -->\n", "<!-- end of parameters -->"
	page, err := os.ReadFile("MODEL.md")
	require.NoError(t, err)
	before, rest, ok := strings.Cut(string(page), from)
	require.True(t, ok)
	_, after, ok := strings.Cut(rest, to)
	require.True(t, ok)
	want := before + from + parameterTable() + to + after
	if *update {
		require.NoError(t, os.WriteFile("MODEL.md", []byte(want), 0o644))
	}
	assert.True(t, want == string(page), "the parameter table of MODEL.md is stale; run: go test ./sim -run ModelPage -update")
}

func parameterTable() string {
	var b strings.Builder
	b.WriteString("| parameter | unit | default | range | what it is | source |\n|---|---|---|---|---|---|\n")
	rows(&b, "", MarketParameters)
	rows(&b, "segments.*.", SegmentParameters)
	rows(&b, "channels.*.", ChannelParameters)
	return b.String()
}

func rows[T any](b *strings.Builder, prefix string, table []Parameter[T]) {
	for _, p := range table {
		value, bounds := fmt.Sprintf("%g", p.Default), fmt.Sprintf("%g … %g", p.Low, p.High)
		switch p.Kind() {
		case Choice:
			value, bounds = p.Words()[int(p.Default)], strings.Join(p.Words(), ", ")
		case YesNo:
			value, bounds = fmt.Sprint(p.Default != 0), "true, false"
		}
		fmt.Fprintf(b, "| `%s%s` | %s | %s | %s | %s | %s |\n", prefix, p.Path, p.Unit, value, bounds, p.Doc, p.Source)
	}
}

// TestParameterTablesAreSound: every default lies in its bounds, survives
// being written and read, and no path stands twice.
func TestParameterTablesAreSound(t *testing.T) {
	sound(t, MarketParameters)
	sound(t, SegmentParameters)
	sound(t, ChannelParameters)
	require.NoError(t, DefaultMarket().Validate())
}

func sound[T any](t *testing.T, table []Parameter[T]) {
	seen := map[string]bool{}
	for _, p := range table {
		assert.False(t, seen[p.Path], "%s stands twice", p.Path)
		seen[p.Path] = true
		for _, x := range []float64{p.Low, p.Default, p.High} {
			var owner T
			p.Set(&owner, x)
			assert.InDelta(t, x, p.Get(&owner), 1e-9, p.Path)
			assert.True(t, x >= p.Low && x <= p.High, p.Path)
		}
		assert.NotEmpty(t, p.Doc, p.Path)
		assert.NotEmpty(t, p.Source, p.Path)
	}
}

// TestValidateNamesEveryProblemAndItsField.
func TestValidateNamesEveryProblemAndItsField(t *testing.T) {
	for path, spoil := range map[string]func(*Market){
		"people":                              func(m *Market) { m.People = 0 },
		"heterogeneity":                       func(m *Market) { m.Heterogeneity = nan() },
		"price.low":                           func(m *Market) { m.Price.Low = m.Price.High + 1 },
		"price.reference":                     func(m *Market) { m.Price.Reference = m.Price.High + 1 },
		"rival.floor":                         func(m *Market) { m.Rival.Floor = m.Rival.Price + 1 },
		"segments":                            func(m *Market) { m.Segments[0].Share = 0.5 },
		"segments.everyone.churn_hazard.mean": func(m *Market) { m.Segments[0].Traits[ChurnHazard].Mean = -1 },
		"segments.everyone.correlations": func(m *Market) {
			m.Segments[0].Correlations = []Correlation{{PurchaseRate, MeanSpend, .9}, {PurchaseRate, ChurnHazard, .9}, {MeanSpend, ChurnHazard, -.9}}
		},
		"segments.everyone.correlations ": func(m *Market) { m.Segments[0].Traits[MeanSpend].Spread = 0 },
		"channels":                        func(m *Market) { m.Channels = nil },
		"channels.mass.carryover":         func(m *Market) { m.Channels[0].Carryover = 1 },
		"insight.middle_share":            func(m *Market) { m.Insight.TopShare = 0.8 },
		"budget.opening_cash":             func(m *Market) { m.Budget.FromCash, m.Budget.OpeningCash = true, -1 },
		"start.incumbent.price":           func(m *Market) { m.Start.Incumbent.Price = 1 },
		"start.incumbent.spend.product":   func(m *Market) { m.Start.Incumbent.Spend[Product] = -1 },
		"churn.clock":                     func(m *Market) { m.Churn.Clock = 9 },
	} {
		m := DefaultMarket()
		spoil(&m)
		var p Problems
		require.ErrorAs(t, m.Validate(), &p, path)
		paths := []string{}
		for _, problem := range p {
			paths = append(paths, problem.Path)
		}
		assert.Contains(t, paths, strings.TrimSpace(path))
	}
}

// TestMarketHashSeesEveryParameter: a market that differs anywhere has another
// hash.
func TestMarketHashSeesEveryParameter(t *testing.T) {
	seen := map[Hash]string{DefaultMarket().Hash(): "the default"}
	try := func(what string, change func(*Market)) {
		m := DefaultMarket()
		change(&m)
		h := m.Hash()
		assert.Empty(t, seen[h], "%s has the hash of another market", what)
		seen[h] = what
	}
	for _, p := range MarketParameters {
		try(p.Path, func(m *Market) { p.Set(m, elsewhere(p)) })
	}
	for _, p := range SegmentParameters {
		try(p.Path, func(m *Market) { p.Set(&m.Segments[0], elsewhere(p)) })
	}
	for _, p := range ChannelParameters {
		try("channel "+p.Path, func(m *Market) { p.Set(&m.Channels[0], elsewhere(p)) })
	}
	try("a lever", func(m *Market) { m.Levers[Product] = false })
	try("a name", func(m *Market) { m.Segments[0].Name = "someone" })
	try("a correlation", func(m *Market) { m.Segments[0].Correlations[0].R = 0.5 })
	try("the incumbent", func(m *Market) { m.Start.Incumbent.Focus[Retention].Weight[Low] = 1 })
}

func elsewhere[T any](p Parameter[T]) float64 {
	if p.Default == p.High {
		return p.Low
	}
	return p.High
}

func nan() float64 { var zero float64; return zero / zero }

// TestModelPageMirrorsTheSchedule: the page lists the phases of a round, their
// order and files, as round.go does.
func TestModelPageMirrorsTheSchedule(t *testing.T) {
	code, err := os.ReadFile("round.go")
	require.NoError(t, err)
	page, err := os.ReadFile("MODEL.md")
	require.NoError(t, err)
	phase := regexp.MustCompile(`\(\*World\)\.(\w+), *// (\w+\.go):`)
	listed := regexp.MustCompile("(?m)^\\d+\\. \\*\\*(\\w+)\\*\\* \\(`(\\w+\\.go)`\\)")
	var inCode, inPage []string
	for _, m := range phase.FindAllStringSubmatch(string(code), -1) {
		inCode = append(inCode, m[1]+" "+m[2])
	}
	for _, m := range listed.FindAllStringSubmatch(string(page), -1) {
		inPage = append(inPage, m[1]+" "+m[2])
	}
	require.Len(t, inCode, len(schedule))
	assert.Equal(t, inCode, inPage)
}
