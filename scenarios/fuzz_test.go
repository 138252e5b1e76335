package scenarios_test

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"testing/fstest"

	"centricity/scenarios"
	"centricity/sim"

	"github.com/stretchr/testify/require"
)

// FuzzLoad: no bytes make the loader panic, whether they are a scenario, what
// one extends, or the value of an override. What is refused is refused with
// places inside the files; what is accepted is a market that can be played, and
// every value of it can be told.
func FuzzLoad(f *testing.F) {
	for _, pattern := range []string{"*.yaml", "testdata/*/*.yaml"} {
		files, err := filepath.Glob(pattern)
		require.NoError(f, err)
		for _, file := range files {
			data, err := os.ReadFile(file)
			require.NoError(f, err)
			f.Add(data, []byte("format: 1\nextends: roastery\nscale: {budget.per_round: 2}\n"), "churn.fatigue", "2")
			f.Add([]byte("format: 1\nextends: b.yaml\nscale: {segments.*.mean_spend: 0.5}\nsegments: {all: {share: 1}}\n"), data, "segments.all", "~")
		}
	}
	f.Fuzz(func(t *testing.T, data, base []byte, path, value string) {
		decisions, err := scenarios.Schedule("a.yaml", data, sim.DefaultMarket())
		require.Equal(t, err == nil, len(decisions) > 0)
		d, err := scenarios.ReadFS(fstest.MapFS{"a.yaml": {Data: data}, "b.yaml": {Data: base}}, "a.yaml")
		if !sound(t, err, len(data)+len(base)) {
			return
		}
		over, err := d.Override(scenarios.Override{Path: path, Value: value, At: scenarios.Place{File: "c.yaml", Line: 1, Column: 1}})
		if sound(t, err, 1) {
			_, err = over.Scenario()
			sound(t, err, len(data)+len(base))
		}
		s, err := d.Scenario()
		if !sound(t, err, len(data)+len(base)) {
			return
		}
		values, err := d.Values()
		require.NoError(t, err)
		require.NotEmpty(t, values)
		m := s.Market
		m.People, m.Start.History = min(m.People, 50), min(m.Start.History, 2)
		_, err = sim.New(m, 1)
		require.NoError(t, err)
	})
}

// sound tells whether there is no error. One that is there has places in a text
// of so many bytes, and can be listed.
func sound(t *testing.T, err error, size int) bool {
	if err == nil {
		return true
	}
	errs, ok := err.(scenarios.Errors)
	require.True(t, ok)
	require.NotEmpty(t, errs)
	for _, e := range errs {
		require.NotEmpty(t, e.Message.Said(strictly(t)))
		e.Expected.Said(strictly(t))
		require.NotEmpty(t, e.Rule)
		require.Equal(t, e.Line == 0, e.Column == 0)
		require.True(t, 0 <= e.Line && e.Line <= size+1 && 0 <= e.Column && e.Column <= size+1, e)
	}
	require.NotEmpty(t, errs.Listing())
	return false
}

// strictly says formats whose arguments fit them: what a file says is no format.
func strictly(t *testing.T) scenarios.Sayer {
	return func(format string, args ...any) string {
		blank := slices.Clone(args)
		for i, arg := range args {
			if _, ok := arg.(string); ok {
				blank[i] = "text"
			}
		}
		if len(args) > 0 {
			require.NotContains(t, fmt.Sprintf(format, blank...), "%!", format)
			return fmt.Sprintf(format, args...)
		}
		return format
	}
}
