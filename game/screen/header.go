package screen

import (
	"centricity/game/canvas"
	"centricity/game/widget"
	"centricity/game/words"
)

// tab is a screen that can be gone to at any time during a game.
type tab struct {
	page page
	name string
}

func (p *play) tabs() []tab {
	t := []tab{{pageDecide, words.Say("Decide")}, {pageCustomers, words.Say("Customers")}, {pageResults, words.Say("Results")}, {pageBriefing, words.Say("Briefing")}}
	if p.session.Over() {
		t[0] = tab{pageEnd, words.Say("Score")}
		t = append(t, tab{pageDebrief, words.Say("Debrief")})
	}
	return t
}

// header draws the strip at the top and returns the room below it. Where the
// strip is too narrow the tabs get one of their own.
func (a *App) header() canvas.Rect {
	u := &a.ui
	room := u.Bounds()
	strip := room.CutTop(u.Px(52))
	u.Canvas().FillRect(strip, u.Theme.Card)
	strip = a.middle(strip.InsetXY(widget.Gap4, 0))
	sets, wide := a.sets(), 0.0
	for _, s := range sets {
		wide += a.setWidth(s)
	}
	right := strip.CutRight(wide)
	brand := widget.Button{ID: "home", Label: "Centricity", Kind: widget.Ghost, Tip: words.Say("All games. The one you play is kept.")}
	w := u.ButtonWidth(brand)
	h := u.Px(34)
	at := strip.CutLeft(w)
	if u.Button(canvas.Box(at.X-widget.Gap2, at.MidY()-h/2, w, h), brand) && a.page != pageChoose {
		a.keepDraft(true)
		a.then = a.toChooser
	}
	if a.play != nil {
		tabs := a.play.tabs()
		need := 0.0
		for _, t := range tabs {
			need += canvas.Measure(t.name, u.Theme.Strong()) + 2*widget.Gap3 + widget.Gap1
		}
		where := strip
		where.CutLeft(widget.Gap3)
		if need+widget.Gap4+a.statusWidth() > where.W {
			where = room.CutTop(u.Px(44))
			u.Canvas().FillRect(where, u.Theme.Card)
			where = a.middle(where.InsetXY(widget.Gap4-widget.Gap3, 0))
		} else {
			strip.CutLeft(need)
		}
		a.drawTabs(where, tabs)
	}
	strip.CutRight(widget.Gap3)
	a.drawStatus(strip)
	a.drawSets(right, sets)
	u.Rule(canvas.Box(room.X, room.Y, room.W, 1))
	return room
}

func (a *App) drawTabs(r canvas.Rect, tabs []tab) {
	t := widget.Tabs{ID: "tabs", Name: words.Say("Screens")}
	shown := 0
	for i, tab := range tabs {
		t.Labels = append(t.Labels, tab.name)
		if tab.page == a.page {
			shown = i
		}
	}
	if to, changed := a.ui.Tabs(r, t, shown); changed {
		a.then = func() { a.page = tabs[to].page }
	}
}

// status says which game this is and how far it has come.
func (a *App) status() (title, round string) {
	switch {
	case a.play != nil:
		g := a.play.session
		round = words.Say("%s of %s", a.play.terms.Round(g.Round()), count(g.Brief().Rounds))
		if g.Over() {
			round = words.Say("%s played", a.play.terms.rounds(g.Brief().Rounds))
		}
		return words.Say(a.play.scene.Title), round
	case a.opening != nil:
		return words.Say(a.opening.scene.Title), ""
	}
	return "", ""
}

// gameNumber names the game in play or about to be.
func (a *App) gameNumber() string {
	if a.play != nil {
		if a.play.session.Practice() {
			return words.Say("Practice")
		}
		return words.Say("Game %d", a.play.session.Seed())
	}
	return words.Say("Game %d", a.opening.seed)
}

func (a *App) statusWidth() float64 {
	_, round := a.status()
	if round == "" {
		return 0
	}
	return canvas.Measure(round, a.ui.Theme.Strong()) + canvas.Measure(a.gameNumber(), a.ui.Theme.Body()) + 3*widget.Gap4
}

func (a *App) drawStatus(r canvas.Rect) {
	u := &a.ui
	title, round := a.status()
	if title == "" {
		return
	}
	game := a.gameNumber()
	if round != "" {
		style := u.Theme.Strong().Aligned(canvas.Right)
		u.Label(r.CutRight(canvas.Measure(round, style)+1), round, style)
		r.CutRight(widget.Gap3)
	}
	r.CutLeft(widget.Gap3)
	for _, text := range []string{title + " · " + game, game} { // what there is room for
		if r.W >= canvas.Measure(text, u.Theme.Body()) {
			u.Label(r, text, u.Theme.Body().With(u.Theme.Muted).Aligned(canvas.Right))
			return
		}
	}
}
