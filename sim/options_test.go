package sim

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestOptionsHaveTheirSign: what a scenario can turn on does what its name
// says, under common random numbers, and nothing until it is turned on.
func TestOptionsHaveTheirSign(t *testing.T) {
	play := func(change func(*Market), d Decision) outcome { return steady(t, change, d) }
	both := func(d Decision, change func(*Market)) (off, on outcome) {
		return play(nil, d), play(change, d)
	}
	ads := spendOn(Acquisition, 4000)

	off, on := both(ads, func(m *Market) { m.Channels[0].Wear, m.Channels[0].WearThreshold = 1, 0.2 })
	assert.Less(t, on.won, off.won, "people tire of advertising")

	off, on = both(ads, func(m *Market) { m.Acquisition.Inflation = 0.2 })
	assert.Less(t, on.won, off.won, "contacts get dearer")
	assert.Greater(t, on.cac, off.cac)

	off, on = both(ads, func(m *Market) { m.Segments[0].Reach = []float64{0.5, 1} })
	assert.Less(t, on.won, off.won, "a channel that reaches half wins fewer")

	off, on = both(ads, func(m *Market) { m.Channels[0].Promise = 3 })
	assert.Greater(t, on.won, off.won, "a promise wins customers")
	assert.Less(t, on.satisfaction, off.satisfaction, "who expect it kept")

	off, on = both(ads, func(m *Market) { m.Churn.Decline = 0.1 })
	assert.Greater(t, on.lost, off.lost, "loyalty falls")

	off, on = both(ads, func(m *Market) { m.Shocks = []Shock{{Kind: Recession, Round: 1, Length: 4, Size: 0.3}} })
	assert.Greater(t, on.lost, off.lost, "a recession drives customers away")

	off, on = both(ads, func(m *Market) { m.Shocks = []Shock{{Kind: RivalLaunch, Round: 1, Length: 1, Size: 1}} })
	assert.Less(t, on.won, off.won, "a better rival wins customers")

	off, on = both(ads, func(m *Market) { m.Shocks = []Shock{{Kind: PriceWar, Round: 1, Length: 4, Size: 0.3}} })
	assert.Less(t, on.won, off.won, "a cheaper rival wins customers")

	off, on = both(ads, func(m *Market) { m.Shocks = []Shock{{Kind: SupplyFailure, Round: 1, Length: 4, Size: 0.5}} })
	assert.Less(t, on.satisfaction, off.satisfaction, "failures disappoint")

	off, on = both(ads, func(m *Market) { m.Shocks = []Shock{{Kind: ViralMoment, Chance: 1, Length: 1, Size: 5}} })
	assert.Greater(t, on.won, off.won, "talk wins customers")

	off, on = both(spendOn(Insight, 4000), func(m *Market) { m.Shocks = []Shock{{Kind: PrivacyCap, Round: 1, Length: 4, Size: 0.9}} })
	assert.LessOrEqual(t, on.knowledge, 0.1+1e-12, "privacy caps what can be known")

	off, on = both(spendOn(Insight, 4000), func(m *Market) { m.Needs.Redraw = 0.3 })
	assert.Less(t, on.knowledge, off.knowledge, "changing needs make knowledge stale")

	far := func(m *Market) { m.Utility.Position = 2 }
	follow := func(m *Market) { m.Utility.Position, m.Product.Reposition = 2, 1 }
	d := spendOn(Insight, 4000)
	d.Spend[Product] = 4000_00
	assert.Less(t, play(follow, d).lost, play(far, d).lost, "a product that follows needs keeps customers")
}

func TestUnitCostFallsWithExperience(t *testing.T) {
	m := small(1000)
	m.Price.Learning = 0.32
	w := must(t, m, 1)
	before := w.unitCost()
	require.Less(t, before, m.Price.UnitCost, "history is experience")
	_, err := w.Play(Decision{})
	require.NoError(t, err)
	assert.Less(t, w.unitCost(), before)
	w.volume = m.Price.Reference * Money(m.People)
	assert.InEpsilon(t, 0.8*m.Price.UnitCost, w.unitCost(), 0.002, "a fifth less for a doubling")
}

func TestSeasonRepeatsFromRoundOne(t *testing.T) {
	m := unresponsive(2000)
	m.Rounds = 6
	m.Segments[0].Season = []float64{1, 3}
	m.Segments[0].Traits[ChurnHazard] = Marginal{}
	w := must(t, m, 1)
	var bought []float64
	for !w.Over() {
		r, err := w.Play(Decision{})
		require.NoError(t, err)
		bought = append(bought, float64(r.Books.Purchases))
	}
	for i := 0; i < 6; i += 2 {
		assert.InDelta(t, 3, bought[i+1]/bought[i], 0.3)
	}
	assert.Equal(t, w.seasons(nil, 1), w.seasons(nil, -1))
}

