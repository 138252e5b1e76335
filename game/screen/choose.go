package screen

import (
	"cmp"
	"errors"
	"strconv"
	"strings"

	"centricity/game"
	"centricity/game/canvas"
	"centricity/game/class"
	"centricity/game/widget"
	"centricity/game/words"
	"centricity/scenarios"
	"centricity/sim"
)

// chooser is the list of scenarios.
type chooser struct {
	seed       string // as typed: a game number or a class code
	team       string // as typed
	unfinished string // the saved game to go on with
	waiting    string // what it is
	wrong      string // why it cannot be gone on with
	past       []past
	older      bool // there are more than these
	most       int  // that are shown
}

// toChooser shows the list, with a fresh game number.
func (a *App) toChooser() {
	a.leaveGame()
	a.play, a.opening, a.page = nil, nil, pageChoose
	a.ui.ScrollTop(areas...)
	a.chooser = chooser{most: morePast, seed: cmp.Or(a.class.code, strconv.FormatUint(a.host.NewSeed(), 10)), team: a.class.team}
	a.chooser.unfinished, _ = game.Unfinished(a.host.Shelf, a.host.Find)
	a.retell()
}

// retell says in the language of the moment which games there are to go on with.
func (a *App) retell() {
	c := &a.chooser
	if c.unfinished != "" {
		c.waiting = a.describe(c.unfinished)
	}
	c.past, c.older = a.pastGames(c.most)
}

// describe says which game is saved under a name and how far it has come.
func (a *App) describe(name string) string {
	data, err := a.host.Shelf.Read(name + ".log")
	if err != nil {
		return name
	}
	log, _ := game.Parse(data)
	s, err := a.host.Find(log.Header.Scenario)
	if err != nil {
		return name
	}
	title, round := words.Say(s.Title), termsOf(s).in(len(log.Entries)+1)
	if log.Header.Practice {
		return words.Say("%s, %s of %d, practice", title, round, s.Market.Rounds)
	}
	return words.Say("%s, %s of %d, game number %d", title, round, s.Market.Rounds, log.Header.Seed)
}

// readNumber is readSeed for the field that also takes class codes: no other
// games start while one is typed.
func readNumber(text string) (uint64, error) {
	if class.LooksLikeCode(text) && strings.TrimSpace(text) != "" {
		return 0, errors.New(words.Say("a class code is typed: join the class, or type a game number instead"))
	}
	return readSeed(text)
}

// readSeed reads a game number.
func readSeed(text string) (uint64, error) {
	seed, err := strconv.ParseUint(strings.TrimSpace(text), 10, 64)
	if err != nil {
		return 0, errors.New(words.Say("type a whole number such as 482913: digits only, at most 19 of them"))
	}
	return seed, nil
}

func (a *App) drawChooser(r canvas.Rect) {
	u := &a.ui
	r = a.margins(r)
	u.Scroll(r, "games", words.Say("Games"), func(r *canvas.Rect) {
		r.CutTop(widget.Gap2)
		head := u.Theme.Display()
		u.Heading(r.CutTop(head.LineHeight()), 1, words.Say("Run a firm. Its customers are its value."))
		r.CutTop(widget.Gap1)
		u.Paragraph(r, words.Say("You decide a few rounds of budgets and prices; customers come, buy, recommend, complain and leave. A round takes about three minutes. In the end your firm is worth its cash and what its customers will still bring in."), u.Theme.Body().With(u.Theme.Muted))
		r.CutTop(widget.Gap4)
		a.alert(r, "notice", words.Say(a.host.Notice))
		a.alert(r, "continue-wrong", a.chooser.wrong)
		a.drawContinue(r)
		seed, err := a.drawSeed(r)
		if !a.drawClass(r) { // who has a code has chosen
			a.drawScenarios(r, seed, err)
			a.drawOwn(r)
		}
		a.drawPast(r)
	})
}

func (a *App) drawContinue(r *canvas.Rect) {
	c := &a.chooser
	if c.unfinished == "" {
		return
	}
	u := &a.ui
	in := a.card(r, u.Px(36), "")
	go_ := widget.Button{ID: "continue", Label: words.Say("Continue your game"), Kind: widget.Primary}
	if u.Button(in.CutRight(u.ButtonWidth(go_)).InsetXY(0, u.Px(1)), go_) {
		a.then = func() { a.resume(c.unfinished) }
	}
	in.CutRight(widget.Gap4)
	u.Label(in, c.waiting, u.Theme.Strong())
}

// resume goes on with a saved game.
func (a *App) resume(name string) {
	g, err := game.Resume(a.host.Shelf, name, a.host.Find)
	if err != nil {
		a.chooser.wrong = capital(err.Error()) + "."
		return
	}
	a.begin(g)
}

