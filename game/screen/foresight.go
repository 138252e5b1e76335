package screen

import "centricity/sim"

// ahead is how many rounds of knowledge are looked ahead: research arrives
// at the latest in the second, and nothing arrives after the last.
func (p *play) ahead() int { return min(2, p.left()) }

// left is how many rounds are still to be decided.
func (p *play) left() int { return p.terms.brief.Rounds - p.session.Round() + 1 }

// foresight is what the research in the draft would tell, kept while the draft
// orders the same.
type foresight struct {
	after  sim.Hash
	order  sim.Decision
	with   []float64 // mean knowledge of today's customers after this round and the next, if there is one
	none   []float64 // the same if no research is bought
	at     int       // the index in both at which all of the order has arrived
	brings []float64 // by kind of research ordered: how much less would be known then without it
}

// foresee works out what the draft's research would tell.
func (p *play) foresee(list []sim.Programme) *foresight {
	d := p.session.Draft()
	d = sim.Decision{Spend: [sim.NumLevers]sim.Money{sim.Insight: d.Spend[sim.Insight]}, Programmes: d.Programmes}
	after := p.after()
	if f := p.shop.foresight; f != nil && f.after == after && f.order == d {
		return f
	}
	rounds := p.ahead()
	f := &foresight{after: after, order: d, with: p.session.Foreknow(d, rounds), none: p.session.Foreknow(sim.Decision{}, rounds)}
	amounts := orderedAt(d, list)
	for i, programme := range list {
		if m, ok := programme.Method(); ok && amounts[i] > 0 {
			f.at = max(f.at, min(m.Delay, rounds-1))
		}
	}
	f.brings = make([]float64, len(list))
	for i, amount := range amounts {
		if amount > 0 { // each takes a look at every customer
			less := p.session.Foreknow(order(d, list, i, 0), rounds)
			f.brings[i] = f.with[f.at] - less[f.at]
		}
	}
	p.shop.foresight = f
	return f
}
