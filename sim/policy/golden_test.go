package policy_test

import (
	"testing"

	"centricity/sim"
	"centricity/sim/policy"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestGoldenGames plays the default market under each built-in policy and
// compares the hash of the final state, which covers every person. The same
// constants hold on every machine. When one moves, sim.ModelVersion moves, and
// the changelog says so.
func TestGoldenGames(t *testing.T) {
	require.Equal(t, 2, sim.ModelVersion)
	for _, c := range []struct {
		policy string
		clock  sim.Clock
		hash   string
	}{
		{"price-centric", sim.PerRound, "2ae80accc9ca3fe0160d75b0cf0ea9b3"},
		{"price-centric", sim.Continuous, "8551c0b0a3b847244d85f7b488512633"},
		{"product-centric", sim.PerRound, "1103ec0f1d46937ec1848f0b9c0ffe25"},
		{"product-centric", sim.Continuous, "3a4aed4aab4d5b9981db3244b4c03427"},
		{"customer-centric", sim.PerRound, "bd02a015e3796284d627b05051d723f3"},
		{"customer-centric", sim.Continuous, "1df4f31df9101247637dafcedf60d2d8"},
	} {
		t.Run(c.policy+"/"+c.clock.String(), func(t *testing.T) {
			m := sim.DefaultMarket()
			m.People, m.Rounds, m.Churn.Clock = 2000, 12, c.clock
			m.Budget.PerRound, m.Start.Incumbent = 2000_00, sim.Decision{}
			w, err := sim.New(m, 2026)
			require.NoError(t, err)
			p, ok := policy.Named(c.policy)
			require.True(t, ok)
			require.NoError(t, policy.Play(w, p))
			assert.Equal(t, c.hash, w.Hash().String())
		})
	}
}

// TestPoliciesAreLegalEverywhere: whatever levers, bounds and budgets a market
// has, a built-in policy never asks for what it refuses.
func TestPoliciesAreLegalEverywhere(t *testing.T) {
	for _, name := range policy.Names() {
		for levers := range 1 << sim.NumLevers {
			m := sim.DefaultMarket()
			m.People, m.Rounds = 50, 2
			for i := range sim.NumLevers {
				m.Levers[i] = levers>>i&1 == 1
			}
			if levers%3 == 0 {
				m.Price.Low, m.Price.High, m.Price.MaxDiscount = m.Price.Reference, m.Price.Reference, 0
			}
			if levers%4 == 0 {
				m.Channels = m.Channels[:1]
			}
			if levers%5 == 0 {
				m.Budget.FromCash, m.Budget.OpeningCash, m.Price.Fixed = true, 1000_00, 400_00
			}
			w, err := sim.New(m, 1)
			require.NoError(t, err)
			p, _ := policy.Named(name)
			assert.NoError(t, policy.Play(w, p), "%s with levers %v", name, m.Levers)
		}
	}
}
