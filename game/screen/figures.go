package screen

import (
	"math"

	"centricity/game/canvas"
	"centricity/game/chart"
	"centricity/game/widget"
	"centricity/game/words"
	"centricity/sim"
)

// figureHeight is the height of one key figure.
func (a *App) figureHeight() float64 { return a.ui.Px(18 + 27 + 18) }

// figures draws key figures of reports[at], each against the round before, in
// so many columns.
func (a *App) figures(r canvas.Rect, t terms, reports []sim.Report, at int, ids []string, columns int) {
	rows := (len(ids) + columns - 1) / columns
	cells := r.Grid(columns, rows, widget.Gap3)
	for i, id := range ids {
		a.figure(cells[i], t, reports, at, id, false)
	}
}

func (a *App) figure(r canvas.Rect, t terms, reports []sim.Report, at int, id string, large bool) {
	m := measured(id)
	now := m.of(t, reports[at])
	f := widget.Figures{ID: "figure/" + id, Name: m.name, Value: m.text(t, now), Tip: m.tip, Large: large}
	if id == "value" && t.brief.Silent { // nobody knows who is still there
		f.Name = words.Say("Company value, a rough guess")
	}
	if at > 0 {
		f.Note, f.Tone = m.change(t, now, m.of(t, reports[at-1]))
		if long := t.onLast(f.Note); f.Tone != widget.Quiet && canvas.Measure(long, a.ui.Theme.Small()) <= r.W {
			f.Note = long
		}
	}
	if id == "nps" {
		f.Value += margin(reports[at].Survey)
		if at > 0 && unclear(reports[at].Survey, reports[at-1].Survey) {
			f.Note, f.Tone = words.Say("no clear change"), widget.Quiet
			if start, ok := opened(reports[:at]); ok && !unclear(reports[at].Survey, start.Survey) {
				f.Note, f.Tone = m.change(t, now, m.of(t, start))
				f.Note = words.Say("%s on start", f.Note)
			}
		}
	}
	if round := reports[at].Round; round > 0 && a.play != nil {
		if kpi, text := a.play.foreseen(round); string(kpi) == id {
			f.Tip += " " + text
		}
	}
	a.ui.Figures(r, f)
}

// opened is the last round before the player's first.
func opened(reports []sim.Report) (start sim.Report, ok bool) {
	for _, r := range reports {
		if r.Round == 0 {
			return r, r.Survey.Asked > 0
		}
	}
	return sim.Report{}, false
}

// margin is the error of a survey's score as a player reads it: 95 of 100
// samples lie within ±1.96 standard errors of the truth.
func margin(s sim.Survey) string {
	if s.Asked == 0 {
		return ""
	}
	return " ±" + widget.Decimal(1.96*s.StandardError(), 0)
}

// unclear tells whether two surveys differ by no more than samples do: less
// than 1.96 standard errors of the difference.
func unclear(a, b sim.Survey) bool {
	if a.Asked == 0 || b.Asked == 0 {
		return false
	}
	return math.Abs(a.NPS()-b.NPS()) < 1.96*math.Hypot(a.StandardError(), b.StandardError())
}

// trend is the line of a measure over all rounds.
func (a *App) trend(t terms, reports []sim.Report, id string) chart.Lines {
	m := measured(id)
	lines := chart.Lines{
		X:     capital(t.word()),
		Y:     func(v float64) string { return m.text(t, v) },
		Ticks: m.ticks(t),
	}
	if len(reports) > 0 {
		lines.First = reports[0].Round
	}
	for _, other := range companions(id) {
		o := measured(other)
		s := chart.Series{Name: o.short(), Dashed: other != id}
		for _, rep := range reports {
			v := o.of(t, rep)
			s.Values = append(s.Values, v)
			if other == "nps" {
				e := 1.96 * rep.Survey.StandardError()
				s.Low, s.High = append(s.Low, v-e), append(s.High, v+e)
			}
		}
		lines.Series = append(lines.Series, s)
	}
	for _, rep := range reports {
		if rep.Round < 1 {
			lines.History++
		}
	}
	if lines.History == len(reports) {
		lines.History = 0 // nothing to set it apart from
	}
	lines.Zero = m.form == inMoney || m.form == inCount
	return lines
}

// companions are the measures drawn in one chart.
func companions(id string) []string {
	switch id {
	case "price":
		return []string{"price", "rival"}
	case "quality":
		return []string{"quality", "rivalquality"}
	case "won":
		return []string{"won", "lost"}
	}
	return []string{id}
}

// trends are the measures to choose from above a chart.
var trends = []string{"value", "customers", "profit", "revenue", "cash", "won", "retention", "cac", "clv", "nps", "price", "quality", "top", "knowledge"}

// drawn are those of them that this scenario has: nobody gets to know customers
// where insight cannot be bought.
func drawn(t terms) []string {
	if t.brief.Levers[sim.Insight] {
		return trends
	}
	return trends[:len(trends)-1]
}

// drawnName is what a chart of a measure and its companions is called.
func drawnName(id string) string {
	switch id {
	case "price":
		return words.Say("Prices, yours and the rival's")
	case "quality":
		return words.Say("Quality, yours and the rival's")
	case "won":
		return words.Say("Customers won and lost")
	}
	return measured(id).name
}

// drawTrend draws the chart of the chosen measure with the choice above it.
func (a *App) drawTrend(r canvas.Rect, id string, t terms, reports []sim.Report, chosen *int) {
	u := &a.ui
	d := widget.Dropdown{ID: id + "/measure", Label: words.Say("Figure to draw"), HideLabel: true}
	trends := drawn(t)
	*chosen = min(*chosen, len(trends)-1)
	for _, m := range trends {
		d.Options = append(d.Options, drawnName(m))
	}
	top := r.CutTop(u.Theme.ControlHeight())
	r.CutTop(widget.Gap3)
	*chosen, _ = u.Dropdown(top.CutLeft(math.Min(top.W, u.Px(280))), d, *chosen)
	u.Figure(r, id, words.Say("%s over the rounds", d.Options[*chosen]), a.trend(t, reports, trends[*chosen]))
}
