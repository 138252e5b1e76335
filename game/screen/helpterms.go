package screen

import (
	"centricity/game/canvas"
	"centricity/game/widget"
	"centricity/game/words"
	"centricity/sim"
)

// brief is what the scenario on the screen opens, or without one what any does.
func (a *App) brief() sim.Brief {
	switch {
	case a.play != nil:
		return a.play.terms.brief
	case a.opening != nil:
		return a.opening.scene.Market.Brief()
	}
	return anyScenario()
}

// drawTerms draws the glossary with a field to find something in it.
func (a *App) drawTerms(r canvas.Rect) {
	u, h := &a.ui, &a.help
	row := r.CutTop(u.Theme.ControlHeight())
	r.CutTop(widget.Gap2)
	field := widget.TextField{ID: "help/search", Label: words.Say("Find a term"), HideLabel: true, Placeholder: words.Say("Find a term, such as NPS"), Max: 40}
	var typed bool
	if h.search, typed = u.TextField(row.CutLeft(min(row.W*0.65, u.Px(300))), field, h.search); typed {
		u.ScrollTop("help/terms")
	}
	row.CutLeft(widget.Gap3)

	all := glossary(a.brief())
	found, n, wide := [len(chapters)][]meaning{}, 0, 0.0
	for i, list := range all {
		for _, m := range list {
			wide = max(wide, canvas.Measure(m.name, u.Theme.Strong()))
			if m.has(h.search) {
				found[i] = append(found[i], m)
				n++
			}
		}
	}
	u.Status(row, "help/found", words.Plural(n, "%s term", "%s terms", count(n)), widget.Quiet)
	if n == 0 {
		a.drawNoTerm(r)
		return
	}
	u.Scroll(r, "help/terms", words.Say("Terms"), func(r *canvas.Rect) {
		for i, list := range found {
			if len(list) == 0 {
				continue
			}
			a.helpHeading(r, words.Say(chapters[i]))
			for _, m := range list {
				a.explained(r, wide+1, u.Theme.Strong().LineHeight(), func(at canvas.Rect) { u.Heading(at, 3, m.name) }, m.text)
			}
		}
	})
	u.ScrollPages("help/terms")
}

// drawNoTerm says that nothing is found, and what to do.
func (a *App) drawNoTerm(r canvas.Rect) {
	u, h := &a.ui, &a.help
	text := words.Say("No term here has “%s” in its name or its meaning. Try a shorter word.", h.search)
	r.CutTop(widget.Gap3)
	a.lines(&r, text)
	r.CutTop(widget.Gap3)
	all := widget.Button{ID: "help/all", Label: words.Say("All terms")}
	if at := r.CutTop(u.Theme.ControlHeight()); u.Button(at.CutLeft(u.ButtonWidth(all)), all) {
		h.search = ""
		u.SetFocus("help/search")
	}
}
