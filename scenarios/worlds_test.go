package scenarios_test

import (
	"testing"

	"centricity/scenarios"
	"centricity/sim"
	"centricity/sim/policy"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"gonum.org/v1/gonum/stat"
)

// balanced spends a little of everything on everyone, at the reference price.
func balanced(v policy.View) sim.Decision {
	d := sim.Decision{Price: v.Brief.Price.Reference}
	shares := [sim.NumLevers]sim.Money{30, 20, 20, 20, 10}
	var sum sim.Money
	for lever, open := range v.Brief.Levers {
		if open {
			sum += shares[lever]
		}
	}
	for lever, open := range v.Brief.Levers {
		if open {
			d.Spend[lever] = v.Available * shares[lever] / sum
		}
	}
	return d
}

var plays = []struct {
	name string
	play policy.Policy
}{
	{"balanced", balanced},
	{"price-centric", policy.PriceCentric},
	{"product-centric", policy.ProductCentric},
	{"customer-centric", policy.CustomerCentric},
}

func world(t *testing.T, name string, rounds int, seed uint64) *sim.World {
	s, err := scenarios.Shipped(name)
	require.NoError(t, err)
	if rounds > 0 {
		s.Market.Rounds = rounds
	}
	w, err := sim.New(s.Market, seed)
	require.NoError(t, err)
	return w
}

func play(t *testing.T, w *sim.World, d sim.Decision) {
	_, err := w.Play(d)
	require.NoError(t, err)
}

func company(w *sim.World) float64 { return w.Value().Company().Currency() }

// TestBestPriceLiesInside: whatever else a firm does, the constant price that
// makes it worth most is neither the lowest nor the highest allowed.
func TestBestPriceLiesInside(t *testing.T) {
	if testing.Short() {
		t.Skip("plays 32 games of 16 rounds")
	}
	for _, name := range scenarios.Names() {
		start := world(t, name, 16, 1)
		bounds := start.Brief().Price
		if bounds.Low == bounds.High {
			continue
		}
		for _, p := range plays {
			t.Run(name+"/"+p.name, func(t *testing.T) {
				at := func(price sim.Money) (value [2]float64) {
					w := start.Clone()
					for !w.Over() {
						d := p.play(policy.Look(w))
						d.Price = price
						play(t, w, d)
						if w.Round() == 8 {
							value[0] = company(w)
						}
					}
					value[1] = company(w)
					return value
				}
				low, high := at(bounds.Low), at(bounds.High)
				under, over := at(bounds.Reference*97/100), at(bounds.Reference*104/100)
				for i, rounds := range []int{8, 16} {
					t.Logf("%d rounds: %.0f … %.0f, %.0f … %.0f", rounds, low[i], under[i], over[i], high[i])
					assert.Greater(t, max(under[i], over[i]), max(low[i], high[i]))
				}
			})
		}
	}
}

// TestNoTrickInTheLastRound: nothing that is saved up for the last round and
// would be folly before it makes the firm worth 2 % more than playing on.
func TestNoTrickInTheLastRound(t *testing.T) {
	if testing.Short() {
		t.Skip("plays 112 games")
	}
	tricks := []struct {
		name string
		turn func(sim.PriceParams, *sim.Decision)
	}{
		{"as before", func(sim.PriceParams, *sim.Decision) {}},
		{"highest price", func(p sim.PriceParams, d *sim.Decision) { d.Price = p.High }},
		{"no spending", func(_ sim.PriceParams, d *sim.Decision) { d.Spend = [sim.NumLevers]sim.Money{} }},
		{"deepest discount", func(p sim.PriceParams, d *sim.Decision) { d.Discount = p.MaxDiscount }},
	}
	seeds := map[string]uint64{"roastery": 12, "music-shop": 12, "lookalikes": 4} // lookalikes: a spread of 1 %
	for _, name := range scenarios.Names() {
		total := make([][4]float64, len(plays))
		for seed := range seeds[name] {
			start := world(t, name, 0, seed+1)
			for i, p := range plays {
				w := start.Clone()
				for w.Round() < w.Brief().Rounds-1 {
					play(t, w, p.play(policy.Look(w)))
				}
				for k, trick := range tricks {
					last, d := w.Clone(), p.play(policy.Look(w))
					trick.turn(w.Brief().Price, &d)
					play(t, last, d)
					total[i][k] += company(last)
				}
			}
		}
		for i, p := range plays {
			for k, trick := range tricks[1:] {
				gain := total[i][k+1]/total[i][0] - 1
				t.Logf("%s, %s, %s: %+.2f %%", name, p.name, trick.name, 100*gain)
				assert.Less(t, gain, .02, "%s, %s, %s", name, p.name, trick.name)
			}
		}
	}
}

