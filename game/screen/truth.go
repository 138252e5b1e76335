package screen

import (
	"centricity/game/canvas"
	"centricity/game/research"
	"centricity/game/widget"
	"centricity/game/words"
	"centricity/sim"
)

// truthBox sets what the books suggested against what the customers are worth,
// in a card that leaves text a width.
func (a *App) truthBox(w float64) box {
	p := a.play
	v, _ := p.session.Value()
	reports := p.session.Reports()
	if len(reports) == 0 {
		return box{title: words.Say("Estimate and truth"), draw: func(canvas.Rect) {}}
	}
	guess := reports[len(reports)-1].EstimatedEquity(p.terms.brief.Discount)
	text := words.Say("Your books and the truth agree closely.")
	switch d := float64(guess - v.Equity); {
	case v.Equity <= 0:
		text = words.Say("Your customers will bring in no more than they cost.")
	case d > 0.1*float64(v.Equity):
		text = words.Say("Your books made your customers look %s too good. An average hides that a few are worth a lot and many little, and that it took your spending to keep them.", widget.Decimal(100*d/float64(v.Equity), 0)+" %")
	case d < -0.1*float64(v.Equity):
		text = words.Say("Your customers are worth more than your books showed: the estimate was %s too low. An average hides the loyal ones, who stay far longer than the rest.", widget.Decimal(-100*d/float64(v.Equity), 0)+" %")
	}
	from, there, closing := words.Say("By your books"), "", reports[len(reports)-1].Base.Closing()
	if p.terms.brief.Silent {
		there = count(closing)
	}
	if f, err := p.outsider(); f != nil && err == nil {
		guess, from, there = money(f.Equity.Value), words.Say("By your records"), count(round(f.Alive.Value))
		text = words.Say("Nobody says goodbye here, so your books could not tell: they counted %s and put them at %s. The estimate here is what analysts make of your records: between %s and %s.",
			customers(closing), p.terms.money(reports[len(reports)-1].EstimatedEquity(p.terms.brief.Discount)), p.terms.money(money(f.Equity.Low)), p.terms.money(money(f.Equity.High))) + " " + againstTruth(guess, v.Equity)
	}
	var rows [][3]string
	if there != "" { // elsewhere the books see who left
		rows = append(rows, [3]string{words.Say("Customers"), there, count(p.trulyThere())})
	}
	rows = append(rows, [][3]string{
		{words.Say("Customer equity"), p.terms.money(guess), p.terms.money(v.Equity)},
		{words.Say("Cash"), p.terms.money(v.Cash), p.terms.money(v.Cash)},
		{words.Say("Company value"), p.terms.money(guess + v.Cash), p.terms.money(v.Company())},
	}...)
	table := widget.Table{ID: "truth", Name: words.Say("Estimate and truth"), Rows: len(rows),
		Columns: []widget.Column{{Title: "", Weight: 1.3}, {Title: from, Numeric: true}, {Title: words.Say("In truth"), Numeric: true}},
		Marked:  func(row int) bool { return row == len(rows)-1 },
		Cell:    func(row, col int) string { return rows[row][col] },
	}
	return box{words.Say("Estimate and truth"), a.ui.TableHeight(table.Rows) + widget.Gap2 + max(a.linesHeight(text, w), a.ui.Px(100)), 1, func(in canvas.Rect) {
		a.ui.Table(in.CutTop(a.ui.TableHeight(table.Rows)), table)
		in.CutTop(widget.Gap2)
		a.lines(&in, text)
	}}
}

// counted is how many customers there truly were after a round: counting takes
// a look at everybody.
type counted struct {
	after sim.Hash
	n     int
}

// trulyThere is how many customers there are in truth when the game is over.
func (p *play) trulyThere() int {
	reports := p.session.Reports()
	if last := reports[len(reports)-1].Hash; p.truly.after != last {
		n, _ := p.session.Customers()
		p.truly = counted{last, n}
	}
	return p.truly.n
}

// countedBy says whose count of customers a figure is where it may be wrong.
func (p *play) countedBy() string {
	if p.terms.brief.Silent {
		return words.Say("by your books")
	}
	return ""
}

// outsider is what analysts make of the records of a firm whose customers do
// not say goodbye; nil elsewhere.
func (p *play) outsider() (*research.Finding, error) {
	if !p.terms.brief.Silent {
		return nil, nil
	}
	return p.study(research.Most)
}

// againstTruth says how an estimate of customer equity did.
func againstTruth(guess, truth sim.Money) string {
	switch d := float64(guess - truth); {
	case truth <= 0:
		return words.Say("In truth they will bring in no more than they cost.")
	case d > 0.1*float64(truth):
		return words.Say("That is %s %% above the truth: the model takes the past to go on, and some of it was your spending.", widget.Decimal(100*d/float64(truth), 0))
	case d < -0.1*float64(truth):
		return words.Say("That is %s %% below the truth: they are likelier to stay than their past lets a model see.", widget.Decimal(-100*d/float64(truth), 0))
	}
	return words.Say("It agrees with the truth closely.")
}
