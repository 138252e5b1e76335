package screen

import (
	"cmp"
	"slices"

	"centricity/game/canvas"
	"centricity/game/widget"
	"centricity/game/words"
)

// register is everyone on file as a table.
type register struct {
	file  *file
	only  int // which of them
	facts []fact
	rows  []int // on file, those worth most first
	made  int   // counts lists made, so that the table knows a new one
}

// lists are the parts of the file to choose from.
var lists = []string{words.Mark("Customers"), words.Mark("Those who left"), words.Mark("Everyone on file")}

func newRegister(f *file, only, made int) *register {
	l := &register{file: f, only: only, made: made}
	for i := range f.people {
		if active := f.people[i].Active; only == 2 || active == (only == 0) {
			l.rows = append(l.rows, i)
		}
	}
	slices.SortFunc(l.rows, func(i, j int) int {
		return cmp.Or(cmp.Compare(f.worthOf(&f.people[j]), f.worthOf(&f.people[i])), cmp.Compare(f.people[i].ID, f.people[j].ID))
	})
	return l
}

func (l *register) table(t terms, picked int) widget.Table {
	table := widget.Table{ID: "list", Name: words.Say("Customers"), Rows: len(l.rows), Pick: true, Version: l.made,
		Cell: func(row, col int) string { return l.facts[col].text(t, l.file, &l.file.people[l.rows[row]]) },
		Compare: func(a, b, col int) int {
			return l.facts[col].compare(l.file, &l.file.people[l.rows[a]], &l.file.people[l.rows[b]])
		},
		Marked: func(row int) bool { return l.file.people[l.rows[row]].ID == picked-1 },
	}
	for _, x := range l.facts {
		table.Columns = append(table.Columns, widget.Column{Title: x.name, Tip: x.tip, Numeric: !x.wordy})
	}
	return table
}

// drawList shows everyone on file one by one, sorted by any column.
func (a *App) drawList(r *canvas.Rect, room canvas.Rect) {
	u, p := &a.ui, a.play
	f := p.onFile()
	l := p.pictures.list
	if l == nil || l.only != p.listed {
		a.lists++
		l = newRegister(f, p.listed, a.lists)
		p.pictures.list = l
	}
	high := max(room.H-2*widget.Gap4, u.Px(400))
	side := canvas.Rect{}
	row := r.CutTop(high + 2*widget.Gap4)
	if i := p.pickedAt(f); i >= 0 && row.W >= u.Px(1100) {
		side = row.CutRight(u.Px(290))
		row.CutRight(widget.Gap4)
	}
	in := u.Card(row, "")
	facts := columnsIn(f, in.W, u.Theme)
	if len(facts) != len(l.facts) {
		a.lists++
		l.made = a.lists
	}
	l.facts = facts // as they are said now
	top := in.CutTop(u.Theme.ControlHeight())
	p.listed, _ = u.Dropdown(top.CutLeft(min(top.W, u.Px(190))), widget.Dropdown{ID: "listed", Label: words.Say("Who is listed"), HideLabel: true, Options: words.All(lists)}, p.listed)
	top.CutLeft(widget.Gap3)
	u.Label(top, words.Plural(len(l.rows), "%s line. A click on a title sorts, the largest first.", "%s lines. A click on a title sorts, the largest first.", count(len(l.rows))), u.Theme.Small())
	in.CutTop(widget.Gap2)
	if at, ok := u.Table(in, l.table(p.terms, p.picked)); ok {
		p.picked = f.people[l.rows[at]].ID + 1
		a.again = true
	}
	if !side.Empty() {
		a.drawWho(side, f)
	} else if p.pickedAt(f) >= 0 {
		r.CutTop(widget.Gap4)
		a.drawWho(r.CutTop(a.cardFrame("x")+a.whoHeight(f, r.W-2*widget.Gap4)), f)
	}
}
