package compare

import (
	"bytes"
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"centricity/sim/experiment"
)

// TestMeasured: a paired difference, its interval and what pairing saved, by
// hand.
func TestMeasured(t *testing.T) {
	luck := []float64{10, 20, 30, 40}
	better := []float64{13, 22, 33, 44} // 3, 2, 3, 4 more
	m := measured("x", []string{"a", "b"}, [][]float64{luck, better}, 0)
	require.Len(t, m.Differences, 1)
	d := m.Differences[0]
	assert.Equal(t, 3.0, d.Value)
	assert.InDelta(t, 0.12, d.Relative, 1e-12)
	sd := math.Sqrt(2.0 / 3) // of 3, 2, 3, 4
	half := 3.182 * sd / 2
	assert.InDelta(t, 3-half, *d.Low, 1e-3)
	assert.InDelta(t, 3+half, *d.High, 1e-3)
	varA, varB := 500.0/3, 542.0/3 // of the two
	assert.InDelta(t, (varA+varB)/(2.0/3), d.Reduction, 1e-9)
	alone := measured("x", []string{"a", "b"}, [][]float64{{1}, {2}}, 0).Differences[0]
	assert.Nil(t, alone.Low)
	assert.Equal(t, "needs 2 replications", interval(alone.Mean))
	constant := measured("x", []string{"a", "b"}, [][]float64{{1, 2}, {2, 3}}, 0).Differences[0]
	assert.Equal(t, "no variance left", constant.reduction())
}

// TestQuantiles as R's quantile gives them.
func TestQuantiles(t *testing.T) {
	x := []float64{1, 2, 4, 8}
	for share, want := range map[float64]float64{0: 1, 0.25: 1.75, 0.5: 3, 0.75: 5, 0.95: 7.4, 1: 8} {
		assert.InDelta(t, want, experiment.Quantile(x, share), 1e-12, "%v", share)
	}
	assert.True(t, math.IsNaN(experiment.Quantile(nil, 0.5)))
}

// TestComparisonsOfEveryDesign: arms, a sweep without arms, one cell alone;
// with rounds to draw and without.
func TestComparisonsOfEveryDesign(t *testing.T) {
	const head = "format: 1\ntitle: Which <is> best?\nscenario: roastery\npolicy: balanced\nreplications: 3\nset: {people: 200, rounds: 2}\n"
	for _, c := range []struct {
		design     string
		treatments []string
		fans       int
	}{
		{"arms: {a: {}, b: {policy: acquisition-first}}\nsweep: {heterogeneity: [0, 1]}\n", []string{"a", "b"}, 8},
		{"sweep: {heterogeneity: [0, 1], churn.clock: [per_round, continuous]}\nformats: [parquet]\n",
			[]string{"heterogeneity 0; churn.clock per_round", "heterogeneity 0; churn.clock continuous", "heterogeneity 1; churn.clock per_round", "heterogeneity 1; churn.clock continuous"}, 16},
		{"levels: [runs]\n", []string{"all"}, 0},
	} {
		folder := play(t, head+c.design)
		got, err := Read(folder, Measures, "")
		require.NoError(t, err)
		assert.Equal(t, c.treatments, got.Treatments)
		assert.Len(t, got.Measures, len(Measures))
		for _, m := range got.Measures {
			assert.Len(t, m.Differences, len(c.treatments)-1)
		}
		fans, err := Fans(folder)
		require.NoError(t, err)
		assert.Len(t, fans, c.fans)
		for _, f := range fans {
			assert.Equal(t, -3, f.First)
			for i := 1; i < len(Shares); i++ {
				for round, low := range f.Quantiles[i-1] {
					if !math.IsNaN(low) {
						assert.LessOrEqual(t, low, f.Quantiles[i][round])
					}
				}
			}
		}
		var page bytes.Buffer
		require.NoError(t, got.Page(&page, folder, fans))
		assert.Contains(t, page.String(), "Which &lt;is&gt; best?")
		assert.Equal(t, c.fans, bytes.Count(page.Bytes(), []byte("<figure>")))
		require.NoError(t, got.Text(&page))
		_, err = Read(folder, Measures[:1], "nobody")
		assert.ErrorContains(t, err, `there is no arm "nobody"`)
	}
}
