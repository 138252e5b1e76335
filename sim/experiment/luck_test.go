package experiment_test

import (
	"math"
	"testing"

	"centricity/sim"
	"centricity/sim/experiment"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestLuckIsDerived: no two replications share a seed, neighbouring bases share
// none, every seed is exact as a float, and the bits stay what they are.
func TestLuckIsDerived(t *testing.T) {
	seen := map[uint64]bool{}
	for base := range uint64(3) {
		for r := 1; r <= 20_000; r++ {
			s := experiment.Luck(base, r)
			require.Less(t, s, uint64(1)<<52)
			require.False(t, seen[s], "base %d, replication %d", base, r)
			seen[s] = true
		}
	}
	assert.Equal(t, uint64(0x23d60bad728bf), experiment.Luck(2026, 1))
}

// TestLatinHypercube: every slice of every axis holds one point.
func TestLatinHypercube(t *testing.T) {
	const points, axes = 50, 4
	sample := experiment.LatinHypercube(1, points, axes)
	for axis := range axes {
		held := [points]int{}
		for _, p := range sample {
			held[int(p[axis]*points)]++
		}
		for slice, n := range held {
			assert.Equal(t, 1, n, "axis %d, slice %d", axis, slice)
		}
	}
	assert.Equal(t, sample, experiment.LatinHypercube(1, points, axes))
	assert.NotEqual(t, sample, experiment.LatinHypercube(2, points, axes))
}

// TestPurchasesAreASaleInParts: as many as the sale has, in order, the last
// when it says, the money to the cent, always the same.
func TestPurchasesAreASaleInParts(t *testing.T) {
	m := town()
	m.Start.Customers = 0.3
	var sales []sim.Sale
	_, err := sim.NewObserved(m, 5, func(s sim.Sale) { sales = append(sales, s) })
	require.NoError(t, err)
	require.NotEmpty(t, sales)
	several, half := 0, 0.0
	for _, s := range sales {
		list := experiment.Purchases(nil, s, m.Purchase.Shape, 5)
		require.Len(t, list, s.Count)
		var sum sim.Money
		for i, p := range list {
			sum += p.Amount
			assert.GreaterOrEqual(t, p.Amount, sim.Money(0))
			assert.GreaterOrEqual(t, p.At, s.From)
			if i > 0 {
				assert.GreaterOrEqual(t, p.At, list[i-1].At)
			}
		}
		assert.Equal(t, s.Revenue, sum)
		assert.Equal(t, s.Last, list[len(list)-1].At)
		assert.Equal(t, list, experiment.Purchases(nil, s, m.Purchase.Shape, 5))
		if s.Count == 2 { // the earlier of two is uniform below the later
			several++
			half += (list[0].At - s.From) / (s.Last - s.From)
		}
	}
	require.Greater(t, several, 50)
	assert.InDelta(t, 0.5, half/float64(several), 4*0.2887/math.Sqrt(float64(several)), "within 4 standard errors of a uniform's mean")
}
