package screen

import (
	"fmt"

	"centricity/game/canvas"
	"centricity/game/chart"
	"centricity/game/debrief"
	"centricity/game/widget"
	"centricity/game/words"
	"centricity/sim"
)

// drawTurns shows the rounds that mattered most, and what each lever brought.
func (a *App) drawTurns(r *canvas.Rect) {
	d := a.play.debrief
	turns, ok := d.facts.Turning()
	if !ok {
		a.fitted(r, "turns/wait", words.Say("Turning points"), a.waiting)
	} else if len(turns) == 0 {
		a.fitted(r, "turns/none", words.Say("Turning points"), func(r *canvas.Rect) {
			a.lines(r, words.Say("No other choice that was asked about would have made a difference."))
		})
	}
	for i, o := range turns {
		a.fitted(r, fmt.Sprintf("turn/%d", i), "", func(r *canvas.Rect) { a.drawTurn(r, i, o) })
	}
	a.drawLeverWorth(r)
}

// drawTurn draws one turning point with what was done and what that was worth,
// and the way to try otherwise.
func (a *App) drawTurn(r *canvas.Rect, i int, o debrief.Outcome) {
	u, p := &a.ui, a.play
	d := p.debrief
	b := widget.Button{ID: fmt.Sprintf("turn/%d/try", i), Label: words.Say("Look closer"), Heard: words.Say("Look closer at %s", p.terms.Round(o.Round)),
		Tip: words.Say("Change this decision, and see the difference.")}
	figure := widget.Figures{ID: fmt.Sprintf("turn/%d", i), Name: p.terms.Round(o.Round) + ": " + lower(d.game.Done(o.Alternative)),
		Value: widget.Signed(p.terms.short(o.Worth())), Large: true, Tone: tone(o.Worth()),
		Note: p.terms.instead(d.game.Value.Company(), o.Value.Company()),
		Tip:  words.Say("The company value as it was, less what it would have been otherwise, with the same customers and the same luck.")}
	top := r.CutTop(u.FiguresHeight(figure))
	bw := u.ButtonWidth(b)
	at := top.CutRight(bw)
	u.Figures(top, figure)
	if u.Button(canvas.Box(at.X, at.Y, bw, u.Theme.ControlHeight()), b) {
		a.askAbout(o.Change)
	}
	a.lines(r, d.game.Turn(o))
}

// drawLeverWorth draws what each lever cost and brought over the whole game.
func (a *App) drawLeverWorth(r *canvas.Rect) {
	p := a.play
	levers, all := p.debrief.facts.Levers()
	if !all && len(levers) == 0 {
		return
	}
	spent, brought := chart.Series{Name: words.Say("Spent")}, chart.Series{Name: words.Say("Brought")}
	bars := chart.Bars{Y: func(v float64) string { return p.terms.short(sim.Money(v)) }}
	for _, l := range levers {
		bars.Categories = append(bars.Categories, words.Say(leverNames[l.Lever]))
		spent.Values = append(spent.Values, float64(l.Spent))
		brought.Values = append(brought.Values, float64(l.Worth+l.Spent))
	}
	bars.Series = []chart.Series{spent, brought}
	if len(levers) == 0 {
		return
	}
	title := words.Say("What each lever brought")
	text := words.Say("The company value as it is, less what it would be had nothing been spent on the lever in any %s, before what the lever cost. Each is asked alone: together they need not add up.", p.terms.word())
	h := bars.Height(a.ui.Theme)
	in := a.card(r, h+widget.Gap2+a.linesHeight(text, r.W-2*widget.Gap4), title)
	a.lines(&in, text)
	in.CutTop(widget.Gap2)
	a.ui.Figure(in.CutTop(h), "lever-worth", title, bars)
}
