package sim

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// outcome is what a few rounds of the same decision led to, averaged over seeds.
type outcome struct {
	won, lost, cac, quality, knowledge, satisfaction float64
	sensitivity, hazard                              float64 // mean traits of those won in play
}

// steady plays four rounds of one decision on the default market with 4,000
// people over six seeds: the same people and the same luck for every decision.
func steady(t *testing.T, change func(*Market), d Decision) (o outcome) {
	const seeds, rounds = 6, 4
	for seed := range uint64(seeds) {
		m := small(4000)
		m.Rounds = rounds
		m.Budget.PerRound = 1e9
		if change != nil {
			change(&m)
		}
		w := must(t, m, seed)
		won := 0.0
		for !w.Over() {
			r, err := w.Play(d)
			require.NoError(t, err)
			won += float64(r.Base.New())
			o.lost += float64(r.Base.Churned) / float64(r.Base.Opening) / seeds / rounds
			o.quality += r.Quality / seeds / rounds
			o.knowledge += r.Knowledge / seeds / rounds
			cac, _ := r.CAC()
			o.cac += cac.Currency() / seeds / rounds
		}
		o.won += won / seeds
		joined, customers := 0.0, 0.0
		var b, h, s float64
		for id := range w.size() {
			p := w.person(id)
			if p.joined > 0 {
				joined++
				b += p.trait(PriceSensitivity)
				h += p.trait(ChurnHazard)
			}
			if p.state == active {
				customers++
				s += float64(p.satisfaction)
			}
		}
		o.sensitivity += b / joined / seeds
		o.hazard += h / joined / seeds
		o.satisfaction += s / customers / seeds
	}
	return o
}

func spendOn(lever Lever, currency float64) (d Decision) {
	d.Spend[lever] = cents(currency)
	d.Channels = Weights{1}
	return d
}

// TestComparativeStatics checks the sign of what each lever does, as theory
// has it (model section 13), under common random numbers.
func TestComparativeStatics(t *testing.T) {
	none := steady(t, nil, spendOn(Acquisition, 500))

	some, more := steady(t, nil, spendOn(Acquisition, 2000)), steady(t, nil, spendOn(Acquisition, 4000))
	assert.Greater(t, some.won, none.won, "acquisition wins customers")
	assert.Greater(t, more.won, some.won)
	assert.Less(t, (more.won-some.won)/2000, (some.won-none.won)/1500, "with diminishing returns")
	assert.Greater(t, more.cac, some.cac, "so CAC rises")

	dear, cheap := spendOn(Acquisition, 2000), spendOn(Acquisition, 2000)
	dear.Price, cheap.Price = 45_00, 30_00
	high, low := steady(t, nil, dear), steady(t, nil, cheap)
	assert.Less(t, high.won, low.won, "a higher price wins fewer")
	assert.Greater(t, high.lost, low.lost, "and loses more")

	deep := spendOn(Acquisition, 2000)
	deep.Discount = 3500
	promoted := steady(t, nil, deep)
	assert.Greater(t, promoted.won, some.won, "a discount wins more")
	assert.Greater(t, promoted.sensitivity, some.sensitivity, "who are more price sensitive")
	assert.Greater(t, promoted.hazard, some.hazard, "and sooner gone: adverse selection")

	cared := steady(t, nil, spendOn(Experience, 4000))
	assert.Greater(t, cared.satisfaction, none.satisfaction, "care satisfies")
	assert.Less(t, cared.lost, none.lost, "and keeps customers")

	kept := steady(t, nil, spendOn(Retention, 1500))
	assert.Less(t, kept.lost, none.lost, "retention spending keeps customers")
	crowd := func(m *Market) { m.Churn.FatigueThreshold = 0.2; m.Churn.Fatigue = 3 }
	assert.Greater(t, steady(t, crowd, spendOn(Retention, 20000)).lost, steady(t, crowd, spendOn(Retention, 200)).lost,
		"until contacts tire them")

	assert.Greater(t, steady(t, nil, spendOn(Product, 4000)).quality, none.quality, "research improves the product")
	known := steady(t, nil, spendOn(Insight, 2000))
	assert.Greater(t, known.knowledge, none.knowledge, "insight is knowledge")
	assert.Less(t, steady(t, func(m *Market) { m.Insight.Decay = 0.6 }, spendOn(Insight, 2000)).knowledge, known.knowledge,
		"that goes stale")

	rival := func(speed float64) func(*Market) { return func(m *Market) { m.Rival.Speed = speed } }
	gain := func(speed float64) float64 {
		return steady(t, rival(speed), cheap).won - steady(t, rival(speed), spendOn(Acquisition, 2000)).won
	}
	assert.Less(t, gain(1), gain(0), "a rival that answers takes the gain of a price cut away")
}

