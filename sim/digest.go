package sim

import "math"

// hashChunk is how many people share a digest: chunks can be digested in any
// order, by any number of workers.
const hashChunk = 1024

// lanes absorbs words four abreast, so that a processor need not wait for one
// product before it begins the next.
type lanes [4]uint64

func (l *lanes) absorb(a, b, c, d uint64) {
	l[0] = stir(l[0] ^ a)
	l[1] = stir(l[1] ^ b)
	l[2] = stir(l[2] ^ c)
	l[3] = stir(l[3] ^ d)
}

// stir is a bijection in which every bit reaches the others within two turns.
func stir(x uint64) uint64 {
	x *= 0xff51afd7ed558ccd
	return x ^ x>>32
}

func (l *lanes) digest() (d digest) {
	for _, x := range l {
		d.word(x)
	}
	return d
}

// pair puts two stored numbers into a word, bit for bit.
func pair(x, y float32) uint64 {
	return uint64(math.Float32bits(x))<<32 | uint64(math.Float32bits(y))
}

// digest absorbs all that is stored of the people from lo up to hi but what
// they were born with.
func (p *people) digest(lo, hi int) digest {
	l := lanes{uint64(lo), 1, 2, 3}
	for id := lo; id < hi; id++ {
		s, m := &p.standing[id], &p.mind[id]
		l.absorb(s.words(), s.tierWord(), pair(m.need, m.known), pair(m.satisfaction, m.fatigue))
		if s.joined == never {
			continue
		}
		a := &p.account[id]
		l.absorb(pair(m.lnReference, m.promised), pair(a.firstAt, a.joinedAt), uint64(a.spent), uint64(a.roundRevenue))
		l.absorb(pair(a.lastAt, 0)|uint64(uint32(a.purchases)), uint64(a.roundMargin), uint64(a.lastRevenue), 0)
	}
	return l.digest()
}

// needDigests makes room for a digest of each chunk of people.
func (w *World) needDigests() {
	w.digests = refill(w.digests, w.chunks())
}

func digestAll(w *World, _ *round, _ *tally, lo, hi int) {
	for ; lo < hi; lo += hashChunk {
		w.digests[lo/hashChunk] = w.people.digest(lo, min(lo+hashChunk, hi))
	}
}

func (s *standing) words() uint64 {
	return uint64(s.segment)<<56 | uint64(s.state)<<48 | uint64(s.source)<<40 | uint64(s.covered)<<32 |
		bit(s.listed)<<18 | bit(s.control)<<17 | bit(s.won)<<16 | uint64(uint16(s.joined))
}

func (s *standing) tierWord() (x uint64) {
	for _, t := range s.tiers {
		x = x<<8 | uint64(t)
	}
	return x
}

func bit(b bool) uint64 {
	if b {
		return 1
	}
	return 0
}

// nature absorbs what a person is born with.
func (l *lanes) nature(n *nature) {
	l.absorb(pair(n.traits[0], n.traits[1]), pair(n.traits[2], n.traits[3]), pair(n.traits[4], n.traits[5]), pair(n.traits[6], n.z[0]))
	l.absorb(pair(n.z[1], n.z[2]), pair(n.z[3], n.z[4]), pair(n.noise[0], n.noise[1]), pair(n.noise[2], n.noise[3]))
}
