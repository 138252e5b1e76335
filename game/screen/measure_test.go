package screen

import (
	"testing"

	"github.com/stretchr/testify/require"

	"centricity/game/widget"
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
