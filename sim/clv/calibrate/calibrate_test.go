package calibrate

import (
	"fmt"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"gonum.org/v1/gonum/mat"

	"centricity/scenarios"
	"centricity/sim"
	"centricity/sim/clv"
	"centricity/sim/clv/lognormal"
	"centricity/sim/clv/study"
	"centricity/sim/clv/translog"
	"centricity/sim/internal/draw"
	"centricity/sim/internal/rng"
)

// cdnow is the CDNOW sample up to 30 September 1997, from its raw log. It skips
// the test where the log is absent.
func cdnow(t *testing.T) study.Data {
	t.Helper()
	for _, dir := range []string{os.Getenv("CENTRICITY_DATA"), "../../../../shared/data"} {
		f, err := os.Open(filepath.Join(dir, "cdnow_sample.txt"))
		if dir == "" || err != nil {
			continue
		}
		defer f.Close()
		l, err := translog.Read(f, translog.Options{})
		require.NoError(t, err)
		return study.FromLog(l, study.Cut{Until: translog.NewDay(1997, 9, 30)})
	}
	t.Skip("the CDNOW log (cdnow_sample.txt) is neither in $CENTRICITY_DATA nor in ../shared/data")
	return study.Data{}
}

// Abe (2009) samples the posterior of the lognormal model on CDNOW: his medians
// lie in the intervals here.
func TestAbe(t *testing.T) {
	d := cdnow(t)
	f, err := lognormal.Of(d.Base())
	require.NoError(t, err)
	for i, abe := range []float64{-3.54, -3.59, math.Sqrt(1.34), math.Sqrt(2.62), 0.13 / math.Sqrt(1.34*2.62)} {
		e := f.Estimates[i]
		t.Logf("%s %.4f (%.4f to %.4f), Abe %.4f", e.Name, e.Value, e.Low, e.High, abe)
		assert.Greater(t, abe, e.Low, e.Name)
		assert.Less(t, abe, e.High, e.Name)
	}
	assert.InDelta(t, -9574.952, f.LogLikelihood, 0.01)
	pareto, err := clv.FitParetoNBD(d.Base())
	require.NoError(t, err)
	assert.Greater(t, f.LogLikelihood, pareto.LogLikelihood+10, "it fits better than gamma rates that do not go together")
}

// The music shop's customers are what calibration makes of CDNOW, to the printed
// digit, and the firm simulated from them is like the log.
func TestMusicShopIsCalibrated(t *testing.T) {
	d := cdnow(t)
	traits, err := Of(d, 13, 1)
	require.NoError(t, err)
	shop, err := scenarios.Shipped("music-shop")
	require.NoError(t, err)
	segment, g := shop.Market.Segments[0], traits.Groups[0]
	have := segment.Traits
	correlation := func(a, b sim.Trait) float64 {
		for _, c := range segment.Correlations {
			if c.A == a && c.B == b || c.A == b && c.B == a {
				return c.R
			}
		}
		return 0
	}
	for _, c := range []struct {
		what       string
		want, have float64
	}{
		{"rate", g.Rate.Mean, have[sim.PurchaseRate].Mean},
		{"rate's spread", g.Rate.Spread, have[sim.PurchaseRate].Spread},
		{"hazard", g.Hazard.Mean, have[sim.ChurnHazard].Mean},
		{"hazard's spread", g.Hazard.Spread, have[sim.ChurnHazard].Spread},
		{"spend", g.Spend.Mean, have[sim.MeanSpend].Mean},
		{"spend's spread", g.Spend.Spread, have[sim.MeanSpend].Spread},
		{"shape", traits.Shape, shop.Market.Purchase.Shape},
		{"rate with hazard", g.RateHazard, correlation(sim.PurchaseRate, sim.ChurnHazard)},
		{"rate with spend", g.RateSpend, correlation(sim.PurchaseRate, sim.MeanSpend)},
		{"hazard with spend", g.HazardSpend, correlation(sim.ChurnHazard, sim.MeanSpend)},
	} {
		assert.InDelta(t, c.want, c.have, 1e-4, c.what)
	}

	if testing.Short() {
		t.Skip("simulates 20,000 customers over 78 weeks")
	}
	c, err := Simulate(shop.Market, d, 1)
	require.NoError(t, err)
	assert.Empty(t, c.Differences(len(d.Customers)))
	assert.Greater(t, c.Simulated, 15_000)
	for i := range c.Log {
		t.Logf("%d repeats: log %.2f %%, firm %.2f %%", i, 100*c.Log[i], 100*c.Firm[i])
	}
}

// A check tells a firm that is unlike the log.
func TestCheckFindsDifferences(t *testing.T) {
	c := Check{Log: [8]float64{0.5, 0.5}, Firm: [8]float64{0.6, 0.4}, LogTop: 0.6, FirmTop: 0.6, LogTrack: []float64{1}, FirmTrack: []float64{1.2}, Fitted: 1}
	assert.Len(t, c.Differences(2000), 3)
	assert.False(t, c.Agrees(2000))
	assert.Empty(t, Check{Log: c.Log, Firm: c.Log}.Differences(2000))
}

