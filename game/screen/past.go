package screen

import (
	"slices"
	"strings"

	"centricity/game"
	"centricity/game/canvas"
	"centricity/game/widget"
	"centricity/game/words"
	"centricity/sim"
)

// past is a game on the shelf.
type past struct {
	name, title string // as the scenario gives it
	number      uint64
	done, all   int // rounds
	terms       terms
	practice    bool
	closed      string // why it cannot be opened, to be said
	score       sim.Money
	scored      bool // the score is known
}

// morePast is how many games the list shows at first, and how many more when
// they are asked for.
const morePast = 8

// pastGames are the newest games on the shelf, at most so many, the newest
// first, and whether there are older ones. Nothing is replayed for the list;
// what is not a log is passed over.
func (a *App) pastGames(most int) (list []past, older bool) {
	names, err := a.host.Shelf.Names()
	if err != nil {
		return nil, false
	}
	for _, file := range slices.Backward(names) {
		name, isLog := strings.CutSuffix(file, ".log")
		if !isLog {
			continue
		}
		if len(list) == most {
			return list, true
		}
		data, err := a.host.Shelf.Read(file)
		if err != nil || len(data) > game.MaxLog {
			continue
		}
		if log, err := game.Parse(data); err == nil {
			list = append(list, a.pastGame(name, log))
		}
	}
	return list, false
}

func (a *App) pastGame(name string, log game.Log) past {
	h := log.Header
	g := past{name: name, title: h.Scenario, number: h.Seed, practice: h.Practice, done: len(log.Entries), terms: terms{round: "round"}}
	s, err := a.host.Find(h.Scenario)
	if err != nil {
		g.closed = words.Mark("Its scenario is not here.")
		return g
	}
	g.title, g.all, g.terms = s.Title, s.Market.Rounds, termsOf(s)
	if h.Model != sim.ModelVersion || s.Market.Hash().String() != h.Market {
		g.closed = words.Mark("It was played with another version of the program or its scenario.")
	}
	if g.over() {
		g.score, g.scored = a.keptScore(name)
	}
	return g
}

// drawPast draws the list of games on the shelf, with ways back to each.
func (a *App) drawPast(r *canvas.Rect) {
	list := a.chooser.past
	if len(list) == 0 {
		return
	}
	u := &a.ui
	row := u.Px(44)
	h := row * float64(len(list))
	if a.chooser.older {
		h += row
	}
	in := a.card(r, h, words.Say("Your games"))
	for _, g := range list {
		a.drawPastGame(in.CutTop(row), g)
	}
	if !a.chooser.older {
		return
	}
	more := widget.Button{ID: "older", Label: words.Say("Show older games"), Kind: widget.Ghost}
	foot := in.CutTop(row).InsetXY(0, u.Px(5))
	if u.Button(foot.CutLeft(u.ButtonWidth(more)), more) {
		a.chooser.most += morePast
		a.then = a.retell
	}
}

func (a *App) drawPastGame(r canvas.Rect, g past) {
	u := &a.ui
	buttons := canvas.Box(r.X, r.MidY()-u.Px(17), r.W, u.Px(34))
	open := widget.Button{ID: "open/" + g.name, Label: words.Say("Continue"), Disabled: words.Say(g.closed)}
	if g.over() {
		open.Label = words.Say("See score")
	}
	title := words.Say(g.title)
	which := ": " + title + ", " + lower(g.which())
	open.Heard = open.Label + which
	w := u.ButtonWidth(open)
	if u.Button(buttons.CutRight(w), open) {
		a.then = func() { a.resume(g.name) }
	}
	buttons.CutRight(widget.Gap2)
	if a.host.Download != nil {
		b := widget.Button{ID: "download/" + g.name, Label: words.Say("Download"), Tip: words.Say("The log of this game, to hand in")}
		b.Heard = b.Label + which
		if u.Button(buttons.CutRight(u.ButtonWidth(b)), b) {
			a.download(g.name)
		}
	}
	text := r
	text.W = buttons.W - widget.Gap3
	text = canvas.Box(text.X, text.MidY()-u.Px(20), text.W, u.Px(40))
	u.Label(text.CutTop(u.Px(21)), title+" · "+lower(g.which()), u.Theme.Strong())
	said := g.progress()
	if g.scored {
		said += " · " + words.Say("score %s", g.terms.short(g.score))
	}
	if a.host.Place != nil {
		said += " · " + a.host.Place(g.name)
	}
	u.Label(text, said, u.Theme.Small())
}

// which tells games of one scenario apart.
func (g past) which() string {
	if g.practice {
		return words.Say("Practice")
	}
	return words.Say("Game %d", g.number)
}

func (g past) over() bool { return g.all > 0 && g.done >= g.all }

// progress says how far the game has come.
func (g past) progress() string {
	switch {
	case g.closed != "":
		return words.Say(g.closed)
	case g.over():
		return words.Say("Finished: %s", g.terms.rounds(g.all))
	}
	return words.Say("%s of %s played", count(g.done), g.terms.rounds(g.all))
}

// download hands over the log of a game on the shelf.
func (a *App) download(name string) {
	data, err := a.host.Shelf.Read(name + ".log")
	if err != nil {
		a.chooser.wrong = capital(err.Error()) + "."
		return
	}
	a.host.Download(name+".log", data)
	a.ui.Toast(words.Say("The log is in your downloads."), widget.Positive)
}
