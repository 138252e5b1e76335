package widget_test

import (
	"cmp"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"centricity/game/canvas"
	"centricity/game/widget"
)

func TestTextField(t *testing.T) {
	text := ""
	s := play(t, func(u *widget.UI) {
		text, _ = u.TextField(canvas.Box(20, 20, 200, 56), widget.TextField{ID: "team", Label: "Team", Max: 12}, text)
	})
	s.typed("lost")
	require.Empty(t, text, "without the focus nothing is typed")
	s.click("team")
	s.typed("Team Ørsted")
	require.Equal(t, "Team Ørsted", text)
	s.typed("!!!")
	require.Equal(t, "Team Ørsted!", text, "no more than 12 characters")
	s.keys(widget.KeyBackspace, widget.KeyHome, widget.KeyDelete, widget.KeyRight, widget.KeyRight)
	s.typed("\ta\n")
	require.Equal(t, "eaam Ørsted", text[:2]+"a"+text[3:], "control characters are left out")
	for range 3 {
		s.key(widget.KeyPress{Key: widget.KeyLeft, Shift: true})
	}
	s.typed("T")
	require.Equal(t, "Tm Ørsted", text, "typing replaces the selection")
	s.key(widget.KeyPress{Key: widget.KeyA, Ctrl: true})
	s.keys(widget.KeyDelete)
	require.Empty(t, text)
	s.frame(widget.Input{Actions: []widget.Action{{Kind: widget.ActSet, ID: "team", Value: "Å"}}})
	require.Equal(t, "Å", text)
	require.Equal(t, "Å", s.node("team").Value)
}

func TestTextFieldTellsOfEnter(t *testing.T) {
	entered := 0
	s := play(t, func(u *widget.UI) {
		u.TextField(canvas.Box(20, 20, 200, 56), widget.TextField{ID: "team", Label: "Team"}, "x")
		if u.Entered("team") {
			entered++
		}
	})
	s.keys(widget.KeyEnter)
	require.Zero(t, entered)
	s.keys(widget.KeyTab, widget.KeyEnter)
	require.Equal(t, 1, entered)
}

func TestCheckbox(t *testing.T) {
	on := false
	s := play(t, func(u *widget.UI) {
		on, _ = u.Checkbox(canvas.Box(20, 20, 300, 30), widget.Checkbox{ID: "ab", Label: "Control group"}, on)
	})
	s.click("ab")
	require.True(t, on)
	require.True(t, s.node("ab").Checked)
	s.keys(widget.KeySpace)
	require.False(t, on)
	s.clickAt(canvas.Pt(310, 35))
	require.False(t, on, "only the box and its label can be clicked")
}

func TestChoiceAndTabs(t *testing.T) {
	chosen, shown, upright := 0, 1, -1
	s := play(t, func(u *widget.UI) {
		chosen, _ = u.Choice(canvas.Box(20, 20, 300, 60), widget.Choice{ID: "pace", Label: "Pace", Options: []string{"Slow", "Normal", "Fast"}}, chosen)
		shown, _ = u.Tabs(canvas.Box(20, 120, 400, 40), widget.Tabs{ID: "tabs", Name: "Screens", Labels: []string{"Explore", "Decide"}}, shown)
		upright, _ = u.Choice(canvas.Box(20, 180, 300, 150), widget.Choice{ID: "who", Label: "Whom", Upright: true, Options: []string{"All", "Best"}, Notes: []string{"Everyone", "The top fifth"}}, upright)
	})
	s.click("pace/2")
	require.Equal(t, 2, chosen)
	s.keys(widget.KeyRight)
	require.Equal(t, 0, chosen, "round and round")
	require.Equal(t, "pace/0", s.ui.Focus(), "the focus goes with the choice")
	s.keys(widget.KeyTab, widget.KeyLeft)
	require.Equal(t, 0, shown, "a group is one tab stop")
	s.keys(widget.KeyTab, widget.KeySpace)
	require.Equal(t, 0, upright, "nothing chosen yet: Space chooses the first")
	s.keys(widget.KeyDown)
	require.Equal(t, 1, upright)
	require.True(t, s.node("who/1").Checked)
	s.frame(widget.Input{Actions: []widget.Action{{Kind: widget.ActClick, ID: "tabs/1"}}})
	require.Equal(t, 1, shown)
}

