package screen

import (
	"centricity/game/canvas"
	"centricity/game/widget"
	"centricity/game/words"
	"centricity/sim"
)

// drawWhy draws why a round went as it did: the sentences, the picture, and
// its numbers as a table for who wants them. News stand before the sentences.
func (a *App) drawWhy(r *canvas.Rect, title string, rep sim.Report, news []string) {
	u, p := &a.ui, a.play
	said := append(news, whySentences(p.terms, rep)...)
	picture := whyPicture{accounts(p.terms, rep)}
	numbers := widget.NumbersTable("why-numbers", words.Say("Why, in numbers"), picture)
	numbers.Columns[0].Weight = 2
	numbers.Marked = func(row int) bool { return row == numbers.Rows-1 }
	w := r.W - 2*widget.Gap4
	h := a.pointsHeight(said, w) + widget.Gap3 + picture.height(w, u.Theme) + widget.Gap2 + u.DisclosureHeight()
	open := p.extras.numbers
	if open {
		h += widget.Gap2 + u.TableHeight(numbers.Rows)
	}
	in := a.card(r, h, title)
	u.Group(canvas.Box(in.X, in.Y, in.W, a.pointsHeight(said, w)), widget.RoleGroup, "why-said", title, func() { a.points(&in, said) })
	in.CutTop(widget.Gap3)
	u.Picture(in.CutTop(picture.height(w, u.Theme)), "why", title, picture)
	in.CutTop(widget.Gap2)
	line := widget.Disclosure{ID: "why-open", Label: words.Say("The numbers as a table")}
	if to, changed := u.Disclosure(in.CutTop(u.DisclosureHeight()), line, open); changed {
		p.extras.numbers, a.again = to, true
	}
	if open {
		in.CutTop(widget.Gap2)
		u.Table(in, numbers)
	}
}

// drawLastRound draws on the briefing, during a game, what the last round
// brought.
func (a *App) drawLastRound(r *canvas.Rect) {
	p := a.play
	if p == nil || a.opening != nil {
		return
	}
	reports := p.session.Reports()
	if len(reports) == 0 || reports[len(reports)-1].Round < 1 {
		return
	}
	last := len(reports) - 1
	news := append(shockNews(reports, last), rivalNews(p.terms, reports, last))
	a.drawWhy(r, words.Say("What changed in %s, and why", p.terms.in(reports[last].Round)), reports[last], news)
}
