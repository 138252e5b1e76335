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

// TestSchedules loads every scripted way to play of testdata/schedule for the
// default market; their names say whether they can be played.
func TestSchedules(t *testing.T) {
	eachFile(t, "testdata/schedule", func(t *testing.T, name string, data []byte) string {
		m := sim.DefaultMarket()
		m.Levers[sim.Product] = false
		m.Programmes[sim.Loyalty] = true
		decisions, err := scenarios.Schedule(name, data, m)
		require.Equal(t, strings.HasPrefix(name, "ok_"), err == nil, "%v", err)
		if err != nil {
			require.IsType(t, scenarios.Errors{}, err)
			return err.Error() + "\n"
		}
		var b strings.Builder
		for i, d := range decisions {
			fmt.Fprintf(&b, "decision %d\n%s", i+1, spelled(d))
		}
		return b.String()
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
	if s.Lesson.Says != "" {
		fmt.Fprintf(&b, "lesson %q\n", s.Lesson.Says)
	}
	for _, c := range s.Lesson.Holds {
		fmt.Fprintf(&b, "  %s\n", c)
	}
	ours, base := s.Market, sim.DefaultMarket()
	for i, is := range ours.Programmes {
		if is {
			fmt.Fprintf(&b, "programme %s\n", sim.Programme(i))
		}
	}
	for i, is := range ours.Orders {
		if is {
			fmt.Fprintf(&b, "order %s\n", sim.Order(i))
		}
	}
	for _, s := range ours.Shocks {
		fmt.Fprintf(&b, "shock %+v\n", s)
	}
	differences(&b, "", sim.MarketParameters, &ours, &base)
	for i := range ours.Segments {
		g, base := &ours.Segments[i], sim.DefaultSegment("")
		fmt.Fprintf(&b, "segment %q\n", g.Name)
		differences(&b, "  ", sim.SegmentParameters, g, &base)
		for _, c := range g.Correlations {
			fmt.Fprintf(&b, "  %s with %s %v\n", c.A, c.B, c.R)
		}
		for k, m := range g.Traits {
			if m.Family != sim.Lognormal {
				fmt.Fprintf(&b, "  %s is %s of %v and %v\n", sim.Trait(k), m.Family, m.A, m.B)
			}
		}
		if g.Season != nil {
			fmt.Fprintf(&b, "  season %v\n", g.Season)
		}
		if g.Reach != nil {
			fmt.Fprintf(&b, "  reach %v\n", g.Reach)
		}
	}
	for i := range ours.Channels {
		c, base := &ours.Channels[i], sim.DefaultChannel("")
		fmt.Fprintf(&b, "channel %q\n", c.Name)
		differences(&b, "  ", sim.ChannelParameters, c, &base)
	}
	b.WriteString("incumbent\n" + spelled(ours.Start.Incumbent))
	return b.String()
}

// spelled writes what is not zero in a decision.
func spelled(d sim.Decision) string {
	var b strings.Builder
	line := func(is bool, format string, args ...any) {
		if is {
			fmt.Fprintf(&b, "  "+format+"\n", args...)
		}
	}
	line(d.Price != 0, "price %s", d.Price)
	line(d.Discount != 0, "discount %d", d.Discount)
	line(d.Breadth != 0, "breadth %d", d.Breadth)
	for l, x := range d.Spend {
		line(x != 0, "spend %s %s", sim.Lever(l), x)
	}
	for i, x := range d.Channels {
		line(x != 0, "channel %d weight %d", i+1, x)
	}
	for i, x := range d.Programmes {
		line(x != 0, "programme %s weight %d", sim.Programme(i), x)
	}
	for l, x := range d.Focus {
		line(x != (sim.Focus{}), "focus %s by %s %v", sim.Lever(l), x.By, x.Weight)
	}
	return b.String()
}

func differences[T any](b *strings.Builder, indent string, table []sim.Parameter[T], ours, base *T) {
	for _, p := range table {
		if x := p.Get(ours); x != p.Get(base) {
			fmt.Fprintf(b, "%s%s %v\n", indent, p.Path, x)
		}
	}
}
