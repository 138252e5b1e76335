package widget_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/require"

	"centricity/game/canvas"
	"centricity/game/widget"
)

// row is five things side by side, 20 wide each.
type row struct{}

func (row) Draw(canvas.Canvas, canvas.Rect, widget.Theme, *canvas.Point) {}
func (row) Summary() string                                              { return "Five things." }
func (row) Numbers() [][]string                                          { return nil }

func (row) Nearest(r canvas.Rect, _ widget.Theme, at canvas.Point) (int, bool) {
	i := int((at.X - r.X) / 20)
	return i, i >= 0 && i < 5
}

func (row) Step(i int, k widget.Key) int {
	switch k {
	case widget.KeyLeft:
		return max(i-1, 0)
	case widget.KeyRight:
		return min(i+1, 4)
	case widget.KeyEnd:
		return 4
	}
	return 0
}

func TestPick(t *testing.T) {
	for _, c := range []struct {
		name string
		in   []widget.Input
		want int
	}{
		{"nothing at first", nil, -1},
		{"a press on the third", []widget.Input{{PointerIn: true, Pointer: canvas.Pt(50, 10), Pressed: true, Down: true}}, 2},
		{"a press beside all", []widget.Input{{PointerIn: true, Pointer: canvas.Pt(190, 10), Pressed: true, Down: true}}, -1},
		{"keys without the focus", []widget.Input{press(widget.KeyEnd)}, -1},
		{"Tab and arrows", []widget.Input{press(widget.KeyTab), press(widget.KeyRight), press(widget.KeyRight)}, 1},
		{"Tab and End", []widget.Input{press(widget.KeyTab), press(widget.KeyEnd), press(widget.KeyLeft)}, 3},
		{"the mirror", []widget.Input{{Actions: []widget.Action{{Kind: widget.ActSet, ID: "f/pick", Value: "2"}}}}, 1},
		{"the mirror beyond the end", []widget.Input{{Actions: []widget.Action{{Kind: widget.ActSet, ID: "f/pick", Value: "1e300"}}}}, 4},
		{"the mirror says nonsense", []widget.Input{{Actions: []widget.Action{{Kind: widget.ActSet, ID: "f/pick", Value: "NaN"}}}}, -1},
	} {
		t.Run(c.name, func(t *testing.T) {
			u := widget.UI{Theme: widget.Light()}
			picked := -1
			frame := func(in widget.Input) (tree *widget.Node) {
				u.Begin(canvas.NewImage(200, 40, 1), in)
				picked, _ = u.Pick(canvas.Box(0, 0, 200, 40), "f", "Things", row{}, 5, picked, func(i int) string { return fmt.Sprint("thing ", i) })
				return u.End()
			}
			frame(widget.Input{})
			for _, in := range c.in {
				frame(in)
			}
			tree := frame(widget.Input{})
			require.Empty(t, u.Problems())
			require.Equal(t, c.want, picked)
			n := tree.Find("f/pick")
			require.Equal(t, widget.RoleSlider, n.Role)
			require.Equal(t, float64(c.want+1), n.Now)
			if c.want >= 0 {
				require.Equal(t, fmt.Sprint("thing ", c.want), n.Value)
			} else {
				require.Equal(t, "none picked", n.Value)
			}
		})
	}
}

// A long table is sorted when it is new or its order changes, not every frame,
// and only the head of it and what is in view is told.
func TestLongTableIsSortedOnce(t *testing.T) {
	u := widget.UI{Theme: widget.Light()}
	compared := 0
	const rows = 20_000
	frame := func(version int, in widget.Input) *widget.Node {
		u.Begin(canvas.NewImage(300, 200, 1), in)
		u.Table(canvas.Box(0, 0, 300, 200), widget.Table{ID: "t", Name: "Long", Rows: rows, Version: version, Pick: true,
			Columns: []widget.Column{{Title: "Number", Numeric: true}},
			Cell:    func(row, _ int) string { return fmt.Sprint(row) },
			Compare: func(a, b, _ int) int { compared++; return a - b }})
		return u.End()
	}
	frame(1, widget.Input{})
	require.Zero(t, compared, "in the order given")
	click := widget.Input{Actions: []widget.Action{{Kind: widget.ActClick, ID: "t/head/0"}}}
	frame(1, click)
	tree := frame(1, widget.Input{})
	require.Positive(t, compared)
	require.Equal(t, fmt.Sprint(rows-1), tree.Find("t").Children[1].Children[0].Name, "the largest first")
	require.Less(t, len(tree.Find("t").Children), 80)
	compared = 0
	frame(1, widget.Input{})
	require.Zero(t, compared)
	frame(2, widget.Input{})
	require.Positive(t, compared, "other rows")
	u.SetFocus("t")
	frame(2, press(widget.KeyEnd))
	tree = frame(2, widget.Input{})
	last := tree.Find("t").Children
	require.Equal(t, "0", last[len(last)-1].Children[0].Name, "the end is reached and told")
}

func press(k widget.Key) widget.Input { return widget.Input{Keys: []widget.KeyPress{{Key: k}}} }
