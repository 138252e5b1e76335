package widget

import (
	"strconv"
	"strings"

	"centricity/game/canvas"
)

// Checkbox is a box with a tick.
type Checkbox struct {
	ID, Label string
	Disabled  string
	Tip       string
}

// Checkbox draws a checkbox and returns its state as it is now, and whether it
// was changed in this frame.
func (u *UI) Checkbox(r canvas.Rect, c Checkbox, on bool) (bool, bool) {
	t := u.Theme
	size := u.Px(18)
	hit := canvas.Box(r.X, r.Y, min(r.W, size+Gap2+canvas.Measure(c.Label, t.Body())), r.H)
	p := u.control(c.ID, hit, c.Disabled)
	if p.clicked {
		on = !on
	}
	box := canvas.Box(r.X, r.MidY()-size/2, size, size)
	ground, edge, ink := t.Card, t.Edge, t.Text
	switch {
	case c.Disabled != "":
		ground, edge, ink = t.Raised, t.Line, t.Muted
	case on:
		ground, edge = t.Accent, t.Accent
	case p.over:
		ground, edge = t.Soft, t.Accent
	}
	u.c.FillRound(box, 4, ground)
	u.c.StrokeRound(box, 4, 1, edge)
	if on {
		tick := t.OnAccent
		if c.Disabled != "" {
			tick = t.Muted
		}
		DrawIcon(u.c, box.Inset(u.Px(2)), IconCheck, tick)
	}
	u.ring(c.ID, box, 4)
	r.CutLeft(size + Gap2)
	canvas.TextIn(u.c, r, c.Label, t.Body().With(ink))
	tip := c.Tip
	if c.Disabled != "" {
		tip = c.Disabled
	}
	u.tooltip(c.ID, hit, tip, p.over)
	u.node(Node{ID: c.ID, Role: RoleCheckbox, Name: c.Label, Description: tip, Focusable: true, Checked: on, Disabled: c.Disabled != "", Rect: hit})
	return on, p.clicked
}

// Choice is a choice of one of a few options, side by side or one below the
// other.
type Choice struct {
	ID, Label string
	HideLabel bool // the label is only heard
	Options   []string
	Notes     []string // a line about each option; upright choices only
	Upright   bool
	Disabled  string
	Tip       string
}

// ChoiceHeight is the height an upright choice takes, without its label.
func (u *UI) ChoiceHeight(c Choice) float64 { return float64(len(c.Options)) * u.optionHeight(c) }

func (u *UI) optionHeight(c Choice) float64 {
	if len(c.Notes) > 0 {
		return u.Px(46)
	}
	return u.Px(30)
}

// Choice draws the options and returns the one chosen now, and whether it was
// changed in this frame. The group is one stop of the tab order; the arrow keys
// choose.
func (u *UI) Choice(r canvas.Rect, c Choice, chosen int) (int, bool) {
	old := chosen
	if !c.HideLabel {
		canvas.TextIn(u.c, r.CutTop(u.labelHeight()), c.Label, u.Theme.Small())
	}
	n := len(c.Options)
	var boxes []canvas.Rect
	if c.Upright {
		for rest := r; len(boxes) < n; {
			boxes = append(boxes, rest.CutTop(u.optionHeight(c)))
		}
	} else {
		r.H = min(r.H, u.Theme.ControlHeight())
		boxes = u.segments(r, c.Options)
	}
	chosen = u.roving(c.ID, boxes, chosen, c.Disabled != "")
	u.within(Node{ID: c.ID, Role: RoleRadioGroup, Name: c.Label, Description: c.Tip,
		Disabled: c.Disabled != "", Rect: r}, func() {
		if !c.Upright {
			u.c.FillRound(r, cornerControl, u.Theme.Raised)
			u.c.StrokeRound(r, cornerControl, 1, u.Theme.Line)
		}
		for i, box := range boxes {
			id := optionID(c.ID, i)
			if c.Upright {
				u.drawRadio(box, c, i, i == chosen, id)
			} else {
				u.drawSegment(box, c, i, i == chosen, id)
			}
			u.node(Node{ID: id, Role: RoleRadio, Name: c.Options[i], Description: note(c.Notes, i), Checked: i == chosen,
				Focusable: i == max(chosen, 0), Disabled: c.Disabled != "", Rect: box})
		}
	})
	tip := c.Tip
	if c.Disabled != "" {
		tip = c.Disabled
	}
	if u.tip.used == optionID(c.ID, old) { // the pointer is where it was: what was chosen lies below
		u.tip.used = optionID(c.ID, chosen)
	}
	u.tooltip(optionID(c.ID, chosen), r, tip, u.over(r))
	return chosen, chosen != old
}

