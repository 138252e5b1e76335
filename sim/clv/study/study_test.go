package study

import (
	"fmt"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"centricity/sim/clv"
	"centricity/sim/clv/translog"
)

func parse(t *testing.T, log string) *translog.Log {
	t.Helper()
	l, err := translog.Read(strings.NewReader(log), translog.Options{})
	require.NoError(t, err)
	return l
}

// A log by hand, in weeks, with everything a customer can be.
func TestFromLog(t *testing.T) {
	l := parse(t, `customer,date,amount
a,2024-01-01,10
a,2024-01-15,20
a,2024-01-29,40
a,2024-02-05,-6
a,2024-03-04,5
b,2024-01-08,7
c,2024-02-12,9
d,2024-02-19,1
`)
	d := FromLog(l, Cut{Until: translog.NewDay(2024, 2, 12)})
	assert.Equal(t, "week", d.Unit)
	assert.EqualValues(t, 6, d.End)
	assert.EqualValues(t, 3, d.Holdout)
	assert.Equal(t, 1, d.Late)
	assert.Equal(t, 1, d.Fresh)
	require.Len(t, d.Customers, 3)
	a := d.Customers[0]
	assert.Equal(t, clv.Summary{X: 2, Last: 4, T: 6, N: 1}, a.Summary)
	assert.EqualValues(t, 64, a.Spent)
	assert.InDelta(t, 30*(1-6.0/70), a.Spend.Mean, 1e-9, "the refund is taken off in proportion")
	assert.Equal(t, 1, a.Held)
	assert.EqualValues(t, 5, a.HeldSpent)
	assert.Equal(t, clv.Summary{T: 5, N: 1}, d.Customers[1].Summary)
	assert.Equal(t, clv.Summary{T: 0.5 / 7, N: 1}, d.Customers[2].Summary, "won on the last day: watched for half of it")
	assert.Equal(t, []float64{0, 0, 1, 0, 1, 0, 0, 0, 0, 1}, d.Repeats)
	assert.Equal(t, []clv.Start{{At: 0, N: 1}, {At: 1, N: 1}, {At: 6, N: 1}}, d.Starts)

	d = FromLog(l, Cut{Unit: Day, WonFrom: translog.NewDay(2024, 1, 8)})
	require.Len(t, d.Customers, 3)
	assert.Equal(t, "b", d.Customers[0].ID)
	assert.EqualValues(t, 56, d.Customers[0].Summary.T)
	assert.InDelta(t, 365.25, d.YearIs, 1e-9)
}

// The published figures of the CDNOW sample, from its raw log.
func TestCDNOW(t *testing.T) {
	var f *os.File
	for _, dir := range []string{os.Getenv("CENTRICITY_DATA"), "../../../../shared/data"} {
		if g, err := os.Open(filepath.Join(dir, "cdnow_sample.txt")); dir != "" && err == nil {
			f = g
			break
		}
	}
	if f == nil {
		t.Skip("the CDNOW log (cdnow_sample.txt) is neither in $CENTRICITY_DATA nor in ../shared/data")
	}
	defer f.Close()
	l, err := translog.Read(f, translog.Options{})
	require.NoError(t, err)
	d := FromLog(l, Cut{Until: translog.NewDay(1997, 9, 30)})
	s, err := Run(d, Options{Model: "bg/nbd"})
	require.NoError(t, err)
	assert.Equal(t, 2357, s.Customers)
	assert.Equal(t, 2357-1411, s.Repeaters)
	assert.Equal(t, 2457+2357, s.Purchases)
	assert.InDelta(t, -9582.429, s.Used.LogLikelihood, 0.001)
	assert.Equal(t, []float64{1411, 439, 214, 100, 62, 38, 29, 64}, s.Histogram.Actual)
	for i, want := range []float64{1406.50, 460.81, 192.71, 101.31, 59.94, 38.18, 25.59, 71.35} {
		assert.InDelta(t, want, s.Histogram.Expected[i], 1.5, i) // published from rounded estimates
	}
	assert.Equal(t, 3, s.Histogram.Freedom)
	assert.True(t, s.Histogram.Fits())
	assert.EqualValues(t, 1882, s.Holdout.Actual)
	assert.InDelta(t, 1653.4, s.Holdout.Expected, 1)
	assert.InDelta(t, 35.17, s.Estimate.Mean.Value, 0.01)
	for i, want := range []float64{24.65, 18.91, 35.17, 35.17, 35.17, 71.46, 18.91, 35.17, 27.28, 35.17} {
		assert.InDelta(t, want, s.Values[i].Mean, 0.03, i)
	}
	assert.Greater(t, s.Estimate.Equity.Value, s.Estimate.Equity.Low)
	assert.Less(t, s.Holdout.MeanMiss, s.Holdout.NaiveMiss, "the model forecasts a customer better than the past rate does")
	assert.Empty(t, s.Warnings)

	all, err := Run(d, Options{})
	require.NoError(t, err)
	assert.Len(t, all.Fits, len(Models()))
	assert.Equal(t, "MBG/NBD", all.Used.Name, "the best of all")
}

