package widget_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"centricity/game/canvas"
	"centricity/game/widget"
)

func buttons(pressed map[string]int, ids ...string) func(u *widget.UI) {
	return func(u *widget.UI) {
		for i, id := range ids {
			b := widget.Button{ID: id, Label: "Button " + id}
			if id == "off" {
				b.Disabled = "Not yet."
			}
			if u.Button(canvas.Box(20, 20+float64(i)*50, 150, 34), b) {
				pressed[id]++
			}
		}
	}
}

func TestFocusFollowsTheOrderOfDrawing(t *testing.T) {
	s := play(t, buttons(map[string]int{}, "a", "off", "b"))
	var got []string
	for range 4 {
		s.keys(widget.KeyTab)
		got = append(got, s.ui.Focus())
	}
	require.Equal(t, []string{"a", "off", "b", "a"}, got, "a disabled button can be reached, to hear why")
	s.key(widget.KeyPress{Key: widget.KeyTab, Shift: true})
	require.Equal(t, "b", s.ui.Focus())
}

func TestEachKeyGoesToWhoHadTheFocusWhenItWasPressed(t *testing.T) {
	pressed := map[string]int{}
	s := play(t, buttons(pressed, "a", "b", "c"))
	s.keys(widget.KeyTab, widget.KeyEnter, widget.KeyTab, widget.KeySpace, widget.KeySpace, widget.KeyTab)
	require.Equal(t, map[string]int{"a": 1, "b": 2}, pressed, "all of it in one frame")
	require.Equal(t, "c", s.ui.Focus())
}

func TestClicks(t *testing.T) {
	pressed := map[string]int{}
	s := play(t, buttons(pressed, "a", "off", "b"))
	s.click("a")
	require.Equal(t, 1, pressed["a"], "press and release in one frame")
	s.click("off")
	s.keys(widget.KeyEnter)
	require.Zero(t, pressed["off"])

	a, b := s.middle("a"), s.middle("b")
	s.frame(widget.Input{Pointer: a, PointerIn: true, Pressed: true, Down: true})
	s.frame(widget.Input{Pointer: b, PointerIn: true, Released: true})
	require.Equal(t, map[string]int{"a": 1}, pressed, "released elsewhere is no click")
	s.frame(widget.Input{Pointer: a, PointerIn: true, Pressed: true, Down: true})
	s.frame(widget.Input{Pointer: a, PointerIn: true, Released: true})
	require.Equal(t, 2, pressed["a"])
	s.frame(widget.Input{Actions: []widget.Action{{Kind: widget.ActClick, ID: "b"}, {Kind: widget.ActClick, ID: "off"}}})
	require.Equal(t, map[string]int{"a": 2, "b": 1}, pressed, "the mirror clicks too")
	s.frame(widget.Input{Actions: []widget.Action{{Kind: widget.ActFocus, ID: "b"}}})
	require.Equal(t, "b", s.ui.Focus())
	require.True(t, s.node("b").Focused)
}

func TestRingShowsOnlyAfterTheKeyboard(t *testing.T) {
	s := play(t, buttons(map[string]int{}, "a"))
	r := s.node("a").Rect
	ring := func() bool { // a pixel between the button and its ring's outer edge
		return s.c.RGBA().RGBAAt(int(r.MidX()), int(r.Y)-2) != s.c.RGBA().RGBAAt(600, 400)
	}
	s.click("a")
	require.False(t, ring())
	s.keys(widget.KeyTab)
	require.True(t, ring())
}

func TestDialogHoldsTheFocus(t *testing.T) {
	pressed, open := map[string]int{}, false
	behind := buttons(pressed, "open", "other")
	s := play(t, func(u *widget.UI) {
		was := pressed["open"]
		u.Page()
		behind(u)
		open = open || pressed["open"] > was
		if open {
			open = u.Dialog(widget.Dialog{ID: "ask", Title: "Sure?", W: 300, H: 200}, func(r canvas.Rect) {
				if u.Button(r.CutTop(34), widget.Button{ID: "yes", Label: "Yes"}) {
					pressed["yes"]++
				}
			})
		}
	})
	s.keys(widget.KeyTab, widget.KeyEnter)
	require.True(t, s.node("ask").Modal)
	var got []string
	for range 4 {
		got = append(got, s.ui.Focus())
		s.keys(widget.KeyTab)
	}
	require.Equal(t, []string{"yes", "ask/close", "yes", "ask/close"}, got)

	s.click("other")
	s.hover(s.middle("other"))
	s.frame(widget.Input{Actions: []widget.Action{{Kind: widget.ActClick, ID: "other"}}})
	require.Zero(t, pressed["other"], "what lies behind is out of reach")
	var reached []string
	for n := range s.tree.Reachable {
		if n.Focusable {
			reached = append(reached, n.ID)
		}
	}
	require.Equal(t, []string{"yes", "ask/close"}, reached, "to a screen reader, too")
	s.click("yes")
	require.Equal(t, 1, pressed["yes"])

	s.keys(widget.KeyEscape)
	require.False(t, open)
	require.Equal(t, "open", s.ui.Focus(), "the focus returns to where it was")
	s.click("other")
	require.Equal(t, 1, pressed["other"])

	s.click("open")
	s.click("ask/close")
	require.False(t, open)
}

// What was being dragged when a dialog opens is let go.
func TestDialogEndsADrag(t *testing.T) {
	value, open := int64(50), false
	s := play(t, func(u *widget.UI) {
		value, _ = u.Slider(canvas.Box(20, 20, 300, 54), widget.Slider{ID: "ads", Label: "Ads", Max: 100}, value)
		if open {
			u.Dialog(widget.Dialog{ID: "ask", Title: "Sure?", W: 200, H: 150}, func(canvas.Rect) {})
		}
	})
	at := s.middle("ads")
	s.frame(widget.Input{Pointer: at, PointerIn: true, Pressed: true, Down: true})
	open = true
	s.frame(widget.Input{Pointer: at, PointerIn: true, Down: true})
	s.frame(widget.Input{Pointer: canvas.Pt(at.X+90, at.Y), PointerIn: true, Down: true})
	require.EqualValues(t, 50, value)
}

// The focus stays where the program puts it as it closes a dialog.
func TestDialogClosedByItsOwnButton(t *testing.T) {
	open := true
	s := play(t, func(u *widget.UI) {
		u.Button(canvas.Box(20, 20, 150, 34), widget.Button{ID: "a", Label: "A"})
		u.Button(canvas.Box(20, 60, 150, 34), widget.Button{ID: "b", Label: "B"})
		if open {
			u.Dialog(widget.Dialog{ID: "ask", Title: "Go?", W: 300, H: 200}, func(r canvas.Rect) {
				open = !u.Button(r.CutTop(34), widget.Button{ID: "go", Label: "To B"})
			})
		}
	})
	s.click("go")
	require.Empty(t, s.ui.Focus(), "nothing had it before")
	open = true
	s.frame(widget.Input{})
	s.ui.Begin(s.c, widget.Input{Keys: []widget.KeyPress{{Key: widget.KeyEnter}}})
	s.draw(&s.ui)
	s.ui.End()
	s.ui.SetFocus("b")
	s.frame(widget.Input{})
	require.Equal(t, "b", s.ui.Focus())
}

func TestNothingNewMeansRest(t *testing.T) {
	s := play(t, buttons(map[string]int{}, "a"))
	s.ui.Begin(s.c, widget.Input{})
	s.draw(&s.ui)
	s.ui.End()
	require.False(t, s.ui.NeedsRedraw())
	_, ok := s.ui.Wake()
	require.False(t, ok)
}
