package screen

import (
	"testing"

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
