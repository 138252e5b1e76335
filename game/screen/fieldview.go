package screen

import (
	"time"

	"centricity/game/canvas"
	"centricity/game/chart"
	"centricity/game/widget"
	"centricity/game/words"
	"centricity/sim"
)

// moving is how long the dots take from one round to the next.
const moving = 1400 * time.Millisecond

// drawField shows everyone on file as a dot, and one of them closely.
func (a *App) drawField(r *canvas.Rect, room canvas.Rect) {
	u, p := &a.ui, a.play
	f := p.onFile()
	if p.pictures.field == nil || p.pictures.field.look != p.field {
		a.remakeField(f)
	}
	g := p.pictures.field
	said := a.fieldSentence(f)
	title := words.Say("Everyone on file")
	high := max(room.H-a.cardFrame(title), u.Px(430))
	side := u.Px(300)
	in := canvas.Rect{}
	card := canvas.Rect{}
	if a.wide(*r, 2) {
		row := r.CutTop(high + a.cardFrame(title))
		card = row.CutRight(side)
		row.CutRight(widget.Gap4)
		card.H = min(card.H, a.cardFrame("x")+a.whoHeight(f, card.W-2*widget.Gap4))
		in = u.Card(row, title)
	} else {
		in = u.Card(r.CutTop(high+a.cardFrame(title)), title)
		r.CutTop(widget.Gap4)
	}
	a.drawFieldChoices(&in, f, g)
	foot := in.CutBottom(a.linesHeight(said, in.W))
	in.CutBottom(widget.Gap2)
	a.lines(&foot, said)
	a.move(g)
	g.paint(u.Theme)
	g.points.Picked = 0
	if i := p.pickedAt(f); i >= 0 {
		g.points.Picked = g.dotOf[i] + 1
	}
	to, changed := u.Pick(in, "field", title, g.points, len(g.who), g.points.Picked-1, func(i int) string { return f.people[g.who[i]].said(p.terms, f) })
	if changed && to >= 0 {
		p.picked = f.people[g.who[to]].ID + 1
	}
	if card.Empty() {
		card = r.CutTop(a.cardFrame("x") + a.whoHeight(f, r.W-2*widget.Gap4))
	}
	r.CutTop(widget.Gap4)
	a.drawWho(card, f)
	a.numbersCard(r, "field", words.Say("The field in numbers"), g.points)
}

// remakeField makes the picture anew, and moves it where a round has passed.
func (a *App) remakeField(f *file) {
	p := a.play
	p.field.up = min(p.field.up, len(upOf(f))-1)
	fresh := p.pictures.field == nil
	p.pictures.field = newField(p.terms, f, p.earlier, p.field)
	if fresh && p.earlier != nil && !a.look.Still {
		p.pictures.field.start(a.in.Now)
	}
}

func (g *field) start(now time.Duration) { g.began, g.moving, g.points.Moved = now, true, 0 }

// move takes the dots a frame further.
func (a *App) move(g *field) {
	if !g.moving {
		return
	}
	g.points.Moved = float64(a.in.Now-g.began) / float64(moving)
	if g.points.Moved >= 1 || a.look.Still {
		g.points.Moved, g.moving = 1, false
	}
	a.again = true
}

// pickedAt is where the customer looked at stands on file, or −1.
func (p *play) pickedAt(f *file) int {
	i, _ := f.at(p.picked - 1)
	return i
}

// drawFieldChoices draws what the field can show, in as many lines as it takes.
func (a *App) drawFieldChoices(r *canvas.Rect, f *file, g *field) {
	u, p := &a.ui, a.play
	row := r.CutTop(u.Theme.ControlHeight())
	take := func(w float64) canvas.Rect {
		if w > row.W && row.X > r.X {
			r.CutTop(widget.Gap2)
			row = r.CutTop(u.Theme.ControlHeight())
		}
		box := row.CutLeft(min(w, row.W))
		row.CutLeft(widget.Gap2)
		return box
	}
	list := func(id, label string, options []string, at *int) {
		w := 0.0
		for _, o := range options {
			w = max(w, canvas.Measure(o, u.Theme.Body())+u.Px(46))
		}
		*at, _ = u.Dropdown(take(w), widget.Dropdown{ID: id, Label: label, HideLabel: true, Options: options}, *at)
	}
	var ups, acrosses []string
	for _, x := range upOf(f) {
		ups = append(ups, words.Say("Height: %s", words.Say(x.short)))
	}
	for _, x := range acrossAxes {
		acrosses = append(acrosses, words.Say("Across: %s", words.Say(x.short)))
	}
	next := p.field
	list("field.up", words.Say("Height"), ups, &next.up)
	list("field.across", words.Say("Across"), acrosses, &next.across)
	list("field.only", words.Say("Stages"), words.All(onlyStages), &next.only)
	if next != p.field {
		p.field, a.again = next, true
	}
	if p.earlier != nil {
		again := widget.Button{ID: "field.again", Label: words.Say("Show what moved"), Tip: words.Say("From where everyone stood %s.", p.terms.before())}
		if a.look.Still {
			again.Disabled = words.Say("Nothing moves while “Hold still” is ticked.")
		}
		if u.Button(take(u.ButtonWidth(again)), again) {
			g.start(a.in.Now)
			a.again = true
		}
		still := widget.Checkbox{ID: "field.still", Label: words.Say("Hold still"), Tip: words.Say("Nothing moves on this page: everyone is shown at their new place at once.")}
		if on, changed := u.Checkbox(take(u.Px(28)+canvas.Measure(still.Label, u.Theme.Body())), still, a.look.Still); changed {
			a.look.Still = on
			a.keepLook()
		}
	}
	r.CutTop(widget.Gap2)
}

