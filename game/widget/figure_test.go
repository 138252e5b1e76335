package widget_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"centricity/game/canvas"
	"centricity/game/widget"
)

// steps is a figure of two numbers.
type steps struct{}

func (steps) Draw(canvas.Canvas, canvas.Rect, widget.Theme, *canvas.Point) {}
func (steps) Summary() string                                              { return "Up." }
func (steps) Numbers() [][]string {
	return [][]string{{"Round", "Customers"}, {"1", "190"}, {"2", "201"}}
}

// busy is one whose upper right corner is in use.
type busy struct{ steps }

func (busy) Corner(r canvas.Rect, w, h float64, _ widget.Theme) canvas.Rect {
	return canvas.Box(r.X, r.Bottom()-h, w, h)
}

// The button stands where the figure wants it, and above the table in its place.
func TestAFigureSaysWhereItsButtonStands(t *testing.T) {
	s := play(t, func(ui *widget.UI) { ui.Figure(canvas.Box(10, 10, 300, 200), "customers", "Customers", busy{}) })
	at := s.tree.Find("customers/table").Rect
	require.Equal(t, canvas.Pt(10, 210), canvas.Pt(at.X, at.Bottom()))
	s.click("customers/table")
	at = s.tree.Find("customers/table").Rect
	require.Equal(t, canvas.Pt(310, 10), canvas.Pt(at.Right(), at.Y))
}

// Every figure can be read as a table, by pointer and by keyboard, and turned
// back.
func TestAFigureIsATableToo(t *testing.T) {
	s := play(t, func(ui *widget.UI) { ui.Figure(canvas.Box(10, 10, 300, 200), "customers", "Customers", steps{}) })
	require.Equal(t, "Up.", s.tree.Find("customers").Description)
	require.Nil(t, s.tree.Find("customers/as-table"))
	s.keys(widget.KeyTab)
	require.Equal(t, "customers/table", s.ui.Focus())
	require.Equal(t, "Customers: as a table", s.tree.Find("customers/table").Name)
	s.keys(widget.KeyEnter)
	table := s.tree.Find("customers/as-table")
	require.NotNil(t, table)
	var cells []string
	for n := range table.All {
		if n.Role == widget.RoleCell {
			cells = append(cells, n.Name)
		}
	}
	require.Equal(t, []string{"1", "190", "2", "201"}, cells)
	require.Equal(t, "customers/table", s.ui.Focus(), "the way back has the focus")
	s.keys(widget.KeySpace)
	require.NotNil(t, s.tree.Find("customers"))
	require.Empty(t, s.ui.Problems())
}
