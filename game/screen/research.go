package screen

import (
	"strings"

	"centricity/game/canvas"
	"centricity/game/research"
	"centricity/game/widget"
	"centricity/game/words"
	"centricity/sim"
)

// studied is what analysts made of the records after a round, kept because it
// is the same whenever it is looked at and takes them a moment.
type studied struct {
	after   sim.Hash
	most    int
	finding *research.Finding
	err     error
}

// study has up to most customers' records studied.
func (p *play) study(most int) (*research.Finding, error) {
	reports := p.session.Reports()
	last := reports[len(reports)-1]
	most = min(most, research.Most)
	if s := p.studied; s != nil && s.after == last.Hash && s.most == most {
		return s.finding, s.err
	}
	f, err := research.Of(p.terms.brief, p.session.Records(), last, most)
	p.studied = &studied{last.Hash, most, f, err}
	return f, err
}

// researched tells whether a round paid for a study of the records.
func (p *play) researched(last sim.Report) bool {
	b := p.terms.brief
	return analysed(b) && last.Round >= 1 && research.Paid(b, last) >= research.Fewest
}

// found is what analysts made of the records, if a round paid them and they
// could tell anything.
func (p *play) found(last sim.Report) (*research.Finding, bool) {
	if !p.researched(last) {
		return nil, false
	}
	f, err := p.study(research.Paid(p.terms.brief, last))
	return f, err == nil
}

// consult puts what analysts say of every customer into the file, if the round
// paid them.
func (p *play) consult(f *file) {
	reports := p.session.Reports()
	last := reports[len(reports)-1]
	if f.consulted {
		return
	}
	f.consulted = true
	finding, ok := p.found(last)
	if !ok {
		return
	}
	f.studied = true
	for i := range f.people {
		if c := &f.people[i]; c.Active {
			c.view, c.viewed = finding.View(c.Record)
		}
	}
}

// drawStillThere says, where nobody says goodbye, how many customers analysts
// believe to be left, or that they can be asked.
func (a *App) drawStillThere(r *canvas.Rect, last sim.Report) {
	u, p := &a.ui, a.play
	if !analysed(p.terms.brief) {
		return
	}
	text := words.Say("Nobody says goodbye here: who buys no more has left, or is only resting. Analysts can estimate it from your records: see Research.")
	if f, ok := p.found(last); ok {
		text = words.Say("Nobody says goodbye here: your books count who bought recently. Analysts believe %s to %s of all on your file to be customers still.", count(round(f.Alive.Low)), count(round(f.Alive.High)))
	}
	to := widget.Button{ID: "overview/research", Label: words.Say("Research"), Heard: words.Say("What research found out"), Icon: widget.IconRight}
	w := u.ButtonWidth(to)
	h := max(a.linesHeight(text, r.W-2*widget.Gap4-w-widget.Gap4), u.Px(36))
	in := a.card(r, h, "")
	if at := in.CutRight(w); u.Button(canvas.Box(at.X, at.MidY()-u.Px(18), w, u.Px(36)), to) {
		a.toShop()
	}
	in.CutRight(widget.Gap4)
	in = in.InsetXY(0, (h-a.linesHeight(text, in.W))/2)
	a.lines(&in, text)
}

// drawResearch shows, where nobody says goodbye, what analysts make of the
// firm's records if they are paid to look, and else what that costs.
func (a *App) drawResearch(r *canvas.Rect, last sim.Report) {
	p := a.play
	b := p.terms.brief
	if !analysed(b) {
		return
	}
	title := words.Say("Who is still there")
	paid := research.Paid(b, last)
	if !p.researched(last) {
		each := research.PerRecord(b)
		text := words.Say("Nobody says goodbye here: who buys no more has left, or is only resting, and your books cannot tell. Analysts can estimate it from your records, for each customer. Insight spending pays them %[1]s a customer: from %[2]s a %[3]s on they study enough to tell anything, and %[4]s pays for as many as they want. Last %[3]s it paid for %[5]s.",
			p.terms.price(each), p.terms.money(each*research.Fewest), p.terms.word(), p.terms.money(each*research.Most), count(paid))
		in := a.card(r, a.linesHeight(text, r.W-2*widget.Gap4), title)
		a.lines(&in, text)
		return
	}
	f, err := p.study(paid)
	if err != nil {
		text := words.Say("Analysts looked at your records and can tell nothing: %s.", err.Error())
		in := a.card(r, a.linesHeight(text, r.W-2*widget.Gap4), title)
		a.lines(&in, text)
		return
	}
	text := a.findingSentence(f)
	in := a.card(r, a.figureHeight()+widget.Gap3+a.linesHeight(text, r.W-2*widget.Gap4), title)
	a.findingFigures(in.CutTop(a.figureHeight()), f)
	in.CutTop(widget.Gap3)
	a.lines(&in, text)
	a.pair(r, a.expectedBox(f), a.bestBox(f))
}

