package sim

// Foreknow is what the mean reliability K of the firm's present customers comes
// to at the end of each of the next rounds, if the research of d is bought in
// the first of them and none after it. It supposes that nothing else changes:
// nobody comes, buys or goes, no need moves, no law is passed. The firm can work
// it out by itself: it rests on what research it bought and on its own records.
func (w *World) Foreknow(d Decision, rounds int) []float64 {
	ahead := *w // its people are only read
	k := make([]float64, rounds)
	r := &round{decision: d}
	for i := range k {
		ahead.apportion(r)
		ahead.learn(r)
		ahead.study(r)
		k[i] = ahead.acquaintance()
		r = &round{}
	}
	return k
}

// acquaintance is the mean reliability of what the firm knows of a customer, 0
// without any.
func (w *World) acquaintance() float64 {
	w.familiarise()
	var sum float64
	n := 0
	for id := range w.size() {
		if p := w.person(id); p.listed {
			k, _ := w.knows(p)
			sum += k
			n++
		}
	}
	if n == 0 {
		return 0
	}
	return sum / float64(n)
}
