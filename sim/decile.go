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
	ids := make([]ranking, 0, r.report.Base.Opening)
	tie := w.key(drawTie, birth)
	for id := range w.size() {
		if p := w.person(id); p.tiers[ByPastSpend] != none {
			ids = append(ids, rankingOf(id, float64(p.lastRevenue), tie.At(uint64(id), 0)))
		}
	}
	var ends [len(r.report.Deciles)]int // where each decile ends
	for d := range ends {
		ends[d] = ((d+1)*len(ids) + len(ends) - 1) / len(ends)
	}
	separate(ids, ends[:])
	for i, x := range ids {
		d, p := &r.report.Deciles[i*10/len(ids)], w.person(x.id())
		d.Customers++
		d.Before += p.lastRevenue
		d.Now += p.roundRevenue
	}
}
