package widget

import (
	"centricity/game/canvas"
	"centricity/game/words"
)

// Figure is a picture of numbers, such as a chart.
type Figure interface {
	// Draw draws the figure into r; at is where the pointer reads values off,
	// or nil.
	Draw(c canvas.Canvas, r canvas.Rect, t Theme, at *canvas.Point)
	// Summary says in words what is to be seen.
	Summary() string
	// Numbers are the figure's numbers as a table; the first row is the head.
	Numbers() [][]string
}

// cornered is a figure that knows where a button of that size hides least of
// it. Of others the upper right corner is free.
type cornered interface {
	Corner(r canvas.Rect, w, h float64, t Theme) canvas.Rect
}

// figureState is what a figure remembers.
type figureState struct {
	table bool // shown as a table instead
}

// Figure draws a figure with a read-out under the pointer, or its numbers as a
// table in the same place: the button that changes between them is seen while
// the pointer or the focus is there, and always in the tab order.
func (u *UI) Figure(r canvas.Rect, id, name string, f Figure) {
	s := memory[figureState](u, id)
	button := Button{ID: id + "/table", Label: words.Say("As a table"), Heard: words.Say("%s: as a table", name)}
	if s.table {
		button.Label, button.Heard = words.Say("As a picture"), words.Say("%s: as a picture", name)
	}
	w, h := min(u.ButtonWidth(button), r.W), min(u.Px(28), r.H)
	corner := canvas.Box(r.Right()-w, r.Y, w, h)
	if f, ok := f.(cornered); ok && !s.table {
		corner = f.Corner(r, w, h, u.Theme)
	}
	if s.table {
		row := r.CutTop(corner.H)
		r.CutTop(Gap1)
		corner.Y = row.Y
		if u.Button(corner, button) {
			s.table, u.again = false, true
		}
		u.Table(r, NumbersTable(id+"/as-table", name, f))
		return
	}
	u.picture(r, id, name, f, !corner.Contains(u.in.Pointer))
	if u.over(r) || u.focus == button.ID {
		if u.Button(corner, button) {
			s.table, u.again = true, true
		}
		return
	}
	if u.control(button.ID, corner, "").clicked {
		s.table, u.again = true, true
	}
	u.node(Node{ID: button.ID, Role: RoleButton, Name: button.Heard, Focusable: true, Rect: corner})
}

// Picture draws a figure whose numbers stand beside it, with a read-out under
// the pointer.
func (u *UI) Picture(r canvas.Rect, id, name string, f Figure) { u.picture(r, id, name, f, true) }

// picture draws a figure, with a read-out under the pointer if it is to be.
func (u *UI) picture(r canvas.Rect, id, name string, f Figure, read bool) {
	var at *canvas.Point
	if read && u.over(r) && u.active == "" && !u.still {
		p := u.in.Pointer
		at, u.hover = &p, id
	}
	u.c.PushClip(r)
	f.Draw(u.c, r, u.Theme, at)
	u.c.PopClip()
	u.node(Node{ID: id, Role: RoleImage, Name: name, Description: f.Summary(), Rect: r})
}

// NumbersTable is a figure's numbers as a table to draw with [UI.Table].
func NumbersTable(id, name string, f Figure) Table {
	rows := f.Numbers()
	t := Table{ID: id, Name: name}
	if len(rows) == 0 {
		return t
	}
	for i, title := range rows[0] {
		t.Columns = append(t.Columns, Column{Title: title, Numeric: i > 0})
	}
	rows = rows[1:]
	t.Rows = len(rows)
	t.Cell = func(row, col int) string {
		return note(rows[row], col)
	}
	return t
}
