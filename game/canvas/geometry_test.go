package canvas_test

import (
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"centricity/game/canvas"
)

func rects(t *rapid.T) canvas.Rect {
	side := rapid.Float64Range(0, 500)
	return canvas.Box(side.Draw(t, "x"), side.Draw(t, "y"), side.Draw(t, "w"), side.Draw(t, "h"))
}

func TestAStripAndTheRestMakeUpTheWhole(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		whole := rects(t)
		d := rapid.Float64Range(-50, 600).Draw(t, "d")
		for _, cut := range []func(*canvas.Rect, float64) canvas.Rect{
			(*canvas.Rect).CutTop, (*canvas.Rect).CutBottom, (*canvas.Rect).CutLeft, (*canvas.Rect).CutRight,
		} {
			rest := whole
			strip := cut(&rest, d)
			require.InDelta(t, whole.W*whole.H, strip.W*strip.H+rest.W*rest.H, 1e-6)
			require.True(t, strip.Intersect(rest).Empty() || min(strip.Intersect(rest).W, strip.Intersect(rest).H) < 1e-9)
		}
	})
}

func TestColumnsFillTheRowWithTheirGaps(t *testing.T) {
	cols := canvas.Box(10, 0, 110, 20).Columns(3, 10)
	require.Equal(t, []canvas.Rect{{10, 0, 30, 20}, {50, 0, 30, 20}, {90, 0, 30, 20}}, cols)
	cols = canvas.Box(0, 0, 100, 20).ColumnsBy(10, 2, 1)
	require.Equal(t, []canvas.Rect{{0, 0, 60, 20}, {70, 0, 30, 20}}, cols)
	require.Len(t, canvas.Box(0, 0, 100, 100).Grid(3, 2, 4), 6)
	require.Empty(t, canvas.Box(0, 0, 10, 10).Columns(0, 4))
}
