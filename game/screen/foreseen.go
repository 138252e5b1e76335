package screen

import (
	"math"

	"centricity/game"
	"centricity/game/canvas"
	"centricity/game/debrief"
	"centricity/game/widget"
	"centricity/game/words"
)

// verdicts are what came of the game's forecasts so far.
func (p *play) verdicts() []game.Verdict {
	return game.Verdicts(p.terms.brief, p.session.Notes(), p.session.Reports())
}

// foreseen says what came of the forecast on a round; kpi is what it was of,
// and empty without one.
func (p *play) foreseen(round int) (kpi game.KPI, text string) {
	for _, v := range p.verdicts() {
		if v.Round != round {
			continue
		}
		m, expected := measured(string(v.Forecast.KPI())), p.terms.interval(v.Forecast)
		came := m.number(p.terms).Text(v.Came)
		switch {
		case !v.Known:
			text = words.Say("%s: you expected %s; it could not be told.", m.name, expected)
		case v.Held():
			text = words.Say("%s: you expected %s; it was %s: it held.", m.name, expected, came)
		default:
			text = words.Say("%s: you expected %s; it was %s: missed by %s.", m.name, expected, came, p.terms.apart(m, v.Missed()))
		}
		return v.Forecast.KPI(), text
	}
	return "", ""
}

// apart is how far two values of a measure are from each other.
func (t terms) apart(m measure, d int64) string {
	d = int64(math.Abs(float64(d)))
	if m.form == inShare {
		return words.Say("%s points", widget.Decimal(float64(d)/100, 1))
	}
	return m.number(t).Text(d)
}

// drawForeseen draws how well the team knew what it did not know: how many
// forecasts held, and each.
func (a *App) drawForeseen(r *canvas.Rect) {
	p := a.play
	list := p.verdicts()
	if len(list) == 0 {
		return
	}
	said := debrief.Calibrated(game.Calibrate(list))
	table := widget.Table{ID: "forecasts", Name: words.Say("Your forecasts"), Rows: len(list),
		Columns: []widget.Column{{Title: capital(p.terms.word()), Weight: 0.8}, {Title: words.Say("Figure"), Weight: 1.2},
			{Title: words.Say("You expected"), Weight: 1.4, Numeric: true, Tip: words.Say("Two values between which you were 80 % sure that it would be.")},
			{Title: words.Say("It was"), Numeric: true}, {Title: words.As("forecast", "Missed by"), Numeric: true}},
		Cell: func(row, col int) string {
			v := list[row]
			m := measured(string(v.Forecast.KPI()))
			switch {
			case col == 0:
				return count(v.Round)
			case col == 1:
				return m.short()
			case col == 2:
				return p.terms.interval(v.Forecast)
			case !v.Known:
				return "–"
			case col == 3:
				return m.number(p.terms).Text(v.Came)
			case v.Held():
				return words.Say("held")
			}
			return p.terms.apart(m, v.Missed())
		}}
	h := a.ui.TableHeight(table.Rows)
	in := a.card(r, h+widget.Gap2+a.linesHeight(said, r.W-2*widget.Gap4), table.Name)
	if said != "" {
		a.lines(&in, said)
		in.CutTop(widget.Gap2)
	}
	a.ui.Table(in.CutTop(h), table)
}
