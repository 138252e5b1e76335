package sim

import (
	"cmp"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

// TestSeparateFindsTheParts that a full sort would, however equal the values.
func TestSeparateFindsTheParts(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(0, 3000).Draw(t, "people")
		values := rapid.SampledFrom([]uint64{1, 2, 50, 1 << 40}).Draw(t, "values")
		seed := rapid.Uint64().Draw(t, "seed")
		w := &World{seed: seed}
		value, tie := w.key(drawSpend, 0), w.key(drawTie, 0)
		list := make([]ranking, n)
		for id := range list {
			list[id] = rankingOf(id, float64(value.At(uint64(id), 0)%values), tie.At(uint64(id), 0))
		}
		order := func(a, b ranking) int {
			return cmp.Or(cmp.Compare(a.value, b.value), cmp.Compare(a.tie, b.tie))
		}
		sorted := slices.Clone(list)
		slices.SortFunc(sorted, order)
		ends := rapid.SliceOfN(rapid.IntRange(0, n), 1, 9).Draw(t, "ends")
		slices.Sort(ends)
		parts := slices.Clone(list)
		separate(parts, ends)
		from, end := 0, ranking{}
		for _, to := range ends {
			end = last(end, parts[from:to])
			slices.SortFunc(parts[from:to], order)
			if to > 0 {
				require.Equal(t, sorted[to-1], end)
			}
			from = to
		}
		require.Equal(t, sorted[:from], parts[:from])
	})
}

// TestSortAmounts sorts as the standard library does.
func TestSortAmounts(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(0, 2000).Draw(t, "amounts")
		largest := rapid.SampledFrom([]uint64{1, 3, 5000, 1 << 62}).Draw(t, "largest")
		w := &World{seed: rapid.Uint64().Draw(t, "seed")}
		key := w.key(drawSpend, 0)
		list := make([]Money, n)
		for i := range list {
			list[i] = Money(key.At(uint64(i), 0) % largest)
		}
		want := slices.Clone(list)
		slices.Sort(want)
		got, _ := sortAmounts(list, make([]Money, n))
		require.Equal(t, want, got)
	})
}
