package sim

// A slab hands out slices that outlive the round, such as a report's, from
// blocks that serve several rounds.
type slab[T any] struct{ rest []T }

// take returns a slice of n zeros; blocks are made for a number of rounds.
func (s *slab[T]) take(n, rounds int) []T {
	if n == 0 {
		return nil
	}
	if n > len(s.rest) {
		s.rest = make([]T, n*max(min(rounds, 16), 1))
	}
	out := s.rest[:n:n]
	s.rest = s.rest[n:]
	return out
}

// slabs are a world's. A clone starts its own.
type slabs struct {
	money   slab[Money]
	counts  slab[int]
	heads   slab[Heads]
	cohorts slab[Cohort]
	answers slab[Answer]
	ledgers slab[Ledger]
	shocks  slab[ShockKind]
}

// left is how many rounds are to be played, this one included.
func (w *World) left() int { return w.market.Rounds - w.round }
