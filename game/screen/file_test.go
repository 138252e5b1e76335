package screen

import (
	"fmt"
	"math"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"centricity/scenarios"
	"centricity/sim"
)

// played is a world in which so much was spent on insight in every round.
func played(t *testing.T, name string, people int, research sim.Money) *sim.World {
	t.Helper()
	s, err := scenarios.Shipped(name)
	require.NoError(t, err)
	m := s.Market
	m.People = people
	m.Levers[sim.Insight] = true
	w, err := sim.New(m, 3)
	require.NoError(t, err)
	for range 4 {
		d := w.Brief().Incumbent
		d.Price = w.Price()
		for i := range d.Spend {
			d.Spend[i] /= 4
		}
		d.Spend[sim.Insight] = research
		_, err := w.Play(d)
		require.NoError(t, err)
	}
	return w
}

// What a customer is truly worth, the average one being 1, mostly lies in the
// range that the card calls likely, whatever was learned: four times in five, or
// two in three where who stays is chosen by a hazard that differs widely. The
// file does not know the truth; this test does.
func TestLikelyRangesHoldWhatTheyPromise(t *testing.T) {
	for _, name := range []string{"music-shop", "relationship"} {
		for _, research := range []sim.Money{1000_00, 4000_00} {
			t.Run(fmt.Sprint(name, research), func(t *testing.T) {
				w := played(t, name, 6000, research)
				f := newFile(w.Reports(), slices.Collect(w.Records()))
				require.True(t, f.tells)
				d := w.Brief().Discount
				var truth, low, high []float64
				for c := range w.Customers() {
					k, there := f.find(c.ID)
					if !there || !k.Active {
						continue
					}
					from, to, ok := f.likely(k)
					require.True(t, ok)
					require.Less(t, from, to)
					truth = append(truth, c.Traits[sim.PurchaseRate]*c.Traits[sim.MeanSpend]/(c.Traits[sim.ChurnHazard]+d))
					low, high = append(low, from), append(high, to)
				}
				held, average := 0, mean(truth)
				for i, v := range truth {
					if v /= average; low[i] <= v && v <= high[i] {
						held++
					}
				}
				require.InDelta(t, 0.76, float64(held)/float64(len(truth)), 0.11, "of %d customers", len(truth))
			})
		}
	}
}

// The less is known, the wider the range; who is not known at all has none.
func TestKnowledgeNarrowsTheRange(t *testing.T) {
	little, much := played(t, "music-shop", 3000, 500_00), played(t, "music-shop", 3000, 8000_00)
	width := func(w *sim.World) float64 {
		f := newFile(w.Reports(), slices.Collect(w.Records()))
		var ratios []float64
		for i := range f.people {
			if low, high, ok := f.likely(&f.people[i]); ok {
				ratios = append(ratios, math.Log(high/low))
			}
		}
		return median(ratios)
	}
	require.Less(t, width(much), width(little))

	w := played(t, "music-shop", 1000, 0)
	f := newFile(w.Reports(), slices.Collect(w.Records()))
	require.False(t, f.knows || f.tells)
	for i := range f.people {
		_, _, ok := f.likely(&f.people[i])
		require.False(t, ok)
	}
	for _, x := range factsOf(f, true) {
		require.NotContains(t, []string{"worth", "likely", "known"}, x.id)
	}
	require.Equal(t, "Spent so far", f.worthName())
}

// Where all customers are alike, knowledge does not set one above another.
func TestKnowledgeOfLookalikesTellsNobodyApart(t *testing.T) {
	w := played(t, "lookalikes", 1000, 4000_00)
	f := newFile(w.Reports(), slices.Collect(w.Records()))
	require.True(t, f.knows)
	require.False(t, f.tells)
}

// Every picture of the file shows each customer once.
func TestPicturesCountEveryCustomerOnce(t *testing.T) {
	w := played(t, "music-shop", 2000, 2000_00)
	reports := w.Reports()
	f := newFile(reports, slices.Collect(w.Records()))
	require.Equal(t, reports[len(reports)-1].Base.Closing(), f.active)
	s, err := scenarios.Shipped("music-shop")
	require.NoError(t, err)
	words := termsOf(s)

	m := newRFM(words, f)
	require.Equal(t, f.active, m.all.customers)
	require.Equal(t, m.all, m.part(1, 5, 1, 5))

	for only := range onlyStages {
		g := newField(words, f, nil, fieldLook{only: only})
		shown := map[int]bool{}
		for n, i := range g.who {
			require.False(t, shown[i])
			shown[i] = true
			require.Equal(t, n, g.dotOf[i])
		}
		want := 0
		for i := range f.people {
			if c := &f.people[i]; only == 0 && c.Active || only > 0 && int(c.Stage) == only-1 {
				want++
				require.True(t, shown[i])
			}
		}
		require.Len(t, g.points.Dots, want)
	}

	cast := newPersonas(words, f, reports[len(reports)-1].Survey)
	n := 0
	for _, p := range cast {
		n += p.customers
	}
	require.Equal(t, f.active, n)

	last := reports[len(reports)-1].Survey
	x := newExperience(words, f, last, w.Records())
	asked := 0
	for _, g := range x.groups {
		asked += g.customers
	}
	require.Len(t, x.who, asked)
	require.Equal(t, asked, x.square[0][0]+x.square[0][1]+x.square[1][0]+x.square[1][1])
	require.Positive(t, asked)
}

// A cohort has paid back when what it brought in reaches its cost, to the cent.
func TestPaybackFollowsTheBooks(t *testing.T) {
	round := func(n, won int, spend, revenue, first sim.Money) sim.Report {
		r := sim.Report{Round: n}
		r.Base.Won = []int{won}
		r.Books.Spend[sim.Acquisition] = spend
		r.Books.Revenue = revenue
		r.Books.CostOfGoods = revenue / 2 // a margin of half
		r.Cohorts = []sim.Cohort{{Round: 1, Revenue: first}, {Round: 2, Revenue: revenue - first}}
		return r
	}
	reports := []sim.Report{round(1, 10, 100_00, 80_00, 80_00), round(2, 0, 0, 80_00, 80_00), round(3, 0, 0, 50_00, 50_00)}
	reports[0].Books.Discounts = 20_00
	list := paybacks(reports)
	require.Len(t, list, 1, "nobody was won in the others")
	require.Equal(t, sim.Money(12_00), list[0].cac)
	require.InDeltaSlice(t, []float64{60.0 / 120, 100.0 / 120, 125.0 / 120}, list[0].share, 1e-9)
	require.Equal(t, 3, list[0].after())
	require.Zero(t, paybacks(reports[:2])[0].after())
}

// Half of what was in mind is forgotten every round.
func TestAdvertisingInMind(t *testing.T) {
	reports := make([]sim.Report, 3)
	for i := range reports {
		reports[i].Base.Prospects = 100
	}
	reports[0].Books.Spend[sim.Acquisition] = 800_00
	reports[2].Books.Spend[sim.Acquisition] = 100_00
	reports[2].Base.Prospects, reports[2].Base.Lapsed = 60, 90
	require.Equal(t, []float64{8, 4, 2}, inMind(reports))
	reports[2].Base.Prospects, reports[2].Base.Lapsed = 0, 0
	require.True(t, math.IsNaN(inMind(reports)[2]))
}