func TestDropdown(t *testing.T) {
	options := strings.Split("Zero One Two Three Four Five Six Seven Eight Nine Ten Eleven", " ")
	chosen, under := 0, 0
	s := play(t, func(u *widget.UI) {
		chosen, _ = u.Dropdown(canvas.Box(20, 20, 200, 56), widget.Dropdown{ID: "n", Label: "Number", Options: options}, chosen)
		if u.Button(canvas.Box(20, 90, 200, 34), widget.Button{ID: "under", Label: "Under the list"}) {
			under++
		}
	})
	s.click("n")
	require.True(t, s.node("n").Expanded)
	s.click("n/1")
	require.Equal(t, 1, chosen)
	require.Zero(t, under, "the list hides what is below")
	require.False(t, s.node("n").Expanded)

	s.keys(widget.KeyEnter, widget.KeyDown, widget.KeyDown, widget.KeyEscape)
	require.Equal(t, 1, chosen, "Escape leaves the choice")
	s.keys(widget.KeyEnter)
	s.keys(widget.KeyDown, widget.KeyDown)
	s.keys(widget.KeyEnter)
	require.Equal(t, 3, chosen)
	s.keys(widget.KeyDown)
	require.Equal(t, 4, chosen, "arrow keys choose when the list is shut")

	s.keys(widget.KeyEnter)
	s.keys(widget.KeyEnd)
	r := s.node("n/11").Rect
	require.True(t, canvas.Box(0, 0, 640, 480).Contains(canvas.Pt(r.X, r.Bottom())), "the list scrolls to the option")
	s.clickAt(canvas.Pt(500, 400))
	require.False(t, s.node("n").Expanded, "a click elsewhere shuts it")
	s.frame(widget.Input{Actions: []widget.Action{{Kind: widget.ActSet, ID: "n", Value: "Ten"}}})
	require.Equal(t, 10, chosen)
}

func TestDropdownWithoutOptions(t *testing.T) {
	s := play(t, func(u *widget.UI) {
		got, changed := u.Dropdown(canvas.Box(20, 20, 200, 56), widget.Dropdown{ID: "n", Label: "Number"}, 3)
		require.False(t, changed)
		require.Equal(t, 3, got)
	})
	s.click("n")
	s.keys(widget.KeyEnter, widget.KeyDown)
}

func TestTable(t *testing.T) {
	names := []string{"Loyal", "At risk", "Champions", "New"}
	worth := []int{70, 20, 90, 20}
	picked := -1
	s := play(t, func(u *widget.UI) {
		row, ok := u.Table(canvas.Box(20, 20, 400, 90), widget.Table{ID: "seg", Name: "Segments", Rows: 4, Pick: true,
			Columns: []widget.Column{{Title: "Segment"}, {Title: "CLV", Numeric: true}},
			Cell:    func(r, c int) string { return [...]string{names[r], strconv.Itoa(worth[r])}[c] },
			Compare: func(a, b, c int) int {
				if c == 0 {
					return cmp.Compare(names[a], names[b])
				}
				return cmp.Compare(worth[a], worth[b])
			}})
		if ok {
			picked = row
		}
	})
	order := func() (out []string) {
		for _, row := range s.node("seg").Children[1:] {
			out = append(out, row.Children[0].Name)
		}
		return out
	}
	require.Equal(t, names, order())
	s.click("seg/head/1")
	require.Equal(t, []string{"Champions", "Loyal", "At risk", "New"}, order(), "numbers: the largest first, equal ones as they were")
	require.Equal(t, "descending", s.node("seg/head/1").Sort)
	s.keys(widget.KeyEnter)
	require.Equal(t, []string{"At risk", "New", "Loyal", "Champions"}, order())
	s.click("seg/head/0")
	require.Equal(t, []string{"At risk", "Champions", "Loyal", "New"}, order())
	s.keys(widget.KeySpace, widget.KeySpace)
	require.Equal(t, names, order(), "the third time gives sorting up")

	s.click("seg/head/1")
	s.click("seg/0")
	require.Equal(t, 0, picked, "a row keeps its number when sorted")
	s.keys(widget.KeyEnd, widget.KeyEnter)
	require.Equal(t, 3, picked)
	last := s.node("seg/3").Rect
	require.LessOrEqual(t, last.Bottom(), 110.5, "the row with the keys is in view")
	s.frame(widget.Input{Pointer: canvas.Pt(100, 80), PointerIn: true, Wheel: canvas.Pt(0, -1000)})
	require.Greater(t, s.node("seg/3").Rect.Bottom(), 110.5, "the wheel scrolls")
	s.frame(widget.Input{Actions: []widget.Action{{Kind: widget.ActClick, ID: "seg/2"}}})
	require.Equal(t, 2, picked)
}

func TestScrollBringsTheFocusIntoView(t *testing.T) {
	s := play(t, func(u *widget.UI) {
		u.Scroll(canvas.Box(20, 20, 300, 200), "list", "List", func(r *canvas.Rect) {
			for i := range 20 {
				u.Button(r.CutTop(40), widget.Button{ID: strconv.Itoa(i), Label: "Button " + strconv.Itoa(i)})
			}
		})
	})
	view := canvas.Box(20, 20, 300, 200)
	visible := func(id string) bool {
		r := s.node(id).Rect
		return r.Y >= view.Y-0.5 && r.Bottom() <= view.Bottom()+0.5
	}
	require.False(t, visible("12"))
	s.frame(widget.Input{Actions: []widget.Action{{Kind: widget.ActFocus, ID: "12"}}})
	require.True(t, visible("12"))
	s.keys(widget.KeyTab)
	require.True(t, visible("13"))
	s.frame(widget.Input{Pointer: canvas.Pt(100, 100), PointerIn: true, Wheel: canvas.Pt(0, -5000)})
	require.True(t, visible("0"))
	s.clickAt(canvas.Pt(200, 300))
	require.Empty(t, s.ui.Problems())
	s.frame(widget.Input{Actions: []widget.Action{{Kind: widget.ActFocus, ID: "list"}}})
	s.keys(widget.KeyEnd)
	require.True(t, visible("19"))
	s.frame(widget.Input{Pointer: canvas.Pt(316, 30), PointerIn: true, Pressed: true, Down: true})
	require.True(t, visible("0"), "a click on the bar goes there")
	s.frame(widget.Input{Pointer: canvas.Pt(316, 218), PointerIn: true, Down: true})
	require.True(t, visible("19"), "the thumb is dragged")
}

