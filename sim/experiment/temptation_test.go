package experiment_test

import (
	"testing"

	"centricity/sim"
	"centricity/sim/experiment"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestTemptFindsATrickThatPays: where customers do not mind the price, raising
// it in the last round pays; where they mind nothing else, it does not.
func TestTemptFindsATrickThatPays(t *testing.T) {
	gain := func(sensitivity float64) float64 {
		m := town()
		m.Segments[0].Traits[sim.PriceSensitivity].Mean = sensitivity
		found, err := experiment.Tempt(m, []string{"balanced"}, experiment.Seeds(1, 4), 0)
		require.NoError(t, err)
		require.Len(t, found, len(experiment.Tricks()))
		require.Equal(t, "highest price", found[0].Trick)
		return found[0].Gain
	}
	assert.Greater(t, gain(.1), .05)
	assert.Less(t, gain(10), -.05)
	_, err := experiment.Tempt(town(), []string{"nobody"}, experiment.Seeds(1, 1), 0)
	assert.ErrorContains(t, err, "nobody")
}

// TestPriceCurves: the best price is the highest where nobody minds it, and
// lies lower where everybody does; the last number of rounds ends the game.
func TestPriceCurves(t *testing.T) {
	best := func(sensitivity float64) sim.Money {
		m := town()
		m.Segments[0].Traits[sim.PriceSensitivity].Mean = sensitivity
		m.Segments[0].Traits[sim.PriceSensitivity].Spread = .2
		curves, err := experiment.PriceCurves(m, []string{"balanced"}, 5, []int{2, 6}, experiment.Seeds(1, 2), 0)
		require.NoError(t, err)
		require.Len(t, curves, 2)
		require.Equal(t, m.Price.Low, curves[0].Prices[0])
		require.Equal(t, m.Price.High, curves[0].Prices[4])
		c := curves[1]
		require.Equal(t, 6, c.Rounds)
		assert.Equal(t, c.Best() > 0 && c.Best() < 4, c.Inside())
		return c.Prices[c.Best()]
	}
	assert.Equal(t, town().Price.High, best(.1))
	assert.Less(t, best(5), town().Price.High)
}
