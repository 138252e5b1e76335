package validation

import (
	"strings"
	"testing"

	"centricity/sim"

	"github.com/stretchr/testify/assert"
)

// TestEveryAmountIsRestated: a parameter with money in its unit changes, any
// other does not.
func TestEveryAmountIsRestated(t *testing.T) {
	m := sim.DefaultMarket()
	m.Price.Fixed, m.Budget.OpeningCash, m.Budget.Credit = 1, 1, 1
	n := inHundredths(m)
	for _, p := range sim.MarketParameters {
		if strings.Contains(p.Unit, "currency") {
			assert.NotEqual(t, p.Get(&m), p.Get(&n), p.Path)
		} else {
			assert.Equal(t, p.Get(&m), p.Get(&n), p.Path)
		}
	}
	assert.NoError(t, n.Validate())
}
