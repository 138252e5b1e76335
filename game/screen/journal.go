package screen

import (
	"slices"
	"strings"
	"time"

	"centricity/game"
	"centricity/game/canvas"
	"centricity/game/widget"
	"centricity/game/words"
)

const longestTeam = game.LongestTeam

func blank(s string) bool { return strings.TrimSpace(s) == "" }

// journal is what a team notes before it plays a round, as typed.
type journal struct {
	open  bool
	of    game.KPI          // what is forecast
	typed map[game.KPI]span // each KPI's own, so that looking at another loses nothing
	since time.Duration     // when deciding began, on the clock of Input.Now
}

// A span is the two ends of an interval, as typed.
type span struct{ low, high string }

// journalFor takes up the notes that were kept with the draft. A team goes on
// with what it forecast last.
func journalFor(t terms, n game.Note, played []game.Note, now time.Duration) journal {
	j := journal{of: game.Customers, typed: map[game.KPI]span{}, since: now - time.Duration(n.Seconds)*time.Second}
	for _, was := range append(slices.Clone(played), n) {
		if was.Forecast != nil {
			j.of = was.Forecast.KPI()
		}
	}
	if f := n.Forecast; f != nil {
		edit := measured(string(j.of)).number(t).Edit
		j.typed[j.of] = span{edit(f.Low), edit(f.High)}
	}
	return j
}

// clock enters how long the decision has taken so far.
func (a *App) clock() {
	n := a.play.session.Note()
	n.Seconds = int((a.in.Now - a.play.journal.since) / time.Second)
	a.play.session.SetNote(n)
}

// drawJournal draws what the team expects, behind a line that says it.
func (a *App) drawJournal(r *canvas.Rect) {
	u, p := &a.ui, a.play
	n, j := p.session.Note(), &p.journal
	value := words.Say("nothing noted")
	switch {
	case p.misnoted() != "":
		value = words.Say("no forecast yet")
	case n.Forecast != nil:
		value = measured(string(n.Forecast.KPI())).short() + ": " + p.terms.interval(*n.Forecast)
	case n.Hypothesis != "":
		value = words.Say("noted")
	}
	line := widget.Disclosure{ID: "journal/open", Label: words.Say("What you expect"), Value: value,
		Tip: words.Say("Note before you play what you expect and why. In the end you see how well you knew what you did not know.")}
	j.open, _ = u.Disclosure(r.CutTop(u.DisclosureHeight()), line, j.open)
	if j.open {
		a.nest(r, func(in *canvas.Rect) { a.drawExpectation(in, n) })
	}
	r.CutTop(widget.Gap3)
}

func (a *App) drawExpectation(r *canvas.Rect, n game.Note) {
	u, p := &a.ui, a.play
	was := n
	r.CutTop(widget.Gap1)
	n.Hypothesis, _ = u.TextField(r.CutTop(u.FieldHeight()), widget.TextField{ID: "journal/hypothesis", Label: words.Say("What will happen, and why"), Max: game.LongestHypothesis}, n.Hypothesis)
	r.CutTop(widget.Gap2)
	changed := a.drawForecast(r)
	f, wrong := p.forecast()
	if f == nil && wrong == "" && was.Forecast != nil && was.Forecast.KPI() != p.journal.of {
		f = was.Forecast // another figure is only looked at
	}
	n.Forecast = f
	n.By, _ = u.TextField(r.CutTop(u.FieldHeight()), widget.TextField{ID: "journal/by", Label: words.Say("Who decides"), Max: longestTeam,
		Tip: words.Say("A role or a first letter is enough; no names of people are needed.")}, n.By)
	if n.Hypothesis != was.Hypothesis || n.By != was.By || changed {
		p.draft.changed, p.draft.moving = true, true
	}
	p.session.SetNote(n)
}