// TestTargetingNeedsDifferencesAndKnowledge: a targeted channel finds better
// customers only where customers differ and the firm knows something.
func TestTargetingNeedsDifferencesAndKnowledge(t *testing.T) {
	lift := func(h, knowledge float64) float64 {
		worth := func(channels Weights) (sum float64) {
			for seed := range uint64(4) {
				m := small(4000)
				m.Heterogeneity = h
				m.Rounds = 1
				m.Start.Incumbent = Decision{}
				w := must(t, m, seed)
				w.capability = knowledge
				w.takeStock()
				_, err := w.Play(Decision{Channels: channels, Spend: [NumLevers]Money{Acquisition: 4000_00}})
				require.NoError(t, err)
				value, n := 0.0, 0.0
				for id := range w.size() {
					if p := w.person(id); p.joined == 1 {
						value += p.trait(PurchaseRate) * p.trait(MeanSpend)
						n++
					}
				}
				sum += value / n / 4
			}
			return sum
		}
		return worth(Weights{0, 1}) / worth(Weights{1, 0})
	}
	assert.InDelta(t, 1, lift(0, 100), 1e-9, "nobody differs")
	assert.InDelta(t, 1, lift(1, 0), 1e-9, "nothing is known")
	some, much := lift(1, 1), lift(1, 20)
	assert.Greater(t, some, 1.1)
	assert.Greater(t, much, some)
	assert.Greater(t, lift(1.5, 1), some)
}

// TestSignalIsCalibrated: over people known equally well, the slope of z on
// its signal is 1 and the share explained is the reliability K.
func TestSignalIsCalibrated(t *testing.T) {
	w := must(t, small(40_000), 5)
	for _, k := range []float64{0.1, 0.5, 0.9} {
		var szz, sxz, sxx float64
		for id := range w.size() {
			p := w.person(id)
			x, z := p.signal(MeanSpend, k, blur(k)), float64(p.z[signalOf[MeanSpend]])
			sxx, sxz, szz = sxx+x*x, sxz+x*z, szz+z*z
		}
		assert.InDelta(t, 1, sxz/sxx, 0.03, "slope at K = %v", k)
		assert.InDelta(t, k, sxz*sxz/sxx/szz, 0.03, "R² at K = %v", k)
	}
}

// TestTraitMeansDoNotDependOnHeterogeneity, and correlations come out as set.
func TestTraitMeansDoNotDependOnHeterogeneity(t *testing.T) {
	for _, h := range []float64{0, 0.5, 1} {
		m := small(100_000)
		m.Heterogeneity = h
		m.Start.History = 0
		w := must(t, m, 1)
		var mean vector
		var bH float64
		for id := range w.size() {
			p := w.person(id)
			for k := range mean {
				mean[k] += p.trait(Trait(k)) / float64(w.size())
			}
			if b := m.Segments[0].Traits[PriceSensitivity]; h > 0 {
				z := math.Log(p.trait(PriceSensitivity)/b.Mean)/(h*b.Spread) + h*b.Spread/2
				bH += z * float64(p.z[signalOf[ChurnHazard]]) / float64(w.size())
			}
		}
		for k, trait := range m.Segments[0].Traits {
			se := max(trait.Mean, 1) * max(h, 1e-5) * 1.4 / 316 // stored in single precision; spread ≤ 1 gives a CV up to 1.31
			assert.InDelta(t, trait.Mean, mean[k], 5*se, "%s at h = %v", Trait(k), h)
		}
		if h > 0 {
			assert.InDelta(t, 0.6, bH, 0.02)
		}
	}
}

