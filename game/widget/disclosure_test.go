package widget_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"centricity/game/canvas"
	"centricity/game/widget"
)

// A line opens and shuts by pointer, by key and by the mirror, says what is in
// it while shut, and what is below it is there only while it is open.
func TestDisclosureWithASliderRow(t *testing.T) {
	open, weight := false, int64(3)
	s := play(t, func(u *widget.UI) {
		r := canvas.Box(20, 20, 320, 200)
		was := open
		open, _ = u.Disclosure(r.CutTop(u.DisclosureHeight()), widget.Disclosure{ID: "mix", Label: "Mix", Value: "all on one"}, open)
		if was {
			weight, _ = u.SliderRow(r.CutTop(u.SliderRowHeight()), widget.Slider{ID: "one", Label: "One", Max: 10, Step: 1, Note: "30 %"}, weight)
		}
	})
	require.Equal(t, "Mix: all on one", s.node("mix").Name)
	require.False(t, s.node("mix").Expanded)
	require.Nil(t, s.tree.Find("one"))

	s.click("mix")
	require.True(t, open)
	require.True(t, s.node("mix").Expanded)
	r := s.node("one").Rect
	require.Greater(t, r.X, 20+0.3*320, "the label stands before the track")
	require.Less(t, r.Right(), 340-0.2*320, "and the note behind it")
	s.keys(widget.KeyTab, widget.KeyRight)
	require.EqualValues(t, 4, weight)
	s.keys(widget.KeyEnd)
	require.EqualValues(t, 10, weight)
	s.clickAt(canvas.Pt(r.X+8, r.MidY()))
	require.EqualValues(t, 0, weight)

	s.frame(widget.Input{Actions: []widget.Action{{Kind: widget.ActClick, ID: "mix"}}})
	require.False(t, open)
	require.Nil(t, s.tree.Find("one"))
	s.keys(widget.KeyTab, widget.KeyEnter)
	require.True(t, open)
}
