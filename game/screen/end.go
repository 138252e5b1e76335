package screen

import (
	"centricity/game"
	"centricity/game/canvas"
	"centricity/game/widget"
	"centricity/game/words"
)

// drawEnd shows the score and what it is made of.
func (a *App) drawEnd(r canvas.Rect) {
	if a.play == nil || !a.play.session.Over() {
		return
	}
	a.stepContest()
	r = a.margins(r)
	a.ui.Scroll(r, "end", words.Say("Score"), func(r *canvas.Rect) {
		a.drawScore(r)
		a.pair(r,
			box{words.Say("Against three styles of play"), a.ui.Px(300), 1, a.drawBars},
			box{a.pathsTitle(), a.ui.Px(300), 1.2, a.drawPaths})
		a.pair(r, a.truthBox(a.half(*r)), a.handInBox())
		a.drawForeseen(r)
	})
}

// stepContest plays the rivals one round further, so that no frame is long.
func (a *App) stepContest() {
	p := a.play
	if p.contest == nil {
		p.contest = game.NewContest()
	}
	if p.contest.Done() || p.finished != "" {
		return
	}
	if err := p.contest.Step(p.session); err != nil {
		p.finished = capital(err.Error()) + "."
	}
	a.again = true
}

// drawScore draws the score large, its parts, and what can be done next.
func (a *App) drawScore(r *canvas.Rect) {
	u, p := &a.ui, a.play
	v, _ := p.session.Value()
	a.keepScore(v)
	w := r.W - 2*widget.Gap4
	text := a.verdict()
	h := u.Px(18+44+18) + widget.Gap2 + a.linesHeight(text, w) + widget.Gap3 + a.againHeight(w)
	in := a.card(r, h, "")
	row := in.CutTop(u.Px(18 + 44 + 18))
	u.Figures(row.CutLeft(min(row.W*0.4, u.Px(280))), widget.Figures{ID: "score", Name: words.Say("Your score: what the firm is truly worth"),
		Value: p.terms.short(v.Company()), Note: a.rank(), Tone: widget.Accented, Large: true,
		Tip: words.Say("True company value: cash plus customer equity, computed from what your customers are really like.")})
	row = canvas.Box(row.X+widget.Gap4, row.Y+u.Px(12), row.W-widget.Gap4, a.figureHeight())
	cols := row.Columns(3, widget.Gap3)
	u.Figures(cols[0], widget.Figures{ID: "score/cash", Name: measured("cash").name, Value: p.terms.short(v.Cash), Tip: measured("cash").tip})
	u.Figures(cols[1], widget.Figures{ID: "score/equity", Name: words.Say("True customer equity"), Value: p.terms.short(v.Equity),
		Tip: words.Say(trueEquity)})
	reports := p.session.Reports()
	if n := len(reports); n > 0 {
		u.Figures(cols[2], widget.Figures{ID: "score/customers", Name: measured("customers").name, Value: count(reports[n-1].Base.Closing()), Note: p.countedBy(), Tone: widget.Quiet})
	}
	in.CutTop(widget.Gap2)
	a.lines(&in, text)
	in.CutTop(widget.Gap3)
	a.drawAgain(in)
}

var trueEquity = words.Mark("Customer equity: what all present customers together will bring in from now on, in today's money. This is the truth, not an estimate.")
