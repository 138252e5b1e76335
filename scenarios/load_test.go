package scenarios_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"centricity/scenarios"
	"centricity/sim"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

var update = flag.Bool("update", false, "write what loading says into testdata")

// TestMistakes loads every file of testdata/err, each with one kind of
// mistake, and compares every word and position of what is said.
func TestMistakes(t *testing.T) {
	eachFile(t, "testdata/err", func(t *testing.T, name string, data []byte) string {
		s, err := scenarios.Load(name, data)
		require.Error(t, err)
		require.IsType(t, scenarios.Errors{}, err)
		require.Zero(t, s)
		return err.Error() + "\n"
	})
}

// TestFormat loads every file of testdata/ok and compares what differs from
// the defaults.
func TestFormat(t *testing.T) {
	eachFile(t, "testdata/ok", func(t *testing.T, name string, data []byte) string {
		s, err := scenarios.Load(name, data)
		require.NoError(t, err)
		return describe(s)
	})
}

func eachFile(t *testing.T, dir string, say func(t *testing.T, name string, data []byte) string) {
	files, err := filepath.Glob(filepath.Join(dir, "*.yaml"))
	require.NoError(t, err)
	require.NotEmpty(t, files)
	for _, file := range files {
		name := filepath.Base(file)
		t.Run(strings.TrimSuffix(name, ".yaml"), func(t *testing.T) {
			data, err := os.ReadFile(file)
			require.NoError(t, err)
			said := say(t, name, data)
			golden := strings.TrimSuffix(file, ".yaml") + ".txt"
			if *update {
				require.NoError(t, os.WriteFile(golden, []byte(said), 0o644))
			}
			want, err := os.ReadFile(golden)
			require.NoError(t, err)
			assert.Equal(t, string(want), said)
		})
	}
}

// describe writes what a scenario says that the defaults do not.
func describe(s scenarios.Scenario) string {
	var b strings.Builder
	fmt.Fprintf(&b, "name %q\ntitle %q\nsummary %q\nbriefing %q\nnotice %q\ntry %q\nround %q\ncurrency %q\nlevers %v\n",
		s.Name, s.Title, s.Summary, s.Briefing, s.Notice, s.Try, s.Round, s.Currency, s.Market.Levers)
	ours, base := s.Market, sim.DefaultMarket()
	differences(&b, "", sim.MarketParameters, &ours, &base)
	for i := range ours.Segments {
		g, base := &ours.Segments[i], sim.DefaultSegment("")
		fmt.Fprintf(&b, "segment %q\n", g.Name)
		differences(&b, "  ", sim.SegmentParameters, g, &base)
		for _, c := range g.Correlations {
			fmt.Fprintf(&b, "  %s with %s %v\n", c.A, c.B, c.R)
		}
	}
	for i := range ours.Channels {
		c, base := &ours.Channels[i], sim.DefaultChannel("")
		fmt.Fprintf(&b, "channel %q\n", c.Name)
		differences(&b, "  ", sim.ChannelParameters, c, &base)
	}
	fmt.Fprintf(&b, "incumbent %+v\n", ours.Start.Incumbent)
	return b.String()
}

func differences[T any](b *strings.Builder, indent string, table []sim.Parameter[T], ours, base *T) {
	for _, p := range table {
		if x := p.Get(ours); x != p.Get(base) {
			fmt.Fprintf(b, "%s%s %v\n", indent, p.Path, x)
		}
	}
}
