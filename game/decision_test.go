package game

import (
	"testing"

	"centricity/sim"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

// TestDecisionsSurviveTheLog: whatever a decision holds, a log line brings it
// back.
func TestDecisionsSurviveTheLog(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		number := rapid.IntRange(-5, 1000)
		d := sim.Decision{
			Price:    sim.Money(rapid.Int64().Draw(t, "price")),
			Discount: sim.BasisPoints(number.Draw(t, "discount")),
			Breadth:  sim.BasisPoints(number.Draw(t, "breadth")),
		}
		for i := range d.Spend {
			d.Spend[i] = sim.Money(rapid.Int64().Draw(t, "spend"))
			d.Focus[i].By = sim.Order(rapid.IntRange(0, sim.NumOrders-1).Draw(t, "order"))
			for tier := range d.Focus[i].Weight {
				d.Focus[i].Weight[tier] = number.Draw(t, "focus")
			}
		}
		for i := range d.Channels {
			d.Channels[i] = number.Draw(t, "channel")
		}
		if rapid.Bool().Draw(t, "trial") {
			d.Trial = sim.Trial{Lever: sim.Lever(rapid.IntRange(0, sim.NumLevers-1).Draw(t, "lever")), Control: 1000}
		}
		for i := range d.Programmes {
			d.Programmes[i] = number.Draw(t, "programme")
		}
		var back decision
		require.NoError(t, strict(line(encode(d)), &back))
		got, err := back.decode()
		require.NoError(t, err)
		assert.Equal(t, d, got)
	})
}
