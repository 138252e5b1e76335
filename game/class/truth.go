package class

import (
	"context"
	"strings"

	"centricity/game/debrief"
	"centricity/game/page"
	"centricity/game/widget"
	"centricity/game/words"
	"centricity/scenarios"
	"centricity/sim"
)

// A Truth is what the best and the most typical team's customers were really
// like.
type Truth struct {
	Best, Typical []debrief.Segment
	Guess, Real   []sim.Money // customer equity by the books and in truth, best and typical team
}

// Truth plays the two games once more and looks at everybody.
func (r *Room) Truth(ctx context.Context, workers int) (t Truth, err error) {
	if len(r.Teams) == 0 {
		return t, nil
	}
	for i, to := range []*[]debrief.Segment{&t.Best, &t.Typical} {
		team := r.Teams[0]
		if i == 1 {
			team = r.Teams[r.Typical()]
		}
		g, err := debrief.Read(team.log, func(string) (scenarios.Scenario, error) { return r.Scenario, nil })
		if err != nil {
			return t, err
		}
		d := debrief.New(g, debrief.Options{Parts: debrief.Truth})
		if err := d.Run(ctx, workers, nil); err != nil {
			return t, err
		}
		if story, ok := d.Story(); ok {
			*to = story.Segments
		}
		last := team.Reports[len(team.Reports)-1]
		t.Guess = append(t.Guess, last.EstimatedEquity(r.Scenario.Market.Value.DiscountRate))
		t.Real = append(t.Real, team.Value.Equity)
	}
	return t, nil
}

func (r Report) truth(p *page.Page) {
	t := r.Truth
	if len(t.Best) == 0 {
		return
	}
	p.Section(words.Say("The truth"))
	p.Text(words.Say("What no team could see: the kinds of customers, who came, who left, and what they were worth."))
	for i, list := range [][]debrief.Segment{t.Best, t.Typical} {
		who := []string{words.Say("The best team"), words.Say("The most typical team")}[i]
		var rows [][]string
		for _, s := range list {
			rows = append(rows, []string{words.Say(s.Name), count(s.Opening), count(s.Won), count(s.Lost),
				count(s.Customers), r.money(s.CLV().Currency()), r.money(s.Equity.Currency())})
		}
		p.Table(page.Table{Caption: who, Head: []string{
			words.Say("Customers"), words.Say("At the start"), words.Say("Won"), words.Say("Lost"), words.Say("At the end"), words.Say("Worth each"), words.Say("Worth together")}, Rows: rows})
		p.Text(words.Say("%s's books suggested a customer equity of %s; it was %s.", who, r.money(t.Guess[i].Currency()), r.money(t.Real[i].Currency())))
	}
}

// ranking names the teams.
func (r Report) ranking(p *page.Page) {
	p.Section(words.Say("Ranking"))
	var rows [][]string
	for i, t := range r.Room.Teams {
		other := "–"
		if x, ok := r.Luck.Points(i); ok {
			other = widget.Decimal(x, 0)
		}
		rows = append(rows, []string{count(t.Rank), t.Name, r.money(t.Value.Company().Currency()), widget.Decimal(r.Room.Points(t), 0), other, strings.Join(t.Remarks, "; ")})
	}
	p.Table(page.Table{Head: []string{"", words.Say("Team"), words.Say("Company value"), words.Say("Points"), words.Say("Points over other luck"), words.Say("Remarks")}, Rows: rows, Text: 2})
}
