package screen

import (
	"centricity/game/canvas"
	"centricity/game/debrief"
	"centricity/game/widget"
	"centricity/game/words"
)

// drawTruth shows who the customers truly were, whom the firm lost, and what it
// learned and used.
func (a *App) drawTruth(r *canvas.Rect) {
	d := a.play.debrief
	story, ok := d.facts.Story()
	if !ok {
		a.fitted(r, "truth/wait", words.Say("Truth"), a.waiting)
		return
	}
	says := story.Belief.Sees()
	sum := a.ui.FiguresHeight(widget.Figures{Large: true})
	bars := story.Belief.Chart(d.game)
	w := a.half(*r)
	a.pair(r,
		box{words.Say("What you believed and what is true"), sum + widget.Gap3 + a.pointsHeight(says, w), 1, func(in canvas.Rect) {
			a.drawBelieved(in.CutTop(sum), story.Belief)
			in.CutTop(widget.Gap3)
			a.points(&in, says)
		}},
		box{words.Say("What a customer is worth, by your belief"), bars.Height(a.ui.Theme), 1, func(in canvas.Rect) {
			a.ui.Figure(in, "belief", words.Say("What a customer is worth, by fifths in the order you believed"), bars)
		}})
	a.drawSegments(r, story)
	a.drawBought(r)
}

// drawBelieved sets what all customers are worth beside what the books said.
func (a *App) drawBelieved(r canvas.Rect, b debrief.Belief) {
	t := a.play.terms
	note := words.Say("%s less than you believed", t.short(b.Equity-b.True))
	if b.True >= b.Equity {
		note = words.Say("%s more than you believed", t.short(b.True-b.Equity))
	}
	cols := r.Columns(2, widget.Gap3)
	a.ui.Figures(cols[0], widget.Figures{ID: "truth/equity", Name: words.Say("True customer equity"), Value: t.short(b.True), Large: true, Note: note, Tone: tone(b.True - b.Equity), Tip: words.Say(trueEquity)})
	cols[1].CutTop(a.ui.Px(12)) // on one line with the large one
	books := measured("equity")
	a.ui.Figures(cols[1], widget.Figures{ID: "truth/books", Name: books.name, Value: t.short(b.Equity), Tip: books.tip})
}

// drawSegments shows the kinds of customers, which nobody saw in play.
func (a *App) drawSegments(r *canvas.Rect, story *debrief.Story) {
	t := a.play.terms
	table := widget.Table{ID: "segments", Name: words.Say("Segments"), Rows: len(story.Segments),
		Columns: []widget.Column{{Title: words.Say("Segment"), Weight: 1.5}, {Title: words.Say("Customers"), Numeric: true}, {Title: words.Say("Won"), Numeric: true}, {Title: words.Say("Lost"), Numeric: true},
			{Title: words.Say("True CLV"), Numeric: true, Tip: words.Say("What one of its customers will bring in from now on, on average, in truth.")},
			{Title: words.Say("Believed"), Numeric: true, Tip: words.Say("What your estimates said one of its customers is worth.")},
			{Title: words.Say("Equity"), Numeric: true, Tip: words.Say("What all its customers are worth together.")},
			{Title: words.Say("Worth of the lost"), Numeric: true, Tip: words.Say("What those who left would have been worth.")}},
		Cell: func(row, col int) string {
			x := story.Segments[row]
			return [...]string{capital(words.Say(x.Name)), count(x.Customers), count(x.Won), count(x.Lost), t.price(x.CLV()), t.price(x.BelievedCLV()), t.short(x.Equity), t.short(x.LostWorth)}[col]
		}}
	losses := story.Losses(a.play.debrief.game)
	if counts := story.Counts(a.play.debrief.game); counts != "" {
		losses = append([]string{counts}, losses...)
	}
	w := r.W - 2*widget.Gap4
	in := a.card(r, a.ui.TableHeight(table.Rows)+widget.Gap3+a.pointsHeight(losses, w), words.Say("Segments that nobody saw, and whom you lost"))
	a.ui.Table(in.CutTop(a.ui.TableHeight(table.Rows)), table)
	in.CutTop(widget.Gap3)
	a.points(&in, losses)
}

// drawBought shows what was bought to know customers and whether it was used.
func (a *App) drawBought(r *canvas.Rect) {
	t := a.play.terms
	bought, _ := a.play.debrief.facts.Research()
	title := words.Say("Bought and used")
	if len(bought) == 0 {
		a.fitted(r, "research/none", title, func(r *canvas.Rect) {
			a.lines(r, words.Say("Nothing was bought to know customers, and nothing was tested."))
		})
		return
	}
	table := widget.Table{ID: "research", Name: title, Rows: len(bought),
		Columns: []widget.Column{{Title: capital(t.many())}, {Title: words.As("research", "Bought")}, {Title: words.Say("Used"), Tip: words.Say("Whether a later decision told customers apart by what was found out, or did what a test spoke for, as far as decisions show.")}, {Title: words.Say("How"), Weight: 3}, {Title: words.Say("Cost"), Numeric: true}},
		Cell: func(row, col int) string {
			x := bought[row]
			used, cost := words.As("used", "no"), "–"
			if x.Used {
				used = words.As("used", "yes")
			}
			if x.Cost > 0 {
				cost = t.money(x.Cost)
			}
			return [...]string{x.When(), capital(x.What), used, x.How, cost}[col]
		}}
	h, below := a.ui.TableHeight(table.Rows), 0.0
	worth := a.play.debrief.facts.WorthOfInsight()
	if worth != "" {
		below = widget.Gap3 + a.linesHeight(worth, r.W-2*widget.Gap4)
	}
	in := a.card(r, h+below, title)
	a.ui.Table(in.CutTop(h), table)
	if worth != "" {
		in.CutTop(widget.Gap3)
		a.lines(&in, worth)
	}
}
