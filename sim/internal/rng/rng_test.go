//lint:file-ignore SA1019 x/exp/rand is deprecated upstream; the package comment says why it is here

package rng

import (
	"math"
	"math/bits"
	"testing"

	"github.com/stretchr/testify/require"
	"golang.org/x/exp/rand"
)

// TestGoldenDraws pins draws for good: they are the same on every machine, and
// a change of one is a change of the model and moves ModelVersion.
func TestGoldenDraws(t *testing.T) {
	k := NewKey(42, 7, -3)
	pcg := k.PCG(12345)
	require.Equal(t, Key{0xc03f66284eb74fd1, 0xd56933882bcd505}, k)
	require.Equal(t, uint64(0x8645c57aa3f7b686), k.At(0, 0))
	require.Equal(t, uint64(0x6465d9848b50c76), k.At(12345, 6))
	require.Equal(t, uint64(0xc3385481103f4f40), k.At(MaxID, MaxDraw))
	require.Equal(t, uint64(0xdf53c238fffe58ca), pcg.Uint64())

	hash := uint64(0)
	for round := -5; round < 5; round++ {
		key := NewKey(1, 2, round)
		for id := range uint64(5000) {
			hash = (hash ^ key.At(id, id%3)) * golden
		}
	}
	require.Equal(t, uint64(0x5b5bd33428f981e5), hash)
}

// TestGoldenBits pins a million draws of each way to draw.
func TestGoldenBits(t *testing.T) {
	const n = 1_000_000
	key := NewKey(1, 2, 3)
	stream, pcg := key.Stream(9), key.PCG(9)
	for name, c := range map[string]struct {
		draw func(i uint64) uint64
		want uint64
	}{
		"key":    {func(i uint64) uint64 { return NewKey(i>>3, Purpose(i&3), int(i&7)-4).At(i, 0) }, 0x4a4cbbeaa6cf25ef},
		"at":     {func(i uint64) uint64 { return key.At(i>>2, i&3) }, 0xfd3f4513669e0748},
		"stream": {func(uint64) uint64 { return stream.Uint64() }, 0xf0ec3fad5b12de69},
		"pcg":    {func(uint64) uint64 { return pcg.Uint64() }, 0x9e1c3023fb6eb3af},
		"perm":   {func(i uint64) uint64 { s := key.Stream(i); return uint64(s.Perm(3)[0]) }, 0x27fc6d3be5b70946},
	} {
		t.Run(name, func(t *testing.T) {
			hash := uint64(0)
			for i := range uint64(n) {
				hash = (hash ^ c.draw(i)) * golden
			}
			require.Equal(t, c.want, hash, "got %#x", hash)
		})
	}
}

// TestAtIsABijection recovers (id, j) from the draw, so two different pairs
// can never share one.
func TestAtIsABijection(t *testing.T) {
	ids := []uint64{0, 1, 2, 1e6, 1 << 39, MaxID - 1, MaxID}
	draws := []uint64{0, 1, 255, 1 << 23, MaxDraw}
	for n := range uint64(1000) {
		ids = append(ids, mix(n, 1)&MaxID)
	}
	for round := range 3 {
		k := NewKey(9, 1, round)
		for _, id := range ids {
			for _, j := range draws {
				require.Equal(t, id<<drawBits|j, unmix(k.At(id, j), k.b)^k.a)
			}
		}
	}
}

// unmix is the inverse of mix, step by step backwards.
func unmix(x, b uint64) uint64 {
	x = unshift(x)
	x *= inverse(0x9E6D62D06F6A9A9B)
	x -= b
	x = unshift(x)
	x *= inverse(0x9E6C63D0676A9A99)
	// The first step is 1 + r^25 + r^47 in the rotation r with r^64 = 1; over
	// GF(2) its 64th power is 1, so its 63rd is its inverse.
	for range 63 {
		x ^= bits.RotateLeft64(x, -25) ^ bits.RotateLeft64(x, -47)
	}
	return x
}

