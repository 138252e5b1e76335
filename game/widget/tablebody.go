package widget

import (
	"centricity/game/canvas"
	"centricity/game/words"
)

// toldAt is how many rows from the top the semantics tree has of a table with so
// many, beside those that are seen.
func toldAt(rows int) int {
	if rows > toldRows {
		return seenRows
	}
	return rows
}

func (u *UI) tableBody(r canvas.Rect, t Table, st *tableState) (picked int, ok bool) {
	h, id := u.Theme.RowHeight(), t.ID
	room := r
	if st.scrolls(r.H) {
		room.W -= scrollBar + Gap1
	}
	u.c.PushClip(r)
	told := toldAt(t.Rows)
	each := func(i int) {
		row := st.order[i]
		box := canvas.Box(r.X, r.Y+float64(i)*h-st.offset, room.W, h)
		shown := box.Bottom() > r.Y && box.Y < r.Bottom()
		if shown && t.Pick && u.press(optionID(id, row), box).clicked {
			picked, ok, st.at = row, true, i
			u.focus = id
		}
		if _, acted := u.acted(ActClick, optionID(id, row)); acted && t.Pick {
			picked, ok = row, true
		}
		if shown || i < told {
			u.tableRow(box, id, t, st, i, row, shown)
		}
	}
	for i := range told {
		each(i)
	}
	first := max(int(st.offset/h), told)
	for i := first; i < min(int((st.offset+r.H)/h)+1, t.Rows); i++ {
		each(i)
	}
	u.c.PopClip()
	if st.scrolls(r.H) {
		if u.in.Wheel.Y != 0 && u.over(r) {
			st.offset += u.in.Wheel.Y
			u.in.Wheel.Y, u.again = 0, true
		}
		u.bar(id, &st.scrollState, r)
		st.limit(r.H)
	}
	u.ring(id, r.Inset(2), 3)
	if t.Rows == 0 {
		canvas.TextIn(u.c, canvas.Box(r.X+Gap2, r.Y, r.W, h), words.Say("Nothing to show yet"), u.Theme.Body().With(u.Theme.Muted))
	}
	return picked, ok
}

func (u *UI) tableKeys(id string, t Table, st *tableState, view float64) (picked int, ok bool) {
	h := u.Theme.RowHeight()
	page := max(int(view/h)-1, 1)
	u.keys(id, func(k KeyPress) bool {
		switch k.Key {
		case KeyUp:
			st.at--
		case KeyDown:
			st.at++
		case KeyPageUp:
			st.at -= page
		case KeyPageDown:
			st.at += page
		case KeyHome:
			st.at = 0
		case KeyEnd:
			st.at = t.Rows - 1
		case KeyEnter, KeySpace:
			if !t.Pick {
				return false
			}
			st.at = min(max(st.at, 0), t.Rows-1)
			picked, ok = st.order[st.at], true
		default:
			return false
		}
		st.at = min(max(st.at, 0), t.Rows-1)
		top := float64(st.at) * h
		st.offset = min(max(st.offset, top+h-view), top)
		return true
	})
	return picked, ok
}

func (u *UI) tableRow(box canvas.Rect, id string, t Table, st *tableState, i, row int, shown bool) {
	marked := t.Marked != nil && t.Marked(row)
	n := Node{ID: optionID(id, row), Role: RoleRow, Selected: marked, Rect: box}
	u.within(n, func() {
		style := u.Theme.Body()
		if shown {
			switch {
			case marked:
				u.c.FillRect(box, u.Theme.Soft)
				u.c.FillRect(canvas.Box(box.X, box.Y, 3, box.H), u.Theme.Accent)
				style = u.Theme.Strong()
			case t.Pick && u.hover == n.ID, u.focus == id && u.visible && i == st.at:
				u.c.FillRect(box, u.Theme.Raised)
			}
			u.c.FillRect(canvas.Box(box.X, box.Bottom()-1, box.W, 1), u.Theme.Line)
		}
		for col, cell := range cells(box, st.widths) {
			text := t.Cell(row, col)
			if shown {
				s := style
				if t.Columns[col].Numeric {
					s.Align = canvas.Right
				}
				canvas.TextIn(u.c, cell, text, s)
			}
			u.node(Node{Role: RoleCell, Name: text, Rect: cell})
		}
	})
}
