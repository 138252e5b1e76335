package screen

import "centricity/sim"

// foreseen is how many rounds of knowledge are looked ahead: research arrives
// at the latest in the second.
const foreseen = 2

// foresight is what the research in the draft would tell, kept while the draft
// orders the same.
type foresight struct {
	after  sim.Hash
	order  sim.Decision
	with   []float64 // mean knowledge of today's customers after this round and the next
	none   []float64 // the same if no research is bought
	at     int       // the index in both at which all of the order has arrived
	brings []float64 // by kind of research: how much less would be known then without it
}

// foresee works out what the draft's research would tell.
func (p *play) foresee(list []sim.Programme) *foresight {
	d := p.session.Draft()
	d = sim.Decision{Spend: [sim.NumLevers]sim.Money{sim.Insight: d.Spend[sim.Insight]}, Programmes: d.Programmes}
	after := p.after()
	if f := p.shop.foresight; f != nil && f.after == after && f.order == d {
		return f
	}
	f := &foresight{after: after, order: d, with: p.session.Foreknow(d, foreseen), none: p.session.Foreknow(sim.Decision{}, foreseen)}
	amounts := orderedAt(d, list)
	for i, programme := range list {
		if m, ok := programme.Method(); ok && amounts[i] > 0 {
			f.at = max(f.at, min(m.Delay, foreseen-1))
		}
	}
	for i := range list {
		less := p.session.Foreknow(without(d, list, i), foreseen)
		f.brings = append(f.brings, f.with[f.at]-less[f.at])
	}
	p.shop.foresight = f
	return f
}
