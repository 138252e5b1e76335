// Package translog reads the transaction log of any business: who bought, on
// which day, for how much. The form is guessed from the file and can be said:
// CSV with commas, semicolons, tabs or bars, or columns apart by spaces; with or
// without a header; dates and amounts as people in different countries write
// them. What was guessed, merged and refused is told.
//
//		log, err := translog.Read(file, translog.Options{})
//
//	  - log.go      Log, Customer, Purchase
//	  - options.go  what can be said of the form
//	  - read.go     the one pass over the rows
//	  - record.go   rows to fields, bounded
//	  - guess.go    the form of a file from its beginning; names.go: of columns
//	  - date.go amount.go  fields to days and cents
//	  - told.go     what was read, merged and refused
//
// All of a customer's rows of one day are one purchase, as in the literature
// (Fader & Hardie): models of buying count occasions, not lines of an invoice.
// Memory goes with customers and the days on which they bought, not with rows:
// about 150 bytes a customer and 8 a day.
package translog

import (
	"iter"
	"slices"
)

// A Log is the purchases of a business, by customer.
type Log struct {
	Customers []Customer // with at least one purchase, in the order in which the log has them first
	First     Day        // day of the first purchase
	Last      Day        // day of the last purchase, with which observation ends unless it is told otherwise
	Amounts   bool       // whether the log has amounts

	Told Told // how it was read
}

// A Customer is one customer's purchases.
type Customer struct {
	ID     string
	visits []visit // by day, no day twice
}

// A Purchase is what a customer bought on one day.
type Purchase struct {
	Day   Day
	Cents int64 // net of refunds booked on that day [1/100 of the currency]
}

// Purchases yields the customer's purchases by day.
func (c Customer) Purchases() iter.Seq[Purchase] {
	return func(yield func(Purchase) bool) {
		for _, v := range c.visits {
			if v.purchase() && !yield(Purchase{v.day(), v.cents()}) {
				return
			}
		}
	}
}

// Refunds is what the customer got back on days on which nothing was bought, up
// to and with a day [1/100 of the currency, 0 or less].
func (c Customer) Refunds(until Day) (cents int64) {
	for _, v := range c.visits {
		if !v.purchase() && v.day() <= until {
			cents += v.cents()
		}
	}
	return cents
}

// A visit is what a customer's rows of one day add up to, in one word, so that
// a long log fits into memory and visits in order of day are words in order:
// 22 bits of day, 40 of cents and a bit each for a row that buys and one that
// gives back.
type visit uint64

const (
	boughtBit   = 1 << 0
	refundedBit = 1 << 1
	centBits    = 40
	centShift   = 2
	dayShift    = centShift + centBits
	centZero    = 1 << (centBits - 1)

	mostCents = centZero - 1 // of one customer on one day
)

func newVisit(d Day, cents int64, flags visit) visit {
	cents = min(max(cents, -mostCents), mostCents)
	return visit(d-firstDay)<<dayShift | visit(cents+centZero)<<centShift | flags
}

func (v visit) day() Day     { return firstDay + Day(v>>dayShift) }
func (v visit) cents() int64 { return int64(v>>centShift&(1<<centBits-1)) - centZero }
func (v visit) flags() visit { return v & (boughtBit | refundedBit) }

// purchase tells a day on which something was bought and not all given back.
func (v visit) purchase() bool {
	return v&boughtBit != 0 && (v.cents() > 0 || v&refundedBit == 0)
}

// merged is the visits by day with those of one day added up.
func merged(visits []visit) []visit {
	if !slices.IsSorted(visits) {
		slices.Sort(visits)
	}
	out := visits[:0]
	for _, v := range visits {
		if n := len(out); n > 0 && out[n-1].day() == v.day() {
			out[n-1] = newVisit(v.day(), out[n-1].cents()+v.cents(), out[n-1].flags()|v.flags())
			continue
		}
		out = append(out, v)
	}
	return out
}
