package screen

import (
	"time"

	"centricity/game"
	"centricity/game/canvas"
	"centricity/game/widget"
	"centricity/game/words"
	"centricity/scenarios"
	"centricity/sim"
)

// App is the program's state: which screen is shown and what it shows.
type App struct {
	host Host
	ui   widget.UI
	look look

	page     page
	chooser  chooser
	scores   map[string]sim.Money // of finished games, by name, as far as they were looked at
	opening  *opening             // the scenario whose briefing is read, not yet started
	play     *play                // the game in progress or just ended
	own      own
	problems *problems  // with a file just opened
	class    membership // that the player joined, as typed
	guide    guide
	help     help

	in     widget.Input  // of this frame
	lists  int           // of customers made so far, in any game
	levers string        // the scroll area the levers are in
	then   func()        // what changes the page, done when the frame is drawn
	again  bool          // another frame is due
	wake   time.Duration // when, at the latest, on the clock of Input.Now
	wakes  bool
}

// page is a screen.
type page uint8

const (
	pageChoose page = iota
	pageBriefing
	pageDecide
	pageCustomers
	pageResults
	pageEnd
	pageDebrief
	pageProblems
)

// play is a game in progress and what its screens remember.
type play struct {
	session *game.Session
	scene   scenarios.Scenario
	terms   terms

	draft    draft
	extras   extras
	journal  journal
	real     *opening // the game that this is practice for, if it was begun just now
	shown    int      // which report the results show, an index
	trend    int      // which measure the charts draw
	rivals   int      // and on the last page
	contest  *game.Contest
	finished string // why the contest stopped early
	studied  *studied
	truly    counted
	shop     shop
	debrief  *debriefing
	copied   <-chan bool // how copying the log went

	base, earlier *file // of the customers, and that of the round before
	explore
}

// New opens the program at the list of scenarios.
func New(host Host) *App {
	a := &App{host: host, look: readLook(host)}
	words.Speak(a.look.Language)
	a.host.Find = a.finder(host.Find)
	a.toChooser()
	a.beginGuide()
	return a
}

// Frame draws one frame and returns its semantics tree.
func (a *App) Frame(c canvas.Canvas, in widget.Input) *widget.Node {
	a.in, a.again, a.then, a.wakes = in, false, nil, false
	a.keepWorking() // before anything is drawn: what ends meanwhile is drawn once more
	a.ui.Theme = a.look.theme()
	a.ui.Begin(c, in)
	a.ui.Page()
	room := a.header()
	switch a.page {
	case pageChoose:
		a.drawChooser(room)
	case pageBriefing:
		a.drawBriefing(room)
	case pageDecide:
		a.drawDecide(room)
	case pageCustomers:
		a.drawCustomers(room)
	case pageResults:
		a.drawResults(room)
	case pageEnd:
		a.drawEnd(room)
	case pageProblems:
		a.drawProblems(room)
	case pageDebrief:
		a.drawDebrief(room)
	}
	if a.help.open {
		a.drawHelp()
	} else {
		a.drawGuide()
		a.shortcuts()
	}
	a.keepDraft(false)
	tree := a.ui.End()
	if a.then != nil {
		a.then()
		a.ui.Changed()
		a.again = true
	}
	return tree
}

// NeedsRedraw reports whether another frame is due even if nothing happens.
func (a *App) NeedsRedraw() bool { return a.again || a.ui.NeedsRedraw() }

// Wake is when the next frame is due without input, on the clock of Input.Now.
func (a *App) Wake() (at time.Duration, ok bool) {
	at, ok = a.ui.Wake()
	if a.wakes && (!ok || a.wake < at) {
		return a.wake, true
	}
	return at, ok
}

// Focus is the ID of the control that has the keys.
func (a *App) Focus() string { return a.ui.Focus() }

// Faults are mistakes of the frame just drawn that a test should catch.
func (a *App) Faults() []string { return a.ui.Problems() }

// Close keeps what is not kept yet. The program calls it when its window closes.
func (a *App) Close() {
	a.keepDraft(true)
	a.leaveGame()
}

// byKey tells whether this frame is about keys: then the next screen shows
// where the focus is.
func (a *App) byKey() bool { return len(a.in.Keys) > 0 }

// turn shows another screen from the next frame on, with the focus on a control
// of it for those who play by keyboard.
func (a *App) turn(to page, focus string) {
	keyed := a.byKey()
	a.then = func() {
		a.page = to
		if keyed && focus != "" {
			a.ui.SetFocus(focus)
		}
	}
}

// Open shows the briefing of a scenario, as a player who picked it from the
// list sees it.
func (a *App) Open(s scenarios.Scenario, seed uint64) { a.toBriefing(s, seed) }

// Session is the game in progress, or nil.
func (a *App) Session() *game.Session {
	if a.play == nil {
		return nil
	}
	return a.play.session
}

func (a *App) begin(g *game.Session) {
	s := g.Scenario()
	a.leaveGame()
	a.play = &play{session: g, scene: s, terms: termsOf(s), shown: len(g.Reports()) - 1, draft: draft{foot: 140, levers: 400}, journal: journalFor(termsOf(s), g.Note(), g.Notes(), a.in.Now)}
	a.opening = nil
	a.ui.ScrollTop(areas...)
	a.page = pageDecide
	if g.Over() {
		a.page = pageEnd
	}
}
