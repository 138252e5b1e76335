package widget

import "centricity/game/canvas"

// Dropdown is a choice of one of many options.
type Dropdown struct {
	ID, Label string
	HideLabel bool // the label is only heard
	Options   []string
	Disabled  string
	Tip       string
}

type dropdownState struct {
	open   bool
	marked int // the option the arrow keys are at
	first  int // the first option in view
}

const dropdownRows = 8 // options in view at a time

// Dropdown draws the choice and returns the option chosen now, and whether it
// was changed in this frame.
func (u *UI) Dropdown(r canvas.Rect, d Dropdown, chosen int) (int, bool) {
	old := chosen
	box := u.label(r, d.Label, d.HideLabel)
	st := memory[dropdownState](u, d.ID)
	p := u.control(d.ID, box, d.Disabled)
	n := len(d.Options)
	st.open = st.open && n > 0 && d.Disabled == "" && u.focus == d.ID && !u.inert()
	wasOpen := st.open
	if p.clicked && n > 0 {
		if st.open && !u.clickedByPointer() { // Enter takes the marked option
			chosen = st.marked
		}
		st.open, st.marked = !st.open, max(chosen, 0)
	}
	u.keys(d.ID, func(k KeyPress) bool {
		to := chosen
		if st.open {
			to = st.marked
		}
		if !st.open && k.Key != KeyUp && k.Key != KeyDown {
			return false // a closed list moves by one only: what is far away is not seen
		}
		switch k.Key {
		case KeyUp:
			to--
		case KeyDown:
			to++
		case KeyPageUp:
			to -= dropdownRows
		case KeyPageDown:
			to += dropdownRows
		case KeyHome:
			to = 0
		case KeyEnd:
			to = n - 1
		case KeyEscape:
			was := st.open
			st.open = false
			return was
		default:
			return false
		}
		if to = min(max(to, 0), n-1); st.open {
			st.marked = to
		} else if d.Disabled == "" && n > 0 {
			chosen = to
		}
		return true
	})
	list := u.dropList(box, n)
	if wasOpen && st.open {
		chosen = u.dropPick(list, d, st, chosen, box)
	}
	u.drawDropdown(box, d, chosen, p)
	u.within(Node{ID: d.ID, Role: RoleComboBox, Name: d.Label, Value: note(d.Options, chosen), Description: d.Tip + d.Disabled,
		Expanded: st.open, Focusable: true, Disabled: d.Disabled != "", Rect: box}, func() {
		for i, o := range d.Options {
			at := canvas.Rect{}
			if st.open {
				at = list.rows.Move(0, float64(i-st.first)*list.row)
				at.H = list.row
			}
			if _, ok := u.acted(ActClick, optionID(d.ID, i)); ok && d.Disabled == "" {
				chosen, st.open = i, false
			}
			u.node(Node{ID: optionID(d.ID, i), Role: RoleOption, Name: o, Selected: i == chosen, Rect: at})
		}
	})
	if v, ok := u.acted(ActSet, d.ID); ok && d.Disabled == "" {
		for i, o := range d.Options {
			if o == v {
				chosen = i
			}
		}
	}
	if st.open {
		shown := chosen
		u.cover(list.box, 2)
		u.layers = append(u.layers, func() { u.drawList(list, d, st, shown) })
	}
	if d.Tip+d.Disabled != "" && !st.open {
		u.tooltip(d.ID, box, d.Tip+d.Disabled, p.over)
	}
	return chosen, chosen != old
}

func (u *UI) clickedByPointer() bool { return u.in.Released }

// list is where the options of an open drop-down are.
type list struct {
	box, rows canvas.Rect
	row       float64
	visible   int
}

// dropList is below the box, or above it when there is more room.
func (u *UI) dropList(box canvas.Rect, n int) list {
	row := u.Px(32)
	bounds := u.Bounds()
	below, above := bounds.Bottom()-box.Bottom()-Gap2, box.Y-Gap2
	room := max(below, above)
	visible := max(1, min(n, dropdownRows, int((room-2*Gap1)/row)))
	h := float64(visible)*row + 2*Gap1
	at := canvas.Box(box.X, box.Bottom()+Gap1, box.W, h)
	if h > below && above > below {
		at.Y = box.Y - Gap1 - h
	}
	return list{box: at, rows: at.Inset(Gap1), row: row, visible: visible}
}

// dropPick is the input to an open list.
func (u *UI) dropPick(l list, d Dropdown, st *dropdownState, chosen int, box canvas.Rect) int {
	layer := u.layer
	u.layer = 2
	defer func() { u.layer = layer }()
	n := len(d.Options)
	st.first = min(st.first, st.marked, n-l.visible)
	st.first = max(st.first, st.marked-l.visible+1, 0)
	if u.in.PointerIn && l.box.Contains(u.in.Pointer) {
		if u.in.Wheel.Y != 0 {
			step := 1
			if u.in.Wheel.Y < 0 {
				step = -1
			}
			st.marked = min(max(st.marked+step, 0), n-1)
			u.in.Wheel.Y, u.again = 0, true
		}
		if i := st.first + int((u.in.Pointer.Y-l.rows.Y)/l.row); i >= st.first && i < min(n, st.first+l.visible) && u.in.Pointer.Y >= l.rows.Y {
			if u.in.Pressed || u.in.Released || u.was == optionID(d.ID, st.marked) {
				st.marked = i
			}
			u.hover = optionID(d.ID, i)
			if u.in.Released {
				chosen, st.open = i, false
			}
		}
	} else if u.in.Pressed && !box.Contains(u.in.Pointer) {
		st.open = false
	}
	return chosen
}

func (u *UI) drawDropdown(box canvas.Rect, d Dropdown, chosen int, p pressed) {
	u.box(d.ID, box, false, d.Disabled != "", p.over)
	in := box.InsetXY(u.Px(10), 0)
	style, ink := u.Theme.Body(), u.Theme.Muted
	DrawIcon(u.c, in.CutRight(u.Px(14)), IconDown, ink)
	in.CutRight(Gap1)
	if d.Disabled != "" {
		style.Color = ink
	}
	canvas.TextIn(u.c, in, note(d.Options, max(chosen, 0)), style)
}

func (u *UI) drawList(l list, d Dropdown, st *dropdownState, chosen int) {
	t := u.Theme
	u.c.Shadow(l.box, cornerControl, 12, 4, canvas.Fade(t.Shade, 1.6))
	u.c.FillRound(l.box, cornerControl, t.Card)
	u.c.StrokeRound(l.box, cornerControl, 1, t.Line)
	rows := l.rows
	for i := st.first; i < min(len(d.Options), st.first+l.visible); i++ {
		row := rows.CutTop(l.row)
		style := t.Body()
		if i == st.marked || u.hover == optionID(d.ID, i) {
			u.c.FillRound(row, cornerControl-2, t.Soft)
		}
		row = row.InsetXY(Gap2, 0)
		tick := row.CutRight(u.Px(16))
		if i == chosen {
			style = t.Strong().With(t.Accent)
			DrawIcon(u.c, tick, IconCheck, t.Accent)
		}
		canvas.TextIn(u.c, row, d.Options[i], style)
	}
}