// onlyStages are the stages to choose from: all, or one.
var onlyStages = []string{words.Mark("All stages"), words.Mark("Those who left"), words.Mark("Retain"), words.Mark("Increase value"), words.Mark("Cherish")}

// fieldSentence says how to read the field.
func (a *App) fieldSentence(f *file) string {
	text := words.Say("Larger dots spent more.") + " "
	switch {
	case f.tells:
		return text + words.Say("What you estimate is not what is so: how sure you are of one customer stands on their card.")
	case f.knows:
		return text + words.Say("By all you know your customers are alike: no estimate sets one above another.")
	case a.play.terms.brief.Levers[sim.Insight]:
		return text + words.Say("You know nothing of customers but what they bought. Insight would estimate what they are worth from now on.")
	}
	return text + words.Say("You know nothing of customers but what they bought.")
}

// drawWho draws the customer looked at.
func (a *App) drawWho(r canvas.Rect, f *file) {
	u, p := &a.ui, a.play
	i := p.pickedAt(f)
	if i < 0 {
		in := u.Card(r, words.Say("One customer"))
		a.lines(&in, words.Say(whoHint))
		in.CutTop(widget.Gap3)
		for _, stage := range stageTexts[sim.Retain:] {
			u.Label(in.CutTop(u.Theme.Strong().LineHeight()), words.Say(stage[0]), u.Theme.Strong())
			u.Paragraph(&in, words.Say(stage[1]), u.Theme.Small())
			in.CutTop(widget.Gap2)
		}
		return
	}
	title, lines := f.card(p.terms, i)
	in := u.Card(r, title)
	u.Group(in, widget.RoleGroup, "who", title, func() {
		names := 0.0
		for _, l := range lines {
			names = max(names, canvas.Measure(l[0], u.Theme.Small()))
		}
		for _, l := range lines {
			row := in.CutTop(u.Px(26))
			u.Label(row.CutLeft(names+widget.Gap3), l[0], u.Theme.Small())
			u.Label(row, l[1], u.Theme.Strong())
		}
		in.CutTop(widget.Gap2)
		u.Paragraph(&in, a.whoSentence(f, i), u.Theme.Small())
	})
}

var whoHint = words.Mark("Point at a dot to read it. Click it, or go to it with the arrow keys, to keep it here.")

// whoSentence says how far to trust the card.
func (a *App) whoSentence(f *file, i int) string {
	c := &f.people[i]
	text := words.Say(stageTexts[c.Stage][1])
	if c.Stage == sim.Acquire {
		text = words.Say("Not a customer any more.")
		if a.play.terms.brief.Silent {
			text = words.Say("Has not bought for so long that you gave them up.")
		}
	}
	if _, _, ok := f.likely(c); ok {
		text += " " + words.Say("The true value mostly lies in the likely range; the less you know, the wider it is.")
	}
	return text
}

func (a *App) whoHeight(f *file, w float64) float64 {
	u := &a.ui
	i := a.play.pickedAt(f)
	if i < 0 {
		h := a.linesHeight(words.Say(whoHint), w) + widget.Gap3
		for _, stage := range stageTexts[sim.Retain:] {
			h += u.Theme.Strong().LineHeight() + widget.ParagraphHeight(words.Say(stage[1]), w, u.Theme.Small()) + widget.Gap2
		}
		return h
	}
	_, lines := f.card(a.play.terms, i)
	return float64(len(lines))*u.Px(26) + widget.Gap2 + widget.ParagraphHeight(a.whoSentence(f, i), w, u.Theme.Small())
}

// numbersCard draws a picture's numbers as a table in a card of its own.
func (a *App) numbersCard(r *canvas.Rect, id, title string, f widget.Figure) {
	table := widget.NumbersTable(id+"/numbers", title, f)
	in := a.card(r, a.ui.TableHeight(table.Rows), title)
	a.ui.Table(in, table)
}

var _ widget.Pickable = (*chart.Points)(nil)