// values plays policies on the same seeds and returns what the firm is worth,
// by policy and seed.
func values(t *testing.T, name string, seeds int, policies ...policy.Policy) [][]float64 {
	v := make([][]float64, len(policies))
	for seed := range seeds {
		start := world(t, name, 0, uint64(seed+1))
		for i, p := range policies {
			w := start.Clone()
			require.NoError(t, policy.Play(w, p))
			v[i] = append(v[i], company(w))
		}
	}
	return v
}

// TestMusicShopLesson: betting on the product and knowing the customers are
// worth about the same on average, both more than selling on price, but the
// bet is far less certain.
func TestMusicShopLesson(t *testing.T) {
	if testing.Short() {
		t.Skip("plays 72 games")
	}
	v := values(t, "music-shop", 24, policy.PriceCentric, policy.ProductCentric, policy.CustomerCentric)
	price, _ := stat.MeanStdDev(v[0], nil)
	product, productSpread := stat.MeanStdDev(v[1], nil)
	customer, customerSpread := stat.MeanStdDev(v[2], nil)
	t.Logf("price %.0f, product %.0f ± %.0f, customer %.0f ± %.0f", price, product, productSpread, customer, customerSpread)
	assert.Greater(t, product, price)
	assert.Greater(t, customer, price)
	assert.InEpsilon(t, customer, product, .10)
	assert.Greater(t, productSpread, 3*customerSpread)
}

// TestRoasteryLesson: in the first game a mixture of all three levers beats
// each of them alone, and each is worth more than the money it takes.
func TestRoasteryLesson(t *testing.T) {
	thirds := func(parts ...sim.Money) policy.Policy {
		return func(v policy.View) (d sim.Decision) {
			for lever, part := range parts {
				d.Spend[lever] = v.Available * part / 3
			}
			return d
		}
	}
	v := values(t, "roastery", 4, thirds(1, 1, 1),
		thirds(3, 0, 0), thirds(0, 3, 0), thirds(0, 0, 3),
		thirds(0, 1, 1), thirds(1, 0, 1), thirds(1, 1, 0))
	mixture := stat.Mean(v[0], nil)
	for lever := range sim.Lever(3) {
		alone, without := stat.Mean(v[1+lever], nil), stat.Mean(v[4+lever], nil)
		t.Logf("mixture %.0f; all on %s %.0f; its third kept %.0f", mixture, lever, alone, without)
		assert.Greater(t, mixture, 1.05*alone, lever)
		assert.Greater(t, mixture, without, lever)
	}
}

// TestLookalikesLesson: where all customers are alike, money for the top tier
// does worse than the same money for everyone, and knowledge is worth nothing;
// but a fifth of the customers still seems to bring far more than its share.
func TestLookalikesLesson(t *testing.T) {
	even := func(v policy.View) sim.Decision {
		d := policy.CustomerCentric(v)
		d.Focus = [sim.NumLevers]sim.Focus{}
		return d
	}
	ignorant := func(v policy.View) sim.Decision {
		d := even(v)
		d.Spend[sim.Insight] = 0
		return d
	}
	v := values(t, "lookalikes", 2, policy.CustomerCentric, even, ignorant)
	t.Logf("focused %.0f, even %.0f, without insight %.0f", v[0], v[1], v[2])
	s, err := scenarios.Shipped("lookalikes")
	require.NoError(t, err)
	insight := .2 * float64(s.Market.Rounds) * s.Market.Budget.PerRound.Currency()
	for seed := range v[0] {
		assert.Greater(t, v[1][seed], v[0][seed])
		// what insight would have cost stays as cash, and nothing else changes
		assert.InDelta(t, v[1][seed]+insight, v[2][seed], .01)
	}
	r, _ := world(t, "lookalikes", 0, 1).Report()
	assert.Greater(t, r.Concentration.TopShare, .38)
}
