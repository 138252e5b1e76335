package game

import (
	"testing"

	"centricity/sim"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// A game is played anew on another version of its scenario as far as that one
// allows; one that allows all takes its place.
func TestAnew(t *testing.T) {
	shelf := &Memory{}
	g, err := Start(village(), 7, shelf)
	require.NoError(t, err)
	for range 3 {
		decide(g)
		_, err := g.Commit()
		require.NoError(t, err)
	}
	require.Len(t, g.Played(), 3)

	same := village()
	same.Title = "Another title"
	again, err := g.Anew(same)
	require.NoError(t, err)
	assert.Same(t, g, again, "texts change no game")
	assert.Equal(t, "Another title", again.Scenario().Title)

	closed := village()
	closed.Market.Levers[sim.Retention] = false
	short, err := g.Anew(closed)
	var stopped *Stopped
	require.ErrorAs(t, err, &stopped)
	assert.Equal(t, 1, stopped.Round)
	assert.ErrorContains(t, err, "round 1 is no longer possible")
	assert.Equal(t, 1, short.Round())
	_, err = shelf.Read(g.Name() + logSuffix)
	require.NoError(t, err, "the old game stays")

	harsher := village()
	harsher.Market.Price.UnitCost++
	harsher.Market.Rounds = 2
	whole, err := g.Anew(harsher)
	require.NoError(t, err)
	assert.True(t, whole.Over(), "a shorter game ends")
	_, err = shelf.Read(g.Name() + logSuffix)
	assert.ErrorIs(t, err, ErrNotKept)

	broken := village()
	broken.Market.People = 0
	_, err = whole.Anew(broken)
	assert.Error(t, err)
}
