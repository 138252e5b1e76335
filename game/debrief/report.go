package debrief

import (
	"centricity/game"
	"centricity/game/page"
	"centricity/game/widget"
	"centricity/game/words"
	"centricity/sim"
)

// A section is a part of the report, written the same for a terminal and for a
// page.
type section struct {
	title  string
	blocks []block
}

// A block is one of: a text, a list, a table, a figure under a name.
type block struct {
	text   string
	list   []string
	table  *page.Table
	name   string
	figure widget.Figure
	height float64
}

func (s *section) text(texts ...string) {
	for _, t := range texts {
		s.blocks = append(s.blocks, block{text: t})
	}
}
func (s *section) list(items []string) { s.blocks = append(s.blocks, block{list: items}) }
func (s *section) table(t page.Table)  { s.blocks = append(s.blocks, block{table: &t}) }
func (s *section) figure(name string, f widget.Figure, height float64) {
	s.blocks = append(s.blocks, block{name: name, figure: f, height: height})
}

// report is what is ready to be told, in order. What was left out, or stopped,
// is not in it.
func (d *Debrief) report() (list []section) {
	add := func(title string, write func(*section)) {
		s := section{title: title}
		if write(&s); len(s.blocks) > 0 {
			list = append(list, s)
		}
	}
	add(words.Say("Result"), d.tellResult)
	add(words.Say("How the value came about"), d.tellBridge)
	add(words.Say("Turning points"), d.tellTurning)
	add(words.Say("What if"), d.tellOutcomes)
	add(words.Say("Luck against skill"), d.tellLuck)
	add(words.Say("Belief and truth"), d.tellBelief)
	add(words.Say("Forecasts"), d.tellForecasts)
	add(words.Say("Whom you lost"), d.tellSegments)
	add(words.Say("Loops"), d.tellLoops)
	add(words.Say("Bought and used"), d.tellResearch)
	return list
}

// title heads the report.
func (d *Debrief) title() string {
	return words.Say("Debrief: %s, game %d", words.Say(d.Game.Scenario.Title), d.Game.Seed)
}

func (d *Debrief) tellResult(s *section) {
	g := d.Game
	w, v := g.terms(), g.Value
	s.text(words.Say("After %s the firm is worth %s: %s in cash and %s of customer equity, which is what its customers will still bring in.",
		w.rounds(g.Rounds()), w.money(v.Company()), w.money(v.Cash), w.money(v.Equity)))
	players, _ := d.Players()
	if len(players) == 0 {
		return
	}
	s.text(words.Say("Built-in players ran the same firm with the same customers and the same luck, so a difference in the result is a difference in decisions."))
	s.figure(words.Say("Company value of everyone"), g.PlayersChart(players), float64(30*(len(players)+1)))
	t := page.Table{Head: []string{words.Say("Player"), words.Say("Cash"), words.Say("Customer equity"), words.Say("Company value"), words.Say("Against you")}}
	row := func(name string, v sim.Value, against string) {
		t.Rows = append(t.Rows, []string{name, w.money(v.Cash), w.money(v.Equity), w.money(v.Company()), against})
	}
	row(words.Say("You"), v, "")
	for _, p := range players {
		row(capital(game.PlayerName(p.Name)), p.Value, w.change(p.Value.Company()-v.Company()))
	}
	s.table(t)
}

func (d *Debrief) tellBridge(s *section) {
	story, ok := d.Story()
	if !ok {
		return
	}
	w := d.Game.terms()
	chart := story.BridgeChart(d.Game)
	s.text(words.Say("Company value is cash plus customer equity. Customers won and lost count with what they were truly worth; those who stayed can have become worth more or less."))
	s.figure(words.Say("From the start to the end"), chart, float64(28*len(chart.Steps)))
	t := page.Table{Caption: words.Say("By %s", w.round), Head: []string{capital(w.round), words.Say("Margin"), words.Say("Spending and costs"),
		words.Say("Worth of the won"), words.Say("Worth of the lost"), words.Say("Those who stayed"), words.Say("Company value")}}
	for i, r := range story.Rounds {
		b := r.Bridge
		t.Rows = append(t.Rows, []string{count(i + 1), w.change(b.Margin), w.change(-b.Costs()), w.change(b.Won), w.change(-b.Lost), w.change(b.Stayed - b.Ruin), w.short(r.Value.Company())})
	}
	s.table(t)
}

func (d *Debrief) tellTurning(s *section) {
	turns, ok := d.Turning()
	if !ok {
		return
	}
	w := d.Game.terms()
	var items []string
	for _, o := range turns {
		items = append(items, w.In(o.Round)+": "+d.Game.Turn(o))
	}
	if len(items) == 0 {
		items = []string{words.Say("No other choice that was asked about would have made a difference.")}
	}
	s.list(items)
}