// unshift solves x ^ x>>23 ^ x>>51 = y from the top bits down.
func unshift(y uint64) uint64 {
	x := y
	for range 3 {
		x = y ^ x>>23 ^ x>>51
	}
	return x
}

// inverse returns 1/m modulo 2^64 for odd m by Newton's iteration.
func inverse(m uint64) uint64 {
	x := m
	for range 6 {
		x *= 2 - m*x
	}
	return x
}

// TestStreamWalksTheKey holds the interface and the inline path to the same
// draws: Stream, rand.Rand around it, and Key.At.
func TestStreamWalksTheKey(t *testing.T) {
	k := NewKey(3, 4, 5)
	s, wrapped := k.Stream(77), k.Stream(77)
	r := rand.New(&wrapped)
	for j := range uint64(1000) {
		want := k.At(77, j)
		require.Equal(t, want, s.Uint64())
		require.Equal(t, want, r.Uint64())
	}
	require.Len(t, r.Perm(100), 100)

	fork := s
	require.Equal(t, s.Uint64(), fork.Uint64(), "a copy continues on its own")

	r.Seed(6)
	want := NewKey(6, 0, 0)
	require.Equal(t, want.At(0, 0), r.Uint64())
	require.Equal(t, want.At(0, 1), r.Uint64())
}

// TestStreamTurns shows that a walk longer than MaxDraw neither starts over
// nor takes the next person's draws, for the last id either.
func TestStreamTurns(t *testing.T) {
	k := NewKey(3, 4, 5)
	for _, id := range []uint64{0, 8, MaxID} {
		s := k.Stream(id)
		s.at += MaxDraw
		require.Equal(t, k.At(id, MaxDraw), s.Uint64())
		require.Equal(t, id<<drawBits, s.at)
		u := s.Uint64()
		require.NotEqual(t, k.At(id, 0), u)
		require.NotEqual(t, k.At(id+1, 0), u)
	}
}

func TestPCGIsASecondGenerator(t *testing.T) {
	k := NewKey(3, 4, 5)
	a, again, neighbour, keyed := k.PCG(7), k.PCG(7), k.PCG(8), k.Stream(7)
	r := rand.New(&again)
	for range 100 {
		u := a.Uint64()
		require.Equal(t, u, r.Uint64())
		require.NotEqual(t, u, neighbour.Uint64())
		require.NotEqual(t, u, keyed.Uint64())
	}
	r.Seed(6)
	want := NewKey(6, 0, 0).PCG(0)
	require.Equal(t, want.Uint64(), r.Uint64())
}

func TestKeysAreDistinct(t *testing.T) {
	seen := map[Key]bool{}
	words := map[uint64]bool{}
	seeds := []uint64{0, 1, 2, 3, 1 << 32, math.MaxUint64}
	n := 0
	for _, seed := range seeds {
		for p := range Purpose(64) {
			for round := -40; round < 40; round++ {
				k := NewKey(seed, p, round)
				seen[k], words[k.a], words[k.b] = true, true, true
				n++
			}
		}
	}
	require.Len(t, seen, n)
	require.Len(t, words, 2*n, "each half alone tells keys apart too")
}

var sink uint64

func BenchmarkAt(b *testing.B) {
	k := NewKey(1, 2, 3)
	id, sum := uint64(0), uint64(0)
	for range b.N {
		sum += k.At(id, 1)
		id++
	}
	sink = sum
}

func BenchmarkStream(b *testing.B) {
	s := NewKey(1, 2, 3).Stream(4)
	sum := uint64(0)
	for range b.N {
		sum += s.Uint64()
	}
	sink = sum
}

func BenchmarkPCG(b *testing.B) {
	s := NewKey(1, 2, 3).PCG(4)
	sum := uint64(0)
	for range b.N {
		sum += s.Uint64()
	}
	sink = sum
}

func BenchmarkNewKey(b *testing.B) {
	round := 0
	for range b.N {
		sink += NewKey(1, 2, round).b
		round++
	}
}
