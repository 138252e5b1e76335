package sim

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

// TestPlayIsAllOrNothing: a refused decision changes no bit, and Check says
// what Play will.
func TestPlayIsAllOrNothing(t *testing.T) {
	w := must(t, small(500), 1)
	before := w.Hash()
	for name, d := range map[string]Decision{
		"budget":               {Spend: [NumLevers]Money{Acquisition: w.Available() + 1}},
		"price":                {Price: 1},
		"discount":             {Discount: 9000},
		"spend.product":        {Spend: [NumLevers]Money{Product: -1}},
		"channels":             {Channels: Weights{0, 0, 1}},
		"focus.product":        {Focus: [NumLevers]Focus{Product: {Weight: [NumTiers]int{1}}}},
		"focus.retention":      {Focus: [NumLevers]Focus{Retention: {By: 99}}},
		"focus.experience":     {Focus: [NumLevers]Focus{Experience: {Weight: [NumTiers]int{MaxWeight + 1}}}},
		"spend.acquisition":    {Spend: [NumLevers]Money{Acquisition: math.MaxInt64, Retention: math.MaxInt64}},
		"channels\x00negative": {Channels: Weights{-1}},
	} {
		err := w.Check(d)
		var p Problems
		require.ErrorAs(t, err, &p, name)
		_, played := w.Play(d)
		assert.Equal(t, err, played)
		assert.Equal(t, before, w.Hash())
		assert.Zero(t, w.Round())
		paths := []string{}
		for _, problem := range p {
			paths = append(paths, problem.Path)
		}
		if name != "channels\x00negative" {
			assert.Contains(t, paths, name)
		}
	}
}

func TestZeroDecisionIsLegal(t *testing.T) {
	w := must(t, small(500), 1)
	r, err := w.Play(Decision{})
	require.NoError(t, err)
	assert.Zero(t, r.Books.Spending())
	assert.Equal(t, w.market.Price.Reference, r.Price)
}

func TestClosedLeversAndEndedGamesAreRefused(t *testing.T) {
	m := small(100)
	m.Levers[Insight] = false
	m.Rounds = 1
	w := must(t, m, 1)
	assert.ErrorContains(t, w.Check(Decision{Spend: [NumLevers]Money{Insight: 1}}), "no insight budget")
	assert.ErrorContains(t, w.Check(Decision{Focus: [NumLevers]Focus{Retention: {By: ByEstimatedValue}}}), "cannot be sorted by estimated value")
	_, err := w.Play(Decision{})
	require.NoError(t, err)
	assert.ErrorContains(t, w.Check(Decision{}), "the game is over")
}

// TestSameMarketSeedAndDecisionsGiveTheSameBits, whether a world is played
// straight, cloned on the way, or replayed.
func TestSameMarketSeedAndDecisionsGiveTheSameBits(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m, seed := anyMarket(t), rapid.Uint64().Draw(t, "seed")
		w := must(t, m, seed)
		var decisions []Decision
		clone := w.Clone()
		for !w.Over() {
			d := anyDecision(t, w)
			decisions = append(decisions, d)
			start := clone.Hash()
			_, err := w.Play(d)
			require.NoError(t, err)
			assert.Equal(t, start, clone.Hash(), "playing a world does not touch its clone")
			_, err = clone.Play(d)
			require.NoError(t, err)
			clone = clone.Clone()
		}
		again := must(t, m, seed)
		for _, d := range decisions {
			_, err := again.Play(d)
			require.NoError(t, err)
		}
		assert.Equal(t, w.Hash(), again.Hash())
		assert.Equal(t, w.Hash(), clone.Hash())
		assert.Equal(t, w.Reports(), again.Reports())
		assert.NotEqual(t, w.Hash(), must(t, m, seed+1).Hash())
	})
}

