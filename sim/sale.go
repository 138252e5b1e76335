package sim

// A Sale is what one customer bought in one round: the transaction log before
// its purchases are told apart. It is the firm's own record.
type Sale struct {
	Customer int
	Round    int
	First    bool    // the purchase by which the customer was won
	Count    int     // purchases
	From     float64 // none was before this [rounds since the first played one began]
	Last     float64 // when the last of them was; given it, the others are uniform between
	Revenue  Money   // of all of them, at the price paid
}

// NewObserved is New, and tells observe of every sale, history's first, in the
// order in which a round books them. Observing changes nothing: the world and
// its hash are New's. A clone is not observed. An observed world works
// on one worker, whatever it is told.
func NewObserved(m Market, seed uint64, observe func(Sale)) (*World, error) {
	if err := m.Validate(); err != nil {
		return nil, err
	}
	return found(m, seed, 1, false, observe), nil
}

// tell tells the observer of the sale just booked.
func (w *World) tell(r *round, id, count int, first bool, revenue Money) {
	p := w.person(id)
	w.observe(Sale{id, r.number, first, count, max(r.start(), float64(p.joinedAt)), float64(p.lastAt), revenue})
}
