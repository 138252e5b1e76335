package rng

import (
	"fmt"
	"math"
	"math/bits"
	"testing"

	"github.com/stretchr/testify/require"
)

// layouts are the orders in which a run meets its draws; each turns a counter
// into one, with one coordinate moving fastest.
var layouts = map[string]func(n uint64) uint64{
	"person": func(n uint64) uint64 { return NewKey(1, 3, int(n>>16)).At(n&0xffff, 0) },
	"draw":   func(n uint64) uint64 { return NewKey(1, 3, 0).At(n>>3, n&7) },
	"round":  func(n uint64) uint64 { return NewKey(1, 3, int(n&31)-8).At(n>>5, 2) },
	"seed":   func(n uint64) uint64 { return NewKey(n&0xfff, 3, 1).At(n>>12, 0) },
	"purpose": func(n uint64) uint64 {
		return NewKey(1, Purpose(n&31), 1).At(n>>5, 0)
	},
	"person with PCG": func(n uint64) uint64 {
		s := NewKey(1, 3, int(n>>16)).PCG(n & 0xffff)
		return s.Uint64()
	},
}

// TestEveryLayoutIsUniform looks for what a weak mix of structured counters
// shows first: uneven bytes, dependent neighbours, correlation at the lags at
// which coordinates repeat. The sequences are fixed, so the test is too; the
// limit is five standard errors.
func TestEveryLayoutIsUniform(t *testing.T) {
	const n, limit = 1 << 18, 5.0
	for name, draw := range layouts {
		t.Run(name, func(t *testing.T) {
			u := make([]uint64, n)
			for i := range u {
				u[i] = draw(uint64(i))
			}
			for shift := 0; shift < 64; shift += 8 {
				cells := make([]float64, 256)
				for _, x := range u {
					cells[x>>shift&255]++
				}
				require.Less(t, chiSquare(cells, n), limit, "byte at bit %d", shift)
			}
			for _, lag := range []int{1, 2, 3, 8, 32, 4096, 1 << 16} {
				pairs, low := make([]float64, 256), make([]float64, 256)
				same, product := 0.0, 0.0
				for i := lag; i < n; i++ {
					a, b := u[i-lag], u[i]
					pairs[a>>60<<4|b>>60]++
					low[a&15<<4|b&15]++
					same += float64(bits.OnesCount64(a^b)) - 32
					product += (float64(a>>11)*0x1p-53 - 0.5) * (float64(b>>11)*0x1p-53 - 0.5)
				}
				m := float64(n - lag)
				require.Less(t, chiSquare(pairs, m), limit, "leading bits at lag %d", lag)
				require.Less(t, chiSquare(low, m), limit, "trailing bits at lag %d", lag)
				require.Less(t, math.Abs(same)/math.Sqrt(16*m), limit, "common bits at lag %d", lag)
				require.Less(t, math.Abs(product)*12/math.Sqrt(m), limit, "correlation at lag %d", lag)
			}
		})
	}
}

// chiSquare returns, in standard errors, how far equal cells holding n draws
// are from their expectation. For independent draws it is about normal.
func chiSquare(cells []float64, n float64) float64 {
	expected := n / float64(len(cells))
	sum := 0.0
	for _, c := range cells {
		sum += (c - expected) * (c - expected) / expected
	}
	df := float64(len(cells) - 1)
	return math.Abs(sum-df) / math.Sqrt(2*df)
}

// TestAvalanche flips one input bit and expects each of the 64 output bits to
// change half of the time, from starting points a run really uses: small,
// consecutive numbers.
func TestAvalanche(t *testing.T) {
	const n = 8192
	const limit = 5.5 / 2 / 90.50966799187809 // 5.5 standard errors of a share, 5.5/(2 sqrt n)
	inputs := []struct {
		name string
		bits int
		flip func(seed uint64, p Purpose, round int, id, j uint64, bit int) uint64
	}{
		{"id", idBits, func(s uint64, p Purpose, r int, id, j uint64, bit int) uint64 {
			return NewKey(s, p, r).At(id^1<<bit, j)
		}},
		{"draw", drawBits, func(s uint64, p Purpose, r int, id, j uint64, bit int) uint64 {
			return NewKey(s, p, r).At(id, j^1<<bit)
		}},
		{"seed", 64, func(s uint64, p Purpose, r int, id, j uint64, bit int) uint64 {
			return NewKey(s^1<<bit, p, r).At(id, j)
		}},
		{"purpose", 64, func(s uint64, p Purpose, r int, id, j uint64, bit int) uint64 {
			return NewKey(s, p^1<<bit, r).At(id, j)
		}},
		{"round", 32, func(s uint64, p Purpose, r int, id, j uint64, bit int) uint64 {
			return NewKey(s, p, r^1<<bit).At(id, j)
		}},
	}
	for _, in := range inputs {
		t.Run(in.name, func(t *testing.T) {
			for bit := range in.bits {
				var changed [64]int
				for i := range uint64(n) {
					seed, p, round, id, j := i>>10, Purpose(i>>8&3), int(i>>5&7), i&31, i&1
					d := NewKey(seed, p, round).At(id, j) ^ in.flip(seed, p, round, id, j, bit)
					for ; d != 0; d &= d - 1 {
						changed[bits.TrailingZeros64(d)]++
					}
				}
				for out, c := range changed {
					share := float64(c) / n
					require.InDelta(t, 0.5, share, limit, fmt.Sprintf("input bit %d, output bit %d", bit, out))
				}
			}
		})
	}
}
