package clv

import (
	"testing"

	"github.com/stretchr/testify/require"
)

// printed checks the values of estimates to the digits they were published
// with.
func printed(t *testing.T, half float64, want []float64, got []Estimate) {
	t.Helper()
	require.Len(t, got, len(want))
	for i, w := range want {
		require.InDelta(t, w, got[i].Value, half, got[i].Name)
		require.Less(t, got[i].Low, got[i].Value)
		require.Greater(t, got[i].High, got[i].Value)
	}
}

// Fader, Hardie and Lee 2005, table 2 and figures.
func TestBGNBDReproducesThePaper(t *testing.T) {
	m := BGNBD{.243, 4.414, .793, 2.426}
	for x, want := range []float64{.573786, .199395, .0854298, .0458604, .0276714, .0179655, .0122690} {
		require.InEpsilon(t, want, m.PMF(x, 39), 3e-6, x)
	}
	for at, want := range map[float64]float64{1: .0532679, 10: .4324134, 39: 1.1967232, 52: 1.4460506, 78: 1.8605191} {
		require.InDelta(t, want, m.Expected(at), 5e-8, at)
	}
	one := Summary{X: 2, Last: 30.43, T: 38.86}
	require.InDelta(t, .7266, m.Alive(one), 5e-5)
	require.InDelta(t, 1.226, m.ConditionalExpected(39, one), 5e-4)

	b, _ := cdnow(t)
	f, err := FitBGNBD(b)
	require.NoError(t, err)
	require.Equal(t, Converged, f.Status, f.Note)
	require.InDelta(t, -9582.429, f.LogLikelihood, 5e-4)
	printed(t, 2e-5, []float64{.24260, 4.41360, .79292, 2.42589}, f.Parameters)
	actual, expected := Histogram(m, b, 7) // of the rounded estimates, as published
	require.Equal(t, []float64{1411, 439, 214, 100, 62, 38, 29, 64}, actual)
	total := 0.0
	for x, want := range []float64{1406.50, 460.81, 192.71, 101.31, 59.94, 38.18, 25.59} {
		require.InDelta(t, want, expected[x], 5.1e-3, x)
		total += expected[x]
	}
	// Published as 71.35, which leaves .61 of the 2357 customers out: the sum
	// over 7, 8, 9 … stopped early. Ours is what is left.
	require.InDelta(t, 2357-total, expected[7], 1e-9)
	require.InDelta(t, 71.35, expected[7], .65)
	require.InDelta(t, 1653.4, Holdout(f.Model, b, 39), .05)
}

func TestParetoNBDReproducesThePaper(t *testing.T) {
	seven := Summary{X: 7, Last: 35, T: 77.86}
	require.InDelta(t, 1.86418333, ParetoNBD{.5629966, 12.5590370, .4081095, 10.5148048}.DERT(.0027, seven), 5e-9)

	b, _ := cdnow(t)
	f, err := FitParetoNBD(b)
	require.NoError(t, err)
	require.Equal(t, Converged, f.Status, f.Note)
	require.InDelta(t, -9594.976, f.LogLikelihood, 5e-4)
	printed(t, 1e-3, []float64{.553, 10.578, .606, 11.669}, f.Parameters)
	require.InDelta(t, 1.473434, f.Model.Expected(52), 1e-6)
}

func TestMBGNBDReproducesThePaper(t *testing.T) {
	b, _ := cdnow(t)
	f, err := FitMBGNBD(b)
	require.NoError(t, err)
	require.Equal(t, Converged, f.Status, f.Note)
	require.InDelta(t, -9582.136, f.LogLikelihood, 5e-4)
	printed(t, 5e-4, []float64{.525, 6.183, .891, 1.614}, f.Parameters)
}

