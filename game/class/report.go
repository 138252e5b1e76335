package class

import (
	"io"
	"slices"

	"centricity/game"
	"centricity/game/chart"
	"centricity/game/page"
	"centricity/game/widget"
	"centricity/game/words"
	"centricity/sim"
)

// A Report is what a class sees on the wall.
type Report struct {
	Room  *Room
	Luck  Luck  // the zero Luck leaves its part out
	Truth Truth // the zero Truth leaves its part out
	Names bool  // say who is who; without it nobody can be told from the page
}

// WriteTo writes the page: one file that loads nothing.
func (r Report) WriteTo(w io.Writer) (int64, error) {
	room := r.Room
	p := page.New(words.Say("%s: what the class made of it", words.Say(room.Scenario.Title)))
	p.Project()
	p.Text(words.Plural(len(room.Teams),
		"%s game verified by replay. Everyone met the same customers and the same luck, so a difference in the result is a difference in decisions.",
		"%s games verified by replay. Everyone met the same customers and the same luck, so a difference in the result is a difference in decisions.", count(len(room.Teams))))
	if len(room.Teams) == 0 {
		p.Warn(words.Say("No game could be ranked."))
		return p.WriteTo(w)
	}
	r.results(p)
	r.luck(p)
	r.courses(p)
	r.links(p)
	r.forecasts(p)
	p.Section(words.Say("Three questions these data raise"))
	p.List(room.Questions(r.Luck)...)
	r.truth(p)
	if r.Names {
		r.ranking(p)
	}
	return p.WriteTo(w)
}

func (r Report) money(v float64) string {
	return widget.Amount(r.Room.Scenario.Currency, widget.Short(v))
}

// results draws how the results spread, beside the built-in players.
func (r Report) results(p *page.Page) {
	p.Section(words.Say("Results"))
	var values []float64
	for _, t := range r.Room.Teams {
		values = append(values, t.Value.Company().Currency())
	}
	low, high := slices.Min(values), slices.Max(values)
	for _, x := range r.Room.Players {
		low, high = min(low, x.Value.Company().Currency()), max(high, x.Value.Company().Currency())
	}
	categories, counts := histogram(values, low, high, r.money)
	p.Figure(words.Say("Company value: how many teams"), chart.Bars{Categories: categories, Series: []chart.Series{{Name: words.Say("Teams"), Values: counts}},
		Y: func(v float64) string { return widget.Decimal(v, 0) }}, float64(60+34*len(categories)))
	rows := [][]string{
		{words.Say("Best team"), r.money(values[0])},
		{words.Say("Team in the middle"), r.money(values[len(values)/2])},
		{words.Say("Last team"), r.money(values[len(values)-1])},
	}
	for _, x := range r.Room.Players {
		rows = append(rows, []string{builtIn(x), r.money(x.Value.Company().Currency())})
	}
	p.Table(page.Table{Head: []string{"", words.Say("Company value")}, Rows: rows})
}

// histogram counts values in equal steps between two bounds.
func histogram(x []float64, low, high float64, text func(float64) string) (names []string, counts []float64) {
	bins := min(max(len(x)/3, 3), 12)
	if high <= low {
		return []string{text(low)}, []float64{float64(len(x))}
	}
	step := (high - low) / float64(bins)
	counts = make([]float64, bins)
	for _, v := range x {
		counts[min(int((v-low)/step), bins-1)]++
	}
	for i := range counts {
		names = append(names, words.Say("%s to %s", text(low+float64(i)*step), text(low+float64(i+1)*step)))
	}
	return names, counts
}

// luck tells how much of the ranking other luck would have changed.
func (r Report) luck(p *page.Page) {
	l := r.Luck
	if l.Seeds < 2 {
		return
	}
	p.Section(words.Say("Luck against skill"))
	p.Text(words.Say("Every team's decisions, played again as they are in %d other worlds of the same kind.", l.Seeds))
	rows := [][]string{}
	if skill, ok := l.Skill(); ok {
		rows = append(rows,
			[]string{words.Say("Of what sets teams apart: decisions"), percent(skill)},
			[]string{words.Say("Of what sets teams apart: luck that suited some"), percent(1 - skill)},
			[]string{words.Say("Of all variation: luck that all shared"), percent(l.Shares.Common)})
	}
	rows = append(rows, []string{words.Say("Today's best team would be first again in"), percent(l.First)})
	if len(r.Room.Teams) > 2 {
		rows = append(rows, []string{words.Say("Rank correlation of today's result and the mean over other luck"), widget.Decimal(l.Order, 2)})
	}
	p.Table(page.Table{Head: []string{"", words.Say("Share")}, Rows: rows})
	best, typical := l.Teams[0], l.Teams[r.Room.Typical()]
	rows = [][]string{r.spread(words.Say("Today's best team"), best), r.spread(words.Say("The most typical team"), typical)}
	for i, s := range l.Players {
		rows = append(rows, r.spread(builtIn(r.Room.Players[i]), s))
	}
	p.Table(page.Table{Caption: words.Say("Company value over other luck"),
		Head: []string{"", words.Say("Mean"), words.Say("SD"), words.Say("Worst"), words.Say("Best")}, Rows: rows})
	if l.Refused > 0 {
		p.Warn(words.Plural(l.Refused, "%s game could not be played in another world and were left out.", "%s games could not be played in another world and were left out.", count(l.Refused)))
	}
}

