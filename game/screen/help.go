package screen

import (
	"centricity/game/canvas"
	"centricity/game/widget"
	"centricity/game/words"
)

// help is the window in the window that explains terms, keys and the way
// through a round. What lies behind it waits; what is computed goes on.
type help struct {
	open   bool
	fresh  bool   // opened by a key, and the focus not yet where one types
	part   int    // of the parts
	search string // as typed
}

// helpParts are its tabs, the terms first.
var helpParts = []struct {
	name string
	draw func(a *App, r canvas.Rect)
}{
	{words.Mark("Terms"), (*App).drawTerms},
	{words.Mark("Keys"), (*App).drawKeys},
	{words.Mark("How a round goes"), (*App).drawSteps},
}

// openHelp shows the help at the part it was left at. Who came by a key can
// type at once what to find.
func (a *App) openHelp() {
	keyed := a.byKey() || a.in.Text != ""
	a.help = help{open: true, fresh: keyed && a.help.part == 0, part: a.help.part}
	a.again = true
}

// drawHelp draws the help over everything else.
func (a *App) drawHelp() {
	u, h := &a.ui, &a.help
	d := widget.Dialog{ID: "help", Title: words.Say("Help"), W: u.Px(720), H: u.Px(580)}
	stays := u.Dialog(d, func(in canvas.Rect) {
		tabs := widget.Tabs{ID: "help/parts", Name: words.Say("Parts of the help")}
		for _, p := range helpParts {
			tabs.Labels = append(tabs.Labels, words.Say(p.name))
		}
		row := in.CutTop(u.Px(36))
		u.Rule(canvas.Box(row.X, row.Bottom()-1, row.W, 1))
		h.part, _ = u.Tabs(canvas.Box(row.X-widget.Gap3, row.Y, row.W+widget.Gap3, row.H), tabs, h.part)
		in.CutTop(widget.Gap4)
		helpParts[h.part].draw(a, in)
	})
	if h.fresh {
		u.SetFocus("help/search")
		h.fresh = false
	}
	h.open = h.open && stays
}

// explained takes a row off the top of r: what is so wide and high, and beside
// it, or below where there is no room, what a text says of it.
func (a *App) explained(r *canvas.Rect, wide, high float64, what func(canvas.Rect), text string) {
	body := a.ui.Theme.Body()
	if wide > r.W*0.45 {
		what(r.CutTop(high))
		a.ui.Paragraph(r, text, body)
		r.CutTop(widget.Gap3)
		return
	}
	what(canvas.Box(r.X, r.Y, wide, high))
	beside := *r
	beside.CutLeft(wide + widget.Gap4)
	beside.CutTop(max(high-body.LineHeight(), 0) / 2) // the first lines stand at one height
	a.ui.Paragraph(&beside, text, body)
	r.CutTop(max(high, beside.Y-r.Y) + widget.Gap2)
}

// drawKeys draws which keys do what, on this screen and everywhere.
func (a *App) drawKeys(r canvas.Rect) {
	u := &a.ui
	var here, anywhere []shortcut
	wide := 0.0
	for _, s := range shortcuts {
		switch {
		case s.when == nil:
			anywhere = append(anywhere, s)
		case s.when(a):
			here = append(here, s)
		}
		wide = max(wide, u.KeysWidth(s.names()))
	}
	u.Scroll(r, "help/keys", words.Say("Keys"), func(r *canvas.Rect) {
		for _, list := range []struct {
			title string
			keys  []shortcut
		}{{words.Say("On this screen"), here}, {words.Say("Everywhere"), anywhere}} {
			if len(list.keys) == 0 {
				continue
			}
			a.helpHeading(r, list.title)
			for _, s := range list.keys {
				a.explained(r, wide, u.KeysHeight(), func(at canvas.Rect) { u.Keys(at, s.names()) }, words.Say(s.does))
			}
		}
	})
	u.ScrollPages("help/keys")
}

func (a *App) helpHeading(r *canvas.Rect, text string) {
	u := &a.ui
	r.CutTop(widget.Gap2)
	u.Heading(r.CutTop(u.Px(24)), 2, text)
	r.CutTop(widget.Gap1)
}
