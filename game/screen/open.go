package screen

import (
	"errors"
	"slices"

	"centricity/game"
	"centricity/game/words"
	"centricity/scenarios"
)

// A File is a scenario file that the player gave the program.
type File struct {
	Name string                             // for the screen
	Load func() (scenarios.Scenario, error) // as it is now
}

// own are the scenario files the player opened, by the names of their
// scenarios.
type own struct {
	files  map[string]File
	scenes map[string]scenarios.Scenario
}

// finder finds the player's own scenarios before those that ship.
func (a *App) finder(find game.Find) game.Find {
	return func(name string) (scenarios.Scenario, error) {
		if s, ok := a.own.scenes[name]; ok {
			return s, nil
		}
		return find(name)
	}
}

// OpenFile shows the briefing of a scenario file, or what is wrong with it. A
// file that is open already is read again.
func (a *App) OpenFile(f File) {
	a.again, a.help.open = true, false
	s, err := a.load(f)
	if err != nil {
		a.toProblems(f, err)
		return
	}
	if a.playing() == s.Name || a.opening != nil && a.opening.scene.Name == s.Name {
		a.replace(s)
		return
	}
	a.keepDraft(true)
	seed, err := readSeed(a.chooser.seed)
	if a.page != pageChoose || err != nil {
		seed = a.host.NewSeed()
	}
	a.toBriefing(s, seed)
}

// Own tells the program where a scenario it was started with comes from, so
// that it can be read again.
func (a *App) Own(name string, f File) {
	if s, err := a.host.Find(name); err == nil {
		a.remember(s, f)
	}
}

// load reads a file and remembers it.
func (a *App) load(f File) (scenarios.Scenario, error) {
	s, err := f.Load()
	if err != nil {
		return s, err
	}
	s.Name = game.LogName(s.Name) // as its logs will ask for it
	a.remember(s, f)
	return s, nil
}

func (a *App) remember(s scenarios.Scenario, f File) {
	if a.own.files == nil {
		a.own = own{map[string]File{}, map[string]scenarios.Scenario{}}
	}
	a.own.files[s.Name], a.own.scenes[s.Name] = f, s
	list := slices.Clone(a.host.Scenarios)
	if i := slices.IndexFunc(list, func(one scenarios.Scenario) bool { return one.Name == s.Name }); i >= 0 {
		list[i] = s
	} else {
		list = append(list, s)
	}
	a.host.Scenarios = list
}

// playing is the name of the scenario in play.
func (a *App) playing() string {
	if a.play == nil {
		return ""
	}
	return a.play.scene.Name
}

// file is the file of the scenario on the screen, if it comes from one.
func (a *App) file() (f File, ok bool) {
	name := a.playing()
	if a.opening != nil {
		name = a.opening.scene.Name
	}
	if p := a.problems; a.page == pageProblems && p != nil {
		return p.file, true
	}
	f, ok = a.own.files[name]
	return f, ok
}

// reload reads the file of the scenario on the screen again. A game goes on as
// if the file had always been so: the decisions made so far are played again.
func (a *App) reload() {
	f, ok := a.file()
	if !ok {
		return
	}
	s, err := a.load(f)
	if err != nil {
		a.toProblems(f, err)
		return
	}
	if a.page == pageProblems {
		a.page = a.problems.back
		a.problems = nil
	}
	a.replace(s)
}

// replace puts a scenario that was read again in place of the one on the
// screen.
func (a *App) replace(s scenarios.Scenario) {
	a.problems = nil
	switch {
	case a.playing() == s.Name:
		a.replay(s)
	case a.opening != nil && a.opening.scene.Name == s.Name:
		a.toBriefing(s, a.opening.seed)
	default:
		a.toBriefing(s, a.host.NewSeed())
	}
}

func (a *App) replay(s scenarios.Scenario) {
	g, err := a.play.session.Anew(s)
	var stopped *game.Stopped
	if err != nil && !errors.As(err, &stopped) {
		a.toProblems(a.own.files[s.Name], err)
		return
	}
	a.begin(g)
	text := words.Say("The file is read again; %s played again.", a.play.terms.rounds(len(g.Played())))
	if stopped != nil {
		text += " " + capital(stopped.Error()) + "."
	}
	a.ui.Toast(text, toneOf(stopped))
}
