package sim

import "iter"

// A Record is what the firm has on file about one person who is, or was, its
// customer: its own transactions and what it estimates. It is what a player
// may see.
type Record struct {
	ID        int
	Active    bool    // a customer, as far as the firm can tell
	Joined    int     // round of the last joining
	Source    int     // index into Base.Won: what first won them
	Purchases int     // first included
	Spent     Money   // to date
	First     float64 // when first won [rounds since the first played one began]
	Last      float64 // last purchase
	Stage     Stage
	Tier      int  // by past spend when the last round began; NumTiers if not a customer then
	Control   bool // of the group that A/B tests hold out

	Reliability    float64 // K, how well the firm knows this person, 0 to 1
	EstimatedValue float64 // v̂, relative to others; all equal when nothing is known
}

// Records yields the firm's file on everyone who was ever its customer, by id.
func (w *World) Records() iter.Seq[Record] {
	return func(yield func(Record) bool) {
		for id := range w.size() {
			p := w.person(id)
			if p.joined == never {
				continue
			}
			rec := Record{
				ID: id, Active: p.listed, Joined: int(p.joined), Source: int(p.source),
				Purchases: int(p.purchases), Spent: p.spent, First: float64(p.firstAt), Last: float64(p.lastAt),
				Tier: int(p.tiers[ByPastSpend]), Control: p.control, Stage: p.stageOf(), Reliability: w.reliability(p),
				EstimatedValue: w.estimates(p).value,
			}
			if !yield(rec) {
				return
			}
		}
	}
}

// A Customer is the truth about one person: for the debrief and for
// researchers, never for play.
type Customer struct {
	ID           int
	Segment      int
	Active       bool
	Ever         bool // was a customer at some time
	Traits       [NumTraits]float64
	Satisfaction float64
	Fatigue      float64
	Purchases    int
	Spent        Money
	First, Last  float64 // first and last purchase [rounds since the first played one began]
	Residual     Money   // residual lifetime value, 0 unless active
}

// Customers yields the truth about everyone, by id.
func (w *World) Customers() iter.Seq[Customer] {
	return func(yield func(Customer) bool) {
		v := w.valuation()
		for id := range w.size() {
			p := w.person(id)
			c := Customer{
				ID: id, Segment: int(p.segment), Active: p.state == active, Ever: p.joined != never,
				Traits: p.allTraits(), Satisfaction: float64(p.satisfaction), Fatigue: float64(p.fatigue),
				Purchases: int(p.purchases), Spent: p.spent, First: float64(p.firstAt), Last: float64(p.lastAt),
			}
			if c.Active {
				c.Residual = w.residual(p, v)
			}
			if !yield(c) {
				return
			}
		}
	}
}
