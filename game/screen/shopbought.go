package screen

import (
	"centricity/game/canvas"
	"centricity/game/widget"
	"centricity/game/words"
	"centricity/sim"
)

// decisions are those of the rounds played, read from the log once a round.
func (p *play) decisions() []sim.Decision {
	if s := &p.shop; !s.read || s.after != p.after() {
		s.played, s.after, s.read = p.session.Played(), p.after(), true
	}
	return p.shop.played
}

// boughtBox lists the research of the rounds played.
func (a *App) boughtBox() box {
	p := a.play
	title := words.Say("What you bought")
	played, reports := p.decisions(), p.session.Reports()
	list := p.terms.brief.ProgrammesOf(sim.Insight)
	if len(played) == 0 {
		text := words.Say("Nothing yet. What you order is bought when you play the round, and is listed here.")
		return box{title, a.ui.Theme.Body().LineHeight() * 2, 1, func(in canvas.Rect) { a.lines(&in, text) }}
	}
	table := widget.Table{ID: "shop/bought", Name: title, Rows: len(played), Columns: []widget.Column{{Title: capital(p.terms.word())}}}
	for _, programme := range list {
		table.Columns = append(table.Columns, widget.Column{Title: words.Say(programmeNames[programme]), Numeric: true})
	}
	table.Columns = append(table.Columns, widget.Column{Title: words.Say("Known after it"), Numeric: true, Tip: measured("knowledge").tip})
	table.Cell = func(row, col int) string {
		switch {
		case col == 0:
			return count(row + 1)
		case col <= len(list):
			if amount := orderedAt(played[row], list)[col-1]; amount > 0 {
				return p.terms.money(amount)
			}
			return "–"
		}
		return measured("knowledge").text(p.terms, reports[len(reports)-len(played)+row].Knowledge)
	}
	return box{title, a.ui.TableHeight(table.Rows), 1, func(in canvas.Rect) { a.ui.Table(in, table) }}
}
