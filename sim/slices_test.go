package sim

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestSlicesAreShort counts the pauses in a market of many: one at least for
// each chunk of people in each sweep.
func TestSlicesAreShort(t *testing.T) {
	const sweeps = 4 // a round
	m := small(5_000)

	pauses := 0
	w, err := NewSliced(m, 7, func() bool { pauses++; return true })
	require.NoError(t, err)
	chunks := m.People / hashChunk
	assert.GreaterOrEqual(t, pauses, chunks*(1+m.Start.History*sweeps), "births, and the sweeps of each round of history")
	made := pauses
	plain, err := New(m, 7)
	require.NoError(t, err)
	assert.Equal(t, plain.Hash(), w.Hash())
	assert.Equal(t, made, pauses, "the pause was for the making")

	w.Slices(func() bool { pauses++; return true })
	want, err := plain.Play(Decision{})
	require.NoError(t, err)
	got, err := w.Clone().Play(Decision{})
	require.NoError(t, err)
	assert.Equal(t, want, got)
	assert.Equal(t, made, pauses, "a clone plays without pauses")
	got, err = w.Play(Decision{})
	require.NoError(t, err)
	assert.Equal(t, want, got)
	assert.Greater(t, pauses, made+chunks*sweeps)
}

// TestGivingUpAtAnyPause ends the work at every one of its pauses: there is an
// error and nothing else, and the same work done again is whole.
func TestGivingUpAtAnyPause(t *testing.T) {
	m := small(5_000)

	whole, err := New(m, 7)
	require.NoError(t, err)
	want := whole.Hash()
	for after := 0; ; after += 7 {
		left := after
		pause := func() bool { left--; return left >= 0 }
		w, err := NewSliced(m, 7, pause)
		if err == nil {
			assert.Equal(t, want, w.Hash())
			break
		}
		require.ErrorIs(t, err, ErrGivenUp)
		require.Nil(t, w)
	}
	report, err := whole.Clone().Play(Decision{})
	require.NoError(t, err)
	for after := 0; ; after++ {
		left := after
		w := whole.Clone()
		w.Slices(func() bool { left--; return left >= 0 })
		r, err := w.Play(Decision{})
		if err == nil {
			assert.Equal(t, report, r)
			break
		}
		require.ErrorIs(t, err, ErrGivenUp)
	}
}
