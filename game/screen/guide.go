package screen

import (
	"errors"

	"centricity/game"
	"centricity/game/canvas"
	"centricity/game/widget"
	"centricity/game/words"
	"centricity/sim"
)

// guide is the notes that point the way through a first round. It only watches:
// a step is over when the player did what it speaks of, or chose Next.
type guide struct {
	on    bool
	at    int          // the step
	shown string       // what its note was about in the frame before
	since sim.Decision // the draft when the step began
	game  string       // the log of the game it belongs to, once there is one
	base  int          // rounds that were played when it began
}

// guideName is where the shelf keeps that the notes have been seen.
const guideName = "guide.json"

// step is one note: on which screen it stands, about which control, and when
// what it asks for is done.
type step struct {
	page   page
	about  []string // the first of these that is on the screen
	played bool     // only once a round has been played
	text   string
	done   func(a *App) bool
}

// firstLever stands for the first control of a decision, startHere for the
// scenario to begin with.
const firstLever, startHere = "first lever", "start here"

// firstGame stands for the button of the scenario to begin with.
const firstGame = "first game"

// steps lead from the list of scenarios to the second decision.
var steps = []step{
	{pageChoose, []string{firstGame}, false,
		words.Mark("Begin here. Play opens the briefing; nothing starts yet."), nil},
	{pageBriefing, []string{"start"}, false,
		words.Mark("Read below what the firm is. Then start the game; it is saved all the time."), nil},
	{pageDecide, []string{firstLever}, false,
		words.Mark("Each slider is money for one purpose. Move this one: drag it, use the arrow keys, or type the amount."), (*App).decisionMoved},
	{pageDecide, []string{"budget"}, false,
		words.Mark("This is what you have. What you leave stays in the firm as cash. Move another slider and watch it change."), (*App).totalMoved},
	{pageDecide, []string{"commit"}, false,
		words.Mark("All set? This plays the round: customers come, buy, complain and leave. In a real game it cannot be taken back."), nil},
	{pageResults, []string{"see", "tabs/1"}, true,
		words.Mark("The round is played. Watch what your customers did: here everyone is a dot."), nil},
	{pageCustomers, []string{"views/1", "views"}, true,
		words.Mark("Here are many ways to look at your customers. Choose Everyone."), nil},
	{pageCustomers, []string{"field.again", "field.up"}, true,
		words.Mark("Larger dots spent more, and colours say how close they are to you. Point at one to read it. Then go back to Results."), nil},
	{pageResults, []string{"why-said"}, true,
		words.Mark("This says why the round went as it did: what you caused, what would have happened anyway, and luck."), (*App).numbersOpened},
	{pageResults, []string{"next"}, true,
		words.Mark("On to your next decision. Every word with dots below it explains itself when you point at it."), nil},
}

// beginGuide shows the notes to who has never played a round here.
func (a *App) beginGuide() {
	_, err := a.host.Shelf.Read(guideName)
	past := a.chooser.past
	a.guide.on = a.host.Guide && errors.Is(err, game.ErrNotKept) && (len(past) == 0 || len(past) == 1 && past[0].done == 0)
}

// endGuide ends the notes for good.
func (a *App) endGuide() {
	a.guide = guide{}
	a.again = true
	if err := a.host.Shelf.Replace(guideName, []byte("{\"seen\":true}\n")); err != nil {
		a.ui.Toast(words.Say("That you know the notes could not be saved: %s", err), widget.Warning)
	}
}

// rounds is how many rounds of the game have been played.
func (a *App) rounds() int {
	if a.play == nil {
		return 0
	}
	return len(a.play.decisions())
}

// drawGuide draws the note of the present step, if it has a place on this
// screen. Ask for it when all else is drawn.
func (a *App) drawGuide() {
	g := &a.guide
	if !g.on || a.then != nil {
		return
	}
	if a.play != nil {
		if g.game == "" {
			g.game = a.play.session.Name()
		}
		if g.game != a.play.session.Name() || a.rounds() > g.base+1 {
			a.endGuide() // another game, or another round, is not the first
			return
		}
	}
	i, about := a.step()
	if i < 0 {
		g.shown = ""
		return
	}
	if i != g.at || g.shown != about {
		g.at, g.shown, a.again = i, about, true
		if a.play != nil {
			g.since = a.play.session.Draft()
		}
		a.ui.Reveal(about)
	}
	s := steps[i]
	on := words.Say("Next")
	switch {
	case i == len(steps)-1:
		on = words.Say("Done")
	case steps[i+1].page != s.page || steps[i+1].played != s.played:
		on = words.Say("Got it") // what comes next waits until the player goes there
	}
	next, skip := a.ui.Note(widget.Note{ID: "guide", About: about, Name: words.Say("First steps"), Text: words.Say(s.text),
		Count: words.Say("%s of %s", count(i+1), count(len(steps))), Next: on, Skip: words.Say("Skip")})
	switch {
	case skip || a.ui.Key(widget.KeyPress{Key: widget.KeyEscape}):
		a.endGuide()
	case next || s.done != nil && s.done(a):
		if g.at, g.shown, a.again = i+1, "", true; g.at == len(steps) {
			a.endGuide()
		}
	}
}

// step is the first step from the present one on that belongs to this screen,
// and what its note is about; −1 if there is none.
func (a *App) step() (i int, about string) {
	g := &a.guide
	for i := g.at; i < len(steps); i++ {
		s := steps[i]
		if s.page != a.page || s.played != (a.rounds() > g.base) {
			continue
		}
		for _, id := range s.about {
			switch id {
			case "views", "views/1":
				if views[a.play.view].name == "field" {
					continue // chosen
				}
			case firstLever:
				id = a.play.firstControl()
			case firstGame:
				id = a.startsWith()
			}
			if a.ui.Drawn(id) {
				return i, id
			}
		}
	}
	return -1, ""
}

// startsWith is the button of the scenario to begin with.
func (a *App) startsWith() string {
	if len(a.host.Scenarios) == 0 {
		return ""
	}
	return "play/" + a.host.Scenarios[0].Name
}

func (a *App) decisionMoved() bool {
	return !a.in.Down && a.play.session.Draft() != a.guide.since
}

func (a *App) totalMoved() bool {
	return !a.in.Down && a.play.session.Draft().Total() != a.guide.since.Total()
}

func (a *App) numbersOpened() bool { return a.play.extras.numbers }

// drawGuideSwitch draws the box that shows the notes again, or ends them.
func (a *App) drawGuideSwitch(r *canvas.Rect) {
	u := &a.ui
	box := widget.Checkbox{ID: "guide/on", Label: words.Say("Point the way through one round"), Tip: words.Say("Short notes beside the controls, one at a time. Escape ends them.")}
	on, changed := u.Checkbox(r.CutTop(u.Theme.ControlHeight()), box, a.guide.on)
	r.CutTop(widget.Gap2)
	switch {
	case !changed:
	case on:
		a.guide = guide{on: true, base: a.rounds()}
	default:
		a.endGuide()
	}
}
