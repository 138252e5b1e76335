package sim

// What benchmarks need beside the public interface.

// NewUnchecked is New without the bounds on a market, and plainly by the phases
// written to be read.
func NewUnchecked(m Market, seed uint64, workers int, plain bool) *World {
	return found(m, seed, workers, plain, nil)
}

// Active is how many customers there are in truth.
func (w *World) Active() (n int) {
	for id := range w.people.standing {
		if w.people.standing[id].state == active {
			n++
		}
	}
	return n
}

// Floor reads every column once, writes the two that every round writes, and
// takes as many draws as a round does at least: what memory and random numbers
// alone cost.
func (w *World) Floor(round int) (sum uint64) {
	join, count, leave := w.key(drawJoin, round), w.key(drawCount, round), w.key(drawChurn, round)
	p := &w.people
	for id := range p.nature {
		sum += pair(p.nature[id].traits[0], p.nature[id].noise[3])
		p.account[id].lastRevenue = p.account[id].roundRevenue
		if u := uint64(id); p.standing[id].state == active {
			sum += count.At(u, 0) ^ leave.At(u, 0)
			p.mind[id].fatigue *= 0.5
		} else {
			sum += join.At(u, 0)
		}
	}
	return sum
}
