package widget

import "centricity/game/canvas"

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

// Figure draws a figure with a read-out under the pointer.
func (u *UI) Figure(r canvas.Rect, id, name string, f Figure) {
	var at *canvas.Point
	if u.over(r) && u.active == "" {
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
