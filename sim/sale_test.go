package sim_test

import (
	"testing"

	"centricity/sim"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestSalesAddUpToTheBooks on every clock, for every customer and round, and
// whoever watches changes nothing.
func TestSalesAddUpToTheBooks(t *testing.T) {
	for clock := range sim.Clock(sim.NumClocks) {
		t.Run(clock.String(), func(t *testing.T) {
			m := sim.DefaultMarket()
			m.People, m.Rounds, m.Churn.Clock, m.Start.Incumbent = 800, 4, clock, sim.Decision{}
			type books struct {
				count, first int
				revenue      sim.Money
			}
			byRound, last := map[int]books{}, map[int]float64{}
			w, err := sim.NewObserved(m, 9, func(s sim.Sale) {
				b := byRound[s.Round]
				b.count += s.Count
				b.revenue += s.Revenue
				if s.First {
					b.first++
					assert.Equal(t, s.From, s.Last)
				}
				byRound[s.Round] = b
				last[s.Customer] = s.Last
				assert.Positive(t, s.Count)
				assert.LessOrEqual(t, float64(s.Round-1), s.From)
				assert.LessOrEqual(t, s.From, s.Last)
				assert.LessOrEqual(t, s.Last, float64(s.Round))
			})
			require.NoError(t, err)
			plain, err := sim.New(m, 9)
			require.NoError(t, err)
			d := sim.Decision{Discount: 2000, Spend: [sim.NumLevers]sim.Money{sim.Acquisition: 600_00, sim.Retention: 200_00}}
			for !w.Over() {
				seen, err := w.Play(d)
				require.NoError(t, err)
				unseen, err := plain.Play(d)
				require.NoError(t, err)
				require.Equal(t, unseen.Hash, seen.Hash)
				_, err = w.Clone().Play(d)
				if !w.Over() {
					require.NoError(t, err, "a clone is not observed")
				}
			}
			for _, r := range w.Reports() {
				b := byRound[r.Round]
				assert.Equal(t, r.Books.Purchases, b.count, "round %d", r.Round)
				assert.Equal(t, r.Books.Revenue, b.revenue, "round %d", r.Round)
				if r.Round > 0 && clock == sim.PerRound {
					assert.Equal(t, r.Base.New(), b.first, "round %d", r.Round)
				}
			}
			for rec := range w.Records() {
				if at, bought := last[rec.ID]; bought {
					assert.Equal(t, rec.Last, at)
				}
			}
		})
	}
}
