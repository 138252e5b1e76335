package debrief

import "centricity/sim"

// A Segment is one kind of customers as it truly was. The firm never saw that
// there are segments.
type Segment struct {
	Name      string
	Share     float64 // of all people in the market
	Opening   int     // customers before the first round
	Customers int     // after the last
	Won       int     // in all rounds, those won again among them
	Lost      int     // in all rounds
	LostWorth sim.Money
	Equity    sim.Money // what its customers are worth together, in truth
	Believed  sim.Money // and as the firm's estimates divide its own estimate

	churn [sim.NumCauses]sim.Heads // why they left
}

// CLV is what one of its customers is worth on average, in truth; 0 of nobody.
func (s Segment) CLV() sim.Money { return each(s.Equity, s.Customers) }

// BelievedCLV is what the firm's estimates said one of them is worth.
func (s Segment) BelievedCLV() sim.Money { return each(s.Believed, s.Customers) }

// LostCLV is what one who left would have been worth on average; 0 of nobody.
func (s Segment) LostCLV() sim.Money { return each(s.LostWorth, s.Lost) }

func each(sum sim.Money, n int) sim.Money {
	if n == 0 {
		return 0
	}
	return sum / sim.Money(n)
}

// LostTo is what drove most of its customers away beside what would have
// happened anyway and luck; ok is false if nothing did.
func (s Segment) LostTo() (cause sim.Cause, customers float64, ok bool) {
	most := sim.Heads(0)
	for k := sim.CauseBaseline + 1; k < sim.CauseLuck; k++ {
		if s.churn[k] > most {
			cause, most = k, s.churn[k]
		}
	}
	return cause, most.Count(), most > 0
}

func openSegments(w *sim.World) (list []Segment) {
	for _, g := range w.Market().Segments {
		list = append(list, Segment{Name: g.Name, Share: g.Share})
	}
	for c := range w.Customers() {
		if c.Active {
			list[c.Segment].Opening++
		}
	}
	return list
}

// count enters who came and who left in a round.
func (s *Story) count(before, after sight, why []sim.Ledger) {
	for id, now := range after.people {
		was, g := before.people[id], &s.Segments[now.segment]
		switch {
		case now.active && !was.active:
			g.Won++
		case was.active && !now.active:
			g.Lost++
			g.LostWorth += was.worth
		}
	}
	for i, l := range why {
		for _, tier := range l.Churn {
			for k, h := range tier {
				s.Segments[i].churn[k] += h
			}
		}
	}
}

// closeSegments enters what is there in the end, and what the firm took it for.
func (s *Story) closeSegments(w *sim.World, end sight) {
	for _, p := range end.people {
		if g := &s.Segments[p.segment]; p.active {
			g.Customers++
			g.Equity += p.worth
		}
	}
	for _, e := range estimates(w) {
		s.Segments[end.people[e.id].segment].Believed += e.worth
	}
}
