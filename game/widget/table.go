package widget

import (
	"slices"

	"centricity/game/canvas"
)

// Column is one column of a table.
type Column struct {
	Title   string
	Tip     string  // what the title means
	Weight  float64 // share of the width; 0 is 1
	Numeric bool    // aligned right
}

// Table is a table of texts with a head, scrolled when it is higher than its
// room.
type Table struct {
	ID, Name string
	Columns  []Column
	Rows     int
	Cell     func(row, col int) string
	// Compare makes the columns sortable: negative when row a comes before row
	// b in this column.
	Compare func(a, b, col int) int
	// Version counts changes of the rows of a long table: one that has a version
	// is sorted again only when that or its order changes. 0 is none.
	Version int
	// Marked rows stand out, such as the player's own.
	Marked func(row int) bool
	// Pick lets rows be chosen with a click, or Enter at the marked row.
	Pick bool
}

type tableState struct {
	sorted bool
	by     int
	down   bool
	order  []int
	at     int      // the row the keys are at
	made   arranged // what order was made for
	widths []float64
	scrollState
}

// A table of more than toldRows rows has only the first seenRows of them, and
// those in view, in the semantics tree.
const (
	toldRows = 300
	seenRows = 60
)

// TableHeight is the height of a table with so many rows.
func (u *UI) TableHeight(rows int) float64 { return float64(rows+1) * u.Theme.RowHeight() }

// Table draws a table. With Pick it reports which row was chosen in this frame.
func (u *UI) Table(r canvas.Rect, t Table) (row int, picked bool) {
	st := memory[tableState](u, t.ID)
	st.arrange(t)
	body := r
	head := body.CutTop(u.Theme.RowHeight())
	st.content = float64(t.Rows) * u.Theme.RowHeight()
	st.view = body.H
	u.scrollTo(t.ID, &st.scrollState)
	st.limit(body.H)
	bold := u.Theme.Small()
	bold.Bold = true
	room := r.W - 2*Gap2
	if st.scrolls(body.H) {
		room -= scrollBar + Gap1
	}
	st.widths = t.widths(st.order, room, bold, u.Theme.Strong())
	// With nothing to scroll or to pick there is nothing for keys to do.
	stop := t.Rows > 0 && (t.Pick || st.scrolls(body.H))
	n := Node{ID: t.ID, Role: RoleTable, Name: t.Name, Focusable: stop, Rect: r}
	n.scrolls(&st.scrollState, head.H)
	u.within(n, func() {
		u.tableHead(head, t, st)
		if stop {
			u.focusable(t.ID, body)
			row, picked = u.tableKeys(t.ID, t, st, body.H)
		}
		if i, ok := u.tableBody(body, t, st); ok {
			row, picked = i, true
		}
	})
	return row, picked
}

// arranged is what an order of rows is made for.
type arranged struct {
	version, rows, by int
	sorted, down      bool
}

// arrange puts the rows into the order asked for; equal rows keep theirs.
func (st *tableState) arrange(t Table) {
	asked := arranged{t.Version, t.Rows, st.by, st.sorted, st.down}
	if t.Version != 0 && asked == st.made {
		return
	}
	st.made = asked
	st.order = st.order[:0]
	for i := range t.Rows {
		st.order = append(st.order, i)
	}
	if !st.sorted || t.Compare == nil || st.by >= len(t.Columns) {
		return
	}
	slices.SortStableFunc(st.order, func(a, b int) int {
		if st.down {
			a, b = b, a
		}
		return t.Compare(a, b, st.by)
	})
}

// measuredRows is the number of rows looked at for the widths of the columns.
const measuredRows = 60

