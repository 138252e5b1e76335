package chart

import (
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

func TestLabelsDoNotOverlap(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		want := rapid.SliceOfN(rapid.Float64Range(-50, 250), 1, 12).Draw(t, "y")
		labels := make([]label, len(want))
		for i, y := range want {
			labels[i].y = y
		}
		spread(labels, 14, 0, 200)
		for i := range labels {
			require.GreaterOrEqual(t, labels[i].y, -1e-9)
			require.LessOrEqual(t, labels[i].y, 200+1e-9)
			if i > 0 {
				require.GreaterOrEqual(t, labels[i].y-labels[i-1].y, min(14, 200/float64(len(want)-1))-1e-9)
			}
		}
	})
}

func TestLabelsThatFitStayWhereTheyAre(t *testing.T) {
	labels := []label{{y: 100}, {y: 20}, {y: 60}}
	spread(labels, 14, 0, 200)
	require.Equal(t, []label{{y: 20}, {y: 60}, {y: 100}}, labels)
	labels = []label{{y: 50}, {y: 50}}
	spread(labels, 14, 0, 200)
	require.Equal(t, []label{{y: 43}, {y: 57}}, labels)
}

func TestAxisHasRoundTicksAroundTheValues(t *testing.T) {
	require.Equal(t, []float64{0, 25, 50, 75, 100}, newAxis(0, 97, 4).ticks)
	require.Equal(t, []float64{-5, 0, 5, 10}, newAxis(-3, 9, 3).ticks)
	rapid.Check(t, func(t *rapid.T) {
		lo := rapid.Float64Range(-1e12, 1e12).Draw(t, "lo")
		hi := lo + rapid.Float64Range(0, 1e12).Draw(t, "span")
		a := newAxis(lo, hi, rapid.IntRange(1, 8).Draw(t, "n"))
		slack := (a.hi - a.lo) * 1e-8
		require.LessOrEqual(t, a.lo, lo+slack)
		require.GreaterOrEqual(t, a.hi, hi-slack)
		require.GreaterOrEqual(t, len(a.ticks), 2)
		require.LessOrEqual(t, len(a.ticks), 12)
		for i := 1; i < len(a.ticks); i++ {
			require.Greater(t, a.ticks[i], a.ticks[i-1])
		}
	})
}