func (d *Debrief) tellOutcomes(s *section) {
	w := d.Game.terms()
	if levers, _ := d.Levers(); len(levers) > 0 {
		s.text(words.Say("What each lever brought over the whole game is the company value as it is, less what it would be had nothing been spent on the lever in any %s. Each is asked alone: together they need not add up.", w.round))
		t := page.Table{Head: []string{words.Say("Lever"), words.Say("Spent"), words.Say("Brought")}}
		for _, l := range levers {
			t.Rows = append(t.Rows, []string{capital(game.LeverName(l.Lever)), w.money(l.Spent), w.change(l.Worth)})
		}
		s.table(t)
	}
	if t := d.outcomeTable(); len(t.Rows) > 0 {
		s.text(words.Say("One decision changed, the rest as it was, the same customers and the same luck: by how much company value would have differed, by %s.", w.round))
		s.table(t)
	}
}

// outcomeTable has a row for each standard question and a column for each round.
func (d *Debrief) outcomeTable() page.Table {
	w := d.Game.terms()
	t := page.Table{Head: []string{words.Say("Instead")}}
	rows := map[string]int{}
	for kind := Without; kind <= Evenly; kind++ {
		for lever := range sim.Lever(sim.NumLevers) {
			for round := 1; round <= d.Game.Rounds(); round++ {
				outcomes, _ := d.Outcomes(round)
				for _, o := range outcomes {
					if o.Kind != kind || o.Lever != lever {
						continue
					}
					name := d.Game.question(o.Alternative)
					if _, ok := rows[name]; !ok {
						rows[name] = len(t.Rows)
						t.Rows = append(t.Rows, make([]string, d.Game.Rounds()+1))
						t.Rows[rows[name]][0] = name
					}
					t.Rows[rows[name]][round] = w.change(o.Difference)
				}
			}
		}
	}
	for round := range d.Game.Rounds() {
		t.Head = append(t.Head, count(round+1))
	}
	return t
}

func (d *Debrief) tellLuck(s *section) {
	l, _ := d.Luck()
	if len(l.Values) < 2 {
		return
	}
	s.text(l.Says(d.Game)...)
	if l.Shares != nil {
		s.text(l.Shares.Says())
	}
	s.figure(words.Say("The same decisions with other luck"), l.Chart(d.Game), 260)
	s.figure(FanTitle(), l.Fan(d.Game), 260)
}

func (d *Debrief) tellBelief(s *section) {
	story, ok := d.Story()
	if !ok {
		return
	}
	b := story.Belief
	s.text(b.Says(d.Game)...)
	s.figure(words.Say("What a customer is worth, by fifths in the order you believed"), b.Chart(d.Game), 260)
}

func (d *Debrief) tellSegments(s *section) {
	story, ok := d.Story()
	if !ok {
		return
	}
	w := d.Game.terms()
	s.text(words.Say("The firm never saw that there are segments."))
	t := page.Table{Head: []string{words.Say("Segment"), words.Say("Customers"), words.Say("Won"), words.Say("Lost"),
		words.Say("True CLV"), words.Say("Believed CLV"), words.Say("Equity"), words.Say("Worth of the lost")}}
	for _, x := range story.Segments {
		t.Rows = append(t.Rows, []string{capital(words.Say(x.Name)), count(x.Customers), count(x.Won), count(x.Lost),
			w.price(x.CLV()), w.price(x.BelievedCLV()), w.short(x.Equity), w.short(x.LostWorth)})
	}
	s.table(t)
	if counts := story.Counts(d.Game); counts != "" {
		s.text(counts)
	}
	s.list(story.Losses(d.Game))
}

func (d *Debrief) tellLoops(s *section) {
	loops, _ := d.Loops()
	var items []string
	for _, l := range loops {
		items = append(items, words.Say("%s (%s): %s", l.Name, l.Sort(), l.Says))
	}
	if len(items) > 0 {
		s.list(items)
	}
}

func (d *Debrief) tellResearch(s *section) {
	bought, ok := d.Research()
	if !ok {
		return
	}
	w := d.Game.terms()
	if len(bought) == 0 {
		s.text(words.Say("Nothing was bought to know customers, and nothing was tested."))
		return
	}
	s.text(words.Say("As far as decisions show: knowledge counts as used when a later decision told customers apart by it; by past spending the books alone can tell them apart."))
	if worth := d.WorthOfInsight(); worth != "" {
		s.text(worth)
	}
	t := page.Table{Head: []string{capital(words.Many(w.round)), words.As("research", "Bought"), words.Say("Used"), words.Say("How"), words.Say("Cost")}, Text: 4}
	for _, x := range bought {
		used, cost := words.Say("no"), "–"
		if x.Used {
			used = words.Say("yes")
		}
		if x.Cost > 0 {
			cost = w.money(x.Cost)
		}
		t.Rows = append(t.Rows, []string{x.When(), capital(x.What), used, x.How, cost})
	}
	s.table(t)
}
