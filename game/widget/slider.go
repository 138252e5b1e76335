package widget

import (
	"strconv"

	"centricity/game/canvas"
	"centricity/game/words"
)

// Slider is a number set by dragging or by typing it into the field beside it.
type Slider struct {
	ID, Label string
	Icon      Icon
	Color     canvas.Color // of the filled track and the icon; none is the accent
	Min, Max  int64
	Step      int64  // arrow keys; 0 is 1/100 of the range
	Page      int64  // PageUp and PageDown; 0 is 1/10 of the range
	Number    Number // how the value reads
	Note      string // beside the label, such as "30 % of the budget"
	Mark      *int64 // a small mark on the track, such as last round's value
	Error     string // why the present value is refused, shown beside the label
	Disabled  string
	Tip       string
}

// SliderHeight is the height of a slider: its label and field, and the track.
func (u *UI) SliderHeight() float64 { return u.Px(30) + u.Px(24) }

// Slider draws a slider with a value and returns the value as it is now, and
// whether it was changed in this frame.
func (u *UI) Slider(r canvas.Rect, s Slider, value int64) (int64, bool) {
	s = s.complete(u.Theme)
	old := value
	top := r.CutTop(u.Px(28))
	r.CutTop(u.Px(2))
	track := r.CutTop(u.Px(24))
	field := top.CutRight(min(u.Px(104), top.W/2))
	top.CutRight(Gap2)

	value = u.slide(track, s, value)
	value = u.number(field, s, value)

	t := u.Theme
	if s.Icon != NoIcon {
		DrawIcon(u.c, top.CutLeft(u.Px(18)), s.Icon, s.Color)
		top.CutLeft(Gap2)
	}
	name := t.Strong()
	note := t.Small().Aligned(canvas.Right)
	text := s.Note
	if s.Error != "" {
		text, note.Color = s.Error, t.Bad
	}
	w := min(canvas.Measure(s.Label, name), top.W)
	canvas.TextIn(u.c, top.CutLeft(w), s.Label, name)
	top.CutLeft(Gap2)
	if text != "" {
		canvas.TextIn(u.c, top, text, note)
	}
	return value, value != old
}

// complete fills in what was left open.
func (s Slider) complete(t Theme) Slider {
	s.Max = max(s.Max, s.Min)
	if s.Step <= 0 {
		s.Step = max((s.Max-s.Min)/100, 1)
	}
	if s.Page <= 0 {
		s.Page = max((s.Max-s.Min)/10, s.Step)
	}
	if s.Color.A == 0 {
		s.Color = t.Accent
	}
	if s.Number.Text == nil {
		s.Number = Counts
	}
	return s
}

func (s Slider) limit(v int64) int64 { return min(max(v, s.Min), s.Max) }

// share is where a value lies on the track, 0 to 1.
func (s Slider) share(v int64) float64 {
	if s.Max == s.Min {
		return 0
	}
	return float64(s.limit(v)-s.Min) / float64(s.Max-s.Min)
}

// onGrid is the value at a share of the track, on a multiple of the step.
func (s Slider) onGrid(share float64) int64 {
	v := int64(min(max(share, 0), 1)*float64(s.Max-s.Min) + 0.5)
	if share >= 1 {
		return s.Max
	}
	return s.limit(s.Min + (v+s.Step/2)/s.Step*s.Step)
}

// slide is the track with its knob.
func (u *UI) slide(r canvas.Rect, s Slider, value int64) int64 {
	knob := u.Px(8)
	line := canvas.Box(r.X+knob, r.MidY()-u.Px(2.5), max(r.W-2*knob, 1), u.Px(5))
	focused := u.focusable(s.ID, r)
	p := u.press(s.ID, r)
	if p.began {
		u.focus, focused, u.again = s.ID, true, true
	}
	if s.Disabled == "" {
		value = u.slideInput(line, s, value, p, focused)
	}
	t := u.Theme
	fill := s.Color
	if s.Disabled != "" {
		fill = t.Edge
	}
	x := line.X + line.W*s.share(value)
	rail := line.InsetXY(-knob, 0)
	u.c.FillRound(rail, line.H/2, t.Track)
	u.c.FillRound(canvas.Box(rail.X, rail.Y, x-rail.X, rail.H), line.H/2, fill)
	if s.Mark != nil {
		mx := line.X + line.W*s.share(*s.Mark)
		u.c.FillRect(canvas.Box(mx-1, r.MidY()-u.Px(7), 2, u.Px(14)), t.Muted)
	}
	centre := canvas.Pt(x, r.MidY())
	if u.focus == s.ID && u.visible && !u.inert() {
		u.c.Disc(centre, knob+u.Px(4), t.Focus)
		u.c.Disc(centre, knob+u.Px(2), t.Card)
	} else if p.over || p.held {
		u.c.Disc(centre, knob+u.Px(4), canvas.Fade(fill, 0.18))
	}
	u.c.Disc(centre, knob, fill)
	u.c.Disc(centre, knob-u.Px(2.5), t.Card)
	tip, said := s.Tip, noted(s.Note, s.Tip)
	for _, why := range []string{s.Error, s.Disabled} {
		if why != "" {
			tip, said = why, why
		}
	}
	u.tooltip(s.ID, r, tip, p.over && !p.held)
	u.node(Node{ID: s.ID, Role: RoleSlider, Name: s.Label, Value: s.Number.Text(value), Description: said,
		Min: float64(s.Min), Max: float64(s.Max), Now: float64(value),
		Focusable: true, Disabled: s.Disabled != "", Invalid: s.Error != "", Rect: r})
	return value
}