func (r Report) spread(name string, s Spread) []string {
	if s.N == 0 {
		return []string{name, "–", "–", "–", "–"}
	}
	return []string{name, r.money(s.Mean), r.money(s.SD), r.money(s.Low), r.money(s.Top)}
}

// courses draws what the best and the most typical team did.
func (r Report) courses(p *page.Page) {
	room := r.Room
	best, typical := room.Teams[0], room.Teams[room.Typical()]
	p.Section(words.Say("What the best and the most typical team did"))
	p.Text(words.Say("The most typical team is the one whose money was divided most like everyone else's."))
	round := widget.Capital(words.Say(room.Scenario.Round))
	head := []string{round}
	for _, who := range []string{words.Mark("best: %s"), words.Mark("typical: %s")} {
		for l := range sim.NumLevers {
			if room.Scenario.Market.Levers[l] {
				head = append(head, words.Say(who, game.LeverName(sim.Lever(l))))
			}
		}
	}
	var rows [][]string
	for k := range best.Decisions {
		row := []string{count(k + 1)}
		for _, t := range []Team{best, typical} {
			for l, s := range shares(t.Decisions[k]) {
				if room.Scenario.Market.Levers[l] {
					row = append(row, percent(s))
				}
			}
		}
		rows = append(rows, row)
	}
	p.Table(page.Table{Head: head, Rows: rows})
	lines := chart.Lines{Y: r.money, First: 1, X: round}
	add := func(name string, reports []sim.Report, dashed bool) {
		s := chart.Series{Name: name, Dashed: dashed}
		for _, rep := range reports {
			if rep.Round > 0 {
				s.Values = append(s.Values, rep.Books.Closing.Currency())
			}
		}
		lines.Series = append(lines.Series, s)
	}
	add(words.Say("Best team"), best.Reports, false)
	add(words.Say("Most typical team"), typical.Reports, false)
	for _, x := range room.Players {
		add(game.PlayerName(x.Name), x.Paths, true)
	}
	p.Figure(words.Say("Cash"), lines, 380)
}

// links sets decisions against outcomes.
func (r Report) links(p *page.Page) {
	links := r.Room.Links()
	if len(links) == 0 {
		return
	}
	n := len(r.Room.Teams)
	p.Section(words.Say("Decisions against outcomes"))
	p.Text(words.Say("Rank correlation with company value over %d teams. Between %s and %s it can well be chance, and of several comparisons one in twenty looks larger than that without any reason.", n, widget.Decimal(-chance(n), 2), widget.Decimal(chance(n), 2)))
	var rows [][]string
	for _, k := range links {
		rows = append(rows, []string{k.What, signed(k.Correlation), r.unit(k.Unit, k.Best), r.unit(k.Unit, k.Weakest)})
	}
	p.Table(page.Table{Head: []string{"", words.Say("Correlation"), words.Say("Best third"), words.Say("Weakest third")}, Rows: rows})
}

func (r Report) unit(u Unit, v float64) string {
	switch u {
	case Percent:
		return percent(v)
	case Price:
		return widget.Amount(r.Room.Scenario.Currency, widget.Decimal(v, 2))
	}
	return widget.Decimal(v, 1)
}

// signed writes a correlation with its sign.
func signed(v float64) string {
	if v > 0 {
		return "+" + widget.Decimal(v, 2)
	}
	return widget.Decimal(v, 2)
}

func percent(v float64) string { return widget.Decimal(100*v, 0) + " %" }

func count(n int) string { return widget.Count(int64(n)) }

// builtIn names a built-in player beside teams.
func builtIn(x game.Result) string { return words.Say("Built-in: %s", game.PlayerName(x.Name)) }
