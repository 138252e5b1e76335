package game

import (
	"bytes"
	"math"
	"os"
	"strings"
	"testing"

	"centricity/sim"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// firm is a round of which every KPI can be reckoned by hand.
func firm() (sim.Brief, sim.Report) {
	r := sim.Report{Round: 1}
	r.Base = sim.Base{Opening: 1000, Won: []int{300}, Churned: 200, ChurnedNew: 50}
	r.Books.Revenue, r.Books.CostOfGoods, r.Books.Fixed, r.Books.Closing = 50_000_49, 20_000_00, 40_000_00, -1_000_00
	r.Tiers[0].Margin = 30_000_00
	r.Survey = sim.Survey{Asked: 400, Promoters: 150, Detractors: 100}
	return sim.Brief{Discount: 0.2}, r
}

// Every KPI is read off the report as screens tell it, and an interval holds
// both its ends.
func TestKPIs(t *testing.T) {
	b, r := firm()
	none := sim.Report{Round: 1}
	for kpi, c := range map[KPI]struct {
		want  int64
		grain int64
		size  float64 // that the interval score is over
		none  bool    // it has no value where there are no customers
	}{
		Customers:    {1050, 1, 1050, false},
		Retention:    {8000, 10, 10_000, true},
		Revenue:      {50_000_00, 100, 60_000_00, false},  // what is under a unit is not told
		Profit:       {-10_000_00, 100, 60_000_00, false}, // costs, being more than revenue
		NPS:          {12, 1, 200, true},                  // 12.5, as it is shown
		CompanyValue: {62_000_00, 100, 64_000_00, false},  // 1050 · 30 · 0.8/0.4 = 63,000, less a debt of 1,000
	} {
		t.Run(string(kpi), func(t *testing.T) {
			assert.Contains(t, KPIs(), kpi)
			came, ok := kpi.Of(b, r)
			require.True(t, ok)
			assert.Equal(t, c.want, came)
			assert.Equal(t, came, kpi.Round(came))
			_, ok = kpi.Of(b, none)
			assert.Equal(t, c.none, !ok)

			g := c.grain
			for _, x := range []struct{ low, high, missed int64 }{
				{came, came, 0}, {came - g, came, 0}, {came, came + g, 0},
				{came + g, came + 3*g, -g}, {came - 5*g, came - 2*g, 2 * g},
			} {
				f := Forecast{kpi, x.low, x.high}
				require.NoError(t, f.check())
				list := Verdicts(b, []Note{{Forecast: &f}}, []sim.Report{{Round: 0}, r})
				require.Len(t, list, 1)
				v := list[0]
				assert.Equal(t, x.missed, v.Missed())
				assert.Equal(t, x.missed == 0, v.Held())
				assert.InDelta(t, (float64(x.high-x.low)+10*math.Abs(float64(x.missed)))/c.size, v.Score(), 1e-9)
			}
		})
	}
	assert.Len(t, KPIs(), 6)
}

// Hits count whatever they are of; where there was nothing to tell, there is
// neither a hit nor a miss.
func TestCalibration(t *testing.T) {
	b, r := firm()
	second, empty := r, sim.Report{Round: 3}
	second.Round = 2
	notes := []Note{
		{Forecast: &Forecast{Low: 1000, High: 1100}},
		{Forecast: &Forecast{Of: Retention, Low: 8500, High: 9000}},
		{Forecast: &Forecast{Of: NPS, Low: 0, High: 50}},
		{},
	}
	list := Verdicts(b, notes, []sim.Report{r, second, empty, {Round: 4}, {Round: 5}})
	require.Len(t, list, 3)
	assert.False(t, list[2].Known)
	assert.False(t, list[2].Held())
	c := Calibrate(list)
	assert.Equal(t, 2, c.Made)
	assert.Equal(t, 1, c.Hit)
	assert.InDelta(t, 0.5, c.Rate(), 1e-12)
	assert.InDelta(t, (100./1050+(500+10*500)/10_000.)/2, c.Score, 1e-12)
	assert.Zero(t, Calibrate(nil).Rate())
}

// A firm that lost everybody, or sells nothing yet, has still a size that its
// forecasts are measured by: one of them does not outweigh all others.
func TestTheScoreOfAFirmThatSellsNothing(t *testing.T) {
	b, r := firm()
	r.Base = sim.Base{Opening: 1000, Churned: 1000}
	r.Books.Revenue, r.Books.CostOfGoods = 0, 0
	for _, f := range []Forecast{{Customers, 0, 100}, {Profit, -44_000_00, -40_000_00}, {Revenue, 0, 4_000_00}} {
		list := Verdicts(b, []Note{{Forecast: &f}}, []sim.Report{r})
		require.True(t, list[0].Held())
		assert.InDelta(t, 0.1, list[0].Score(), 1e-12, f.Of)
	}
}

// What a session is given, it writes as a log can hold it.
func TestForecastsAreWrittenSoThatTheyCanBeRead(t *testing.T) {
	for _, c := range []struct{ given, written Forecast }{
		{Forecast{Customers, 1, 2}, Forecast{"", 1, 2}},
		{Forecast{"", -7, math.MaxInt64}, Forecast{"", 0, 1e9}},
		{Forecast{NPS, -500, 500}, Forecast{NPS, -100, 100}},
		{Forecast{Retention, 9000, 100}, Forecast{Retention, 9000, 9000}},
		{Forecast{Profit, math.MinInt64, -3}, Forecast{Profit, -1e15, -3}},
	} {
		got := c.given.clean()
		require.Equal(t, &c.written, got)
		require.NoError(t, got.check())
	}
	assert.Nil(t, Forecast{"luck", 1, 2}.clean())
}

// A log of the time when only customers could be forecast is read as it was,
// and its seals hold. While the model is the one that wrote it, the same game
// gives the same bytes.
func TestALogFromBeforeThereWasAChoice(t *testing.T) {
	old, err := os.ReadFile("testdata/customers.log")
	require.NoError(t, err)
	old = bytes.ReplaceAll(old, []byte("\r\n"), []byte("\n")) // a checkout may write lines as its system does
	log, err := Parse(old)
	require.NoError(t, err)
	assert.Zero(t, log.unsealed)
	require.Len(t, log.Entries, 4)
	for _, n := range log.Notes() {
		assert.Equal(t, &Forecast{Low: 1, High: 1000}, n.Forecast)
		assert.Equal(t, Customers, n.Forecast.KPI())
	}
	if log.Header.Model != sim.ModelVersion || log.Header.Market != village().Market.Hash().String() {
		t.Skip("the model has moved on: it is refused as every log of another model is")
	}
	_, _, err = Replay(log, find)
	require.NoError(t, err)
	assert.Equal(t, strings.Split(string(old), "\n"), strings.Split(string(finished(t, &Memory{}).Log()), "\n"))
}
