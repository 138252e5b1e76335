package screen

import (
	"centricity/game"
	"centricity/game/canvas"
	"centricity/game/widget"
)

// drawEnd shows the score and what it is made of.
func (a *App) drawEnd(r canvas.Rect) {
	if a.play == nil || !a.play.session.Over() {
		return
	}
	a.stepContest()
	r = a.margins(r)
	a.ui.Scroll(r, "end", "Score", func(r *canvas.Rect) {
		a.drawScore(r)
		a.pair(r,
			box{"Against three styles of play", a.ui.Px(300), 1, a.drawBars},
			box{a.pathsTitle(), a.ui.Px(300), 1.2, a.drawPaths})
		a.drawLoops(r)
		a.pair(r, a.truthBox(), a.handInBox())
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
	h := u.Px(18+44+18) + widget.Gap2 + a.linesHeight(text, w) + widget.Gap3 + u.Px(36)
	in := a.card(r, h, "")
	row := in.CutTop(u.Px(18 + 44 + 18))
	u.Figures(row.CutLeft(min(row.W*0.4, u.Px(280))), widget.Figures{ID: "score", Name: "Your score: what the firm is truly worth",
		Value: p.terms.short(v.Company()), Note: a.rank(), Tone: widget.Accented, Large: true,
		Tip: "True company value: cash plus customer equity, computed from what your customers are really like."})
	row = canvas.Box(row.X+widget.Gap4, row.Y+u.Px(12), row.W-widget.Gap4, a.figureHeight())
	cols := row.Columns(3, widget.Gap3)
	u.Figures(cols[0], widget.Figures{ID: "score/cash", Name: "Cash", Value: p.terms.short(v.Cash), Tip: measured("cash").tip})
	u.Figures(cols[1], widget.Figures{ID: "score/equity", Name: "Customer equity", Value: p.terms.short(v.Equity),
		Tip: "Customer equity: what all present customers together will bring in from now on, in today's money. This is the truth, not an estimate."})
	reports := p.session.Reports()
	if n := len(reports); n > 0 {
		u.Figures(cols[2], widget.Figures{ID: "score/customers", Name: "Customers", Value: count(reports[n-1].Base.Closing())})
	}
	in.CutTop(widget.Gap2)
	a.lines(&in, text)
	in.CutTop(widget.Gap3)
	a.drawAgain(in.CutTop(u.Px(36)))
}

// drawAgain draws the ways to another game.
func (a *App) drawAgain(r canvas.Rect) {
	u, p := &a.ui, a.play
	s, seed := p.scene, p.session.Seed()
	go_ := func(seed uint64) {
		keyed := a.byKey()
		a.then = func() {
			if a.toBriefing(s, seed); keyed {
				a.ui.SetFocus("start")
			}
		}
	}
	again := widget.Button{ID: "again", Label: "Play again, same customers", Kind: widget.Primary, Tip: "The same game number: whatever differs is what you decided."}
	if u.Button(r.CutLeft(u.ButtonWidth(again)), again) {
		go_(seed)
	}
	r.CutLeft(widget.Gap2)
	fresh := widget.Button{ID: "again-fresh", Label: "Play again, new customers", Tip: "A new game number: other customers and other luck."}
	if u.Button(r.CutLeft(u.ButtonWidth(fresh)), fresh) {
		go_(a.host.NewSeed())
	}
	r.CutLeft(widget.Gap2)
	other := widget.Button{ID: "again-other", Label: "Other games"}
	if u.Button(r.CutLeft(u.ButtonWidth(other)), other) {
		a.then = a.toChooser
	}
}
