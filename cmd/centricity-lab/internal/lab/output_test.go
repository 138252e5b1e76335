package lab

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"centricity/scenarios"
	"centricity/sim"
	"centricity/sim/policy"

	"github.com/stretchr/testify/require"
)

// full takes so many bytes, and then no more.
type full struct{ room int }

func (f *full) Write(p []byte) (int, error) {
	if f.room -= len(p); f.room < 0 {
		return 0, errors.New("no space left on device")
	}
	return len(p), nil
}

// Whatever is asked for: output that cannot be written is told in one line, and
// is not taken for done.
func TestOutputThatCannotBeWritten(t *testing.T) {
	scenario := filepath.Join(t.TempDir(), "s.yaml")
	require.NoError(t, os.WriteFile(scenario, scenarios.Source("roastery"), 0o644))
	for _, args := range [][]string{
		{}, {"--help"}, {"help", "run"}, {"version"}, {"scenarios"}, {"scenarios", "roastery"}, {"completion", "bash"},
		{"run", "roastery", "--policy", "price-centric"}, {"run", "roastery", "--policy", "price-centric", "--json"},
		{"check", scenario}, {"check", "--json", scenario}, {"check", "--play", scenario},
	} {
		for _, room := range []int{0, 20} {
			var errs bytes.Buffer
			require.Equal(t, Wrong, Main("test", args, strings.NewReader(""), &full{room}, &errs), args)
			require.Equal(t, "the output cannot be written; is the disk full?\n", errs.String(), args)
		}
	}
}

// A list that is written as it comes is the JSON that it would be at once.
func TestAListIsWrittenAsItComes(t *testing.T) {
	for n := range 3 {
		var streamed, once bytes.Buffer
		l, all := list{out: &streamed}, []finding{}
		for i := range n {
			f := finding{File: fmt.Sprint(i, "<&>"), Mistakes: []mistake{{Line: i}}}
			all = append(all, f)
			before := streamed.Len()
			require.NoError(t, l.add(f))
			require.Greater(t, streamed.Len(), before)
		}
		require.NoError(t, l.end())
		require.NoError(t, writeJSON(&once, all))
		require.Equal(t, once.String(), streamed.String())
		require.True(t, json.Valid(streamed.Bytes()))
	}
}

// A file with very many mistakes is told in twenty and one lines.
func TestManyMistakesAreCutShort(t *testing.T) {
	var all scenarios.Errors
	for i := range 500 {
		all = append(all, scenarios.Error{File: "a.yaml", Line: i + 1, Column: 1, Message: scenarios.Verbatim("wrong")})
	}
	var errs bytes.Buffer
	require.NoError(t, newFinding("a.yaml", scenarios.Scenario{}, all).write(nil, &errs))
	require.Equal(t, 21, strings.Count(errs.String(), "\n"))
	require.Contains(t, errs.String(), "and 480 more")
}

// A file's name cannot forge a line of what is told.
func TestAFileNameBeginsNoLine(t *testing.T) {
	var out, errs bytes.Buffer
	Main("test", []string{"check", "a\nb.yaml: ok"}, strings.NewReader(""), &out, &errs)
	require.Regexp(t, `^a�b.yaml: ok: [^\n]+\n$`, errs.String())
	errs.Reset()
	Main("test", []string{"replay", "a\nb.log"}, strings.NewReader(""), &out, &errs)
	require.Equal(t, "a�b.log: there is no such file\n", errs.String())
}

// A game that is stopped, or refused, leaves things as they were.
func TestAStoppedGameLeavesNothingBehind(t *testing.T) {
	dir := t.TempDir()
	fresh, old := filepath.Join(dir, "fresh.log"), filepath.Join(dir, "old.log")
	require.NoError(t, os.WriteFile(old, []byte("precious"), 0o640))
	for _, log := range []string{fresh, old} {
		ctx, stop := context.WithCancel(t.Context())
		hold := make(chan struct{})
		_, err := playInto(ctx, log, true, mustShip(t, "roastery"), 1, func(policy.View) sim.Decision {
			stop()
			<-hold
			return sim.Decision{}
		})
		close(hold)
		require.ErrorContains(t, err, "was stopped")
		_, err = playInto(t.Context(), log, true, mustShip(t, "roastery"), 1, func(policy.View) sim.Decision {
			return sim.Decision{Price: -1}
		})
		require.Error(t, err)
	}
	entries, err := os.ReadDir(dir)
	require.NoError(t, err)
	require.Len(t, entries, 1)
	data, err := os.ReadFile(old)
	require.NoError(t, err)
	require.Equal(t, "precious", string(data))
}
