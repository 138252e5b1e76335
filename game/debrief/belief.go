package debrief

import (
	"cmp"
	"slices"

	"centricity/sim"
)

// A Belief sets what the firm believed of its customers beside the truth. The
// firm's estimate of all of them together comes from its books
// (Report.EstimatedEquity); its estimate of one against another from its
// research. The first divided by the second is what it believed each is worth.
type Belief struct {
	Fifths    [5]Fifth // the firm's customers, those it believed in most first
	Equity    sim.Money
	True      sim.Money
	Blind     bool // it could not tell customers apart
	Gone      int  // whom it still counted as customers and who had left
	Unlisted  int  // whom it had given up and who were still customers
	Knowledge float64
}

// A Fifth is a fifth of the firm's customers in the order of its belief.
type Fifth struct {
	Customers int
	Believed  sim.Money // a head
	True      sim.Money // a head
	Share     float64   // of all true customer equity
	Best      float64   // share of all true equity that the truly best as many would have
}

// estimate is what the firm believed one customer is worth.
type estimate struct {
	id    int
	score float64
	worth sim.Money
}

// estimates are the firm's, of everyone it counts as a customer, by id.
func estimates(w *sim.World) (list []estimate) {
	r, ok := w.Report()
	if !ok {
		return nil
	}
	sum := 0.0
	for rec := range w.Records() {
		if rec.Active {
			list = append(list, estimate{id: rec.ID, score: rec.EstimatedValue})
			sum += rec.EstimatedValue
		}
	}
	if sum <= 0 {
		return list
	}
	all := float64(r.EstimatedEquity(w.Brief().Discount))
	for i := range list {
		list[i].worth = sim.Money(all * (list[i].score / sum))
	}
	return list
}

// believe compares the firm's estimates with what is true at the end.
func believe(w *sim.World, end sight) (b Belief) {
	list := estimates(w)
	listed := make([]bool, len(end.people))
	for _, e := range list {
		listed[e.id] = true
		b.Equity += e.worth
		if !end.people[e.id].active {
			b.Gone++
		}
	}
	for id, p := range end.people {
		b.True += p.worth
		if p.active && !listed[id] {
			b.Unlisted++
		}
	}
	if r, ok := w.Report(); ok {
		b.Knowledge = r.Knowledge
	}
	if len(list) == 0 {
		b.Blind = true
		return b
	}
	low, high := list[0].score, list[0].score
	worths := make([]sim.Money, len(list))
	for i, e := range list {
		low, high = min(low, e.score), max(high, e.score)
		worths[i] = end.people[e.id].worth
	}
	b.Blind = high <= low
	slices.SortStableFunc(list, func(x, y estimate) int { return cmp.Compare(y.score, x.score) })
	slices.SortFunc(worths, func(x, y sim.Money) int { return cmp.Compare(y, x) })
	b.fill(list, worths, end)
	return b
}

// fill cuts the firm's customers into fifths; best are the true worths of the
// same people, the best first.
func (b *Belief) fill(list []estimate, best []sim.Money, end sight) {
	for i := range b.Fifths {
		from, to := len(list)*i/len(b.Fifths), len(list)*(i+1)/len(b.Fifths)
		f := &b.Fifths[i]
		f.Customers = to - from
		var believed, true_, ideal sim.Money
		for k := from; k < to; k++ {
			believed += list[k].worth
			true_ += end.people[list[k].id].worth
			ideal += best[k]
		}
		f.Believed, f.True = each(believed, f.Customers), each(true_, f.Customers)
		if b.True > 0 {
			f.Share, f.Best = float64(true_)/float64(b.True), float64(ideal)/float64(b.True)
		}
	}
}
