package widget

import (
	"math"
	"strconv"

	"centricity/game/canvas"
	"centricity/game/words"
)

// Pickable is a figure of many things of which one can be looked at closely.
type Pickable interface {
	Figure
	// Nearest is the thing near a place in the figure drawn into r, if any.
	Nearest(r canvas.Rect, t Theme, at canvas.Point) (i int, ok bool)
	// Step is the thing to go to from thing i by an arrow, Home, End or page
	// key; from −1, the first. It is −1 where there is none.
	Step(i int, k Key) int
}

// Pick draws a figure whose things can be picked, with the pointer or the keys,
// and returns the one picked now, from 0, or −1, and whether that was changed in
// this frame. To a screen reader it is a picture and a slider over its n things,
// the picked one's text its value.
func (u *UI) Pick(r canvas.Rect, id, name string, f Pickable, n, picked int, says func(i int) string) (int, bool) {
	old := picked
	control := id + "/pick"
	u.picture(r, id, name, f, true)
	if n == 0 {
		return -1, old != -1
	}
	u.focusable(control, r)
	if p := u.press(control, r); p.began {
		u.focus, u.again = control, true
		if i, ok := f.Nearest(r, u.Theme, u.in.Pointer); ok {
			picked = i
		}
	}
	u.keys(control, func(k KeyPress) bool {
		switch k.Key {
		case KeyLeft, KeyRight, KeyUp, KeyDown, KeyHome, KeyEnd, KeyPageUp, KeyPageDown:
			picked = f.Step(picked, k.Key)
			return true
		}
		return false
	})
	if text, ok := u.acted(ActSet, control); ok {
		if v, err := strconv.ParseFloat(text, 64); err == nil && !math.IsNaN(v) {
			picked = int(min(max(math.Round(v), 1), float64(n))) - 1
		}
	}
	picked = min(picked, n-1)
	node := Node{ID: control, Role: RoleSlider, Name: words.Say("%s: one of them", name), Value: words.Say("none picked"), Min: 1, Max: float64(n), Now: float64(picked + 1),
		Description: words.Say("Arrow keys go to the next one, Home and End, Page Up and Page Down to the outermost."), Focusable: true, Rect: r}
	if picked >= 0 {
		node.Value = says(picked)
	}
	u.node(node)
	u.ring(control, r.Inset(-3), cornerControl)
	u.again = u.again || picked != old
	return picked, picked != old
}