// TestNothingOverflows at the edges of what a market can be.
func TestNothingOverflows(t *testing.T) {
	for name, change := range map[string]func(*Market){
		"one person":                  func(m *Market) { m.People = 1 },
		"no customers":                func(m *Market) { m.Start.Customers = 0; m.Acquisition.BaseHazard = 0; m.Acquisition.WordOfMouth = 0 },
		"no prospects":                func(m *Market) { m.Start.Customers = 1 },
		"no budget":                   func(m *Market) { m.Budget.PerRound = 0; m.Start.Incumbent.Spend = [NumLevers]Money{} },
		"three times the differences": func(m *Market) { m.Heterogeneity = 3 },
		"no differences":              func(m *Market) { m.Heterogeneity = 0 },
		"ten thousand purchases": func(m *Market) {
			m.Segments[0].Traits[PurchaseRate] = Marginal{Mean: 1000}
			m.Purchase.Utility = 10
			m.Segments[0].Correlations = nil
		},
		"nobody ever leaves":  func(m *Market) { m.Segments[0].Traits[ChurnHazard] = Marginal{}; m.Segments[0].Correlations = nil },
		"everybody leaves":    func(m *Market) { m.Segments[0].Traits[ChurnHazard].Mean = 100 },
		"money without value": func(m *Market) { m.Segments[0].Traits[MeanSpend] = Marginal{}; m.Segments[0].Correlations = nil },
		"every coefficient at its upper bound": func(m *Market) {
			for _, p := range MarketParameters {
				switch p.Path {
				case "utility.quality", "utility.need", "utility.loss_aversion", "purchase.satisfaction", "churn.satisfaction",
					"churn.utility", "churn.retention", "churn.fatigue", "experience.base", "acquisition.word_of_mouth":
					p.Set(m, p.High)
				}
			}
		},
	} {
		for clock := range Clock(NumClocks) {
			t.Run(name+"/"+clock.String(), func(t *testing.T) {
				m := small(200)
				change(&m)
				m.Churn.Clock = clock
				w := must(t, m, 7)
				for !w.Over() {
					r, err := w.Play(Decision{
						Spend:    [NumLevers]Money{w.Available() / 5, w.Available() / 5, w.Available() / 5, w.Available() / 5, w.Available() / 5},
						Channels: Weights{1, 1},
						Focus:    [NumLevers]Focus{Retention: {By: ByEstimatedValue, Weight: [NumTiers]int{2, 1, 0}}},
					})
					require.NoError(t, err)
					for _, x := range []float64{r.Knowledge, r.Quality, r.Concentration.Gini, r.Concentration.TopShare, r.Survey.NPS(), r.Survey.StandardError(), r.Base.Retention()} {
						require.False(t, math.IsNaN(x) || math.IsInf(x, 0), "round %d: %+v", r.Round, r)
					}
				}
				for c := range w.Customers() {
					for _, x := range append(c.Traits[:], c.Satisfaction, c.Fatigue, c.Last) {
						require.False(t, math.IsNaN(x) || math.IsInf(x, 0), "%+v", c)
					}
				}
				v := w.Value()
				assert.Less(t, math.Abs(float64(v.Company())), 9e18)
			})
		}
	}
}

func TestABankruptFirmPlaysOnWithoutSpending(t *testing.T) {
	m := small(200)
	m.Budget = BudgetParams{FromCash: true, OpeningCash: 100_00, Credit: 50_00}
	m.Price.Fixed = 500_000_00
	m.Rounds = 3
	w := must(t, m, 1)
	r, err := w.Play(Decision{})
	require.NoError(t, err)
	assert.True(t, r.Bankrupt)
	assert.ErrorContains(t, w.Check(Decision{Spend: [NumLevers]Money{Acquisition: 1}}), "bankrupt")
	for !w.Over() {
		_, err := w.Play(Decision{})
		require.NoError(t, err)
	}
	assert.Equal(t, w.Value().Cash, w.Value().Company(), "a bankrupt firm is worth its cash")
}

func TestRecordsHoldTheFirmsOwnBooks(t *testing.T) {
	w := must(t, small(1000), 3)
	for !w.Over() {
		_, err := w.Play(Decision{Spend: [NumLevers]Money{Acquisition: w.Available()}})
		require.NoError(t, err)
	}
	var spent Money
	n, customers := 0, 0
	for r := range w.Records() {
		spent += r.Spent
		n++
		if r.Active {
			customers++
		}
		assert.LessOrEqual(t, r.First, r.Last)
		assert.Equal(t, 1.0, r.EstimatedValue/estimatedOfFirst(w), "without insight every customer looks the same")
	}
	var revenue Money
	for _, r := range w.Reports() {
		revenue += r.Books.Revenue
	}
	last, _ := w.Report()
	assert.Equal(t, revenue, spent)
	assert.Equal(t, last.Base.Closing(), customers)
	assert.Equal(t, last.Base.Closing()+last.Base.Lapsed, n)
}

func estimatedOfFirst(w *World) float64 {
	for r := range w.Records() {
		return r.EstimatedValue
	}
	return 0
}