func (u *UI) slideInput(line canvas.Rect, s Slider, value int64, p pressed, focused bool) int64 {
	if p.held {
		value = s.onGrid((u.in.Pointer.X - line.X) / line.W)
	}
	u.keys(s.ID, func(k KeyPress) bool {
		switch k.Key {
		case KeyLeft, KeyDown:
			value = s.limit(value - s.Step)
		case KeyRight, KeyUp:
			value = s.limit(value + s.Step)
		case KeyPageDown:
			value = s.limit(value - s.Page)
		case KeyPageUp:
			value = s.limit(value + s.Page)
		case KeyHome:
			value = s.Min
		case KeyEnd:
			value = s.Max
		default:
			return false
		}
		return true
	})
	// The wheel turns a slider only when it has the focus, or scrolling past
	// one would change a decision.
	if focused && p.over && u.in.Wheel.Y != 0 && !u.in.Swipe {
		step := s.Step
		if u.in.Wheel.Y > 0 {
			step = -step
		}
		value = s.limit(value + step)
		u.in.Wheel.Y = 0
		u.again = true
	}
	if v, ok := u.acted(ActSet, s.ID); ok {
		if f, err := strconv.ParseFloat(v, 64); err == nil && f == f {
			value = int64(min(max(f, float64(s.Min)), float64(s.Max)))
		}
	}
	return value
}

// number is the field of a slider. While a number is typed that can be read and
// is within the limits, the value follows; leaving the field or Enter limits it.
func (u *UI) number(r canvas.Rect, s Slider, value int64) int64 {
	id := s.ID + "/field"
	e := memory[editor](u, id)
	style := u.Theme.Body()
	if u.focus == id && !e.editing && !u.inert() {
		e.begin(s.Number.Edit(value))
	}
	disabled := s.Disabled != ""
	was := e.String()
	clicked := u.focus != id
	focused := u.edit(id, r, e, style, 24, disabled)
	if focused && clicked && !disabled { // a click selects everything, to be typed over
		e.begin(s.Number.Edit(value))
		was = e.String()
	}
	if v, ok := u.acted(ActSet, id); ok && !disabled {
		e.set(v)
		e.editing = true
	}
	wrong := ""
	if e.editing && e.String() != was {
		if v, err := s.Number.Parse(e.String()); err == nil && v == s.limit(v) {
			value = v
		}
	}
	if e.editing {
		if v, err := s.Number.Parse(e.String()); err != nil {
			wrong = err.Error()
		} else if v != s.limit(v) {
			wrong = words.Say("choose a value from %s to %s", s.Number.Text(s.Min), s.Number.Text(s.Max))
		}
	}
	value = u.stepField(id, s, e, value, disabled)
	if e.editing && (!focused || u.entered == id) { // done
		if v, err := s.Number.Parse(e.String()); err == nil && e.String() != e.start {
			value = s.limit(v)
		}
		e.begin(s.Number.Edit(value))
		e.editing, wrong = focused, ""
	}
	u.box(id, r, wrong != "", disabled, u.hover == id)
	if focused && !disabled {
		u.drawEdit(r, e, style, true, false)
	} else {
		style.Align = canvas.Right
		if disabled {
			style.Color = u.Theme.Muted
		}
		canvas.TextIn(u.c, r.InsetXY(u.Px(10), 0), s.Number.Text(value), style)
	}
	if wrong != "" {
		u.tip.show, u.tip.at = wrong, r
	}
	u.node(Node{ID: id, Role: RoleSpinButton, Name: s.Label, Value: s.Number.Text(value), Description: wrong,
		Min: float64(s.Min), Max: float64(s.Max), Now: float64(value),
		Focusable: true, Disabled: disabled, Invalid: wrong != "", Rect: r})
	return value
}

// stepField lets the arrow keys of a number field change the number.
func (u *UI) stepField(id string, s Slider, e *editor, value int64, disabled bool) int64 {
	u.keys(id, func(k KeyPress) bool {
		step := map[Key]int64{KeyUp: s.Step, KeyDown: -s.Step, KeyPageUp: s.Page, KeyPageDown: -s.Page}[k.Key]
		if step == 0 || disabled {
			return false
		}
		value = s.limit(value + step)
		e.begin(s.Number.Edit(value))
		return true
	})
	return value
}
