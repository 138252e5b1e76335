package sim

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// What a firm can foresee of its knowledge comes true: to the digit where
// purchases tell nothing and everyone is reached alike, and nearly so where
// customers come and go.
func TestForeknowledgeComesTrue(t *testing.T) {
	d := spendOn(Insight, 4000)
	plain := small(5000)
	plain.Insight.PerPurchase = 0
	w, err := New(plain, 3)
	require.NoError(t, err)
	ahead := w.Foreknow(d, 3)
	for i, d := range []Decision{d, {}, {}} {
		r, err := w.Play(d)
		require.NoError(t, err)
		assert.InDelta(t, r.Knowledge, ahead[i], 1e-6, "round %d", r.Round)
	}
	assert.Less(t, ahead[2], ahead[0], "what is known ages")

	m := small(5000)
	for p := range m.Programmes {
		m.Programmes[p] = true
	}
	for _, p := range []Programme{Platform, Interviews, Surveys, Listening, FrontLine, DataForReward} {
		d := spendOn(Insight, 4000)
		d.Programmes[p], d.Programmes[Platform] = 1, 1
		w, err := New(m, 3)
		require.NoError(t, err)
		ahead, without := w.Foreknow(d, 2), w.Foreknow(Decision{}, 2)
		if method, ok := p.Method(); ok && method.Delay > 0 {
			assert.Greater(t, ahead[1]-without[1], ahead[0]-without[0], "%s arrive later", p)
		}
		assert.Greater(t, ahead[1], without[1], p)
		for i, d := range []Decision{d, {}} {
			r, err := w.Play(d)
			require.NoError(t, err)
			assert.InDelta(t, r.Knowledge, ahead[i], 0.03*float64(i+1), "%s, round %d: what customers buy meanwhile tells more", p, r.Round)
		}
	}
}

// To look ahead is not to play: the world is as it was.
func TestForeknowledgeChangesNothing(t *testing.T) {
	w, err := New(small(5000), 3)
	require.NoError(t, err)
	before := w.hash()
	w.Foreknow(spendOn(Insight, 4000), 4)
	assert.Equal(t, before, w.hash())
	other := w.Clone()
	w.Foreknow(spendOn(Insight, 4000), 4)
	a, err := w.Play(spendOn(Insight, 1000))
	require.NoError(t, err)
	b, err := other.Play(spendOn(Insight, 1000))
	require.NoError(t, err)
	assert.Equal(t, b.Hash, a.Hash)
}