// widths gives each column what its texts need and shares out the rest by
// weight. When there is not enough, titles and columns of text give way first:
// a number cut short says nothing.
func (t Table) widths(order []int, room float64, head, body canvas.Style) []float64 {
	least, full := make([]float64, len(t.Columns)), make([]float64, len(t.Columns))
	var sumLeast, sumFull, weights float64
	for i, c := range t.Columns {
		for _, row := range order[:min(len(order), measuredRows)] {
			full[i] = max(full[i], canvas.Measure(t.Cell(row, i), body)+2)
		}
		least[i] = full[i]
		if !c.Numeric {
			least[i] = min(full[i], 3*body.Size)
		}
		full[i] = max(full[i], canvas.Measure(c.Title, head)+2)
		sumLeast, sumFull, weights = sumLeast+least[i], sumFull+full[i], weights+c.weight()
	}
	room = max(room-Gap3*float64(len(full)-1), 1)
	for i, c := range t.Columns {
		switch {
		case room >= sumFull:
			full[i] += (room - sumFull) * c.weight() / weights
		case room > sumLeast:
			full[i] = least[i] + (full[i]-least[i])*(room-sumLeast)/(sumFull-sumLeast)
		default:
			full[i] = least[i] * room / max(sumLeast, 1)
		}
	}
	return full
}

func (c Column) weight() float64 {
	if c.Weight <= 0 {
		return 1
	}
	return c.Weight
}

// cells cuts a row into its cells.
func cells(r canvas.Rect, widths []float64) []canvas.Rect {
	r = r.InsetXY(Gap2, 0)
	out := make([]canvas.Rect, 0, len(widths))
	for _, w := range widths {
		out = append(out, canvas.Box(r.X, r.Y, w, r.H))
		r.X += w + Gap3
	}
	return out
}

func (u *UI) tableHead(r canvas.Rect, t Table, st *tableState) {
	u.c.FillRound(r, 4, u.Theme.Raised)
	u.within(Node{Role: RoleRow, Rect: r}, func() {
		for i, box := range cells(r, st.widths) {
			c := t.Columns[i]
			n := Node{ID: optionID(t.ID+"/head", i), Role: RoleColumnHeader, Name: c.Title, Description: c.Tip, Rect: box}
			over := false
			if t.Compare != nil {
				p := u.control(n.ID, box, "")
				over, n.Focusable = p.over, true
				if p.clicked {
					st.turn(i, c.Numeric)
				}
			} else if c.Tip != "" {
				n.Focusable = true
				u.hint(n.ID, box, c.Tip)
			}
			if c.Tip != "" {
				u.tooltip(n.ID, box, c.Tip, u.over(box))
			}
			u.drawHead(box, c, st, i, over)
			u.ring(n.ID, box.InsetXY(-1, 5), 3)
			if st.sorted && st.by == i {
				n.Sort = "ascending"
				if st.down {
					n.Sort = "descending"
				}
			}
			u.node(n)
		}
	})
}

// turn sorts by a column: numbers start with the largest, texts with A; a
// second time turns the order round, a third time gives it up.
func (st *tableState) turn(col int, numeric bool) {
	switch {
	case !st.sorted || st.by != col:
		st.sorted, st.by, st.down = true, col, numeric
	case st.down == numeric:
		st.down = !st.down
	default:
		st.sorted = false
	}
}

func (u *UI) drawHead(box canvas.Rect, c Column, st *tableState, i int, over bool) {
	style := u.Theme.Small()
	style.Bold = true
	if over {
		style.Color = u.Theme.Text
	}
	if c.Numeric {
		style.Align = canvas.Right
	}
	if st.sorted && st.by == i {
		style.Color = u.Theme.Accent
		icon := IconUp
		if st.down {
			icon = IconDown
		}
		size := u.Px(12)
		w := min(canvas.Measure(c.Title, style), box.W-size-2)
		at := canvas.Box(box.X+w+2, box.Y, size, box.H)
		if c.Numeric {
			at.X = box.Right() - w - size - 2
		}
		DrawIcon(u.c, at, icon, style.Color)
	}
	canvas.TextIn(u.c, box, c.Title, style)
}
