package lognormal

import (
	"math"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"centricity/sim/clv"
	"centricity/sim/internal/draw"
	"centricity/sim/internal/rng"
)

// people draws customers of the model, each watched for 40 to 60 periods.
func people(n int, meanRate, meanHazard, rateSpread, hazardSpread, correlation float64) clv.Base {
	key := rng.NewKey(3, 1<<34, 0)
	b := make(clv.Base, n)
	for i := range b {
		s := key.Stream(uint64(i))
		u, v := draw.Normal(s.Uint64()), draw.Normal(s.Uint64())
		rate := math.Exp(meanRate + rateSpread*u)
		hazard := math.Exp(meanHazard + hazardSpread*(correlation*u+math.Sqrt(1-correlation*correlation)*v))
		c := clv.Summary{T: 40 + 20*draw.Uniform(s.Uint64()), N: 1}
		wait := func(rate float64) float64 { return -math.Log(1-draw.Uniform(s.Uint64())) / rate }
		end := min(c.T, wait(hazard))
		for at := wait(rate); at < end; at += wait(rate) {
			c.X, c.Last = c.X+1, at
		}
		b[i] = c
	}
	return b
}

// What customers were drawn from lies in the intervals of what is fitted to
// them, within 3 standard errors.
func TestParametersAreRecovered(t *testing.T) {
	truth := []float64{-2.2, -3.6, 0.9, 1.3, 0.4}
	f, err := Of(people(1500, truth[0], truth[1], truth[2], truth[3], truth[4]))
	require.NoError(t, err)
	for i, want := range append(truth, math.Exp(-2.2+0.405), math.Exp(-3.6+0.845)) {
		e := f.Estimates[i]
		t.Logf("%s %.3f (%.3f to %.3f), drawn from %.3f", e.Name, e.Value, e.Low, e.High, want)
		assert.InDelta(t, want, e.Value, 3*e.SE, e.Name)
		assert.Less(t, e.SE, 0.4, e.Name)
	}
}

// The order of customers does not matter, counting them together neither, and
// another unit of time changes the rates by that unit and nothing else.
func TestInvariance(t *testing.T) {
	b := people(400, -2, -3, 0.8, 1, 0)
	f, err := Of(b)
	require.NoError(t, err)
	turned := slices.Clone(b)
	slices.Reverse(turned)
	g, err := Of(turned)
	require.NoError(t, err)
	assert.Equal(t, f.Estimates, g.Estimates)

	days := slices.Clone(b)
	for i := range days {
		days[i].T, days[i].Last = 7*days[i].T, 7*days[i].Last
	}
	g, err = Of(days)
	require.NoError(t, err)
	assert.InDelta(t, f.LogRate-math.Log(7), g.LogRate, 1e-4)
	assert.InDelta(t, f.LogHazard-math.Log(7), g.LogHazard, 1e-4)
	assert.InDelta(t, f.HazardSpread, g.HazardSpread, 1e-4)
	assert.InDelta(t, f.LogLikelihood-float64(b.Purchases())*math.Log(7), g.LogLikelihood, 1e-4)
}

// The gradient is that of the likelihood.
func TestGradient(t *testing.T) {
	g := newGrid(people(200, -2, -3, 0.8, 1, 0))
	at := parameters{-2.3, -3.1, -0.2, 0.1, 0.3}
	_, by := g.likelihood(at, true)
	for i := range at {
		const h = 1e-5
		up, down := at, at
		up[i], down[i] = at[i]+h, at[i]-h
		a, _ := g.likelihood(up, false)
		b, _ := g.likelihood(down, false)
		assert.InDelta(t, (a-b)/(2*h), by[i], 1e-3*max(1, math.Abs(by[i])), i)
	}
}

// The likelihood of known rates is the formula written out.
func TestLikelihoodOfOnePair(t *testing.T) {
	s := clv.Summary{X: 3, Last: 12, T: 30, N: 1}
	// λ^x μ/(λ+μ) e^(−(λ+μ)t) + λ^(x+1)/(λ+μ) e^(−(λ+μ)T), written out
	l, m := 0.11, 0.03
	want := math.Pow(l, 3)*m/(l+m)*math.Exp(-(l+m)*12) + math.Pow(l, 4)/(l+m)*math.Exp(-(l+m)*30)
	n := newNode(math.Log(l), math.Log(m))
	assert.InDelta(t, math.Log(want), n.logLikelihood(s), 1e-12)
}

func TestTooLittle(t *testing.T) {
	for _, b := range []clv.Base{nil, {{X: 1, Last: 1, T: 2}}, {{T: 3}, {T: 4}}} {
		_, err := Of(b)
		assert.ErrorContains(t, err, "too few customers")
	}
}
