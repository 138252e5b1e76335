package sim

import "sync"

// A tally is what one range of people adds to a round. It holds integers, and
// lists in order of id, so that tallies add up the same however people are
// divided into ranges.
type tally struct {
	sales      Books // sales and discounts only
	volume     Money // sold, at the reference price
	base       Base
	voices     []voice              // by segment
	why        []Ledger             // by segment
	ranked     [NumOrders][]ranking // who is on file, by the order
	tiered     int                  // how many of them have been told their tier
	revenue    []Decile             // of each of them
	answers    []Answer
	survey     Survey  // counts only
	spent      []Money // to date, by customers on file
	known      int64   // Σ reliability of customers on file, in units of needUnit
	needs      int64   // Σ ν of customers, likewise
	knownNeeds int64   // Σ reliability of customers
	active     int64   // customers
	prospect   int
	lapsed     int
	tiers      [NumTiers]Tier
	cohorts    []Cohort
	stages     [NumStages]int
	deciles    [10]Decile
	prospects  *prospects // on their way through acquire
	customers  *customers // and through serve
}

// tallies are a world's, one for each range of the largest sweep so far. They
// and what they hold are used again round after round.
type tallies struct {
	of   []tally
	done *sync.WaitGroup
}

func (t *tallies) need(n int) {
	if t.done == nil {
		t.done = new(sync.WaitGroup)
	}
	for len(t.of) < n {
		t.of = append(t.of, tally{})
	}
}

// openTallies empties the tallies for a round.
func (w *World) openTallies(r *round) {
	w.tallies.need(w.ranges())
	for i := range w.tallies.of {
		t := &w.tallies.of[i]
		won, voices, why := t.base.Won, t.voices, t.why
		if len(won) != w.sources() {
			won, voices, why = make([]int, w.sources()), make([]voice, len(w.segments)), make([]Ledger, len(w.segments))
			for g := range why {
				why[g].Sources = make([]Heads, w.sources())
			}
		}
		clear(won)
		clear(voices)
		for g := range why {
			sources := why[g].Sources
			clear(sources)
			why[g] = Ledger{Sources: sources}
		}
		cohorts := refill(t.cohorts, w.cohorts(r.number))
		*t = tally{base: Base{Won: won}, voices: voices, why: why, cohorts: cohorts,
			ranked: t.ranked, revenue: t.revenue[:0], answers: t.answers[:0], spent: t.spent[:0],
			prospects: t.prospects, customers: t.customers}
	}
	w.clearRanked()
}

// clearRanked empties the tallies' lists of who is on file.
func (w *World) clearRanked() {
	for i := range w.tallies.of {
		t := &w.tallies.of[i]
		for order := range t.ranked {
			t.ranked[order] = t.ranked[order][:0]
		}
		t.revenue = t.revenue[:0]
	}
}

// refill returns a list of n zeros, in the memory of another if it is enough.
func refill[T any](list []T, n int) []T {
	if cap(list) < n {
		return make([]T, n, n+n/2+8)
	}
	list = list[:n]
	clear(list)
	return list
}

// add enters another tally's counts.
func (b *Base) add(o *Base) {
	b.Opening += o.Opening
	b.WonBack += o.WonBack
	b.Returned += o.Returned
	b.Churned += o.Churned
	b.ChurnedNew += o.ChurnedNew
	b.Prospects += o.Prospects
	b.Lapsed += o.Lapsed
	for i, n := range o.Won {
		b.Won[i] += n
	}
}

// addSales enters another tally's sales.
func (b *Books) addSales(o *Books) {
	b.Purchases += o.Purchases
	b.Revenue += o.Revenue
	b.CostOfGoods += o.CostOfGoods
	b.Service += o.Service
	b.FirstRevenue += o.FirstRevenue
	b.Discounts += o.Discounts
}
