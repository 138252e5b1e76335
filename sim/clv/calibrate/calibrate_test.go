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

// The music shop's customers are what calibration makes of CDNOW: each trait
// lies in its interval, and those of spend are the same to the printed digit.
// The firm simulated from the calibrated traits is like the log.
func TestMusicShopIsCalibrated(t *testing.T) {
	d := cdnow(t)
	traits, err := Of(d, 13, 1)
	require.NoError(t, err)
	g := traits.Groups[0]
	shop, err := scenarios.Shipped("music-shop")
	require.NoError(t, err)
	have := shop.Market.Segments[0].Traits

	e := g.Fit.Estimates
	for _, c := range []struct {
		what                   string
		have, value, low, high float64
	}{
		{"rate", have[sim.PurchaseRate].Mean, g.Rate.Mean, 13 * e[5].Low, 13 * e[5].High},
		{"rate's spread", have[sim.PurchaseRate].Spread, g.Rate.Spread, e[2].Low, e[2].High},
		{"hazard", have[sim.ChurnHazard].Mean, g.Hazard.Mean, 13 * e[6].Low, 13 * e[6].High},
		{"hazard's spread", have[sim.ChurnHazard].Spread, g.Hazard.Spread, e[3].Low, e[3].High},
	} {
		t.Logf("%s: scenario %.4f, calibrated %.4f (%.4f to %.4f)", c.what, c.have, c.value, c.low, c.high)
		assert.Greater(t, c.have, c.low, c.what)
		assert.Less(t, c.have, c.high, c.what)
	}
	assert.InDelta(t, have[sim.MeanSpend].Mean, g.Spend.Mean, 0.005)
	assert.InDelta(t, have[sim.MeanSpend].Spread, g.Spend.Spread, 0.0005)
	assert.InDelta(t, shop.Market.Purchase.Shape, traits.Shape, 0.002)

	if testing.Short() {
		t.Skip("simulates 20,000 customers over 78 weeks")
	}
	m := shop.Market
	m.Segments = m.Segments[:1:1]
	m.Segments[0].Traits[sim.PurchaseRate] = sim.Marginal{Mean: g.Rate.Mean, Spread: g.Rate.Spread}
	m.Segments[0].Traits[sim.ChurnHazard] = sim.Marginal{Mean: g.Hazard.Mean, Spread: g.Hazard.Spread}
	c, err := Simulate(m, d, 1)
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
