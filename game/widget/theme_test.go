package widget_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"centricity/game/canvas"
	"centricity/game/widget"
)

func TestContrastOfBlackAndWhite(t *testing.T) {
	require.InDelta(t, 21, widget.Contrast(canvas.Hex(0), canvas.Hex(0xFFFFFF)), 1e-9)
	require.InDelta(t, 4.54, widget.Contrast(canvas.Hex(0x767676), canvas.Hex(0xFFFFFF)), 0.01) // WCAG's example
}

func TestEverythingIsLegible(t *testing.T) {
	for name, th := range map[string]widget.Theme{"light": widget.Light(), "dark": widget.Dark()} {
		grounds := map[string]canvas.Color{"page": th.Page, "card": th.Card, "raised": th.Raised, "soft": th.Soft}
		for on, ground := range grounds {
			for what, ink := range map[string]canvas.Color{"text": th.Text, "muted": th.Muted, "accent": th.Accent, "good": th.Good, "bad": th.Bad, "warn": th.Warn} {
				require.GreaterOrEqual(t, widget.Contrast(ink, ground), 4.5, "%s: %s on %s", name, what, on)
			}
		}
		require.GreaterOrEqual(t, widget.Contrast(th.OnAccent, th.Accent), 4.5, name)
		require.GreaterOrEqual(t, widget.Contrast(th.OnTip, th.Tip), 4.5, name)
		require.GreaterOrEqual(t, widget.Contrast(th.Edge, th.Card), 3.0, "%s: edges of controls", name)
		require.GreaterOrEqual(t, widget.Contrast(th.Focus, th.Card), 3.0, name)
		require.GreaterOrEqual(t, widget.Contrast(th.Focus, th.Page), 3.0, name)
		for i, c := range th.Series {
			require.GreaterOrEqual(t, widget.Contrast(c, th.Card), 3.0, "%s: series %d", name, i)
			require.GreaterOrEqual(t, widget.Contrast(widget.Legible(c, th.Card, 4.5), th.Card), 4.5)
		}
	}
}
