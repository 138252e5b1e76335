package policy

import "centricity/sim"

// Schedule plays fixed decisions round by round, the last one for the rest of
// the game. What exceeds the budget is cut in proportion; nothing else is
// changed, so a decision the market refuses is refused.
func Schedule(decisions []sim.Decision) Policy {
	return func(v View) (d sim.Decision) {
		if len(decisions) == 0 {
			return d
		}
		played := 0
		for _, r := range v.Reports {
			if r.Round > 0 {
				played++
			}
		}
		d = decisions[min(played, len(decisions)-1)]
		if total := d.Total(); total > v.Available {
			for lever := range d.Spend {
				d.Spend[lever] = sim.Money(float64(d.Spend[lever]) / float64(total) * float64(v.Available))
			}
		}
		return d
	}
}