// drawSeed draws the field for the game number.
func (a *App) drawSeed(r *canvas.Rect) (seed uint64, err error) {
	u := &a.ui
	c := &a.chooser
	seed, err = readNumber(c.seed)
	row := r.CutTop(u.FieldHeight())
	r.CutTop(widget.Gap4)
	f := widget.TextField{ID: "seed", Label: words.Say("Game number or class code"), Max: 20}
	_, joins, wrong := a.classTyped()
	switch {
	case wrong != nil:
		f.Error = words.Say("Not a code that is known here")
	case err != nil && !joins:
		f.Error = words.Say("Digits only")
	}
	c.seed, _ = u.TextField(row.CutLeft(u.Px(220)), f, c.seed)
	row.CutLeft(widget.Gap2)
	row.CutTop(row.H - u.Theme.ControlHeight())
	fresh := widget.Button{ID: "fresh", Label: words.Say("Another number")}
	if u.Button(row.CutLeft(u.ButtonWidth(fresh)), fresh) {
		c.seed, a.class = strconv.FormatUint(a.host.NewSeed(), 10), membership{}
	}
	row.CutLeft(widget.Gap4)
	text := words.Say("The same number brings the same customers and the same luck: type the one your class agreed on, or its class code.")
	if row.W < u.Px(300) { // too narrow: on lines of its own
		row = r.CutTop(max(widget.ParagraphHeight(text, r.W, u.Theme.Small()), u.Theme.ControlHeight()))
		r.CutTop(widget.Gap4)
	}
	switch {
	case wrong != nil:
		a.said(row, "seed-wrong", words.Say("%s. A game number is a whole number such as 482913.", capital(wrong.Error())))
	case err != nil && !joins:
		u.Status(row, "seed-wrong", capital(err.Error())+".", widget.Negative)
	default:
		lines := canvas.Wrap(text, row.W, u.Theme.Small())
		h := float64(len(lines)) * u.Theme.Small().LineHeight()
		at := canvas.Box(row.X, row.MidY()-h/2, row.W, h)
		u.Paragraph(&at, text, u.Theme.Small())
	}
	return seed, err
}

// drawScenarios draws a card for each scenario, as many side by side as fit.
func (a *App) drawScenarios(r *canvas.Rect, seed uint64, wrong error) {
	u := &a.ui
	columns := 1
	for columns < 4 && r.W >= float64(columns+1)*u.Px(320) {
		columns++
	}
	list := a.host.Scenarios
	for i := 0; i < len(list); i += columns {
		row := list[i:min(i+columns, len(list))]
		h := 0.0
		w := (r.W-float64(columns-1)*widget.Gap4)/float64(columns) - 2*widget.Gap4
		for _, s := range row {
			h = max(h, a.linesHeight(words.Say(s.Summary), w))
		}
		h += 2*widget.Gap4 + u.Px(24+8+12+34)
		cells := r.CutTop(h).Columns(columns, widget.Gap4)
		r.CutTop(widget.Gap4)
		for k, s := range row {
			a.drawScenario(cells[k], s, i+k == 0 && len(a.chooser.past) == 0, seed, wrong)
		}
	}
}

// drawScenario draws a scenario's card; the first is marked as the one to begin
// with, for who has not played yet.
func (a *App) drawScenario(r canvas.Rect, s scenarios.Scenario, first bool, seed uint64, wrong error) {
	u := &a.ui
	title := words.Say(s.Title)
	u.Group(r, widget.RoleGroup, "scenario/"+s.Name, title, func() {
		in := u.Card(r, "")
		head := in.CutTop(u.Px(24))
		if first {
			style, here := u.Theme.Strong().With(u.Theme.Accent), words.Say("Start here")
			u.Canvas().StrokeRound(r, 8, 2, u.Theme.Accent)
			u.Label(head.CutRight(canvas.Measure(here, style)+1), here, style)
			head.CutRight(widget.Gap2)
		}
		u.Heading(head, 2, title)
		in.CutTop(u.Px(4))
		foot := in.CutBottom(u.Px(34))
		u.Paragraph(&in, words.Say(s.Summary), u.Theme.Body().With(u.Theme.Muted))
		open := widget.Button{ID: "play/" + s.Name, Label: words.Say("Play"), Heard: words.Say("Play: %s", title), Icon: widget.IconRight, Tip: words.Say("Read the briefing of “%s” first", title)}
		if first {
			open.Kind = widget.Primary
		}
		if wrong != nil {
			open.Disabled = wrong.Error()
		}
		if u.Button(foot.CutRight(u.ButtonWidth(open)), open) {
			a.then = func() { a.toBriefing(s, seed) }
			if a.byKey() {
				a.then = func() { a.toBriefing(s, seed); a.ui.SetFocus("start") }
			}
		}
		foot.CutRight(widget.Gap3)
		text, style := scope(s), u.Theme.Small()
		h := widget.ParagraphHeight(text, foot.W, style)
		at := canvas.Box(foot.X, foot.MidY()-h/2, foot.W, h)
		u.Paragraph(&at, text, style)
	})
}

// minutes is about how long a round takes a player [min].
const minutes = 3

// scope says how long and how rich a scenario is.
func scope(s scenarios.Scenario) string {
	open := 0
	for i := range sim.NumLevers {
		if s.Market.Levers[i] {
			open++
		}
	}
	return termsOf(s).rounds(s.Market.Rounds) + " · " + words.Plural(open, "%s lever", "%s levers", count(open)) + " · " + words.Say("~%s min", count(minutes*s.Market.Rounds))
}
