package sim

import "centricity/sim/internal/exact"

// none marks a person who is in no tier: not a customer when the round began.
const none = NumTiers

// sortTiers sorts the customers the round opens with into value tiers, once by
// each order in use, and divides focused money over them.
func (w *World) sortTiers(r *round) {
	orders := w.ordersInUse(r.decision)
	for order := range orders {
		if orders[order] {
			w.rank(r, Order(order))
		}
	}
	for _, lever := range [...]Lever{Retention, Experience} {
		w.spread(r, lever)
	}
}

// ordersInUse marks past spend, by which every report is sorted, and the
// orders the decision's focus needs.
func (w *World) ordersInUse(d Decision) (used [NumOrders]bool) {
	used[ByPastSpend] = true
	used[d.Focus[Retention].By] = true
	used[d.Focus[Experience].By] = true
	return used
}

// rank gives every customer their tier by one order.
func (w *World) rank(r *round, order Order) {
	r.order = order
	w.sweep(r, rankAll)
	ranked := w.rankings()
	m := &w.market.Insight
	n := float64(len(ranked))
	top := int(float64(m.TopShare*n) + 0.5)
	middle := int(float64((m.TopShare+m.MiddleShare)*n) + 0.5)
	separate(ranked, []int{top, middle})
	r.tierEnds = [NumTiers - 1]ranking{last(ranking{}, ranked[:top]), last(ranking{}, ranked[:middle])}
	w.sweep(r, tierAll)
	for i := range w.tallies.of {
		t := &w.tallies.of[i]
		for tier := range NumTiers {
			r.size[order][tier] += t.size[order][tier]
			r.control[order][tier] += t.control[order][tier]
		}
	}
}

// rankAll ranks the customers from lo up to hi.
func rankAll(w *World, r *round, t *tally, lo, hi int) {
	tie := w.key(drawTie, birth) // a list by chance stays the same list
	t.ranked = t.ranked[:0]
	for id := lo; id < hi; id++ {
		s := &w.people.standing[id]
		s.tiers[r.order] = none
		if !s.listed {
			continue
		}
		t.ranked = append(t.ranked, rankingOf(id, w.standing(w.person(id), r.order), tie.At(uint64(id), 0)))
	}
}

// tierAll gives them their tiers, knowing where each ends.
func tierAll(w *World, r *round, t *tally, lo, hi int) {
	for _, x := range t.ranked {
		s := &w.people.standing[x.id()]
		tier := place(x, r.tierEnds[:])
		s.tiers[r.order] = uint8(tier)
		t.size[r.order][tier]++
		if s.control {
			t.control[r.order][tier]++
		}
	}
}

// standing is what an order sorts person p by, more is better.
func (w *World) standing(p person, order Order) float64 {
	switch order {
	case ByEstimatedValue:
		return w.estimatedValue(p)
	case ByEstimatedRisk:
		k := w.reliability(p)
		return w.estimate(p, ChurnHazard, k, blur(k))
	case ByEstimatedUplift:
		k := w.reliability(p)
		b := blur(k)
		atRisk := -exact.Expm1(-w.estimate(p, ChurnHazard, k, b))
		return w.estimatedValue(p) * atRisk * w.estimate(p, Responsiveness, k, b)
	case ByChance:
		return 0
	}
	return float64(p.spent)
}

// estimatedValue is what the firm believes a person is worth, up to a factor
// common to all: v̂ = λ̂ m̂ / (Ĥ + d).
func (w *World) estimatedValue(p person) float64 {
	k := w.reliability(p)
	b := blur(k)
	rate, spend := w.estimate(p, PurchaseRate, k, b), w.estimate(p, MeanSpend, k, b)
	return rate * spend / (w.estimate(p, ChurnHazard, k, b) + w.market.Value.DiscountRate)
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
