package screen

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"centricity/sim"
)

// The verdict names the best of the others, and a tie is none's victory.
func TestVerdict(t *testing.T) {
	of := func(name string, company sim.Money) result {
		return result{name: name, value: sim.Value{Cash: company}}
	}
	for own, want := range map[sim.Money]string{
		9000_00: "You beat all three built-in players; the best of them, the product-centric one, reached $ 8,000.",
		8000_30: "You did as well as the best of the built-in players, the product-centric one: $ 8,000.",
		7999_80: "You did as well as the best of the built-in players, the product-centric one: $ 8,000.",
		7500_00: "The product-centric player did best of the built-in ones: $ 8,000, which is $ 500 more than you.",
	} {
		require.Contains(t, world(false).beside([]result{of("You", own), of("Price-centric", 5000_00), of("Product-centric", 8000_00), of("Customer-centric", 7000_00)}), want)
	}
}

// How long is left is told once there is a pace, without jitter.
func TestHowLongIsLeft(t *testing.T) {
	var p pace
	at := func(seconds, share float64) string {
		return p.remains(time.Duration(seconds*float64(time.Second)), share)
	}
	require.Empty(t, at(10, 0), "it waits its turn")
	require.Empty(t, at(60, 0.01), "it begins")
	require.Empty(t, at(61, 0.02), "too early to tell")
	require.Equal(t, "about 2 min left", at(70, 0.09))
	require.Equal(t, "about 50 s left", at(110, 0.51))
	require.Equal(t, "about 50 s left", at(112, 0.54), "44 s: not a step away")
	require.Equal(t, "about 30 s left", at(125, 0.66))
	require.Equal(t, "a few seconds left", at(150, 0.91))
	p = pace{}
	require.Empty(t, at(200, 0.5), "another run has its own pace")
	require.Equal(t, "about 8 min left", at(210, 0.51))
}
