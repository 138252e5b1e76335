package research_test

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"centricity/game/research"
	"centricity/scenarios"
	"centricity/sim"
	"centricity/sim/policy"
)

// played is the music shop after its last round.
func played(t *testing.T, seed uint64) (*sim.World, sim.Brief, sim.Report) {
	s, err := scenarios.Shipped("music-shop")
	require.NoError(t, err)
	w, err := sim.New(s.Market, seed)
	require.NoError(t, err)
	p, _ := policy.Named("balanced")
	require.NoError(t, policy.Play(w, p))
	reports := w.Reports()
	return w, s.Market.Brief(), reports[len(reports)-1]
}

// In a world where nobody says goodbye the fit is nearer to the truth than the
// books' averages, changes nothing, and says the same twice.
func TestFindingBeatsTheBooks(t *testing.T) {
	for seed := range uint64(2) {
		w, b, last := played(t, seed)
		before := w.Hash()
		f, err := research.Of(b, w.Records(), last, research.Most)
		require.NoError(t, err)
		require.Equal(t, before, w.Hash())
		truth, books := w.Value().Equity.Currency(), last.EstimatedEquity(b.Discount).Currency()
		ratio := func(x float64) float64 { return max(x/truth, truth/x) }
		t.Logf("equity: truth %.0f, books %.0f, records %.0f (%.0f to %.0f)", truth, books, f.Equity.Value, f.Equity.Low, f.Equity.High)
		assert.Less(t, ratio(f.Equity.Value), ratio(books))

		again, err := research.Of(b, w.Records(), last, research.Most)
		require.NoError(t, err)
		assert.Equal(t, f.Equity, again.Equity)

		// Tenths of the file, best first; a customer is in the tenth of their worth.
		total := 0
		for i, d := range f.Deciles {
			total += d.Customers
			if i > 0 {
				assert.LessOrEqual(t, d.Worth, f.Deciles[i-1].Worth)
			}
		}
		assert.InDelta(t, f.Asked, total, 10)
		for _, c := range f.Best {
			v, ok := f.View(c.Record)
			require.True(t, ok)
			assert.Equal(t, 1, v.Decile)
			assert.InDelta(t, c.Worth, v.Worth, 1e-9)
		}
	}
}

// Less money studies fewer customers, who tell less exactly; too little tells
// nothing.
func TestPriceAndSample(t *testing.T) {
	w, b, last := played(t, 1)
	width := func(n int) float64 {
		f, err := research.Of(b, w.Records(), last, n)
		require.NoError(t, err)
		assert.Equal(t, n, f.Studied)
		return (f.Equity.High - f.Equity.Low) / f.Equity.Value
	}
	assert.Greater(t, width(200), 1.5*width(1500))
	_, err := research.Of(b, w.Records(), last, 50)
	assert.ErrorIs(t, err, research.ErrFew)

	require.Equal(t, sim.Money(200), research.PerRecord(b))
	last.Books.Spend[sim.Insight] = 1_000_00
	assert.Equal(t, 500, research.Paid(b, last))
}

// Files without a customer, or with records that tell nothing, are refused in
// words.
func TestOddFiles(t *testing.T) {
	_, b, last := played(t, 1)
	_, err := research.Of(b, slices.Values([]sim.Record(nil)), last, 1000)
	assert.ErrorIs(t, err, research.ErrFew)
	once := make([]sim.Record, 300)
	for i := range once {
		once[i] = sim.Record{ID: i, Purchases: 1, Spent: 100, First: float64(i) / 100, Last: float64(i) / 100}
	}
	_, err = research.Of(b, slices.Values(once), last, 1000)
	assert.ErrorContains(t, err, "bought again")
}
