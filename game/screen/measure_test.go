package screen

import (
	"math"
	"testing"

	"github.com/stretchr/testify/require"

	"centricity/game"
	"centricity/game/widget"
	"centricity/scenarios"
	"centricity/sim"
	"centricity/sim/experiment"
)

// A change that reads as none is none: no red zero, no green one.
func TestAChangeTooSmallToReadIsNone(t *testing.T) {
	for _, c := range []struct {
		id          string
		now, before float64
		text        string
		tone        widget.Tone
	}{
		{"retention", .6840, .6843, "as before", widget.Quiet},
		{"retention", .6843, .6840, "as before", widget.Quiet},
		{"retention", .683, .684, "−0.1 points", widget.Negative},
		{"customers", 12, 12, "as before", widget.Quiet},
		{"customers", 13, 12, "+1", widget.Positive},
	} {
		text, tone := measured(c.id).change(world(false), c.now, c.before)
		require.Equal(t, c.text, text)
		require.Equal(t, c.tone, tone, c.text)
	}
}

func TestAgainstTheRoundBefore(t *testing.T) {
	require.Equal(t, "+1 on last quarter", terms{round: "quarter"}.onLast("+1"))
	require.Equal(t, "+1 on last sprint", terms{round: "sprint"}.onLast("+1"), "an author's own word")
}

// What can be forecast is what screens show, by the same name and read the same.
func TestForecastsAreOfWhatScreensShow(t *testing.T) {
	s, err := scenarios.Shipped("roastery")
	require.NoError(t, err)
	s.Market = experiment.Scaled(s.Market, 500)
	g, err := game.Start(s, 7, &game.Memory{})
	require.NoError(t, err)
	for !g.Over() {
		_, err := g.Commit()
		require.NoError(t, err)
	}
	on := termsOf(s)
	for _, kpi := range game.KPIs() {
		m := measured(string(kpi))
		require.Equal(t, kpi.Name(), m.name)
		require.Contains(t, drawn(on), m.id)
		for _, r := range g.Reports() {
			v, ok := kpi.Of(on.brief, r)
			shown := m.of(on, r)
			require.Equal(t, ok, finite(shown))
			if !ok {
				continue
			}
			if m.form == inMoney {
				require.Equal(t, on.money(sim.Money(math.Round(shown))), m.number(on).Text(v))
			} else {
				require.Equal(t, m.text(on, shown), m.number(on).Text(v))
			}
			typed, err := m.number(on).Parse(m.number(on).Edit(v))
			require.NoError(t, err)
			require.Equal(t, v, typed, "what is kept can be typed")
		}
	}
}
