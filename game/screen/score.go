package screen

import (
	"cmp"
	"slices"

	"centricity/game"
	"centricity/game/canvas"
	"centricity/game/chart"
	"centricity/game/widget"
	"centricity/game/words"
	"centricity/sim"
	"centricity/sim/policy"
)

// result is one player's game: the reader's own or a built-in one.
type result struct {
	name  string
	value sim.Value
	paths []sim.Report
}

// results are the own game first, then the built-in players as far as they are.
func (p *play) results() []result {
	v, _ := p.session.Value()
	out := []result{{words.Say("You"), v, p.session.Reports()}}
	if p.contest != nil {
		for _, r := range p.contest.Results {
			out = append(out, result{capital(game.PlayerName(r.Name)), r.Value, r.Paths})
		}
	}
	return out
}

// compared tells whether every built-in player has played to the end.
func (p *play) compared() bool { return p.contest != nil && p.contest.Done() }

// rank is the own place among all, once all have played.
func (a *App) rank() string {
	p := a.play
	if !p.compared() {
		return words.Say("The others are still playing …")
	}
	all := p.results()
	place := 1
	for _, r := range all[1:] {
		if seen(r.value.Company() - all[0].value.Company()) {
			place++
		}
	}
	return words.Say("Place %s of %s", count(place), count(len(all)))
}

// verdict says in a sentence or two how the game went.
func (a *App) verdict() string {
	p := a.play
	if p.bankrupt() {
		return words.Say("The firm went bankrupt: a firm that cannot pay its debts is worth no more than its cash.")
	}
	if !p.compared() {
		return words.Say("Three built-in players now run the same firm, with the same customers and the same luck. One sells on price, one on its product, one on knowing its customers.")
	}
	return p.terms.beside(p.results())
}

// beside compares the own result, the first, with the best of the others.
func (t terms) beside(all []result) string {
	best := slices.MaxFunc(all[1:], func(x, y result) int { return cmp.Compare(x.value.Company(), y.value.Company()) })
	d := all[0].value.Company() - best.value.Company()
	switch {
	case seen(d):
		return words.Say("You beat all three built-in players; the best of them, the %s one, reached %s. They had the same customers and the same luck, so the difference is what you decided.",
			lower(best.name), t.short(best.value.Company()))
	case seen(-d):
		return words.Say("The %s player did best of the built-in ones: %s, which is %s more than you. It had the same customers and the same luck, so the difference is what was decided.",
			lower(best.name), t.short(best.value.Company()), t.short(-d))
	}
	return words.Say("You did as well as the best of the built-in players, the %s one: %s. They had the same customers and the same luck.",
		lower(best.name), t.short(best.value.Company()))
}

// seen tells whether a lead is more than nothing where whole units are told.
func seen(lead sim.Money) bool { return lead >= 50 }

// drawBars draws everyone's company value, or how far the others are.
func (a *App) drawBars(r canvas.Rect) {
	u, p := &a.ui, a.play
	all := p.results()
	if p.finished != "" {
		a.alert(&r, "contest-wrong", p.finished)
	}
	if !p.compared() {
		done, n := len(all)-1, len(policy.Centric())
		text := words.Say("%s of %s have finished", count(done), count(n))
		u.Status(r.CutTop(u.Px(26)), "contest", text, widget.Quiet)
		u.Meter(r.CutTop(u.Px(14)), "contest-progress", words.Say("Built-in players"), text, float64(done)/float64(n), widget.Accented)
		r.CutTop(widget.Gap2)
	}
	bars := chart.Bars{Marked: 1, Total: words.Say("Company value"), Y: func(v float64) string { return p.terms.short(sim.Money(v)) }}
	cash := chart.Series{Name: words.Say("Cash")}
	equity := chart.Series{Name: words.Say("Customer equity")}
	for _, res := range all {
		bars.Categories = append(bars.Categories, res.name)
		cash.Values = append(cash.Values, float64(res.value.Cash))
		equity.Values = append(equity.Values, float64(res.value.Equity))
	}
	bars.Series = []chart.Series{cash, equity}
	r.H = min(r.H, bars.Height(u.Theme)*1.4)
	u.Figure(r, "score-bars", words.Say("Company value of everyone"), bars)
}

// paths are the measures to compare over the rounds.
var paths = []string{"value", "customers", "cash", "revenue", "retention", "nps"}

// pathsTitle keeps what the books said apart from the truth the score is.
func (a *App) pathsTitle() string {
	if paths[a.play.rivals] == "value" {
		return words.Say("What the books said")
	}
	return words.Say("How it came about")
}

// drawPaths draws one measure of everyone over the rounds.
func (a *App) drawPaths(r canvas.Rect) {
	u, p := &a.ui, a.play
	d := widget.Dropdown{ID: "paths/measure", Label: words.Say("Figure to draw"), HideLabel: true}
	for _, id := range paths {
		d.Options = append(d.Options, measured(id).name)
	}
	top := r.CutTop(u.Theme.ControlHeight())
	r.CutTop(widget.Gap3)
	p.rivals, _ = u.Dropdown(top.CutLeft(min(top.W, u.Px(260))), d, p.rivals)
	m := measured(paths[p.rivals])
	lines := a.trend(p.terms, p.session.Reports(), m.id)
	lines.Series = nil
	for i, res := range p.results() {
		s := chart.Series{Name: res.name, Dashed: i > 0}
		for _, rep := range res.paths {
			s.Values = append(s.Values, m.of(p.terms, rep))
		}
		lines.Series = append(lines.Series, s)
	}
	if m.id == "value" {
		text := words.Say("Estimates from each firm's averages, not the score: averages miss who stays long, so the winner here may be another than in truth.")
		foot := r.CutBottom(widget.ParagraphHeight(text, r.W, u.Theme.Small()))
		u.Paragraph(&foot, text, u.Theme.Small())
		r.CutBottom(widget.Gap1)
	}
	u.Figure(r, "paths", words.Say("%s of everyone", m.name), lines)
}
