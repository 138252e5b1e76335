package screen

import (
	"fmt"
	"slices"
	"strings"

	"centricity/game"
)

// pageNames are the screens by name, in the order of a game.
var pageNames = []string{"choose", "briefing", "decide", "customers", "results", "score", "debrief"}

// Names lists the screens that Show knows.
func Names() []string { return slices.Clone(pageNames) }

// Resume goes on with a game, at its next decision or its score.
func (a *App) Resume(g *game.Session) { a.begin(g) }

// Show turns to a screen by name. The error says why it cannot be shown now.
func (a *App) Show(name string) error {
	i := slices.Index(pageNames, name)
	switch p := page(i); {
	case i < 0:
		return fmt.Errorf("there is no screen %q; there are %s", name, strings.Join(pageNames, ", "))
	case p == pageChoose:
		a.toChooser()
	case p == pageBriefing && a.opening != nil:
	case a.play == nil:
		return fmt.Errorf("the screen %q needs a game in progress", name)
	case (p == pageEnd || p == pageDebrief) && !a.play.session.Over():
		return fmt.Errorf("the screen %q is there only after the last round", name)
	case p == pageDecide && a.play.session.Over():
		return fmt.Errorf("the screen %q is not there after the last round", name)
	default:
		a.page = p
	}
	return nil
}
