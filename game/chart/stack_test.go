package chart_test

import (
	"math"
	"testing"

	"github.com/stretchr/testify/require"

	"centricity/game/canvas"
	"centricity/game/chart"
	"centricity/game/widget"
)

// Layers lie on one another to scale, in order, with the first lowest.
func TestStackAddsUp(t *testing.T) {
	s := chart.Stack{Y: widget.Short, Series: []chart.Series{
		{Name: "Start", Values: []float64{100, 50}}, {Name: "Quarter 1", Values: []float64{math.NaN(), 50}}, {Name: "Quarter 2", Values: []float64{0, 100}}}}
	for _, theme := range []widget.Theme{widget.Light(), widget.Dark()} {
		c := canvas.NewImage(400, 300, 1)
		c.FillRect(canvas.Box(0, 0, 400, 300), theme.Card)
		s.Draw(c, canvas.Box(0, 0, 400, 300), theme, nil)
		// Down one column near the right end of the plot the layers show in turn.
		var seen []canvas.Color
		at := 0
		for x := 399; x > 0 && at == 0; x-- { // the right end is where the accent still stands
			if p := canvas.Color(c.RGBA().RGBAAt(x, 262)); p == theme.Accent {
				at = x - 3
			}
		}
		heights := map[canvas.Color]int{}
		for y := range 300 {
			p := canvas.Color(c.RGBA().RGBAAt(at, y))
			if n := len(seen); p != theme.Card && (n == 0 || seen[n-1] != p) {
				seen = append(seen, p)
			}
			heights[p]++
		}
		third := canvas.Mix(theme.Accent, theme.Card, 0.78)
		second := canvas.Mix(theme.Accent, theme.Card, 0.39)
		require.InDelta(t, 2, float64(heights[third])/float64(heights[second]), 0.15)
		require.InDelta(t, 1, float64(heights[theme.Accent])/float64(heights[second]), 0.1)
	}
	require.Equal(t, [][]string{{"Round", "Start", "Quarter 1", "Quarter 2"}, {"0", "100", "–", "0"}, {"1", "50", "50", "100"}}, s.Numbers())
	require.Equal(t, "3 layers over 2 rounds. At the end they add up to 200; “Start” is 25.0 % of it.", s.Summary())
}

// What is missing, infinite or alone breaks nothing.
func TestStackOfAnything(t *testing.T) {
	for _, values := range [][]float64{nil, {}, {math.NaN()}, {math.Inf(1), 1e308}, {5}, {-3, -4}, {1e308, 1e308}} {
		s := chart.Stack{Series: []chart.Series{{Name: "a", Values: values}, {Name: "b", Values: values}}}
		c := canvas.NewImage(200, 100, 1)
		at := canvas.Pt(100, 50)
		s.Draw(c, canvas.Box(0, 0, 200, 100), widget.Light(), &at)
		require.NotEmpty(t, s.Summary())
		require.NotEmpty(t, s.Numbers())
	}
}
