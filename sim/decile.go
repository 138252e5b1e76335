package sim

import "slices"

// A Decile is a tenth of the customers a round began with, sorted by what they
// spent in the round before. Its spending now is nearer the average: last
// round's best were partly lucky (regression to the mean).
type Decile struct {
	Customers   int
	Before, Now Money // revenue last round and this
}

// deciles fills the report's decile table, best first.
func (w *World) deciles(r *round) {
	ids := make([]ranking, 0, r.report.Base.Opening)
	for id := range w.people {
		if p := &w.people[id]; p.tiers[ByPastSpend] != none {
			ids = append(ids, ranking{id: id, value: float64(p.lastRevenue), tie: w.key(drawTie, birth).At(uint64(id), 0)})
		}
	}
	slices.SortFunc(ids, bestFirst)
	for i, x := range ids {
		d, p := &r.report.Deciles[i*10/len(ids)], &w.people[x.id]
		d.Customers++
		d.Before += p.lastRevenue
		d.Now += p.roundRevenue
	}
}