// segments are equally wide, or as wide as each text asks for where the longest
// would not fit.
func (u *UI) segments(r canvas.Rect, options []string) []canvas.Rect {
	widths, widest := make([]float64, len(options)), 0.0
	for i, o := range options {
		widths[i] = canvas.Measure(o, u.Theme.Strong()) + Gap2
		widest = max(widest, widths[i])
	}
	if widest*float64(len(options)) <= r.W {
		return r.Columns(len(options), 0)
	}
	return r.ColumnsBy(0, widths...)
}

// note is element i, or "" when there is none.
func note(notes []string, i int) string {
	if i >= 0 && i < len(notes) {
		return notes[i]
	}
	return ""
}

func (u *UI) drawSegment(box canvas.Rect, c Choice, i int, on bool, id string) {
	t := u.Theme
	style := t.Body().Aligned(canvas.Center)
	switch {
	case on && c.Disabled == "":
		u.c.FillRound(box, cornerControl, t.Soft)
		u.c.StrokeRound(box, cornerControl, 1, t.Accent)
		style = t.Strong().Aligned(canvas.Center).With(t.Accent)
	case on:
		u.c.FillRound(box, cornerControl, t.Track)
		style.Color = t.Muted
	case c.Disabled != "":
		style.Color = t.Muted
	case u.hover == id:
		u.c.FillRound(box, cornerControl, t.Soft)
	}
	canvas.TextIn(u.c, box.InsetXY(Gap1, 0), c.Options[i], style)
	u.ring(id, box, cornerControl)
}

func (u *UI) drawRadio(box canvas.Rect, c Choice, i int, on bool, id string) {
	t := u.Theme
	ink, edge := t.Text, t.Edge
	switch {
	case c.Disabled != "":
		ink, edge = t.Muted, t.Line
	case on || u.hover == id:
		edge = t.Accent
	}
	rad := u.Px(9)
	line := box.CutTop(u.Px(30))
	mid := canvas.Pt(line.X+rad, line.MidY())
	u.c.Disc(mid, rad, edge)
	u.c.Disc(mid, rad-1.25, t.Card)
	if on {
		u.c.Disc(mid, rad-u.Px(4.5), edge)
	}
	if u.focus == id && u.visible && !u.inert() {
		u.c.StrokeRound(canvas.Box(mid.X-rad, mid.Y-rad, 2*rad, 2*rad).Inset(-3), rad+3, 2, t.Focus)
	}
	line.CutLeft(2*rad + Gap2)
	canvas.TextIn(u.c, line, c.Options[i], t.Body().With(ink))
	if s := note(c.Notes, i); s != "" {
		box.CutLeft(2*rad + Gap2)
		canvas.TextIn(u.c, canvas.Box(box.X, box.Y-u.Px(5), box.W, u.Px(18)), s, t.Small())
	}
}

func optionID(id string, i int) string { return id + "/" + strconv.Itoa(i) }

// roving handles a group of options of which one is chosen: a click chooses, and
// so do the arrow keys, Home and End while the chosen one has the focus. A
// choice of −1 is none.
func (u *UI) roving(id string, boxes []canvas.Rect, chosen int, disabled bool) int {
	n := len(boxes)
	if n == 0 {
		return chosen
	}
	chosen = min(max(chosen, -1), n-1)
	// The focus follows a choice that was changed by the program.
	if i, err := strconv.Atoi(strings.TrimPrefix(u.focus, id+"/")); err == nil && i != chosen && strings.HasPrefix(u.focus, id+"/") {
		u.focus = optionID(id, max(chosen, 0))
	}
	for i, box := range boxes {
		p := u.press(optionID(id, i), box)
		_, acted := u.acted(ActClick, optionID(id, i))
		if (p.clicked || acted) && !disabled {
			chosen = i
			u.focus, u.again = optionID(id, i), true
		}
	}
	u.keys(optionID(id, max(chosen, 0)), func(k KeyPress) bool {
		var to int
		switch k.Key {
		case KeyLeft, KeyUp:
			to = (max(chosen, 0) + n - 1) % n
		case KeyRight, KeyDown:
			to = (chosen + 1) % n
		case KeyHome:
			to = 0
		case KeyEnd:
			to = n - 1
		case KeySpace, KeyEnter:
			to = max(chosen, 0)
		default:
			return false
		}
		if !disabled {
			chosen = to
		}
		return true
	})
	if strings.HasPrefix(u.focus, id+"/") {
		u.focus = optionID(id, max(chosen, 0))
	}
	u.focusable(optionID(id, max(chosen, 0)), boxes[max(chosen, 0)])
	return chosen
}
