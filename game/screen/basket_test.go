package screen

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"centricity/sim"
)

var kinds = []sim.Programme{sim.Platform, sim.Interviews, sim.Surveys, sim.Listening, sim.FrontLine, sim.DataForReward}

// Whatever is ordered, in whatever state of the draft, the market can take it,
// and nobody gets more or less than the weights can tell apart.
func TestAnOrderIsWithinWhatWeightsCanTell(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var d sim.Decision
		d.Spend[sim.Insight] = sim.Money(rapid.Int64Range(0, 1<<53).Draw(t, "spent"))
		for _, programme := range kinds {
			d.Programmes[programme] = rapid.SampledFrom([]int{0, 1, 7, sim.MaxWeight}).Draw(t, "weight")
		}
		want := orderedAt(d, kinds)
		i := rapid.IntRange(0, len(kinds)-1).Draw(t, "kind")
		want[i] = sim.Money(rapid.Int64Range(0, 1<<40).Draw(t, "amount"))

		d = order(d, kinds, i, want[i])
		got := orderedAt(d, kinds)
		for k, programme := range kinds {
			require.LessOrEqual(t, d.Programmes[programme], sim.MaxWeight)
			assert.InDelta(t, float64(want[k]), float64(got[k]), 1+2.5*float64(slices.Max(want))/sim.MaxWeight, "half of the coarsest unit")
		}
	})
}

// A budget that shrank to nothing leaves last round's research in the draft: it
// can be taken out piece by piece, and at no point has the market anything but
// the money against it.
func TestAnOrderCanBeTakenBackWithoutABudget(t *testing.T) {
	var d sim.Decision
	d.Spend[sim.Insight] = 6000_00
	d.Programmes[sim.Interviews], d.Programmes[sim.Surveys] = 1, 2
	d = order(d, kinds, 0, 1)
	for i := range kinds {
		d = order(d, kinds, i, 0)
		for _, programme := range kinds {
			require.LessOrEqual(t, d.Programmes[programme], sim.MaxWeight)
		}
	}
	assert.Zero(t, d.Spend[sim.Insight])
}

// A sum that no step of the slider hits is ordered as it was typed.
func TestAnyAmountCanBeOrdered(t *testing.T) {
	d := order(sim.Decision{}, kinds, 1, 1237_50)
	assert.Equal(t, sim.Money(1237_50), d.Spend[sim.Insight])
	d = order(d, kinds, 0, 2*1237_50)
	assert.Equal(t, []sim.Money{2 * 1237_50, 1237_50}, orderedAt(d, kinds)[:2])
}
