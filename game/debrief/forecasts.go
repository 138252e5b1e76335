package debrief

import (
	"math"

	"centricity/game"
	"centricity/game/page"
	"centricity/game/widget"
	"centricity/game/words"
	"centricity/sim"
)

// Calibrated says how many of a team's forecasts held; empty where none can be
// told.
func Calibrated(c game.Calibration) string {
	const out = 5
	times := count(int(math.Round(out * game.ForecastSure)))
	switch {
	case c.Made == 0:
		return ""
	case c.Hit == 0:
		return words.Plural(c.Made, "%s forecast, and it did not hold. It was meant to hold %s times in %s.", "%s forecasts, and none held. Each was meant to hold %s times in %s.",
			count(c.Made), times, count(out))
	case c.Hit == c.Made:
		return words.Plural(c.Made, "%s forecast, and it held. It was meant to hold %s times in %s.", "%s forecasts, and all held. Each was meant to hold %s times in %s.",
			count(c.Made), times, count(out))
	}
	return words.Say("%s forecasts, of which %s held. Each was meant to hold %s times in %s.", count(c.Made), count(c.Hit), times, count(out))
}

// tellForecasts sets what the team expected against what came.
func (d *Debrief) tellForecasts(s *section) {
	story, ok := d.Story()
	if !ok {
		return
	}
	list := game.Verdicts(d.Game.Scenario.Market.Brief(), d.Game.Notes, story.Reports())
	if len(list) == 0 {
		return
	}
	if said := Calibrated(game.Calibrate(list)); said != "" {
		s.text(said)
	}
	w := d.Game.terms()
	t := page.Table{Head: []string{capital(w.round), words.Say("Figure"), words.Say("You expected"), words.Say("It was"), ""}, Text: 2}
	for _, v := range list {
		kpi := v.Forecast.KPI()
		came, verdict := "–", words.Say("could not be told")
		if v.Known {
			came, verdict = w.kpi(kpi, v.Came), w.missed(v)
		}
		t.Rows = append(t.Rows, []string{count(v.Round), kpi.Name(), words.Say("%s to %s", w.kpi(kpi, v.Forecast.Low), w.kpi(kpi, v.Forecast.High)), came, verdict})
	}
	s.table(t)
}

// missed says whether a forecast held, or by how much it did not.
func (w terms) missed(v game.Verdict) string {
	by := max(v.Missed(), -v.Missed())
	switch {
	case v.Held():
		return words.Say("held")
	case v.Forecast.KPI() == game.Retention:
		return words.Say("missed by %s", words.Say("%s points", widget.Decimal(float64(by)/100, 1)))
	}
	return words.Say("missed by %s", w.kpi(v.Forecast.KPI(), by))
}

// kpi writes a value of a KPI.
func (w terms) kpi(k game.KPI, v int64) string {
	switch k {
	case game.Retention:
		return widget.BasisPoints(v)
	case game.Revenue, game.Profit, game.CompanyValue:
		return w.money(sim.Money(v))
	}
	return widget.Count(v)
}
