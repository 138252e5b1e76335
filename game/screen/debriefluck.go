package screen

import (
	"centricity/game/canvas"
	"centricity/game/debrief"
	"centricity/game/widget"
	"centricity/game/words"
)

// drawLuck shows what the same decisions bring with other luck.
func (a *App) drawLuck(r *canvas.Rect) {
	d := a.play.debrief
	if d.luck == nil {
		a.fitted(r, "luck/offer", words.Say("How much of it was luck?"), a.offerLuck)
		return
	}
	l, _ := d.luck.Luck()
	a.fitted(r, "luck/shown", words.Say("The same decisions with other luck"), func(r *canvas.Rect) {
		a.drawLuckProgress(r)
		if len(l.Values) > 1 {
			a.ui.Figure(r.CutTop(a.ui.Px(250)), "luck", words.Say("Company value with other luck"), l.Chart(d.game))
		} else {
			a.waiting(r)
		}
	})
	if len(l.Values) > 1 {
		a.fitted(r, "luck/fanned", debrief.FanTitle(), func(r *canvas.Rect) {
			a.ui.Figure(r.CutTop(a.ui.Px(230)), "luck-fan", debrief.FanTitle(), l.Fan(d.game))
		})
	}
	if says := l.Says(d.game); len(says) > 0 {
		a.fitted(r, "luck/says", words.Say("What that means"), func(r *canvas.Rect) { a.points(r, says) })
	}
	a.drawShares(r, l)
}

// offerLuck says what would be computed, and does it.
func (a *App) offerLuck(r *canvas.Rect) {
	u := &a.ui
	a.lines(r, words.Say("Nobody can tell from one game whether it was good decisions or good luck. Your decisions can be played again where other people live in the market and chance falls otherwise: what they bring on average is skill, how far your own game is from that is luck."))
	r.CutTop(widget.Gap3)
	row := r.CutTop(u.Theme.ControlHeight())
	b := widget.Button{ID: "luck/play", Label: words.Say("Play %s games with other luck", count(debrief.DefaultSeeds)), Kind: widget.Primary,
		Tip: words.Say("It takes a minute or more. You can look at other things meanwhile, and stop it.")}
	if u.Button(row.CutLeft(u.ButtonWidth(b)), b) {
		a.playLuck()
	}
}

// playLuck begins to play with other luck.
func (a *App) playLuck() {
	d := a.play.debrief
	d.luck, d.pace = debrief.New(d.game, debrief.Options{Parts: debrief.Fortune}), pace{}
	a.beginWork(d.luck)
}

// drawLuckProgress shows how far it is, how long is left, and the way to stop it; what is played
// already stays.
func (a *App) drawLuckProgress(r *canvas.Rect) {
	u, d := &a.ui, a.play.debrief
	if d.luck.Done() {
		if d.luck.Err() == nil {
			return
		}
		row := r.CutTop(u.Theme.ControlHeight())
		again := widget.Button{ID: "luck/again", Label: words.Say("Play all of them")}
		if u.Button(row.CutRight(u.ButtonWidth(again)), again) {
			a.playLuck()
		}
		u.Status(row, "luck/stopped", words.Say("Stopped: this is what had been played."), widget.Quiet)
		r.CutTop(widget.Gap2)
		return
	}
	share, text := progress(d.luck)
	row := r.CutTop(u.Theme.ControlHeight())
	stop := widget.Button{ID: "luck/stop", Label: words.Say("Stop")}
	if u.Button(row.CutRight(u.ButtonWidth(stop)), stop) {
		d.luck.Stop()
		a.again = true
	}
	row.CutRight(widget.Gap3)
	u.Label(row.CutLeft(u.Px(52)), text, u.Theme.Strong())
	left := d.pace.remains(a.in.Now, share)
	if room := canvas.Measure(words.Say("about %s min left", "000"), u.Theme.Small()) + widget.Gap2; row.W > 2*room { // kept free, so that the meter stays as long as it is
		u.Label(row.CutRight(room), left, u.Theme.Small().Aligned(canvas.Right))
	}
	if left != "" {
		text = words.Say("%s played, %s", text, left)
	}
	u.Meter(row, "luck/progress", words.Say("Games played"), text, share, widget.Accented)
	r.CutTop(widget.Gap2)
}

// drawShares shows how much of the differences between players is skill.
func (a *App) drawShares(r *canvas.Rect, l debrief.Luck) {
	if l.Shares == nil {
		return
	}
	u := &a.ui
	in := a.card(r, a.figureHeight(), words.Say("Where differences between you and the three styles of play come from"))
	for i, f := range []widget.Figures{
		{ID: "share/skill", Name: words.Say("Decisions"), Note: words.As("share", "skill"), Value: widget.Percent(l.Shares.Skill), Tip: words.Say("Skill: what a player's decisions bring whatever the luck.")},
		{ID: "share/common", Name: words.Say("Luck that met everybody"), Note: words.As("share", "luck"), Value: widget.Percent(l.Shares.Common), Tip: words.Say("Some games are kind to all players and some to none.")},
		{ID: "share/own", Name: words.Say("Luck that met some more"), Note: words.As("share", "luck"), Value: widget.Percent(l.Shares.Own), Tip: words.Say("Some games suit one way to play more than another.")},
	} {
		cols := in.Columns(3, widget.Gap3)
		u.Figures(canvas.Box(cols[i].X, in.Y, cols[i].W, in.H), f)
	}
}
