package screen

import (
	"math"
	"strings"

	"centricity/game/widget"
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
	{"value", "Estimated company value", "What the firm may be worth today: its cash plus what its customers are expected to bring in later, estimated from your books. The true value is told at the end.", inMoney, +1,
		func(t terms, r sim.Report) float64 {
			return float64(t.cash(r) + r.EstimatedEquity(t.brief.Discount))
		}},
	{"equity", "Estimated customer equity", "Customer equity: what all present customers together are expected to bring in from now on. Here it is an estimate from averages.", inMoney, +1,
		func(t terms, r sim.Report) float64 { return float64(r.EstimatedEquity(t.brief.Discount)) }},
	{"clv", "Estimated CLV", "Customer lifetime value: what an average customer is expected to bring in from now on, in today's money. Here it is an estimate from averages.", inPrice, +1,
		func(t terms, r sim.Report) float64 {
			if r.Base.Closing() == 0 {
				return math.NaN()
			}
			return float64(r.EstimatedEquity(t.brief.Discount)) / float64(r.Base.Closing())
		}},
	{"cash", "Cash", "Money the firm has after the round.", inMoney, +1,
		func(t terms, r sim.Report) float64 { return float64(t.cash(r)) }},
	{"profit", "Profit", "Revenue less all costs of the round: goods, service, everything you spent, fixed costs and write-offs.", inMoney, +1,
		func(_ terms, r sim.Report) float64 { return float64(r.Books.Profit()) }},
	{"revenue", "Revenue", "Everything customers paid in the round.", inMoney, +1,
		func(_ terms, r sim.Report) float64 { return float64(r.Books.Revenue) }},
	{"customers", "Customers", "People who are customers at the end of the round.", inCount, +1,
		func(_ terms, r sim.Report) float64 { return float64(r.Base.Closing()) }},
	{"retention", "Retention", "Retention rate: the share of the customers the round began with who stayed to its end.", inShare, +1,
		func(_ terms, r sim.Report) float64 {
			if r.Base.Opening == 0 {
				return math.NaN()
			}
			return r.Base.Retention()
		}},
	{"won", "New customers", "Customers won in the round, from all sources, those won back among them.", inCount, +1,
		func(_ terms, r sim.Report) float64 { return float64(r.Base.New()) }},
	{"lost", "Customers lost", "Customers who left in the round.", inCount, -1,
		func(_ terms, r sim.Report) float64 { return float64(r.Base.Churned + r.Base.ChurnedNew) }},
	{"cac", "CAC", "Customer acquisition cost: what one new customer cost you: advertising and first-purchase discounts, divided by the customers won.", inPrice, -1,
		func(_ terms, r sim.Report) float64 {
			cost, ok := r.CAC()
			if !ok {
				return math.NaN()
			}
			return float64(cost)
		}},
	{"nps", "NPS", "Net promoter score: the share of customers asked who would recommend you (9 or 10 of 10) less the share who would not (0 to 6). From a sample, so with a margin of error.", inPoints, +1,
		func(_ terms, r sim.Report) float64 {
			if r.Survey.Asked == 0 {
				return math.NaN()
			}
			return r.Survey.NPS()
		}},
	{"price", "Your price", "Your list price in the round.", inPrice, 0,
		func(_ terms, r sim.Report) float64 { return float64(r.Price) }},
	{"rival", "Rival's price", "What the rival charged in the round.", inPrice, 0,
		func(_ terms, r sim.Report) float64 { return float64(r.RivalPrice) }},
	{"quality", "Your quality", "How good your product is; the rival's is on the same scale.", inIndex, +1,
		func(_ terms, r sim.Report) float64 { return r.Quality }},
	{"rivalquality", "Rival's quality", "How good the rival's product is; yours is on the same scale.", inIndex, -1,
		func(_ terms, r sim.Report) float64 { return r.RivalBest }},
	{"knowledge", "Customer knowledge", "How well you know the average customer: 0 % is not at all, 100 % is perfectly. It grows with insight and purchases, and ages.", inShare, +1,
		func(_ terms, r sim.Report) float64 { return r.Knowledge }},
	{"top", "Top 20 % of customers", "The share of all revenue so far that the best fifth of your customers paid.", inShare, 0,
		func(_ terms, r sim.Report) float64 { return r.Concentration.TopShare }},
}

// measured finds a measure by its id.
func measured(id string) measure {
	for _, m := range measures {
		if m.id == id {
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

// change writes how a value moved, and whether that is good news; nothing when
// there is nothing to compare.
func (m measure) change(t terms, now, before float64) (string, widget.Tone) {
	if !finite(now) || !finite(before) {
		return "", widget.Quiet
	}
	d := now - before
	text := m.text(t, d)
	if m.form == inShare {
		text = widget.Decimal(d*100, 1) + " points"
	}
	if widget.Signed(text) == text && d >= 0 {
		return "as before", widget.Quiet
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
func (m measure) short() string { return capital(strings.TrimPrefix(m.name, "Estimated ")) }
