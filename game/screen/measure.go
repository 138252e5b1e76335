package screen

import (
	"math"

	"centricity/game"
	"centricity/game/chart"
	"centricity/game/widget"
	"centricity/game/words"
	"centricity/sim"
)

// A measure is a figure of a round that is shown, compared and drawn.
type measure struct {
	id, name, tip string
	form          form
	good          int // +1 more is better, −1 less is, 0 neither
	of            func(terms, sim.Report) float64
}

// form is how a figure is written.
type form uint8

const (
	inMoney  form = iota // [cents], shortened
	inPrice              // [cents], with cents
	inCount              // whole
	inShare              // of 1, as a percentage
	inPoints             // whole, −100 to 100
	inIndex              // two decimals
)

var measures = []measure{
	{"value", words.Mark("Estimated company value"), words.Mark("What the firm may be worth today: its cash plus what its customers are expected to bring in later. Your books estimate it roughly, by averages, which hide the loyal and can be far too low. The true value is told at the end."), inMoney, +1,
		func(t terms, r sim.Report) float64 {
			return float64(game.Cash(t.brief, r) + r.EstimatedEquity(t.brief.Discount))
		}},
	{"equity", words.Mark("Customer equity, by your books"), words.Mark("Customer equity: what all present customers together are expected to bring in from now on. Here it is an estimate from averages."), inMoney, +1,
		func(t terms, r sim.Report) float64 { return float64(r.EstimatedEquity(t.brief.Discount)) }},
	{"clv", words.Mark("Estimated CLV"), words.Mark("Customer lifetime value: what an average customer is expected to bring in from now on, in today's money. Here it is an estimate from averages."), inPrice, +1,
		func(t terms, r sim.Report) float64 {
			if r.Base.Closing() == 0 {
				return math.NaN()
			}
			return float64(r.EstimatedEquity(t.brief.Discount)) / float64(r.Base.Closing())
		}},
	{"cash", words.Mark("Cash"), words.Mark("Money the firm has after the round."), inMoney, +1,
		func(t terms, r sim.Report) float64 { return float64(game.Cash(t.brief, r)) }},
	{"profit", words.Mark("Profit"), words.Mark("Revenue less all costs of the round: goods, service, everything you spent, fixed costs and write-offs."), inMoney, +1,
		func(_ terms, r sim.Report) float64 { return float64(r.Books.Profit()) }},
	{"revenue", words.Mark("Revenue"), words.Mark("Everything customers paid in the round."), inMoney, +1,
		func(_ terms, r sim.Report) float64 { return float64(r.Books.Revenue) }},
	{"customers", words.Mark("Customers"), words.Mark("People who are customers at the end of the round."), inCount, +1,
		func(_ terms, r sim.Report) float64 { return float64(r.Base.Closing()) }},
	{"retention", words.Mark("Retention"), words.Mark("Retention rate: the share of the customers the round began with who stayed to its end."), inShare, +1,
		func(_ terms, r sim.Report) float64 {
			if r.Base.Opening == 0 {
				return math.NaN()
			}
			return r.Base.Retention()
		}},
	{"won", words.Mark("New customers"), words.Mark("Customers won in the round, from all sources, those won back among them."), inCount, +1,
		func(_ terms, r sim.Report) float64 { return float64(r.Base.New()) }},
	{"lost", words.Mark("Customers lost"), words.Mark("Customers who left in the round."), inCount, -1,
		func(_ terms, r sim.Report) float64 { return float64(r.Base.Churned + r.Base.ChurnedNew) }},
	{"cac", words.Mark("CAC"), words.Mark("Customer acquisition cost: what one new customer cost you: advertising and first-purchase discounts, divided by the customers won."), inPrice, -1,
		func(_ terms, r sim.Report) float64 {
			cost, ok := r.CAC()
			if !ok {
				return math.NaN()
			}
			return float64(cost)
		}},
	{"nps", words.Mark("NPS"), words.Mark("Net promoter score: the share of customers asked who would recommend you (9 or 10 of 10) less the share who would not (0 to 6). From a sample, so with a margin of error."), inPoints, +1,
		func(_ terms, r sim.Report) float64 {
			if r.Survey.Asked == 0 {
				return math.NaN()
			}
			return r.Survey.NPS()
		}},
	{"price", words.Mark("Your price"), words.Mark("Your list price in the round."), inPrice, 0,
		func(_ terms, r sim.Report) float64 { return float64(r.Price) }},
	{"rival", words.Mark("Rival's price"), words.Mark("What the rival charged in the round."), inPrice, 0,
		func(_ terms, r sim.Report) float64 { return float64(r.RivalPrice) }},
	{"quality", words.Mark("Your quality"), words.Mark("How good your product is; the rival's is on the same scale."), inIndex, +1,
		func(_ terms, r sim.Report) float64 { return r.Quality }},
	{"rivalquality", words.Mark("Rival's quality"), words.Mark("How good the rival's product is; yours is on the same scale."), inIndex, -1,
		func(_ terms, r sim.Report) float64 { return r.RivalBest }},
	{"knowledge", words.Mark("Customer knowledge"), words.Mark("How well you know the average customer: 0 % is not at all, 100 % is perfectly. It grows with insight and purchases, and ages."), inShare, +1,
		func(_ terms, r sim.Report) float64 { return r.Knowledge }},
	{"top", words.Mark("Top 20 % of customers"), words.Mark("The share of all revenue so far that the best fifth of your customers paid."), inShare, 0,
		func(_ terms, r sim.Report) float64 { return r.Concentration.TopShare }},
}

// measured finds a measure by its id, its texts as they are said.
func measured(id string) measure {
	for _, m := range measures {
		if m.id == id {
			m.name, m.tip = words.Say(m.name), words.Say(m.tip)
			return m
		}
	}
	panic("there is no measure " + id)
}

// text writes a value of the measure.
func (m measure) text(t terms, v float64) string {
	if !finite(v) {
		return "–"
	}
	switch m.form {
	case inMoney:
		return t.short(sim.Money(math.Round(v)))
	case inPrice:
		return t.price(sim.Money(math.Round(v)))
	case inShare:
		return widget.Percent(v)
	case inIndex:
		return widget.Decimal(v, 2)
	}
	return widget.Decimal(v, 0)
}

// ticks write the measure on an axis; nil: each value as text does.
func (m measure) ticks(t terms) chart.Ticks {
	switch m.form {
	case inMoney:
		return t.ticks
	case inShare:
		return widget.Percents
	}
	return nil
}

// change writes how a value moved, and whether that is good news; nothing when
// there is nothing to compare.
func (m measure) change(t terms, now, before float64) (string, widget.Tone) {
	if !finite(now) || !finite(before) {
		return "", widget.Quiet
	}
	d := now - before
	said := func(d float64) string {
		if m.form == inShare {
			return words.Say("%s points", widget.Decimal(d*100, 1))
		}
		return m.text(t, d)
	}
	text := said(d)
	if text == said(0) { // nothing that a player could read
		return words.Say("as before"), widget.Quiet
	}
	tone := widget.Quiet
	switch {
	case d*float64(m.good) > 0:
		tone = widget.Positive
	case d*float64(m.good) < 0:
		tone = widget.Negative
	}
	return widget.Signed(text), tone
}

// short is the name where there is little room.
func (m measure) short() string {
	switch m.id {
	case "value":
		return words.Say("Company value")
	case "equity":
		return words.Say("Customer equity")
	case "clv":
		return words.Say("CLV")
	}
	return m.name
}
