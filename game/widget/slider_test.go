package widget_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"centricity/game/canvas"
	"centricity/game/widget"
)

// oneSlider is a slider over 0 to $ 1,000 in steps of $ 10.
func oneSlider(t *testing.T, change func(*widget.Slider)) (*stage, *int64) {
	value := int64(50000)
	spec := widget.Slider{ID: "ads", Label: "Ads", Max: 100000, Step: 1000, Page: 10000, Number: widget.Dollars}
	if change != nil {
		change(&spec)
	}
	s := play(t, func(u *widget.UI) {
		value, _ = u.Slider(canvas.Box(20, 20, 416, 60), spec, value)
		u.Button(canvas.Box(20, 200, 100, 34), widget.Button{ID: "ok", Label: "OK"})
	})
	return s, &value
}

func TestSliderFollowsTheDrag(t *testing.T) {
	s, v := oneSlider(t, nil)
	r := s.node("ads").Rect
	at := func(share float64) canvas.Point { return canvas.Pt(r.X+8+(r.W-16)*share, r.MidY()) }
	s.frame(widget.Input{Pointer: at(0.2), PointerIn: true, Pressed: true, Down: true})
	require.EqualValues(t, 20000, *v, "a click on the track goes there")
	s.frame(widget.Input{Pointer: at(0.71), PointerIn: true, Down: true})
	require.EqualValues(t, 71000, *v)
	s.frame(widget.Input{Pointer: canvas.Pt(5000, 400), PointerIn: false, Down: true})
	require.EqualValues(t, 100000, *v, "the drag goes on outside")
	s.frame(widget.Input{Pointer: at(0.3), PointerIn: true, Released: true})
	s.hover(at(0.9))
	require.EqualValues(t, 30000, *v, "after the release the pointer moves nothing")
	s.clickAt(at(0.6))
	require.EqualValues(t, 60000, *v, "pressed and released in one frame")
}

func TestSliderByKeyboard(t *testing.T) {
	for _, c := range []struct {
		key  widget.Key
		want int64
	}{
		{widget.KeyRight, 51000}, {widget.KeyUp, 51000}, {widget.KeyLeft, 49000}, {widget.KeyDown, 49000},
		{widget.KeyPageUp, 60000}, {widget.KeyPageDown, 40000}, {widget.KeyHome, 0}, {widget.KeyEnd, 100000},
	} {
		s, v := oneSlider(t, nil)
		s.keys(c.key)
		require.EqualValues(t, 50000, *v, "without the focus keys do nothing")
		s.keys(widget.KeyTab, c.key)
		require.Equal(t, c.want, *v)
	}
}

func TestSliderTurnsWithTheWheelOnlyWhenItHasTheFocus(t *testing.T) {
	s, v := oneSlider(t, nil)
	in := widget.Input{Pointer: s.middle("ads"), PointerIn: true, Wheel: canvas.Pt(0, -30)}
	s.frame(in)
	require.EqualValues(t, 50000, *v)
	s.keys(widget.KeyTab)
	s.frame(in)
	require.EqualValues(t, 51000, *v)
}

func TestSliderNumberIsTyped(t *testing.T) {
	for _, c := range []struct {
		typed string
		live  int64 // while typing
		done  int64 // after Enter
	}{
		{"620", 62000, 62000},
		{"$ 1,000", 100000, 100000},
		{"0.3k", 30000, 30000},
		{"5000", 50000, 100000}, // "5", "50", "500" came before in one piece: the limit holds
		{"-7", 50000, 0},
		{"abc", 50000, 50000},
		{"", 50000, 50000},
	} {
		s, v := oneSlider(t, nil)
		s.keys(widget.KeyTab, widget.KeyTab)
		require.Equal(t, "ads/field", s.ui.Focus())
		s.key(widget.KeyPress{Key: widget.KeyBackspace})
		s.typed(c.typed)
		require.Equal(t, c.live, *v, c.typed)
		s.keys(widget.KeyEnter)
		require.Equal(t, c.done, *v, c.typed)
		require.Empty(t, s.node("ads/field").Description)
	}
}

func TestSliderFieldSaysWhatIsWrong(t *testing.T) {
	s, v := oneSlider(t, nil)
	s.click("ads/field")
	s.typed("12x")
	require.Equal(t, "“12x” is not a number; type one like 1,200 or 1.2 m", s.node("ads/field").Description)
	require.NotNil(t, s.tree.Find("tooltip"))
	s.keys(widget.KeyHome)
	s.key(widget.KeyPress{Key: widget.KeyA, Ctrl: true})
	s.typed("2000")
	require.Equal(t, "choose a value from $ 0 to $ 1,000", s.node("ads/field").Description)
	s.click("ok")
	require.EqualValues(t, 100000, *v, "leaving the field limits the number")
}

func TestSliderFieldDoesNotRoundWhatWasNotTyped(t *testing.T) {
	s, v := oneSlider(t, nil)
	*v = 12345 // $ 123.45, shown as $ 123
	s.keys(widget.KeyTab, widget.KeyTab, widget.KeyTab)
	require.EqualValues(t, 12345, *v)
}

func TestDisabledSliderSaysWhyAndStays(t *testing.T) {
	s, v := oneSlider(t, func(sl *widget.Slider) { sl.Disabled = "Opens in round 3." })
	s.click("ads")
	s.keys(widget.KeyEnd)
	s.click("ads/field")
	s.typed("7")
	s.frame(widget.Input{Actions: []widget.Action{{Kind: widget.ActSet, ID: "ads", Value: "7"}}})
	require.EqualValues(t, 50000, *v)
	require.Equal(t, "Opens in round 3.", s.node("ads").Description)
}

func TestSliderIsSetFromTheMirror(t *testing.T) {
	s, v := oneSlider(t, nil)
	set := func(id, value string) {
		s.frame(widget.Input{Actions: []widget.Action{{Kind: widget.ActSet, ID: id, Value: value}}})
	}
	set("ads", "70000")
	require.EqualValues(t, 70000, *v)
	set("ads", "1e300")
	require.EqualValues(t, 100000, *v)
	set("ads", "NaN")
	require.EqualValues(t, 100000, *v)
	set("ads/field", "250")
	require.EqualValues(t, 25000, *v)
}

func TestSliderWithoutRange(t *testing.T) {
	s, v := oneSlider(t, func(sl *widget.Slider) { sl.Min, sl.Max, sl.Step, sl.Page = 5, 5, 0, 0 })
	s.click("ads")
	s.keys(widget.KeyRight)
	require.EqualValues(t, 5, *v)
}

// What stands beside a slider's name is heard with it.
func TestASliderTellsItsNote(t *testing.T) {
	for _, c := range []struct{ note, tip, wrong, heard string }{
		{"adds 3 points", "Few, but deeply.", "", "adds 3 points. Few, but deeply."},
		{"adds 3 points", "", "", "adds 3 points"},
		{"", "Few, but deeply.", "", "Few, but deeply."},
		{"adds 3 points", "Few, but deeply.", "not possible", "not possible"},
	} {
		s := play(t, func(u *widget.UI) {
			u.Slider(canvas.Box(20, 20, 300, 54), widget.Slider{ID: "ask", Label: "Interviews", Max: 100, Note: c.note, Tip: c.tip, Error: c.wrong}, 50)
		})
		require.Equal(t, c.heard, s.tree.Find("ask").Description)
	}
}