// findingFigures are the answers with their margins of error.
func (a *App) findingFigures(r canvas.Rect, f *research.Finding) {
	p := a.play
	cols := r.Columns(3, widget.Gap3)
	between := func(low, high string) string { return words.Say("%s to %s", low, high) }
	a.ui.Figures(cols[0], widget.Figures{ID: "research/alive", Name: words.Say("Still customers"), Value: count(round(f.Alive.Value)),
		Note: between(count(round(f.Alive.Low)), count(round(f.Alive.High))),
		Tip:  words.Say("How many of all on your file are still customers, by a model of buying and leaving fitted to your records, with its margin of error.")})
	a.ui.Figures(cols[1], widget.Figures{ID: "research/purchases", Name: words.Say("Purchases in a year"), Value: count(round(f.Purchases.Value)),
		Note: between(count(round(f.Purchases.Low)), count(round(f.Purchases.High))),
		Tip:  words.Say("What all customers on file will buy within a year, if everything stays as it was.")})
	a.ui.Figures(cols[2], widget.Figures{ID: "research/equity", Name: words.Say("Customer equity, by the analysts"), Value: p.terms.short(money(f.Equity.Value)),
		Note: between(p.terms.short(money(f.Equity.Low)), p.terms.short(money(f.Equity.High))),
		Tip:  words.Say("What all present customers will bring in from now on, in today's money, at last round's margin: an estimate from your records.")})
}

// findingSentence says what the figures rest on and how far to trust them.
func (a *App) findingSentence(f *research.Finding) string {
	fit := words.Say("It fits how often they bought.")
	if !f.Sure {
		fit = words.Say("It does not fit well: %s of customers bought more or less often than it says. Read it with care.", widget.Percent(f.Study.Histogram.Misplaced))
	}
	return strings.Join([]string{
		words.Say("Analysts fitted a model of buying and leaving (%s) to the records of %s of the %s customers you ever had.", f.Study.Used.Name, count(f.Studied), count(f.Asked)), fit,
		words.Say("The margins cover the luck of the sample only. Who buys rarely looks like who has left, and the world and your decisions change: how many are still there can be far off."),
	}, " ")
}

// expectedBox is the file in tenths by what is to be expected of them.
func (a *App) expectedBox(f *research.Finding) box {
	p := a.play
	table := widget.Table{ID: "research/deciles", Name: words.Say("Customers on file by expected value"), Rows: len(f.Deciles),
		Columns: []widget.Column{{Title: words.Say("Tenth"), Weight: 1.2}, {Title: words.Say("Still there"), Numeric: true, Tip: words.Say("The mean chance that one of them still is a customer.")},
			{Title: words.Say("Purchases a year"), Numeric: true, Weight: 1.3}, {Title: words.Say("Worth each"), Numeric: true, Tip: words.Say("Residual lifetime value: what one of them will still bring in, in today's money.")}},
		Cell: func(row, col int) string {
			d := f.Deciles[row]
			switch {
			case col == 0:
				return words.Say(decileNames[row])
			case d.Customers == 0:
				return "–"
			case col == 1:
				return widget.Decimal(100*d.Alive, 0) + " %"
			case col == 2:
				return widget.Decimal(d.Expected, 2)
			}
			return p.terms.price(money(d.Worth))
		}}
	return box{words.Say("What to expect of them"), a.ui.TableHeight(table.Rows), 1, func(in canvas.Rect) {
		a.ui.Table(in, table)
	}}
}

// bestBox lists the customers who are worth most.
func (a *App) bestBox(f *research.Finding) box {
	p := a.play
	table := widget.Table{ID: "research/best", Name: words.Say("Customers who are worth most"), Rows: len(f.Best),
		Columns: []widget.Column{{Title: words.Say("Customer")}, {Title: words.Say("Purchases"), Numeric: true}, {Title: words.Say("Spent"), Numeric: true},
			{Title: words.Say("Still there"), Numeric: true}, {Title: words.Say("Worth"), Numeric: true}},
		Cell: func(row, col int) string {
			c := f.Best[row]
			return [...]string{words.Say("No. %s", count(c.ID)), count(c.Purchases), p.terms.money(c.Spent), widget.Decimal(100*c.Alive, 0) + " %", p.terms.money(money(c.Worth))}[col]
		}}
	return box{words.Say("The most valuable, by expectation"), a.ui.TableHeight(table.Rows), 1, func(in canvas.Rect) {
		a.ui.Table(in, table)
	}}
}

// money is an amount in currency as the game keeps it.
func money(currency float64) sim.Money { return sim.Money(currency*100 + 0.5) }

func round(v float64) int { return int(v + 0.5) }