func TestASwingInSpendingCostsConsistency(t *testing.T) {
	m := small(500)
	m.Culture.Consistency = 1
	w := must(t, m, 1)
	hold := Decision{Spend: m.Start.Incumbent.Spend}
	_, err := w.Play(hold)
	require.NoError(t, err)
	held := w.consistency
	_, err = w.Play(Decision{Spend: [NumLevers]Money{Retention: 500_00}})
	require.NoError(t, err)
	assert.Equal(t, 1.0, held)
	assert.Less(t, w.consistency, 0.6)
}

// TestHomophilyKeepsTalkAmongPeopleAlike: those won by word of mouth resemble
// the segment that talks.
func TestHomophilyKeepsTalkAmongPeopleAlike(t *testing.T) {
	share := func(homophily float64) float64 {
		m := small(4000)
		m.Segments = []Segment{DefaultSegment("happy"), DefaultSegment("others")}
		m.Segments[0].Share, m.Segments[1].Share = 0.5, 0.5
		m.Segments[1].Traits[WOMInfluence] = Marginal{}
		m.Acquisition.Homophily = homophily
		w := must(t, m, 1)
		for !w.Over() {
			_, err := w.Play(Decision{})
			require.NoError(t, err)
		}
		happy, all := 0.0, 0.0
		for id := range w.size() {
			if p := w.person(id); p.joined > 0 && int(p.source) == len(m.Channels) {
				all++
				if p.segment == 0 {
					happy++
				}
			}
		}
		return happy / all
	}
	assert.InDelta(t, 0.5, share(0), 0.1)
	assert.Greater(t, share(0.8), 0.7)
}

// TestBreadthTradesMeanForSpread in the lottery of product development.
func TestBreadthTradesMeanForSpread(t *testing.T) {
	var narrow, broad []float64
	for seed := range uint64(300) {
		for _, b := range []BasisPoints{0, 10_000} {
			m := small(20)
			m.Rounds, m.Start.History = 1, 0
			m.Product.BreadthMean, m.Product.BreadthSpread = 0.4, 1
			m.Product.LaunchMax, m.Product.LaunchRate, m.Product.Success = 1, 1e6, 1
			w := must(t, m, seed)
			_, err := w.Play(Decision{Breadth: b, Spend: [NumLevers]Money{Product: 10_00}})
			require.NoError(t, err)
			if b == 0 {
				narrow = append(narrow, w.quality)
			} else {
				broad = append(broad, w.quality)
			}
		}
	}
	moments := func(x []float64) (mean, variance float64) {
		for _, v := range x {
			mean += v / float64(len(x))
		}
		for _, v := range x {
			variance += (v - mean) * (v - mean) / float64(len(x))
		}
		return mean, variance
	}
	m0, v0 := moments(narrow)
	m1, v1 := moments(broad)
	assert.Less(t, m1, m0)
	assert.Greater(t, v1, v0)
	assert.ErrorContains(t, must(t, small(20), 1).Check(Decision{Breadth: 1}), "no choice of breadth")
}

// TestSilentChurnHidesWhoLeft: the firm keeps the departed on file until they
// have not bought for a while, spends on them, and takes sleepers for lost.
func TestSilentChurnHidesWhoLeft(t *testing.T) {
	play := func(silent bool) (w *World, last Report) {
		m := small(4000)
		m.Rounds = 5
		m.Churn.Silent = silent
		w = must(t, m, 1)
		for !w.Over() {
			r, err := w.Play(Decision{Spend: [NumLevers]Money{Acquisition: 1000_00}})
			require.NoError(t, err)
			last = r
		}
		return w, last
	}
	truth := func(w *World) (n int) {
		for c := range w.Customers() {
			if c.Active {
				n++
			}
		}
		return n
	}
	seen, report := play(false)
	assert.Equal(t, truth(seen), report.Base.Closing())
	hidden, report := play(true)
	assert.NotEqual(t, truth(hidden), report.Base.Closing())
	assert.Positive(t, report.Base.Returned, "some who were given up buy again")
	deadOnFile := 0
	for id := range hidden.size() {
		if p := hidden.person(id); p.listed && p.state == lapsed {
			deadOnFile++
		}
	}
	assert.Positive(t, deadOnFile)
	assert.Equal(t, seen.cash, hidden.cash, "without targeted spending nothing else differs")
}
