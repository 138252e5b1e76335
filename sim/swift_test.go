package sim

import (
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

// anyWorld draws a market with any of the model's options on, of enough people
// for several ranges.
func anyWorld(t *rapid.T) Market {
	m := anyMarket(t)
	m.People = rapid.SampledFrom([]int{1, 200, 1024, 1025, 5000}).Draw(t, "everyone")
	m.Budget.PerRound = Money(m.People) * 100
	m.Start.Incumbent = Decision{Spend: [NumLevers]Money{Acquisition: Money(m.People) * 60}}
	for p := range m.Programmes {
		m.Programmes[p] = rapid.Bool().Draw(t, Programme(p).String())
	}
	if m.Churn.Silent {
		m.Programmes[SaveOffers] = false
	}
	maybe := func(x *float64, name string, value float64) {
		if rapid.Bool().Draw(t, name) {
			*x = value
		}
	}
	maybe(&m.Needs.Drift, "drift", 0.2)
	maybe(&m.Needs.Redraw, "redraw", 0.1)
	maybe(&m.Acquisition.Homophily, "homophily", 0.4)
	maybe(&m.Acquisition.Inflation, "inflation", 0.06)
	maybe(&m.Acquisition.Promise, "promise weight", 0)
	maybe(&m.Acquisition.Targeting, "targeting", 0)
	maybe(&m.Culture.Consistency, "consistency", 0.7)
	maybe(&m.Churn.Decline, "decline", 0.05)
	maybe(&m.Product.Reposition, "reposition", 0.3)
	maybe(&m.Utility.Position, "position", 0.6)
	maybe(&m.Experience.Reactance, "reactance", 0.5)
	maybe(&m.Price.Learning, "learning", 0.3)
	maybe(&m.Channels[0].Promise, "promise", 0.8)
	maybe(&m.Channels[1].Wear, "wear", 0.5)
	if rapid.Bool().Draw(t, "reach and season") {
		m.Segments[0].Reach = []float64{0, 2}
		m.Segments[1].Season = []float64{0.5, 3}
	}
	for k := range ShockKind(NumShocks) {
		if rapid.Bool().Draw(t, k.String()) {
			m.Shocks = append(m.Shocks, Shock{Kind: k, Chance: 0.3, Length: 2, Size: 0.4})
		}
	}
	return m
}

// anyDeed draws a decision that uses programmes and trials as well.
func anyDeed(t *rapid.T, w *World) Decision {
	d := anyDecision(t, w)
	for p := range d.Programmes {
		if Programme(p).Base() || w.market.Programmes[p] {
			d.Programmes[p] = rapid.IntRange(0, 3).Draw(t, "weight of "+Programme(p).String())
		}
	}
	if rapid.Bool().Draw(t, "trial") {
		d.Trial = Trial{rapid.SampledFrom([]Lever{Retention, Experience}).Draw(t, "held out of"), 3000}
	}
	return d
}

// TestSwiftEqualsPlain plays random markets by the phases that are written to be
// read and by those that run, on different numbers of workers and in slices:
// state, report and ledgers are the same to the last bit in every round.
func TestSwiftEqualsPlain(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m, seed := anyWorld(t), rapid.Uint64().Draw(t, "seed")
		require.NoError(t, m.Validate())
		plain := found(m, seed, 1, true, nil)
		var swift []*World
		for _, workers := range []int{1, 2, 3, 8} {
			swift = append(swift, found(m, seed, workers, false, nil))
		}
		pause := func() bool { return true }
		sliced, err := NewSliced(m, seed, pause)
		require.NoError(t, err)
		sliced.Slices(pause)
		swift = append(swift, sliced)
		require.Equal(t, plain.Reports(), swift[0].Reports(), "history")
		for !plain.Over() {
			d := anyDeed(t, plain)
			want, err := plain.Play(d)
			require.NoError(t, err)
			for _, w := range swift {
				got, err := w.Play(d)
				require.NoError(t, err)
				require.Equal(t, want, got)
				require.Equal(t, plain.Why(), w.Why())
			}
			require.Equal(t, plain.people, swift[0].people)
			require.Equal(t, plain.people, sliced.people)
		}
	})
}
