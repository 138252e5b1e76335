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
	require.Equal(t, 3, sim.ModelVersion)
	for _, c := range []struct {
		policy string
		clock  sim.Clock
		hash   string
	}{
		{"price-centric", sim.PerRound, "d31af42933ebf6f41fba1081ee001bf1"},
		{"price-centric", sim.Continuous, "80c27e8607cdcd6130411239c1796e8a"},
		{"product-centric", sim.PerRound, "047acffc9418a53b7f25448659c10bd9"},
		{"product-centric", sim.Continuous, "1be4224fe5a058f103c622b88f885594"},
		{"customer-centric", sim.PerRound, "1de2ec829ebb4d060e41dc791089a793"},
		{"customer-centric", sim.Continuous, "6ac2df8db79f7cd0875641b630952b99"},
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
