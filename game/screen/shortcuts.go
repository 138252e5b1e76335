package screen

import (
	"slices"

	"centricity/game/widget"
	"centricity/game/words"
)

// areas are the scroll areas of the screens: a new round shows them from the top.
var areas = []string{"games", "briefing", "decide", "levers", "customers", "results", "end", "debrief", "problems"}

// shortcut is some keys and what they do. The help lists what is dispatched
// here, so that the two cannot part.
type shortcut struct {
	keys []widget.KeyPress
	sign string // or what is typed, on whatever key it is
	does string
	when func(a *App) bool // where it does; nil: everywhere
	do   func(a *App)      // once no control has used the key; nil: controls do it
}

var shortcuts = []shortcut{
	{keys: plain(widget.KeyF1), sign: "?", does: words.Mark("Open this help"), do: (*App).openHelp},
	{keys: onward, does: words.Mark("Play the round"), when: (*App).deciding, do: (*App).commit},
	{keys: onward, does: words.Mark("Go on from these results"), when: (*App).reading, do: (*App).onward},
	{keys: plain(widget.KeyF5), does: words.Mark("Read the scenario file again"), when: (*App).fromFile, do: func(a *App) { a.then = a.reload }},
	{keys: []widget.KeyPress{{Key: widget.KeyTab}, {Key: widget.KeyTab, Shift: true}}, does: words.Mark("To the next control, and back to the one before")},
	{keys: plain(widget.KeyEnter, widget.KeySpace), does: words.Mark("Press a button, open a list")},
	{keys: plain(widget.KeyLeft, widget.KeyRight, widget.KeyUp, widget.KeyDown), does: words.Mark("Move a slider, choose among tabs or in a list")},
	{keys: plain(widget.KeyHome, widget.KeyEnd), does: words.Mark("To the ends of a slider or a list")},
	{keys: plain(widget.KeyPageUp, widget.KeyPageDown), does: words.Mark("Scroll; move a slider in larger steps")},
	{keys: plain(widget.KeyEscape), does: words.Mark("Close what is open: this help, a list, a note")},
}

// onward plays the round, and goes on from its results.
var onward = []widget.KeyPress{{Key: widget.KeyEnter, Ctrl: true}}

func plain(keys ...widget.Key) (all []widget.KeyPress) {
	for _, k := range keys {
		all = append(all, widget.KeyPress{Key: k})
	}
	return all
}

// deciding, reading and fromFile tell whether there is a decision to play,
// results to go on from, a file to read again.
func (a *App) deciding() bool { return a.play != nil && a.page == pageDecide }
func (a *App) reading() bool {
	return a.play != nil && a.page == pageResults && len(a.play.session.Reports()) > 0
}
func (a *App) fromFile() bool { _, ok := a.file(); return ok && a.host.Pick == nil } // a page cannot read it by itself

func (s shortcut) here(a *App) bool { return s.when == nil || s.when(a) }

// asked takes one press of the shortcut that no control has used.
func (s shortcut) asked(u *widget.UI) bool {
	return slices.ContainsFunc(s.keys, u.Key) || s.sign != "" && u.Typed(s.sign)
}

// shortcuts does what keys ask for that no control has used.
func (a *App) shortcuts() {
	if a.then != nil {
		return
	}
	area := map[page]string{pageChoose: "games", pageBriefing: "briefing", pageDecide: a.levers, pageCustomers: "customers", pageResults: "results", pageEnd: "end", pageDebrief: "debrief", pageProblems: "problems"}[a.page]
	a.ui.ScrollPages(area)
	for _, s := range shortcuts {
		for s.do != nil && a.then == nil && !a.help.open && s.here(a) && s.asked(&a.ui) {
			s.do(a)
		}
	}
}

// keyNames are what stands on the keys.
var keyNames = map[widget.Key]string{
	widget.KeyTab: words.Mark("Tab"), widget.KeyEnter: words.Mark("Enter"), widget.KeySpace: words.Mark("Space"), widget.KeyEscape: words.Mark("Escape"),
	widget.KeyLeft: "←", widget.KeyRight: "→", widget.KeyUp: "↑", widget.KeyDown: "↓",
	widget.KeyHome: words.Mark("Home"), widget.KeyEnd: words.Mark("End"), widget.KeyPageUp: words.Mark("Page Up"), widget.KeyPageDown: words.Mark("Page Down"),
	widget.KeyF1: words.Mark("F1"), widget.KeyF5: words.Mark("F5"),
}

// names are what to press, any of them.
func (s shortcut) names() (all []string) {
	for _, k := range s.keys {
		name := words.Say(keyNames[k.Key])
		if k.Shift {
			name = words.Say("Shift+%s", name)
		}
		if k.Ctrl {
			name = words.Say("Ctrl+%s", name)
		}
		all = append(all, name)
	}
	if s.sign != "" {
		all = append(all, s.sign)
	}
	return all
}