// TestHeterogeneityMakesCohortRetentionRise although no individual's does, and
// without it retention is flat at e^−H.
func TestHeterogeneityMakesCohortRetentionRise(t *testing.T) {
	retention := func(h float64) (shares []float64) {
		m := unresponsive(50_000)
		m.Heterogeneity = h
		m.Rounds = 6
		w := must(t, m, 2)
		for !w.Over() {
			r, err := w.Play(Decision{})
			require.NoError(t, err)
			shares = append(shares, r.Base.Retention())
		}
		return shares
	}
	flat, rising := retention(0), retention(1)
	for i := range flat {
		assert.InDelta(t, 0.8869, flat[i], 0.008, "e^−0.12")
	}
	assert.Greater(t, rising[5], rising[0]+0.02)
}

// unresponsive is a market in which nobody joins and nothing anyone does
// matters; everyone is a customer when it opens.
func unresponsive(people int) Market {
	m := small(people)
	m.Start = StartParams{Customers: 1}
	m.Acquisition.BaseHazard, m.Acquisition.WordOfMouth = 0, 0
	m.Utility = UtilityParams{}
	m.Purchase.Satisfaction, m.Purchase.Utility = 0, 0
	m.Churn.Satisfaction, m.Churn.Utility, m.Churn.Retention, m.Churn.Fatigue = 0, 0, 0, 0
	m.Segments[0].Traits[PriceSensitivity] = Marginal{}
	m.Segments[0].Correlations = nil
	return m
}

// TestConcentration against cases with known answers.
func TestConcentration(t *testing.T) {
	for _, c := range []struct {
		name    string
		amounts []Money
		gini    float64
		top     float64
	}{
		{"nobody", nil, 0, 0},
		{"one", []Money{5}, 0, 0.2},
		{"equal", []Money{3, 3, 3, 3, 3}, 0, 0.2},
		{"one has all", []Money{0, 0, 0, 0, 10}, 0.8, 1},
		{"rising", []Money{5, 1, 4, 2, 3}, 4.0 / 15, 1.0 / 3},
		{"no money", []Money{0, 0, 0}, 0, 0.2},
	} {
		sorted, _ := sortAmounts(c.amounts, make([]Money, len(c.amounts)))
		got := concentrate(sorted)
		assert.InDelta(t, c.gini, got.Gini, 1e-12, c.name)
		assert.InDelta(t, c.top, got.TopShare, 1e-12, c.name)
		if len(c.amounts) > 0 {
			assert.Equal(t, 1.0, got.Lorenz[lorenzPoints-1], c.name)
		}
		for i := 1; i < lorenzPoints; i++ {
			assert.GreaterOrEqual(t, got.Lorenz[i], got.Lorenz[i-1], c.name)
		}
	}
}

// TestFocusFollowsTheWeights: money per head is in proportion to a tier's
// weight and adds up to what is spent.
func TestFocusFollowsTheWeights(t *testing.T) {
	w := must(t, small(2000), 1)
	d := Decision{Spend: [NumLevers]Money{Retention: 1000_00}}
	d.Focus[Retention] = Focus{ByEstimatedValue, [NumTiers]int{3, 1, 0}}
	r, err := w.Play(d)
	require.NoError(t, err)
	assert.Equal(t, Money(1000_00), r.Books.Spend[Retention])
	size, opening := [NumTiers]int{}, float64(r.Base.Opening)
	for i, tier := range r.Tiers {
		size[i] = tier.Customers
	}
	assert.InDelta(t, 0.2*opening, size[Top], 1)
	assert.InDelta(t, 0.3*opening, size[Middle], 1)

	none := Decision{Spend: [NumLevers]Money{Experience: 50_00}}
	empty := small(50)
	empty.Start.Customers, empty.Acquisition.BaseHazard, empty.Start.Incumbent = 0, 0, Decision{}
	r, err = must(t, empty, 1).Play(none)
	require.NoError(t, err)
	assert.Zero(t, r.Books.Spending(), "nothing is spent where there is nobody to spend it on")
}
