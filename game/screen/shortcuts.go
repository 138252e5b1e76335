package screen

import "centricity/game/widget"

// areas are the scroll areas of the screens: a new round shows them from the top.
var areas = []string{"games", "briefing", "decide", "levers", "customers", "results", "end", "debrief", "problems"}

// onward is the key that plays the round, and goes on from its results.
var onward = widget.KeyPress{Key: widget.KeyEnter, Ctrl: true}

// shortcuts does what keys ask for that no control has used.
func (a *App) shortcuts() {
	if a.then != nil {
		return
	}
	area := map[page]string{pageChoose: "games", pageBriefing: "briefing", pageDecide: a.levers, pageCustomers: "customers", pageResults: "results", pageEnd: "end", pageDebrief: "debrief", pageProblems: "problems"}[a.page]
	a.ui.ScrollPages(area)
	if a.ui.Key(widget.KeyPress{Key: widget.KeyF5}) {
		a.then = a.reload
		return
	}
	if a.play == nil {
		return
	}
	switch {
	case a.page == pageDecide && a.ui.Key(onward):
		a.commit()
	case a.page == pageResults && len(a.play.session.Reports()) > 0 && a.ui.Key(onward):
		a.onward()
	}
}
