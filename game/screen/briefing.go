package screen

import (
	"strings"

	"centricity/game"
	"centricity/game/canvas"
	"centricity/game/widget"
	"centricity/game/words"
	"centricity/scenarios"
	"centricity/sim"
)

// opening is a game about to be started: nothing of it is on the shelf yet.
type opening struct {
	scene   scenarios.Scenario
	terms   terms
	seed    uint64
	team    string
	history []sim.Report
	wrong   string
}

// toBriefing shows the briefing of a scenario and what its history left.
func (a *App) toBriefing(s scenarios.Scenario, seed uint64) {
	a.leaveGame()
	a.opening = &opening{scene: s, terms: termsOf(s), seed: seed}
	a.play, a.page = nil, pageBriefing
	a.ui.ScrollTop(areas...)
	w, err := sim.New(s.Market, seed)
	if err != nil {
		a.opening.wrong = words.Say("This scenario cannot be played: %s", game.Told(err))
		return
	}
	a.opening.history = w.Reports()
}

// start opens the game, or practice for it, and goes to its first decision.
func (a *App) start(practice bool) {
	o := a.opening
	g, err := game.Begin(o.scene, game.Setup{Seed: o.seed, Team: o.team, Practice: practice}, a.host.Shelf)
	if err != nil {
		o.wrong = capital(game.Told(err)) + "."
		return
	}
	a.begin(g)
	if practice {
		a.play.real = o
	}
}

// drawBriefing shows the briefing before the game, and again during it.
func (a *App) drawBriefing(r canvas.Rect) {
	u := &a.ui
	var s scenarios.Scenario
	var t terms
	var history []sim.Report
	switch {
	case a.opening != nil:
		s, t, history = a.opening.scene, a.opening.terms, a.opening.history
	case a.play != nil:
		s, t = a.play.scene, a.play.terms
		for _, rep := range a.play.session.Reports() {
			if rep.Round < 1 {
				history = append(history, rep)
			}
		}
	default:
		return
	}
	r = a.margins(r)
	if a.opening != nil {
		a.drawStart(&r)
	}
	u.Scroll(r, "briefing", words.Say("Briefing"), func(r *canvas.Rect) {
		a.drawBefore(r)
		a.drawLastRound(r)
		if !a.wide(*r, 2) {
			a.drawStory(r, s)
			a.drawSituation(r, t, history)
			return
		}
		cols := r.ColumnsBy(widget.Gap4, 1, 1)
		left, right := cols[0], cols[1]
		a.drawStory(&left, s)
		a.drawSituation(&right, t, history)
		r.CutTop(max(left.Y, right.Y) - r.Y)
	})
}

func (a *App) drawStart(r *canvas.Rect) {
	u, o := &a.ui, a.opening
	start := widget.Button{ID: "start", Label: words.Say("Start the game"), Kind: widget.Primary, Icon: widget.IconRight}
	practise := practiseButton()
	back := widget.Button{ID: "back", Label: words.Say("Other games")}
	title := words.Say(o.scene.Title)
	row := r.CutTop(u.Px(40))
	head := row
	beside := u.ButtonWidth(start) + u.ButtonWidth(practise) + u.ButtonWidth(back) + 2*widget.Gap2 + widget.Gap4
	if canvas.Measure(title, u.Theme.Title()) > row.W-beside { // the name of the game is not cut
		row = r.CutTop(u.Px(40))
	} else {
		head.CutRight(beside)
	}
	r.CutTop(widget.Gap3)
	if o.history == nil && o.wrong != "" {
		start.Disabled = o.wrong
	}
	keyed := a.byKey()
	if u.Button(row.CutRight(u.ButtonWidth(start)).InsetXY(0, u.Px(2)), start) {
		a.then = func() {
			if a.start(false); keyed && a.play != nil {
				a.ui.SetFocus(a.play.firstControl())
			}
		}
	}
	row.CutRight(widget.Gap2)
	a.drawPractise(&row, row.InsetXY(0, u.Px(2)))
	if u.Button(row.CutRight(u.ButtonWidth(back)).InsetXY(0, u.Px(2)), back) {
		a.then = a.toChooser
	}
	u.Heading(head, 1, title)
	a.alert(r, "start-wrong", o.wrong)
}

// drawBefore asks what can be said before the game: who plays, which nobody has
// to tell, and whether notes shall point the way.
func (a *App) drawBefore(r *canvas.Rect) {
	u, o := &a.ui, a.opening
	if o == nil {
		a.drawGuideSwitch(r)
		return
	}
	wide := r.W >= u.Px(640)
	row := r.CutTop(u.FieldHeight())
	r.CutTop(widget.Gap3)
	team := widget.TextField{ID: "opening/team", Label: words.Say("Your team’s name, if you like"), Max: longestTeam,
		Tip: words.Say("It stands in the log that you hand in. No names of people are needed.")}
	o.team, _ = u.TextField(row.CutLeft(min(row.W, u.Px(320))), team, o.team)
	if !wide {
		a.drawGuideSwitch(r)
		return
	}
	row.CutLeft(widget.Gap4)
	row.CutTop(row.H - u.Theme.ControlHeight())
	a.drawGuideSwitch(&row)
}

// drawStory draws the briefing's text and its two lists.
func (a *App) drawStory(r *canvas.Rect, s scenarios.Scenario) {
	w := r.W - 2*widget.Gap4
	paragraphs := words.All(strings.Split(s.Briefing, "\n\n"))
	h := 0.0
	for i := range paragraphs {
		paragraphs[i] = strings.Join(strings.Fields(paragraphs[i]), " ")
		h += a.linesHeight(paragraphs[i], w) + widget.Gap2
	}
	in := a.card(r, h-widget.Gap2, words.Say("Briefing · %s", lower(a.gameNumber())))
	for _, p := range paragraphs {
		a.lines(&in, p)
		in.CutTop(widget.Gap2)
	}
	for _, list := range []struct {
		title string
		texts []string
	}{{words.Say("Things to notice"), words.All(s.Notice)}, {words.Say("Things to try"), words.All(s.Try)}} {
		if len(list.texts) > 0 {
			in := a.card(r, a.pointsHeight(list.texts, w), list.title)
			a.points(&in, list.texts)
		}
	}
}

// drawSituation draws what the firm starts with.
func (a *App) drawSituation(r *canvas.Rect, t terms, history []sim.Report) {
	if len(history) == 0 {
		in := a.card(r, a.ui.Px(40), words.Say("Where the firm stands"))
		a.lines(&in, words.Say("The firm is new: it has no history yet."))
		return
	}
	in := a.card(r, 2*a.figureHeight()+widget.Gap3, words.Say("Where the firm stands"))
	ids := []string{"customers", "revenue", "profit", "retention", "nps", "price"}
	a.figures(in, t, history, len(history)-1, ids, 3)
	in = a.card(r, a.ui.Px(170), words.Say("Customers before you"))
	a.ui.Figure(in, "history", words.Say("Customers before you"), a.trend(t, history, "customers"))
	in = a.card(r, a.ui.Px(170), words.Say("Revenue before you"))
	a.ui.Figure(in, "history-revenue", words.Say("Revenue before you"), a.trend(t, history, "revenue"))
}
