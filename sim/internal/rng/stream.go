//lint:file-ignore SA1019 x/exp/rand is deprecated upstream; the package comment says why it is here

package rng

import "golang.org/x/exp/rand"

// Stream walks through the draws of one person on one sheet: the n-th call of
// Uint64 returns Key.At(id, n-1). It is a value: a copy continues on its own.
// The zero Stream is usable but keyed by nothing; take one from [Key.Stream].
type Stream struct {
	key Key
	at  uint64          // id and draw index of the next draw, packed as in Key.At
	pcg *rand.PCGSource // when set, the draws come from here instead
}

var _ rand.Source = (*Stream)(nil)

// Stream returns the draws of person id (at most [MaxID]), from the first.
func (k Key) Stream(id uint64) Stream {
	return Stream{key: k, at: id << drawBits}
}

// Uint64 returns the next 64 uniform bits.
func (s *Stream) Uint64() uint64 {
	if s.pcg != nil {
		return s.pcg.Uint64()
	}
	u := mix(s.key.a^s.at, s.key.b)
	s.at++
	if s.at&MaxDraw == 0 {
		s.turn()
	}
	return u
}

// turn moves to a fresh sheet after the last draw of a person, so that a long
// walk neither repeats nor runs into the next person's draws.
func (s *Stream) turn() {
	s.at -= MaxDraw + 1
	s.key = Key{mix(s.key.a, s.key.b), mix(s.key.b, s.key.a)}
}

// Seed makes s the stream of person 0 on the sheet of (seed, purpose 0, round
// 0), of the same generator as before: what rand.Source asks for.
func (s *Stream) Seed(seed uint64) {
	k := NewKey(seed, 0, 0)
	if s.pcg != nil {
		*s = k.PCG(0)
		return
	}
	*s = k.Stream(0)
}
