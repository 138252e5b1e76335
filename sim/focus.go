package sim

import (
	"slices"

	"centricity/sim/internal/exact"
)

// none marks a person who is in no tier: not a customer when the round began.
const none = NumTiers

// rank lists the customers the round opens with by each order in use: past
// spend, by which every report is sorted, and what the decision's focus needs.
func (w *World) rank(r *round) {
	d := &r.decision
	r.orders = append(r.orders[:0], ByPastSpend)
	for _, lever := range [...]Lever{Retention, Experience} {
		if by := d.Focus[lever].By; !slices.Contains(r.orders, by) {
			r.orders = append(r.orders, by)
		}
	}
	w.familiarise()
	w.later(r, rankAll)
}

// rankAll ranks the customers from lo up to hi.
func rankAll(w *World, r *round, t *tally, lo, hi int) {
	tie := w.key(drawTie, birth) // a list by chance stays the same list
	estimated := slices.ContainsFunc(r.orders, Order.estimated)
	for id := lo; id < hi; id++ {
		s := &w.people.standing[id]
		for _, order := range r.orders {
			s.tiers[order] = none
		}
		if !s.listed {
			continue
		}
		p, chance := w.person(id), tie.At(uint64(id), 0)
		var e estimates
		if estimated {
			e = w.estimates(p)
		}
		for _, order := range r.orders {
			t.ranked[order] = append(t.ranked[order], rankingOf(id, w.standing(p, order, e), chance))
		}
	}
}

// sortTiers sorts them into value tiers by each order, and divides focused
// money over them.
func (w *World) sortTiers(r *round) {
	for _, order := range r.orders {
		w.divide(r, order)
	}
	for i := range w.tallies.of {
		w.tallies.of[i].tiered = 0
	}
	w.later(r, tierAll)
	if r.decision.Trial.Control > 0 {
		w.countControl(r)
	}
	for _, lever := range [...]Lever{Retention, Experience} {
		w.spread(r, lever)
	}
}

// divide finds where the tiers of an order end.
func (w *World) divide(r *round, order Order) {
	ranked := w.rankings(order)
	m := &w.market.Insight
	n := float64(len(ranked))
	top := int(float64(m.TopShare*n) + 0.5)
	middle := int(float64((m.TopShare+m.MiddleShare)*n) + 0.5)
	separate(ranked, []int{top, middle})
	r.tierEnds[order] = [NumTiers - 1]ranking{last(ranking{}, ranked[:top]), last(ranking{}, ranked[:middle])}
	r.size[order] = [NumTiers]int{top, middle - top, len(ranked) - middle}
}

// tierAll gives those of them from lo up to hi their tiers, knowing where each
// ends.
func tierAll(w *World, r *round, t *tally, _, hi int) {
	listed := t.ranked[ByPastSpend]
	for ; t.tiered < len(listed) && listed[t.tiered].id() < hi; t.tiered++ {
		s := &w.people.standing[listed[t.tiered].id()]
		for _, order := range r.orders {
			s.tiers[order] = uint8(place(t.ranked[order][t.tiered], r.tierEnds[order][:]))
		}
	}
}

// countControl counts who of each tier is held out of the round's trial.
func (w *World) countControl(r *round) {
	for i := range w.tallies.of {
		t := &w.tallies.of[i]
		for _, order := range r.orders {
			for _, x := range t.ranked[order] {
				if w.people.standing[x.id()].control {
					r.control[order][place(x, r.tierEnds[order][:])]++
				}
			}
		}
	}
}

// estimated tells whether an order sorts by what the firm believes of people.
func (o Order) estimated() bool {
	return o == ByEstimatedValue || o == ByEstimatedRisk || o == ByEstimatedUplift
}

// standing is what an order sorts person p by, more is better.
func (w *World) standing(p person, order Order, e estimates) float64 {
	switch order {
	case ByEstimatedValue:
		return e.value
	case ByEstimatedRisk:
		return e.hazard
	case ByEstimatedUplift:
		return e.value * -exact.Expm1(-e.hazard) * w.estimate(p, Responsiveness, e.known, e.blur)
	case ByChance:
		return 0
	}
	return float64(p.spent)
}

// estimates are what the firm believes of a person, and how well it knows them:
// Ĥ, and their worth up to a factor common to all,
//
//	v̂ = λ̂ m̂ / (Ĥ + d)
type estimates struct{ value, hazard, known, blur float64 }

func (w *World) estimates(p person) estimates {
	k, b := w.knows(p)
	rate, spend, hazard := w.estimate(p, PurchaseRate, k, b), w.estimate(p, MeanSpend, k, b), w.estimate(p, ChurnHazard, k, b)
	return estimates{rate * spend / (hazard + w.market.Value.DiscountRate), hazard, k, b}
}

// spread turns a lever's money into money per head of each tier, which follows
// the focus weights. Where nobody is there to be reached, nothing is spent but
// on programmes that do not work customer by customer.
func (w *World) spread(r *round, lever Lever) {
	focus := r.decision.Focus[lever]
	weight := focus.Weight
	if weight == ([NumTiers]int{}) {
		weight = [NumTiers]int{1, 1, 1}
	}
	heads := 0
	for tier, n := range r.size[focus.By] {
		if t := r.decision.Trial; t.Control > 0 && t.Lever == lever {
			n -= r.control[focus.By][tier]
		}
		heads += weight[tier] * n
	}
	if heads == 0 {
		r.report.Books.Spend[lever] = cents(r.decision.Spend[lever].Currency() * r.together(lever))
		return
	}
	for tier := range weight {
		r.perHead[lever][tier] = r.decision.Spend[lever].Currency() * float64(weight[tier]) / float64(heads)
		r.reached[lever][tier] = cents(r.perHead[lever][tier] * (1 - r.together(lever)))
	}
}

// reach is the money of a lever that reaches customer p this round [currency].
func (r *round) reach(p person, lever Lever) float64 {
	return r.perHead[lever][r.tier(p.standing, lever)]
}

// tier is the tier by which a lever's money reaches a customer: none for those
// held out of a trial.
func (r *round) tier(s *standing, lever Lever) uint8 {
	if s.control && r.decision.Trial.Control > 0 && r.decision.Trial.Lever == lever {
		return none
	}
	return s.tiers[r.decision.Focus[lever].By]
}