// shop draws a log of customers whose baskets go with how often they buy, and
// who buy more in the last quarter of a year.
func shop(t *testing.T, customers int, correlation float64) study.Data {
	key := rng.NewKey(5, 1<<34, 0)
	var b strings.Builder
	b.WriteString("customer,date,amount\n")
	from := translog.NewDay(2021, 1, 1)
	for i := range customers {
		s := key.Stream(uint64(i))
		u, v := draw.Normal(s.Uint64()), draw.Normal(s.Uint64())
		rate := 0.1 / 7 * math.Exp(0.8*u-0.32)
		basket := 30 * math.Exp(0.5*(correlation*u+math.Sqrt(1-correlation*correlation)*v))
		buy := func(at float64) {
			fmt.Fprintf(&b, "c%d,%s,%.2f\n", i, from+translog.Day(at), basket*math.Exp(0.3*draw.Normal(s.Uint64())))
		}
		wait := func(rate float64) float64 { return -math.Log(1-draw.Uniform(s.Uint64())) / rate }
		joined := 300 * draw.Uniform(s.Uint64())
		buy(joined)
		end := min(joined+wait(0.01/7), 2*365-1)
		for at := joined + wait(rate*2); at < end; at += wait(rate * 2) {
			_, month, _ := (from + translog.Day(at)).Date()
			if keep := draw.Uniform(s.Uint64()); month >= 10 || keep < 0.5 {
				buy(at)
			}
		}
	}
	l, err := translog.Read(strings.NewReader(b.String()), translog.Options{})
	require.NoError(t, err)
	return study.FromLog(l, study.Cut{})
}

// Seasons, and that spend goes with buying, are found again; where there are
// none, none are.
func TestWhatGoesWithWhat(t *testing.T) {
	d := shop(t, 700, 0.6)
	traits, err := Of(d, 13, 1)
	require.NoError(t, err)
	g := traits.Groups[0]
	assert.InDelta(t, 0.6, g.RateSpend, 0.15)
	assert.InDelta(t, 0.5, g.Spend.Spread, 0.12)
	require.Len(t, traits.Season, 4)
	assert.InDelta(t, 2*traits.Season[1].Factor, traits.Season[3].Factor, 0.35)

	traits, err = Of(shop(t, 700, 0), 13, 1)
	require.NoError(t, err)
	assert.Less(t, math.Abs(traits.Groups[0].RateSpend), 0.2)
}

// Customers who are all alike still make a market that is possible.
func TestAllAlike(t *testing.T) {
	var b strings.Builder
	b.WriteString("customer,date,amount\n")
	from := translog.NewDay(2024, 1, 1)
	for i := range 100 {
		for day := i % 14; day < 350; day += 25 + i*day%7 {
			fmt.Fprintf(&b, "c%d,%s,5\n", i, from+translog.Day(day))
		}
	}
	l, err := translog.Read(strings.NewReader(b.String()), translog.Options{})
	require.NoError(t, err)
	traits, err := Of(study.FromLog(l, study.Cut{}), 13, 1)
	require.NoError(t, err)
	assert.Zero(t, traits.Groups[0].RateHazard, "nothing tells it")
}

// What price goes with yields to what the log says: with hazard and spend as
// much as room leaves, the four traits are possible, and with more they soon
// are not.
func TestRoom(t *testing.T) {
	const hazard, spend = 0.6, -0.5
	for _, g := range []Group{{}, {RateHazard: 0.905}, {RateHazard: -0.9, RateSpend: 0.3}, {HazardSpend: 0.8}, {RateHazard: 0.5, RateSpend: 0.5, HazardSpend: 0.7}} {
		room := g.Room(hazard, spend)
		possible := func(f float64) bool {
			r := mat.NewSymDense(4, []float64{
				1, g.RateHazard, g.RateSpend, 0,
				g.RateHazard, 1, g.HazardSpend, f * hazard,
				g.RateSpend, g.HazardSpend, 1, f * spend,
				0, f * hazard, f * spend, 1,
			})
			var c mat.Cholesky
			return c.Factorize(r)
		}
		assert.Greater(t, room, 0.0)
		assert.True(t, possible(room), g)
		assert.Equal(t, room == 1, possible(1.06), g)
	}
	assert.Zero(t, Group{RateHazard: 1}.Room(hazard, spend))
}

func TestGroups(t *testing.T) {
	d := shop(t, 700, 0)
	traits, err := Of(d, 13, 2)
	require.NoError(t, err)
	require.Len(t, traits.Groups, 2)
	assert.InDelta(t, 0.5, traits.Groups[0].Share, 0.01)
	assert.Less(t, 1.3*traits.Groups[0].Spend.Mean, traits.Groups[1].Spend.Mean, "who begins with a large basket goes on so")
	assert.InEpsilon(t, traits.Groups[0].Rate.Mean, traits.Groups[1].Rate.Mean, 0.3, "and buys as often")

	_, err = Of(d, 13, 5)
	assert.ErrorContains(t, err, "1 to 4 segments")
	d.Amounts = false
	_, err = Of(d, 13, 2)
	assert.ErrorContains(t, err, "has no amounts")
}

func TestTrigamma(t *testing.T) {
	assert.InDelta(t, math.Pi*math.Pi/6, trigamma(1), 1e-9)
	assert.InDelta(t, math.Pi*math.Pi/2, trigamma(0.5), 1e-9)
}
