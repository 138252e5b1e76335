// Package rng gives every random decision of the simulation its own number,
// as a function of (seed, purpose, round, person id, draw index).
//
// There is no shared sequence: the order in which people are visited, their
// slot in an array and the number of workers cannot change a draw, and two
// policies meet the same customers with the same luck (common random
// numbers). A [Key] is made once per purpose and round; [Key.At] is then a
// pure function of 64-bit integers, the same on every machine. [Stream] walks
// through the draws of one person for samplers that need an unknown number of
// them, and [Key.PCG] is the same walk on an unrelated generator, to ask
// whether a conclusion depends on the generator.
//
// *Stream implements the Source interface of golang.org/x/exp/rand, so that cold
// code has its Perm and Shuffle and a second generator to compare with. That
// package is deprecated upstream in favour of math/rand/v2, so it is pinned in
// go.mod and imported here alone. Of rand.Rand use only what is pure integer arithmetic (Uint64, Uint64n, Perm,
// Shuffle): its NormFloat64 and ExpFloat64 differ between machines.
//lint:file-ignore SA1019 x/exp/rand is deprecated upstream; the package comment says why it is here

package rng

// Purpose says what a draw decides. Each use owns one constant, which is never
// given to another use, not even after the first one is gone: equal purposes
// mean equal, hence perfectly correlated, draws.
type Purpose uint64

const (
	idBits   = 40
	drawBits = 24

	// MaxID is the largest person id a [Key] tells apart.
	MaxID = 1<<idBits - 1
	// MaxDraw is the largest draw index a [Key] tells apart.
	MaxDraw = 1<<drawBits - 1
)

// Key is one sheet of draws: everything decided for one purpose in one round
// of one seed.
type Key struct{ a, b uint64 }

// NewKey returns the sheet of (seed, purpose, round). Rounds may be negative
// (history before round 0). For a fixed seed and purpose, different rounds
// have different keys; otherwise two keys coincide with probability 2^-128.
func NewKey(seed uint64, p Purpose, round int) Key {
	// The two halves absorb the same three words from unrelated starts
	// (fractional digits of pi).
	return Key{
		a: absorb(0x243F6A8885A308D3, seed, uint64(p), uint64(int64(round))),
		b: absorb(0x13198A2E03707344, seed, uint64(p), uint64(int64(round))),
	}
}

func absorb(h, seed, purpose, round uint64) uint64 {
	h = mix(h^seed, golden)
	h = mix(h^purpose, golden)
	return mix(h^round, golden)
}

// golden is 2^64 divided by the golden ratio: any fixed odd word would do.
const golden = 0x9E3779B97F4A7C15

// At returns draw j of person id: 64 uniform bits. It is a bijection of
// (id, j) for id <= MaxID, j <= MaxDraw; larger values alias smaller ones.
func (k Key) At(id, j uint64) uint64 {
	return mix(k.a^(id<<drawBits|j&MaxDraw), k.b)
}

// mix is Pelle Evensen's NASAM finaliser (Not Another Strange Acronym Mixer,
// 2020) with a key word added between its two rounds. Each step is invertible,
// so mix is a bijection of x for every b. Sequences with the person, the draw,
// the round or the seed fastest show no anomaly in 1 GB of PractRand each.
func mix(x, b uint64) uint64 {
	x ^= (x>>25 | x<<39) ^ (x>>47 | x<<17)
	x *= 0x9E6C63D0676A9A99
	x ^= x>>23 ^ x>>51
	x += b
	x *= 0x9E6D62D06F6A9A9B
	return x ^ x>>23 ^ x>>51
}