// The published estimates lie 2·10⁻⁶ of log-likelihood below the top, on a
// ridge: what follows from them agrees to the last digit, they themselves to
// three.
func TestGammaGammaReproducesThePaper(t *testing.T) {
	_, money := cdnow(t)
	f, err := FitGammaGamma(money)
	require.NoError(t, err)
	require.Equal(t, Converged, f.Status, f.Note)
	require.Equal(t, 946, f.Customers)
	require.InDelta(t, -4055.92, f.LogLikelihood, 5e-3)
	published := GammaGamma{6.2488, 3.7446, 15.4478}
	sum := 0.0
	for _, s := range money {
		sum += published.LogLikelihood(s)
	}
	require.InDelta(t, sum, f.LogLikelihood, 5e-6)
	require.GreaterOrEqual(t, f.LogLikelihood, sum, "no estimate is better than the fit")
	printed(t, 5e-3, []float64{6.2488, 3.7446, 15.4478}, f.Parameters)
	require.InDelta(t, 35.17, f.Model.Expected(), 5e-3)
	for i, want := range []float64{24.65, 18.91, 35.17, 35.17, 35.17, 71.46, 18.91, 35.17, 27.28, 35.17} {
		require.InDelta(t, want, f.Model.ConditionalExpected(money[i]), 5e-3, i)
	}
}

// Fader and Hardie 2007, tables 1 and 2; 2010 for the lifetimes.
func TestSBGReproducesThePaper(t *testing.T) {
	for _, c := range []struct {
		name      string
		left      []int
		estimates []float64
		log, del  float64
		later     []float64 // survival after 8 … 12 renewals [%]
	}{
		{"regular", []int{1000, 631, 468, 382, 326, 289, 262, 241}, []float64{.7041, 1.1820}, -1680.265, 3.6951, []float64{22.0, 20.4, 19.1, 18.0, 17.0}},
		{"high end", []int{1000, 869, 743, 653, 593, 551, 517, 491}, []float64{.6681, 3.8061}, -1611.158, 5.9226, []float64{46.0, 43.6, 41.4, 39.5, 37.8}},
	} {
		ts, err := Survivors(c.left)
		require.NoError(t, err)
		f, err := FitSBG(ts)
		require.NoError(t, err, c.name)
		require.Equal(t, Converged, f.Status, f.Note)
		require.InDelta(t, c.log, f.LogLikelihood, 5e-4, c.name)
		printed(t, 5.1e-5, c.estimates, f.Parameters)
		for i, want := range c.later {
			require.InDelta(t, want, 100*f.Model.Survival(8+i), .05, c.name)
		}
		// the paper's lifetimes use its rounded estimates
		require.InDelta(t, c.del, SBG{c.estimates[0], c.estimates[1]}.DEL(.1), 5e-4, c.name)

		trend, err := FitBdW(ts)
		require.NoError(t, err, c.name)
		require.Greater(t, trend.LogLikelihood, f.LogLikelihood, "the BdW nests the sBG")
	}
}

// donations is the 1995 cohort of Fader, Hardie and Shang 2010, table 1.
var donations = Base{
	{0, 0, 6, 3464}, {1, 1, 6, 1091}, {1, 2, 6, 277}, {1, 3, 6, 129}, {1, 4, 6, 78}, {1, 5, 6, 119}, {1, 6, 6, 129},
	{2, 2, 6, 613}, {2, 3, 6, 255}, {2, 4, 6, 155}, {2, 5, 6, 173}, {2, 6, 6, 234}, {3, 3, 6, 322}, {3, 4, 6, 181},
	{3, 5, 6, 225}, {3, 6, 6, 357}, {4, 4, 6, 240}, {4, 5, 6, 284}, {4, 6, 6, 512}, {5, 5, 6, 335}, {5, 6, 6, 728},
	{6, 6, 6, 1203},
}

func TestBGBBReproducesThePaper(t *testing.T) {
	f, err := FitBGBB(donations)
	require.NoError(t, err)
	require.Equal(t, Converged, f.Status, f.Note)
	require.Equal(t, 11104, f.Customers)
	require.InDelta(t, -33225.58, f.LogLikelihood, 5e-3)
	printed(t, 5.1e-5, []float64{1.2035, .7497, .6567, 2.7834}, f.Parameters)
	for i, want := range []float64{.4985, .9233, 1.2969, 1.6323, 1.9381, 2.2202} {
		require.InDelta(t, want, f.Model.Expected(float64(i+1)), 5e-5, i)
	}
	for _, c := range []struct {
		x    int
		last float64
		want float64
	}{{0, 0, .11}, {2, 4, .59}, {6, 6, .93}} {
		require.InDelta(t, c.want, f.Model.Alive(Summary{X: c.x, Last: c.last, T: 6}), 5e-3, c)
	}
}
