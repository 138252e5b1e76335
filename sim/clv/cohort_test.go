package clv

import (
	"math"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestConcentration(t *testing.T) {
	for _, c := range []struct {
		name            string
		amounts         []float64
		gini, top, half float64
	}{
		{"all the same", []float64{3, 3, 3, 3, 3}, 0, .2, .5},
		{"one has it all", []float64{0, 0, 7, 0, 0}, .8, 1, 0},
		{"straight", []float64{1, 2, 3, 4}, .25, .32, .3},
		{"refunded and broken count as nothing", []float64{-5, math.NaN(), 7, math.Inf(1), 0}, .8, 1, 0},
		{"nobody bought", []float64{0, 0}, 0, .2, .5},
		{"nobody", nil, 0, .2, .5},
	} {
		got := Concentrate(c.amounts)
		require.InDelta(t, c.gini, got.Gini, 1e-12, c.name)
		require.InDelta(t, c.top, got.TopShare(.2), 1e-12, c.name)
		require.InDelta(t, c.half, got.Lorenz(.5), 1e-12, c.name)
		require.Equal(t, []float64{0, 1}, []float64{got.Lorenz(-1), got.Lorenz(1)}, c.name)
	}
	// exponential amounts: Gini 1/2, top 20 % have .2 (1 + log 5)
	amounts := make([]float64, 100_000)
	for i := range amounts {
		amounts[i] = -math.Log((float64(i) + .5) / 1e5)
	}
	c := Concentrate(amounts)
	require.InDelta(t, .5, c.Gini, 1e-4)
	require.InDelta(t, .2*(1+math.Log(5)), c.TopShare(.2), 1e-4)
}

// The CDNOW sample by the day: the published track of the cohort's repeat
// purchases, and the whole year and a half.
func TestTrackingFollowsACohort(t *testing.T) {
	m := BGNBD{.243, 4.414, .793, 2.426}
	starts := []Start{{At: 0, N: 10}, {At: 4}, {At: 30, N: 2}}
	got := Tracking(m, starts, []float64{0, 2, 39, 52})
	require.Equal(t, 0.0, got[0])
	require.InEpsilon(t, 10*m.Expected(2), got[1], 1e-12)
	require.InEpsilon(t, 10*m.Expected(39)+m.Expected(35)+2*m.Expected(9), got[2], 1e-12)
	require.True(t, slices.IsSorted(got))

	b, _ := cdnow(t)
	var cohort []Start
	for _, s := range b {
		cohort = append(cohort, Start{At: 39 - s.T})
	}
	track := Tracking(m, cohort, []float64{39})
	require.InEpsilon(t, 2457, track[0], .02, "the fit gives back what was counted")
}

func TestHistogramKeepsEveryCustomer(t *testing.T) {
	b := dated(500, 39)
	actual, expected := Histogram(BGNBD{.243, 4.414, .793, 2.426}, b, 5)
	sum := func(v []float64) (s float64) {
		for _, x := range v {
			s += x
		}
		return s
	}
	require.Equal(t, 500.0, sum(actual))
	require.InDelta(t, 500, sum(expected), 1e-9)
	chi := 0.0
	for x := range actual {
		chi += (actual[x] - expected[x]) * (actual[x] - expected[x]) / expected[x]
	}
	require.Less(t, chi, 20.5, "χ² of 5 degrees of freedom at 99.9 %")
}

func TestResidualCLVAndItsInterval(t *testing.T) {
	until := slices.Repeat([]float64{52}, 1500)
	truth, spending := BGNBD{.6, 6, .8, 2.5}, GammaGamma{6, 3.7, 15}
	base := truth.Simulate(2, until)
	counts := make([]int, len(base))
	for i, s := range base {
		counts[i] = s.X
	}
	paid := spending.Simulate(3, counts)
	buys, err := FitBGNBD(base)
	require.NoError(t, err)
	spends, err := FitGammaGamma(paid)
	require.NoError(t, err)

	terms := Terms{Discount: Continuous(.15, 52), Margin: .3}
	require.InEpsilon(t, math.Log(1.15)/52, terms.Discount, 1e-12)
	require.InEpsilon(t, 1.15, math.Pow(1+PerPeriod(.15, 52), 52), 1e-12)

	one, money := Summary{X: 4, Last: 40, T: 52}, Spend{X: 4, Mean: 30}
	e := ResidualCLV(buys, spends, terms, one, money)
	require.InEpsilon(t, .3*buys.Model.DERT(terms.Discount, one)*spends.Model.ConditionalExpected(money), e.Value, 1e-12)
	exact := .3 * truth.DERT(terms.Discount, one) * spending.ConditionalExpected(money)
	require.True(t, e.Low < exact && exact < e.High, "%v of [%v, %v]", exact, e.Low, e.High)

	// draws of the parameters spread as the delta method says
	ds, ms := buys.Draws(1000, 1), spends.Draws(1000, 2)
	logs := make([]float64, len(ds))
	mean, square := 0.0, 0.0
	for i := range ds {
		logs[i] = math.Log(ds[i].DERT(terms.Discount, one) * ms[i].ConditionalExpected(money))
		mean += logs[i] / 1000
		square += logs[i] * logs[i] / 1000
	}
	require.InEpsilon(t, e.SE/e.Value, math.Sqrt(square-mean*mean), .1)
	require.Equal(t, ds[:3], buys.Draws(3, 1), "draws repeat")

	total := Equity(buys, spends, terms, base[:200], paid[:200])
	sum := 0.0
	for i := range 200 {
		sum += ResidualCLV(buys, spends, terms, base[i], paid[i]).Value
	}
	require.InEpsilon(t, sum, total.Value, 1e-9)
	require.Less(t, total.Low, total.Value)
	require.Greater(t, total.High, total.Value)
	require.Zero(t, Equity(buys, spends, terms, nil, nil).Value)
	endless := ResidualCLV(buys, spends, Terms{Margin: 1}, one, money)
	require.Equal(t, buys.Model.A <= 1, math.IsInf(endless.Value, 1), "without discount it may have no mean")
	require.False(t, math.IsNaN(endless.SE+endless.Low+endless.High))
}

func TestCompress(t *testing.T) {
	b := Base{{X: 2, Last: 3, T: 9}, {T: 9, N: 2}, {X: 2, Last: 3, T: 9, N: 4}, {X: 1, Last: 3, T: 9}}
	before := slices.Clone(b)
	require.Equal(t, Base{{T: 9, N: 2}, {X: 1, Last: 3, T: 9, N: 1}, {X: 2, Last: 3, T: 9, N: 5}}, Compress(b))
	require.Equal(t, before, b, "what is given stays as it is")
	require.Equal(t, 8, b.Customers())
	require.Equal(t, 11, b.Purchases())
	require.Equal(t, 6.0, b[0].Silence(), "the recency of RFM")
}
