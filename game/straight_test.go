package game

import (
	"testing"

	"centricity/scenarios"
	"centricity/sim"
	"centricity/sim/policy"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestASavedGameIsTheStraightGame plays scenarios that ship through the log: in
// every round the game so far is saved, read and replayed on another number of
// workers, and the copy and a clone of the copy play on. All end in the bits of
// the game that was never put down.
func TestASavedGameIsTheStraightGame(t *testing.T) {
	for _, name := range []string{"music-shop", "shifting-needs"} {
		s, err := scenarios.Shipped(name)
		require.NoError(t, err)
		s.Market.People = 2500
		find := func(string) (scenarios.Scenario, error) { return s, nil }
		p, _ := policy.Named("customer-centric")
		decide := func(g *Session) {
			_, err := g.Commit()
			require.NoError(t, err)
		}
		straight, err := Start(s, 7, &Memory{})
		require.NoError(t, err)
		var saved []*sim.World
		for !straight.Over() {
			log, err := Parse(straight.Log())
			require.NoError(t, err)
			_, w, err := Replay(log, find)
			require.NoError(t, err)
			require.Equal(t, straight.world.Hash(), w.Hash())
			w.Workers(2)
			saved = append(saved, w)
			straight.SetDraft(p(policy.Look(straight.world)))
			decide(straight)
		}
		for i, w := range saved {
			clone := w.Clone()
			for _, w := range []*sim.World{w, clone} {
				require.NoError(t, policy.Play(w, p))
				assert.Equal(t, straight.world.Hash(), w.Hash(), "%s, put down after round %d", name, i)
				assert.Equal(t, straight.Reports(), w.Reports())
			}
		}
	}
}
