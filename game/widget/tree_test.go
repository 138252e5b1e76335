package widget_test

import (
	"flag"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"centricity/game/canvas"
	"centricity/game/widget"
)

var update = flag.Bool("update", false, "write the golden trees anew")

// What a screen reader is told of every control.
func TestTreeOfEveryControl(t *testing.T) {
	open := false
	s := play(t, func(u *widget.UI) {
		r := u.Bounds().Inset(20)
		u.Heading(r.CutTop(24), 1, "Decide")
		u.Paragraph(&r, "Spend $ 1.20 m.", u.Theme.Body())
		u.Slider(r.CutTop(54), widget.Slider{ID: "ads", Label: "Acquisition", Max: 100000, Number: widget.Dollars, Tip: "Winning customers."}, 36000)
		u.Button(r.CutTop(34), widget.Button{ID: "submit", Label: "Submit", Disabled: "$ 5 k too much."})
		u.Checkbox(r.CutTop(30), widget.Checkbox{ID: "ab", Label: "Control group"}, true)
		u.Choice(r.CutTop(56), widget.Choice{ID: "pace", Label: "Pace", Options: []string{"Slow", "Fast"}}, 1)
		u.Tabs(r.CutTop(30), widget.Tabs{ID: "tabs", Name: "Screens", Labels: []string{"Explore", "Decide"}, Marks: []bool{true}}, 1)
		u.Dropdown(r.CutTop(56), widget.Dropdown{ID: "who", Label: "Focus", Options: []string{"All", "Best"}}, 0)
		u.TextField(r.CutTop(56), widget.TextField{ID: "why", Label: "Hypothesis", Error: "Say why."}, "Ø")
		u.Table(r.CutTop(90), widget.Table{ID: "t", Name: "Segments", Rows: 2, Columns: []widget.Column{{Title: "Segment"}, {Title: "CLV", Numeric: true}},
			Cell: func(row, col int) string { return [][]string{{"Best", "$ 90"}, {"Rest", "$ 9"}}[row][col] }, Marked: func(row int) bool { return row == 0 },
			Compare: func(a, b, _ int) int { return a - b }})
		u.Figures(r, widget.Figures{ID: "ce", Name: "Customer equity", Value: "$ 8 m", Note: "+3 %"})
		u.Meter(r, "left", "Budget", "$ 5 left", 0.5, widget.Positive)
		u.Status(r, "note", "Over budget", widget.Negative)
		if open {
			u.Dialog(widget.Dialog{ID: "ask", Title: "Sure?", W: 200, H: 150}, func(canvas.Rect) {})
		}
	})
	s.keys(widget.KeyTab)
	s.click("t/head/1")
	open = true
	s.frame(widget.Input{})
	got := outline(s.tree)
	file := filepath.Join("testdata", "tree.txt")
	if *update {
		require.NoError(t, os.MkdirAll("testdata", 0o755))
		require.NoError(t, os.WriteFile(file, []byte(got), 0o644))
	}
	want, err := os.ReadFile(file)
	require.NoError(t, err, "run the test with -update first")
	require.Equal(t, string(want), got)
}
