package widget

import (
	"time"

	"centricity/game/canvas"
)

// tipDelay is how long the pointer rests before a tooltip shows.
const tipDelay = 350 * time.Millisecond

// tipState is the tooltip that shows or is about to.
type tipState struct {
	id     string // under the pointer, with a tooltip
	since  time.Duration
	now    string // seen in this frame
	show   string // the text to show in this frame
	at     canvas.Rect
	hidden string // dismissed with Escape, until the focus moves on
	used   string // pressed, until the pointer moves on: what it opened lies near
}

func (t *tipState) begin() { t.now, t.show = "", "" }

// tooltip offers a text for a control: it shows after the pointer has rested on
// the control for a moment, and at once when the control gets the focus by
// keyboard. Escape hides it.
func (u *UI) tooltip(id string, r canvas.Rect, text string, over bool) {
	if text == "" || u.inert() {
		return
	}
	over = over && !u.still
	byKey := u.focus == id && u.visible
	if byKey && u.tip.hidden != id {
		for _, k := range u.in.Keys {
			if k.Key == KeyEscape {
				u.tip.hidden = id
			}
		}
	}
	if u.tip.hidden == id && byKey {
		return
	}
	if over && u.in.Pressed {
		u.tip.used = id
	}
	if over && u.tip.used == id {
		u.tip.now = id
		return
	}
	if over {
		u.tip.now = id
		if u.tip.id != id {
			u.tip.id, u.tip.since = id, u.in.Now
		}
		if due := u.tip.since + tipDelay; u.in.Now < due {
			u.wakeAt(due)
		} else {
			u.tip.show, u.tip.at = text, r
			return
		}
	}
	if byKey && u.tip.show == "" {
		u.tip.show, u.tip.at = text, r
	}
}

func (u *UI) drawTip() {
	if u.tip.now == "" {
		u.tip.id = ""
	}
	if u.tip.used != u.tip.now {
		u.tip.used = ""
	}
	if u.tip.hidden != "" && u.tip.hidden != u.focus {
		u.tip.hidden = ""
	}
	if u.tip.show == "" || u.in.Pressed || u.in.Down {
		return
	}
	style := u.Theme.Small().With(u.Theme.OnTip)
	lines := canvas.Wrap(u.tip.show, u.Px(260), style)
	var w float64
	for _, l := range lines {
		w = max(w, canvas.Measure(l, style))
	}
	box := canvas.Box(0, 0, w+2*u.Px(10), float64(len(lines))*style.LineHeight()+2*u.Px(7))
	box = beside(box, u.tip.at, u.Bounds(), u.noted)
	u.c.Shadow(box, cornerControl, 8, 2, u.Theme.Shade)
	u.c.FillRound(box, cornerControl, u.Theme.Tip)
	drawLines(u.c, box.InsetXY(u.Px(10), u.Px(7)), lines, style)
	u.node(Node{ID: "tooltip", Role: RoleTooltip, Name: u.tip.show, Rect: box})
}

// beside places box below what it is about, above when there is no room, at its
// side when there is none either, always within bounds, and clear of a note
// where it can be.
func beside(box, about, bounds, clear canvas.Rect) canvas.Rect {
	bounds = bounds.Inset(4)
	within := func(x, y float64) canvas.Rect {
		return canvas.Box(max(min(x, bounds.Right()-box.W), bounds.X), max(min(y, bounds.Bottom()-box.H), bounds.Y), box.W, box.H)
	}
	middle, centre := about.MidX()-box.W/2, about.MidY()-box.H/2
	var fits []canvas.Rect
	for _, at := range []canvas.Point{
		{X: middle, Y: about.Bottom() + 6}, {X: middle, Y: about.Y - 6 - box.H},
		{X: about.Right() + 6, Y: centre}, {X: about.X - 6 - box.W, Y: centre},
	} {
		place := within(at.X, at.Y)
		if !place.Intersect(about).Empty() {
			continue
		}
		if place.Intersect(clear).Empty() {
			return place
		}
		fits = append(fits, place)
	}
	if len(fits) > 0 {
		return fits[0]
	}
	return within(middle, about.Bottom()+6)
}
