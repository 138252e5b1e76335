package sim

// onFile tells whether the firm counts a person as its customer. Where leaving
// is visible (a contract ends) that is the truth. Where it is silent, the firm
// sees only when someone last bought: a customer is who bought within the last
// InactiveAfter rounds, dead or alive.
func (w *World) onFile(p person, now float64) bool {
	if !w.market.Churn.Silent {
		return p.state == active
	}
	return p.joined != never && now-float64(p.lastAt) <= w.market.Churn.InactiveAfter
}

// updateFile brings the firm's file of customers up to date.
func (w *World) updateFile(r *round) { w.later(r, updateAll) }

// addFile counts who came and went by it.
func (w *World) addFile(r *round) {
	for i := range w.tallies.of {
		r.report.Base.add(&w.tallies.of[i].base)
	}
}

func updateAll(w *World, r *round, t *tally, lo, hi int) {
	b := &t.base
	now := r.start() + 1
	for id := lo; id < hi; id++ {
		s := &w.people.standing[id]
		if s.joined == never {
			b.Prospects++
			continue
		}
		was, is := s.listed, w.onFile(w.person(id), now)
		s.listed = is
		before, after, won := bit(was), bit(is), bit(s.won)
		b.Churned += int(before &^ after)
		b.Returned += int(after &^ (before | won))
		b.ChurnedNew += int(won &^ (before | after))
		b.Lapsed += int(1 &^ after)
	}
}
