package sim

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

// TestEveryNameIsFoundAgain, and no other.
func TestEveryNameIsFoundAgain(t *testing.T) {
	for i := range NumLevers {
		l, ok := LeverNamed(Lever(i).String())
		assert.True(t, ok && l == Lever(i), i)
	}
	for i := range NumProgrammes {
		p, ok := ProgrammeNamed(Programme(i).String())
		assert.True(t, ok && p == Programme(i), i)
	}
	for i := range NumOrders {
		o, ok := OrderNamed(Order(i).String())
		assert.True(t, ok && o == Order(i), i)
	}
	_, ok := LeverNamed("")
	assert.False(t, ok)
}
