package class

import (
	"slices"

	"centricity/game"
	"centricity/game/page"
	"centricity/game/words"
)

// forecasts tells how well the class knew what it did not know, over all and by
// what was forecast.
func (r Report) forecasts(p *page.Page) {
	all := r.Room.verdicts()
	c := game.Calibrate(all)
	p.Section(words.Say("Forecasts"))
	if c.Made == 0 {
		p.Text(words.Say("No team noted a forecast, so nothing can be said of how well it knew what it did not know."))
		return
	}
	p.Text(words.Plural(c.Made, "%s forecast, meant to hold %s of the time: %s did.", "%s forecasts, each meant to hold %s of the time: %s did.", count(c.Made), percent(game.ForecastSure), percent(c.Rate())))
	var rows [][]string
	for _, kpi := range game.KPIs() {
		if c := game.Calibrate(of(kpi, all)); c.Made > 0 {
			rows = append(rows, []string{kpi.Name(), count(c.Made), count(c.Hit), percent(c.Rate())})
		}
	}
	p.Table(page.Table{Head: []string{words.Say("Figure"), words.Say("Forecasts"), words.As("forecasts", "Held"), words.Say("Share")}, Rows: rows})
}

// of are the verdicts on one KPI.
func of(kpi game.KPI, list []game.Verdict) []game.Verdict {
	return slices.DeleteFunc(slices.Clone(list), func(v game.Verdict) bool { return v.Forecast.KPI() != kpi })
}
