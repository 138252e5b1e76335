package screen

import (
	"centricity/game/canvas"
	"centricity/game/widget"
	"centricity/game/words"
	"centricity/sim"
)

// sourcesBox shows what a customer won through each source cost.
func (a *App) sourcesBox(r sim.Report, w float64) box {
	t := a.play.terms
	won := r.Base.Won
	text := words.Say("What word of mouth brings costs nothing beside what made customers content.")
	if len(won) > len(t.brief.Channels)+2 {
		text += " " + words.Say("Win-back is paid from retention.")
	}
	table := widget.Table{ID: "sources", Name: words.Say("What a new customer cost"), Rows: len(won),
		Columns: []widget.Column{{Title: words.Say("Source"), Weight: 1.5}, {Title: words.Say("Won"), Numeric: true, Weight: 0.8}, {Title: words.Say("Spent"), Numeric: true},
			{Title: words.Say("CAC"), Numeric: true, Tip: words.Say("Customer acquisition cost of a channel: what was spent on it, divided by the customers it won, and the discount each got.")}},
		Cell: func(row, col int) string {
			paid := row < len(r.Books.Channels)
			switch {
			case col == 0:
				return capital(sourceName(t, row))
			case col == 1:
				return count(won[row])
			case !paid:
				return "–"
			case col == 2:
				return t.short(r.Books.Channels[row])
			}
			if cost, ok := r.ChannelCAC(row); ok {
				return t.price(cost)
			}
			return "–"
		}}
	high := a.ui.TableHeight(table.Rows)
	return box{words.Say("What a new customer cost"), high + widget.Gap3 + a.linesHeight(text, w), 1, func(in canvas.Rect) {
		a.ui.Table(in.CutTop(high), table)
		in.CutTop(widget.Gap3)
		a.lines(&in, text)
	}}
}
