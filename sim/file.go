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

// updateFile brings the firm's file of customers up to date and counts who
// came and went by it.
func (w *World) updateFile(r *round) {
	b := &r.report.Base
	now := r.start() + 1
	for id := range w.size() {
		p := w.person(id)
		was, is := p.listed, w.onFile(p, now)
		p.listed = is
		switch {
		case was && !is:
			b.Churned++
		case is && !was && !p.won:
			b.Returned++
		case !is && p.won:
			b.ChurnedNew++
		}
		switch {
		case p.joined == never:
			b.Prospects++
		case !is:
			b.Lapsed++
		}
	}
}
