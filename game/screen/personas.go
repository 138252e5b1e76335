package screen

import (
	"math"
	"slices"
	"strings"

	"centricity/game/canvas"
	"centricity/game/widget"
	"centricity/game/words"
	"centricity/sim"
)

// persona is the customer in the middle of a value tier, and how far from it the
// tier's customers are.
type persona struct {
	name      string // to be said
	customers int
	spent     spread // so far [cents]
	bought    spread
	last      spread // purchase [rounds ago]
	since     spread // first purchase [rounds ago]
	source    int    // most came through
	from      float64
	asked     int // in the last survey
	csat      float64
	alike     float64 // share of them who are much like the one in the middle
	resting   float64 // share who last bought more than a round ago
}

// spread is where a quarter, a half and three quarters of the customers are
// below.
type spread struct{ low, middle, high float64 }

func spreadIn(x []float64) spread {
	slices.Sort(x)
	if len(x) == 0 {
		return spread{}
	}
	at := func(share float64) float64 { return x[int(share*float64(len(x)-1)+0.5)] }
	return spread{at(0.25), at(0.5), at(0.75)}
}

// personaNames are the groups that a persona stands for: the tiers, then those
// who were in none.
var personaNames = [sim.NumTiers + 1]string{words.Mark("Top group"), words.Mark("Middle group"), words.Mark("Low group"), words.Mark("New or back")}

// newPersonas sums up each tier of the present customers, by what they spent
// before the last round; those won in it are the last.
func newPersonas(t terms, f *file, survey sim.Survey) []persona {
	csat := map[int]int{} // looked up only
	for _, a := range survey.Answers {
		csat[a.ID] = a.CSAT
	}
	var out []persona
	for tier := range sim.NumTiers + 1 {
		p := persona{name: personaNames[tier]}
		var spent, bought, last, since []float64
		sources := make([]int, 256)
		answers := 0
		for i := range f.people {
			c := &f.people[i]
			if !c.Active || c.Tier != tier {
				continue
			}
			p.customers++
			spent = append(spent, float64(c.Spent))
			bought = append(bought, float64(c.Purchases))
			last = append(last, f.age(c.Last))
			since = append(since, f.age(c.First))
			sources[c.Source]++
			if answer, asked := csat[c.ID]; asked {
				p.asked++
				answers += answer
			}
		}
		p.spent, p.bought, p.last, p.since = spreadIn(spent), spreadIn(bought), spreadIn(last), spreadIn(since)
		for i, n := range sources {
			if n > sources[p.source] {
				p.source = i
			}
		}
		if p.customers > 0 {
			p.from = float64(sources[p.source]) / float64(p.customers)
			p.compare(f, tier)
		}
		if p.asked > 0 {
			p.csat = float64(answers) / float64(p.asked)
		}
		out = append(out, p)
	}
	return out
}

// compare counts who in a tier is much like its persona: within a fifth of it in
// spending, purchases and time as a customer, all three.
func (p *persona) compare(f *file, tier int) {
	near := func(v, middle float64) bool { return math.Abs(v-middle) <= 0.2*middle }
	alike, resting := 0, 0
	for i := range f.people {
		c := &f.people[i]
		if !c.Active || c.Tier != tier {
			continue
		}
		if near(float64(c.Spent), p.spent.middle) && near(float64(c.Purchases), p.bought.middle) && near(f.age(c.First), p.since.middle) {
			alike++
		}
		if f.age(c.Last) > 1 {
			resting++
		}
	}
	p.alike, p.resting = float64(alike)/float64(p.customers), float64(resting)/float64(p.customers)
}

// drawPersonas shows the customer in the middle of each group, and why not to
// trust it.
func (a *App) drawPersonas(r *canvas.Rect, _ canvas.Rect) {
	p := a.play
	f := p.onFile()
	reports := p.session.Reports()
	if p.pictures.cast == nil {
		p.pictures.cast = newPersonas(p.terms, f, reports[len(reports)-1].Survey)
	}
	cast := p.pictures.cast
	table := personaTable(p.terms, cast, r.W < a.ui.Px(860))
	said := personaSentences(p.terms, cast)
	in := a.card(r, a.ui.TableHeight(table.Rows)+widget.Gap3+a.pointsHeight(said, r.W-2*widget.Gap4), words.Say("The customer in the middle of each group"))
	a.ui.Table(in.CutTop(a.ui.TableHeight(table.Rows)), table)
	in.CutTop(widget.Gap3)
	a.points(&in, said)
}

// personaLines are what is said of a persona, a line each.
var personaLines = []struct {
	name string
	of   func(t terms, p persona) string
}{
	{words.Mark("Customers"), func(_ terms, p persona) string { return count(p.customers) }},
	{words.Mark("Spent so far"), func(t terms, p persona) string { return t.short(sim.Money(p.spent.middle)) }},
	{words.Mark("  half of them"), func(t terms, p persona) string {
		return words.Say("%s to %s", t.short(sim.Money(p.spent.low)), t.short(sim.Money(p.spent.high)))
	}},
	{words.Mark("Purchases"), func(_ terms, p persona) string { return widget.Decimal(p.bought.middle, 0) }},
	{words.Mark("  half of them"), func(_ terms, p persona) string {
		return words.Say("%s to %s", widget.Decimal(p.bought.low, 0), widget.Decimal(p.bought.high, 0))
	}},
	{words.Mark("Last purchase"), func(t terms, p persona) string { return t.ago(p.last.middle) }},
	{words.Mark("Customer for"), func(t terms, p persona) string { return t.span(p.since.middle) }},
	{words.Mark("Most came through"), func(t terms, p persona) string {
		return sourceName(t, p.source) + " (" + widget.Decimal(100*p.from, 0) + " %)"
	}},
	{words.Mark("CSAT of those asked"), func(_ terms, p persona) string {
		if p.asked == 0 {
			return "–"
		}
		return words.Say("%s (%s asked)", widget.Decimal(p.csat, 1), count(p.asked))
	}},
}

// personaTable leaves out asides where there is little room.
func personaTable(t terms, cast []persona, narrow bool) widget.Table {
	table := widget.Table{ID: "personas", Name: words.Say("The customer in the middle of each group"), Rows: len(personaLines),
		Columns: []widget.Column{{Title: "", Weight: 1.2}},
		Cell: func(row, col int) string {
			if col == 0 {
				return words.Say(personaLines[row].name)
			}
			if cast[col-1].customers == 0 {
				return "–"
			}
			text := personaLines[row].of(t, cast[col-1])
			if narrow {
				text, _, _ = strings.Cut(text, " (")
			}
			return text
		}}
	for _, p := range cast {
		table.Columns = append(table.Columns, widget.Column{Title: words.Say(p.name), Numeric: true})
	}
	return table
}

func personaSentences(t terms, cast []persona) []string {
	out := []string{means("persona")}
	if top := cast[sim.Top]; top.customers > 0 {
		out = append(out,
			words.Say("Only %s of the top group are much like its persona: within a fifth of it in spending, purchases and time as a customer.", widget.Percent(top.alike)),
			words.Say("%s of the top group have bought nothing for more than a %s.", widget.Percent(top.resting), t.word()))
	}
	return append(out,
		words.Say("The groups were made by what was spent before the %s: who stands high in them was partly lucky, and may spend less from now on.", t.last()),
		words.Say("New or back: won %s, or bought again after you had given them up.", t.last()))
}