func TestWhatIsScrolledAwayCannotBeClicked(t *testing.T) {
	clicks := 0
	s := play(t, func(u *widget.UI) {
		u.Scroll(canvas.Box(20, 20, 300, 100), "list", "List", func(r *canvas.Rect) {
			r.CutTop(150)
			if u.Button(r.CutTop(40), widget.Button{ID: "b", Label: "Below"}) {
				clicks++
			}
		})
	})
	s.click("b")
	require.Zero(t, clicks)
}

func TestTooltips(t *testing.T) {
	s := play(t, func(u *widget.UI) {
		u.Button(canvas.Box(2, 440, 90, 34), widget.Button{ID: "a", Label: "A", Tip: "What a button in the lower left corner is good for, at some length."})
		u.Term(canvas.Box(300, 20, 100, 20), "clv", "CLV", "Customer lifetime value.", u.Theme.Body())
	})
	s.hover(s.middle("a"))
	require.Nil(t, s.tree.Find("tooltip"), "not at once")
	at, ok := s.ui.Wake()
	require.True(t, ok, "the window is told when to come back")
	s.now = at
	s.hover(s.middle("a"))
	tip := s.node("tooltip").Rect
	seen := tip.Intersect(canvas.Box(0, 0, 640, 480))
	require.InDelta(t, tip.W*tip.H, seen.W*seen.H, 1e-6, "all of it in the window")
	require.Less(t, tip.Bottom(), 440.0, "above, where there is room")
	s.hover(canvas.Pt(320, 240))
	require.Nil(t, s.tree.Find("tooltip"))

	s.keys(widget.KeyTab, widget.KeyTab)
	require.Equal(t, "Customer lifetime value.", s.node("tooltip").Name, "at once on focus")
	s.keys(widget.KeyEscape)
	require.Nil(t, s.tree.Find("tooltip"))
}

func TestToastGoesAfterAWhile(t *testing.T) {
	s := play(t, func(u *widget.UI) {})
	s.ui.Toast("Round 2 saved", widget.Positive)
	s.frame(widget.Input{})
	require.Equal(t, widget.RoleStatus, s.node("toast/0").Role)
	at, ok := s.ui.Wake()
	require.True(t, ok)
	require.Equal(t, 5*time.Second, at)
	s.now = at
	s.frame(widget.Input{})
	require.Nil(t, s.tree.Find("toast/0"))
}

// A tooltip goes when its control is pressed and stays away until the pointer
// has been elsewhere.
func TestTooltipsMakeWay(t *testing.T) {
	s := play(t, func(u *widget.UI) {
		u.Button(canvas.Box(100, 100, 90, 34), widget.Button{ID: "a", Label: "A", Tip: "What it is good for."})
	})
	rest := func() {
		s.hover(s.middle("a"))
		s.now += time.Second
		s.hover(s.middle("a"))
	}
	rest()
	require.NotNil(t, s.tree.Find("tooltip"))
	at := widget.Input{Pointer: s.middle("a"), PointerIn: true}
	at.Pressed, at.Down = true, true
	s.frame(at)
	require.Nil(t, s.tree.Find("tooltip"), "pressed")
	at.Pressed, at.Down, at.Released = false, false, true
	s.frame(at)
	rest()
	require.Nil(t, s.tree.Find("tooltip"), "used")
	s.hover(canvas.Pt(400, 400))
	rest()
	require.NotNil(t, s.tree.Find("tooltip"), "come back to")
}

// Nor does it come back over what a choice has just opened below it.
func TestTooltipsMakeWayForWhatIsChosen(t *testing.T) {
	chosen := 0
	s := play(t, func(u *widget.UI) {
		chosen, _ = u.Choice(canvas.Box(100, 100, 300, 60), widget.Choice{ID: "a", Label: "A", Options: []string{"One", "Two"}, Tip: "What it is good for."}, chosen)
	})
	at := s.middle("a/1")
	s.clickAt(at)
	require.Equal(t, 1, chosen)
	s.hover(at)
	s.now += time.Second
	s.hover(at)
	require.Nil(t, s.tree.Find("tooltip"), "used")
	s.hover(canvas.Pt(500, 400))
	s.hover(at)
	s.now += time.Second
	s.hover(at)
	require.NotNil(t, s.tree.Find("tooltip"), "come back to")
}