// simulated is data of a model whose customers are watched for 40 to 52 weeks.
func simulated(n int, seed uint64) Data {
	until := make([]float64, n)
	for i := range until {
		until[i] = 40 + float64(i%85)/7
	}
	d := Data{Unit: "week", YearIs: daysInYear / 7}
	for i, s := range (clv.BGNBD{R: 0.6, Alpha: 5, A: 0.8, B: 2.4}).Simulate(seed, until) {
		d.Customers = append(d.Customers, Customer{ID: fmt.Sprint(i), Summary: s})
	}
	return d
}

// What was drawn from a model is found to fit it, and its totals lie in their
// intervals; customers who all buy like clockwork are found not to.
func TestVerdicts(t *testing.T) {
	d := simulated(2000, 1)
	s, err := Run(d, Options{Model: "bg/nbd"})
	require.NoError(t, err)
	assert.True(t, s.Histogram.Fits(), s.Histogram.Verdict())
	assert.Empty(t, s.Warnings)
	e := s.Estimate.New
	truth := clv.BGNBD{R: 0.6, Alpha: 5, A: 0.8, B: 2.4}.Expected(d.YearIs)
	assert.InDelta(t, truth, e.Value, 3*e.SE)
	assert.Nil(t, s.Spend)
	assert.Zero(t, s.Estimate.Equity.Value)

	var clockwork Data
	clockwork.Unit, clockwork.YearIs = "week", 52.18
	for i := range 900 {
		x := 1 + 5*(i%2)
		clockwork.Customers = append(clockwork.Customers, Customer{Summary: clv.Summary{X: x, Last: 39, T: 40, N: 1}})
	}
	s, err = Run(clockwork, Options{Model: "bg/nbd"})
	require.NoError(t, err)
	assert.False(t, s.Histogram.Fits())
	assert.Contains(t, s.Histogram.Verdict(), "DOES NOT FIT")
	assert.Contains(t, strings.Join(s.Warnings, " "), "DOES NOT FIT")
}

// Everyone is counted once: in the histogram, and in ten deciles of a tenth.
func TestEveryoneIsCounted(t *testing.T) {
	d := simulated(503, 2)
	s, err := Run(d, Options{Model: "mbg/nbd"})
	require.NoError(t, err)
	actual, expected := 0.0, 0.0
	for i := range s.Histogram.From {
		actual, expected = actual+s.Histogram.Actual[i], expected+s.Histogram.Expected[i]
	}
	assert.EqualValues(t, 503, actual)
	assert.InDelta(t, 503, expected, 1e-6)
	var n [11]int
	worst := [11]float64{}
	for i := range worst {
		worst[i] = math.Inf(1)
	}
	for _, v := range s.Values {
		n[v.Decile]++
		worst[v.Decile] = min(worst[v.Decile], v.Future)
		assert.True(t, v.Alive >= 0 && v.Alive <= 1)
	}
	for k := 1; k <= 10; k++ {
		assert.InDelta(t, 50, n[k], 1)
	}
	for _, v := range s.Values {
		if v.Decile > 1 {
			assert.LessOrEqual(t, v.Future, worst[v.Decile-1]+1e-12)
		}
	}
}

// Wide counts get wide bins.
func TestBins(t *testing.T) {
	var b clv.Base
	for x := range 60 {
		b = append(b, clv.Summary{X: x, Last: 1, T: 50, N: 3})
	}
	b[0].Last = 0
	h := histogram(b, clv.NBD{R: 2, Alpha: 3}, 2)
	assert.Equal(t, "0", h.Label(0))
	assert.Equal(t, "1–8", h.Label(1))
	assert.Equal(t, "49+", h.Label(7))
	sum := 0.0
	for _, a := range h.Actual {
		sum += a
	}
	assert.EqualValues(t, 180, sum)
}

func TestNamed(t *testing.T) {
	for _, name := range []string{"bgnbd", "BG/NBD", "bg-nbd", "Bg NBD"} {
		got, err := Named(name)
		require.NoError(t, err)
		assert.Equal(t, "bg/nbd", got)
	}
	_, err := Named("rfm")
	assert.ErrorContains(t, err, "the models are bg/nbd, mbg/nbd, pareto/nbd, nbd")
}

func TestNothingToFit(t *testing.T) {
	_, err := Run(Data{Unit: "week", YearIs: 52}, Options{})
	assert.Error(t, err)
	_, err = Run(Data{Unit: "week", YearIs: 52, Customers: []Customer{{Summary: clv.Summary{T: 3}}, {Summary: clv.Summary{T: 4}}}}, Options{})
	assert.ErrorContains(t, err, "bought again")
}
