// Package study answers the questions a firm asks its own customers' log: how
// often do they buy, how many are still there, what will they bring, how much
// of it comes from the few, and can the answer be trusted? It fits the models
// of package clv, compares and checks them, and values every customer.
//
//		data := study.FromLog(log, study.Cut{})
//		s, err := study.Run(data, study.Options{Margin: 0.3, Discount: 0.1})
//
//	  - data.go       what is known of customers
//	  - fitted.go     the models behind one face
//	  - study.go      Run
//	  - histogram.go tracking.go holdout.go  fit against fact
//	  - value.go      each customer: alive, expected, worth
//	  - concentration.go  how much the best bring
//	  - verdict.go    what a reader must know before trusting a number
package study

import (
	"centricity/sim/clv"
	"centricity/sim/clv/translog"
)

// Data is what is known of a firm's customers.
type Data struct {
	Unit      string  // the word for a period: "week"
	YearIs    float64 // periods in a year
	Customers []Customer
	Amounts   bool // whether spending is known

	// Of the holdout: its length [periods], 0 where there is none.
	Holdout float64

	// From the log's first day: repeat purchases by period and by day, and when
	// the customers were won. Empty where only summaries are known.
	Repeats []float64
	ByDay   []float64
	Starts  []clv.Start
	// FirstOfYear is how many days of its year lie before the log's first day.
	FirstOfYear float64

	End      float64 // of the observation that is fitted [periods from the first day]
	Late     int     // customers won after it, who are not in Customers
	Fresh    int     // customers won on its last day
	NoAmount int     // customers who bought again, for nothing
}

// A Customer is one customer's past.
type Customer struct {
	ID      string
	Summary clv.Summary
	Spend   clv.Spend // repeat purchases and their mean amount [currency]
	Spent   float64   // all purchases, refunds taken off [currency]

	Held      int     // purchases in the holdout
	HeldSpent float64 // and their amount [currency]
}

// A Cut says what of a log is observed and what held out, and in what unit.
type Cut struct {
	Unit    Unit         // the zero Unit is Week
	Until   translog.Day // the last day that is fitted; 0: of the log
	End     translog.Day // the last day of observation; 0: that of the last purchase
	WonFrom translog.Day // customers first seen before are left out: they may have bought before the log begins
}

// A Unit is the period of rates.
type Unit int

// The units.
const (
	Week Unit = iota
	Day
	Month
	Quarter
	Year
)

// Units are their names, in order.
var Units = []string{"week", "day", "month", "quarter", "year"}

const daysInYear = 365.25

// String is the unit's name.
func (u Unit) String() string { return Units[u] }

// Days is the unit's length [days].
func (u Unit) Days() float64 {
	return [...]float64{7, 1, daysInYear / 12, daysInYear / 4, daysInYear}[u]
}

// FromLog summarises a log's customers. What is bought on the day of the first
// purchase is the first purchase; the repeat purchases are on later days.
// Someone won on the last day has been watched for half a day.
func FromLog(l *translog.Log, c Cut) Data {
	days := c.Unit.Days()
	last := max(l.Last, c.End)
	if c.End != 0 {
		last = c.End
	}
	until := last
	if c.Until != 0 {
		until = min(c.Until, last)
	}
	d := Data{
		Unit: c.Unit.String(), YearIs: daysInYear / days, Amounts: l.Amounts,
		Holdout: float64(last-until) / days, End: float64(until-l.First) / days,
		Repeats: make([]float64, int(float64(last-l.First)/days)+1),
		ByDay:   make([]float64, int(last-l.First)+1),
	}
	year, _, _ := l.First.Date()
	d.FirstOfYear = float64(l.First - translog.NewDay(year, 1, 1))
	joined := make([]int, max(0, int(until-l.First)+1))
	for _, k := range l.Customers {
		h, late, ok := past(k, c.WonFrom, until, last, days)
		if !ok {
			if late {
				d.Late++
			}
			continue
		}
		first := translog.Day(0)
		n := 0
		for p := range k.Purchases() {
			if n == 0 {
				first = p.Day
			} else if p.Day <= last {
				d.Repeats[int(float64(p.Day-l.First)/days)]++
				d.ByDay[p.Day-l.First]++
			}
			n++
		}
		joined[first-l.First]++
		if first == until {
			d.Fresh++
		}
		if d.Amounts && h.Summary.X > 0 && h.Spend.X == 0 {
			d.NoAmount++
		}
		d.Customers = append(d.Customers, h)
	}
	for i, n := range joined {
		if n > 0 {
			d.Starts = append(d.Starts, clv.Start{At: float64(i) / days, N: n})
		}
	}
	return d
}

// past is one customer's; ok is false if there was none by the cut, and late
// says that there was one later.
func past(k translog.Customer, from, until, last translog.Day, days float64) (c Customer, late, ok bool) {
	c.ID = k.ID
	var first, latest translog.Day
	n, cents, repeats := 0, int64(0), int64(0)
	for p := range k.Purchases() {
		switch {
		case p.Day > last:
			continue
		case p.Day > until:
			if n == 0 {
				return c, p.Day >= from, false
			}
			c.Held++
			c.HeldSpent += float64(p.Cents) / 100
			continue
		case n == 0:
			if first = p.Day; first < from {
				return c, false, false
			}
		default:
			repeats += p.Cents
		}
		latest = p.Day
		cents += p.Cents
		n++
	}
	if n == 0 {
		return c, false, false
	}
	refunds := k.Refunds(until)
	c.Spent = float64(cents+refunds) / 100
	c.Summary = clv.Summary{X: n - 1, Last: float64(latest-first) / days, T: max(float64(until-first), 0.5) / days, N: 1}
	if n > 1 {
		// A refund is taken off the repeat purchases in their proportion.
		kept := float64(repeats) / 100
		if refunds < 0 && cents > 0 {
			kept *= max(0, 1+float64(refunds)/float64(cents))
		}
		if mean := kept / float64(n-1); mean > 0 {
			c.Spend = clv.Spend{X: n - 1, Mean: mean, N: 1}
		}
	}
	return c, false, true
}

// Base is the customers' summaries, those alike counted together.
func (d Data) Base() clv.Base {
	b := make(clv.Base, len(d.Customers))
	for i, c := range d.Customers {
		b[i] = c.Summary
	}
	return clv.Compress(b)
}
