package screen

import (
	"errors"
	"slices"
	"strings"

	"centricity/game"
	"centricity/game/words"
)

// pageNames are the screens by name, in the order of a game.
var pageNames = []string{"choose", "briefing", "decide", "customers", "results", "score", "debrief"}

// Names lists the screens that Show knows; a view of the customers is
// "customers/" and its name, a part of the debrief "debrief/" and its own.
func Names() []string {
	names := slices.Clone(pageNames)
	for _, v := range views {
		names = append(names, "customers/"+v.name)
	}
	for _, part := range debriefParts {
		names = append(names, "debrief/"+part.id)
	}
	return names
}

// Resume goes on with a game, at its next decision or its score.
func (a *App) Resume(g *game.Session) { a.begin(g) }

// Show turns to a screen by name. The error says why it cannot be shown now.
func (a *App) Show(full string) error {
	name, of, _ := strings.Cut(full, "/")
	i := -1
	if slices.Contains(Names(), full) {
		i = slices.Index(pageNames, name)
	}
	switch p := page(i); {
	case i < 0:
		return errors.New(words.Say("there is no screen %q; there are %s", full, strings.Join(Names(), ", ")))
	case p == pageChoose:
		a.toChooser()
	case p == pageBriefing && a.opening != nil:
	case a.play == nil:
		return errors.New(words.Say("the screen %q needs a game in progress", name))
	case (p == pageEnd || p == pageDebrief) && !a.play.session.Over():
		return errors.New(words.Say("the screen %q is there only after the last round", name))
	case p == pageDecide && a.play.session.Over():
		return errors.New(words.Say("the screen %q is not there after the last round", name))
	case p == pageCustomers && viewOf(of) >= len(a.play.views()):
		return errors.New(words.Say("the screen %q is not there in this scenario", full))
	default:
		a.page = p
		if view := viewOf(of); p == pageCustomers && view >= 0 {
			a.play.view = view
		}
		if part := partOf(of); p == pageDebrief && part >= 0 {
			a.debriefed().part = part
		}
	}
	return nil
}
