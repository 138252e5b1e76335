package sim

// A Decile is a tenth of the customers a round began with, sorted by what they
// spent in the round before. Its spending now is nearer the average: last
// round's best were partly lucky (regression to the mean).
type Decile struct {
	Customers   int
	Before, Now Money // revenue last round and this
}

// deciles fills the report's decile table, best first.
func (w *World) deciles(r *round) {
	ids := w.rankings(ByPastSpend)
	var ends [len(r.report.Deciles)]int // where each decile ends
	for d := range ends {
		ends[d] = ((d+1)*len(ids) + len(ends) - 1) / len(ends)
	}
	separate(ids, ends[:])
	from, end := 0, ranking{}
	for d := range r.decileEnds {
		end = last(end, ids[from:ends[d]])
		r.decileEnds[d], from = end, ends[d]
	}
	for i := range w.tallies.of {
		w.tallies.of[i].addDeciles(r)
		for d := range r.report.Deciles {
			r.report.Deciles[d].add(&w.tallies.of[i].deciles[d])
		}
	}
}

func (d *Decile) add(o *Decile) {
	d.Customers += o.Customers
	d.Before += o.Before
	d.Now += o.Now
}

// rankSpending ranks those the round began with by what they spent before it.
func rankSpending(w *World, _ *round, t *tally, lo, hi int) {
	tie := w.key(drawTie, birth)
	for id := lo; id < hi; id++ {
		if w.people.standing[id].tiers[ByPastSpend] != none {
			a := &w.people.account[id]
			t.ranked[ByPastSpend] = append(t.ranked[ByPastSpend], rankingOf(id, float64(a.lastRevenue), tie.At(uint64(id), 0)))
			t.revenue = append(t.revenue, Decile{1, a.lastRevenue, a.roundRevenue})
		}
	}
}

func (t *tally) addDeciles(r *round) {
	for i, x := range t.ranked[ByPastSpend] {
		t.deciles[place(x, r.decileEnds[:])].add(&t.revenue[i])
	}
}
