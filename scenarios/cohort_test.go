package scenarios_test

import (
	"slices"
	"testing"

	"centricity/scenarios"
	"centricity/sim"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// weeks in a quarter of the music shop.
const weeks = 13

// TestMusicShopRepeatsTheCohort plays the music shop's customers week by week,
// with every response to the firm switched off, and compares them with the
// cohort they are calibrated on: 2,357 customers of CDNOW won over 12 weeks,
// their repeat purchases at week 39, and how concentrated revenue is at week
// 78 (of the full cohort: the top 20 % have 67.8 %).
func TestMusicShopRepeatsTheCohort(t *testing.T) {
	if testing.Short() {
		t.Skip("plays 240,000 people for 78 weeks")
	}
	s, err := scenarios.Shipped("music-shop")
	require.NoError(t, err)
	w, err := sim.New(weekly(s.Market), 1997)
	require.NoError(t, err)

	const won, observed, followed = 12, 39, 78
	// What a customer had bought when first lost. Nothing keeps the lost from
	// being won again by the same advertising; a cohort ends with its losses.
	lost := map[int]sim.Customer{}
	var atWeek39 []sim.Customer
	for week := 1; week <= followed; week++ {
		var d sim.Decision
		if week <= won {
			d.Spend[sim.Acquisition] = 4500_00
		}
		_, err := w.Play(d)
		require.NoError(t, err)
		if week <= won {
			for c := range w.Customers() {
				if _, known := lost[c.ID]; c.Ever && !c.Active && !known {
					lost[c.ID] = c
				}
			}
		}
		if week == observed {
			atWeek39 = cohort(w, lost)
		}
	}
	require.GreaterOrEqual(t, len(atWeek39), 100_000)

	actual := [...]float64{1411, 439, 214, 100, 62, 38, 29, 64} // 0 … 6, 7 and more
	const customers = 2357
	var simulated [len(actual)]float64
	for _, c := range atWeek39 {
		simulated[min(c.Purchases-1, len(actual)-1)]++
	}
	for i := range actual {
		share := simulated[i] / float64(len(atWeek39))
		t.Logf("%d repeats: %.2f %%, published %.2f %%", i, 100*share, 100*actual[i]/customers)
		assert.InDelta(t, actual[i]/customers, share, .01, "%d repeats", i)
	}

	var spent []float64
	var total float64
	for _, c := range cohort(w, lost) {
		spent = append(spent, c.Spent.Currency())
		total += c.Spent.Currency()
	}
	slices.Sort(spent)
	var top float64
	for _, x := range spent[len(spent)*4/5:] {
		top += x
	}
	t.Logf("top 20 %%: %.3f of revenue, published .678", top/total)
	assert.InDelta(t, .678, top/total, .04)
}

// cohort is every customer, with those lost as they were then.
func cohort(w *sim.World, lost map[int]sim.Customer) (all []sim.Customer) {
	for c := range w.Customers() {
		if was, ok := lost[c.ID]; ok {
			c = was
		}
		if c.Ever {
			all = append(all, c)
		}
	}
	return all
}

// weekly is the market in weeks, with nobody minding what the firm does. One
// channel wins about as many customers every week for the same money: its
// contact hazard is far below its ceiling, so it goes with money per prospect.
func weekly(m sim.Market) sim.Market {
	m.RoundWeeks, m.Rounds, m.People = 1, 78, 240_000
	m.Start.History, m.Start.Customers = 0, 0
	m.Churn.Silent = false

	g := m.Segments[0]
	g.Traits[sim.PurchaseRate].Mean /= weeks
	g.Traits[sim.ChurnHazard].Mean /= weeks
	g.Traits[sim.PriceSensitivity] = sim.Marginal{}
	g.Correlations = slices.DeleteFunc(slices.Clone(g.Correlations), func(c sim.Correlation) bool {
		return c.A == sim.PriceSensitivity || c.B == sim.PriceSensitivity
	})
	m.Segments = []sim.Segment{g}

	m.Utility = sim.UtilityParams{}
	m.Purchase.Satisfaction, m.Purchase.Utility = 0, 0
	m.Churn.Satisfaction, m.Churn.Utility, m.Churn.Retention, m.Churn.Fatigue = 0, 0, 0, 0
	m.Acquisition.BaseHazard, m.Acquisition.WordOfMouth, m.Acquisition.Intercept = 0, 0, 10
	m.Acquisition.Inflation = 0
	m.Channels = []sim.Channel{{Name: "mass", Efficiency: 5}}
	m.Acquisition.Scale = 2.5
	return m
}
