package screen

import (
	"math"
	"slices"

	"centricity/game/research"
	"centricity/sim"
)

// file is what the firm has on file about its customers when a round is over,
// made once a round: from its records and reports alone.
type file struct {
	rounds  int     // reports there were when it was made
	now     float64 // [rounds since the first played one began]
	people  []customer
	active  int     // customers among them
	spread  float64 // of what customers are worth [variance of its logarithm]
	tells   bool    // estimates tell customers apart
	knows   bool    // something is known of somebody
	average float64 // of the estimated value of customers; 0 without any

	consulted, studied bool // analysts were asked about everyone, and could tell
}

// customer is one person on file.
type customer struct {
	sim.Record
	rfm   sim.RFM // all 0 unless a customer
	worth float64 // estimated value, the average customer's being 1

	view   research.View // what analysts say of them, if there is anything
	viewed bool
}

// age is how long ago something was [rounds].
func (f *file) age(at float64) float64 { return max(f.now-at, 0) }

// mean is what a customer paid for a purchase, on average.
func (c *customer) mean() sim.Money { return c.Spent / sim.Money(max(c.Purchases, 1)) }

// onFile is the firm's file as it stands. The one of the round before is kept
// beside it, to show what moved.
func (p *play) onFile() *file {
	n := len(p.session.Reports())
	if p.base != nil && p.base.rounds == n {
		return p.base
	}
	p.earlier = nil
	if p.base != nil && p.base.rounds == n-1 {
		p.earlier = p.base
	}
	p.base = newFile(p.session.Reports(), slices.Collect(p.session.Records()))
	p.pictures = pictures{}
	return p.base
}

func newFile(reports []sim.Report, records []sim.Record) *file {
	f := &file{rounds: len(reports), people: make([]customer, len(records))}
	if n := len(reports); n > 0 {
		f.now = float64(reports[n-1].Round)
	}
	scores := sim.ScoreRFM(slices.Values(records), f.now)
	var values []float64
	known := 0.0
	for i, rec := range records {
		c := &f.people[i]
		c.Record = rec
		if !rec.Active {
			continue
		}
		c.rfm, scores = scores[0], scores[1:] // of the active, in the same order
		values = append(values, rec.EstimatedValue)
		known += rec.Reliability
	}
	f.active = len(values)
	if f.active == 0 {
		return f
	}
	f.average = mean(values)
	f.knows = known > 0
	f.spread, f.tells = spreadOf(values, known/float64(f.active))
	for i := range f.people {
		if f.average > 0 {
			f.people[i].worth = f.people[i].EstimatedValue / f.average
		}
	}
	return f
}

// spreadOf is how widely the values themselves are spread [variance of their
// logarithm], told from estimates of them and their mean reliability K: an
// estimate holds the share K of the variance, so
//
//	V = Var(ln v̂) / K
//
// It is false where estimates are all the same.
func spreadOf(estimates []float64, reliability float64) (variance float64, differ bool) {
	logs := make([]float64, 0, len(estimates))
	for _, v := range estimates {
		if v > 0 {
			logs = append(logs, math.Log(v))
		}
	}
	if len(logs) < 2 || !(reliability > 0) {
		return 0, false
	}
	m, sum := mean(logs), 0.0
	for _, x := range logs {
		sum += (x - m) * (x - m)
	}
	variance = sum / float64(len(logs)-1)
	if variance < 1e-9 {
		return 0, false
	}
	return variance / reliability, true
}

// likely is the range a customer's value lies in with four chances in five, the
// average customer's estimate being 1. The logarithm of a value is taken for
// normal with what the estimate leaves of its variance, (1 − K) V, and the
// estimate for its mean:
//
//	v̂ exp(−s²/2 ± 1.28 s) ,  s² = (1 − K) V
//
// Who is still on file where leaving differs widely and goes unseen is chosen by
// having stayed, which the estimate does not know: there the range holds two
// values in three.
//
// ok is false where nothing tells customers apart.
func (f *file) likely(c *customer) (low, high float64, ok bool) {
	if !f.tells || c.Reliability <= 0 {
		return 0, 0, false
	}
	s := math.Sqrt((1 - c.Reliability) * f.spread)
	middle := c.worth * math.Exp(-s*s/2)
	return middle * math.Exp(-1.2816*s), middle * math.Exp(1.2816*s), true
}

func mean(x []float64) float64 {
	sum := 0.0
	for _, v := range x {
		sum += v
	}
	return sum / float64(len(x))
}
