package clv

import (
	"math"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
)

// someModels are the models of repeat purchases at common and at odd
// parameters.
var someModels = []Purchasing{
	NBD{.385, 12.07}, NBD{4, .5},
	BGNBD{.243, 4.414, .793, 2.426}, BGNBD{3, 20, 1, 1}, BGNBD{.5, 2, .01, .02},
	MBGNBD{.525, 6.183, .891, 1.614}, MBGNBD{3, 20, 1, 5}, MBGNBD{.2, 1, .05, .3},
	ParetoNBD{.553, 10.578, .606, 11.669}, ParetoNBD{3, 20, 1, 40}, ParetoNBD{.2, 100, 2, 1},
	BGBB{1.2035, .7497, .6567, 2.7834}, BGBB{.2, 3, 1, 9},
}

func TestProbabilitiesSumTo1AndGiveTheMean(t *testing.T) {
	for _, m := range someModels {
		for _, at := range []float64{1, 26, 156} {
			sum, mean := 0.0, 0.0
			for x := 0; x < 20_000 && (x < 50 || 1-sum > 1e-13); x++ {
				p := m.PMF(x, at)
				require.GreaterOrEqual(t, p, 0.0)
				sum += p
				mean += float64(x) * p
			}
			require.InDelta(t, 1, sum, 1e-9, "%#v at %v", m, at)
			require.InEpsilon(t, m.Expected(at), mean, 1e-6, "%#v at %v", m, at)
			require.Zero(t, m.PMF(-1, at))
		}
		require.Zero(t, m.Expected(0))
		require.InDelta(t, m.PMF(0, 1e-300), m.PMF(0, 0), 1e-15, "%#v", m)
		require.Zero(t, m.PMF(1, 0), "%#v", m)
	}
}

// What is to come sums up: discounted purchases are Σ over short intervals.
func TestDERTIsTheSumOfWhatIsToCome(t *testing.T) {
	const discount = .1
	for _, m := range someModels {
		step, off, discrete := .1, func(t float64) float64 { return math.Exp(-discount * t) }, false
		if _, discrete = m.(BGBB); discrete {
			step, off = 1, func(t float64) float64 { return math.Pow(1+discount, -t) }
		}
		for _, s := range []Summary{{X: 0, T: 30}, {X: 3, Last: 5, T: 30}, {X: 8, Last: 30, T: 30}} {
			sum, before := 0.0, 0.0
			for at := step; off(at) > 1e-9; at += step {
				now := m.ConditionalExpected(at, s)
				worth := off(at)
				if !discrete {
					worth = off(at - step/2)
				}
				sum += (now - before) * worth
				before = now
			}
			require.InEpsilon(t, sum, m.DERT(discount, s), 2e-4, "%#v %v", m, s)
			require.Greater(t, m.DERT(discount/2, s), m.DERT(discount, s))
		}
	}
}

func TestAliveFallsWithSilence(t *testing.T) {
	for _, m := range someModels {
		alive := 1.0
		for last := 39.0; last > 3; last-- {
			p := m.Alive(Summary{X: 3, Last: last, T: 39})
			require.LessOrEqual(t, p, alive, "%#v", m)
			require.Greater(t, p, 0.0)
			alive = p
		}
	}
}

func TestModelsNest(t *testing.T) {
	for _, s := range []Summary{{X: 0, T: 39}, {X: 3, Last: 17, T: 39}, {X: 40, Last: 38, T: 39}} {
		n := NBD{.5, 9}
		for name, m := range map[string]Purchasing{
			"BG/NBD, a → 0":     BGNBD{.5, 9, 1e-12, 2},
			"BG/NBD, b → ∞":     BGNBD{.5, 9, 1, 1e13},
			"MBG/NBD, a → 0":    MBGNBD{.5, 9, 1e-12, 2},
			"Pareto/NBD, s → 0": ParetoNBD{.5, 9, 1e-12, 12},
			"Pareto/NBD, β → ∞": ParetoNBD{.5, 9, 1, 1e13},
		} {
			require.InDelta(t, n.LogLikelihood(s), m.LogLikelihood(s), 1e-6, name)
			require.InEpsilon(t, n.ConditionalExpected(9, s), m.ConditionalExpected(9, s), 1e-6, name)
			require.InEpsilon(t, n.PMF(s.X, 39), m.PMF(s.X, 39), 1e-6, name)
			require.InEpsilon(t, n.DERT(.1, s), m.DERT(.1, s), 1e-6, name)
			require.InDelta(t, 1, m.Alive(s), 1e-6, name)
		}
	}
	for n := range 30 {
		require.InEpsilon(t, SBG{.7, 2}.Survival(n), BdW{.7, 2, 1}.Survival(n), 1e-12)
	}
}

// The models beside chance of their own: purchases simulated one by one.
func TestSimulationAgreesWithTheFormulas(t *testing.T) {
	const n, at = 20_000, 40.0
	until := slices.Repeat([]float64{at}, n)
	for _, m := range someModels {
		b := m.(interface {
			Simulate(uint64, []float64) Base
		}).Simulate(3, until)
		require.NoError(t, b.check())
		counts := make([]float64, 4)
		mean, square := 0.0, 0.0
		for _, s := range b {
			counts[min(s.X, 3)]++
			mean += float64(s.X) / n
			square += float64(s.X) * float64(s.X) / n
		}
		se := math.Sqrt((square - mean*mean) / n)
		require.InDelta(t, m.Expected(at), mean, 4*se, "%#v", m)
		for x, c := range counts[:3] {
			p := m.PMF(x, at)
			require.InDelta(t, p, c/n, 4.5*math.Sqrt(p*(1-p)/n)+1e-12, "%#v P(X=%d)", m, x)
		}
	}
}

func TestFitsRecoverWhatWasSimulated(t *testing.T) {
	until := make([]float64, 4000)
	for i := range until {
		until[i] = 30 + float64(i%60)
	}
	recovers(t, NBD{.8, 9}, until, FitNBD)
	recovers(t, BGNBD{.6, 6, .8, 2.5}, until, FitBGNBD)
	recovers(t, MBGNBD{.6, 6, .8, 2.5}, until, FitMBGNBD)
	recovers(t, ParetoNBD{.6, 9, .7, 12}, until, FitParetoNBD)
	for i := range until {
		until[i] = math.Floor(until[i] / 5)
	}
	recovers(t, BGBB{1.2, .75, .66, 2.8}, until, FitBGBB)

	renewals := make([]int, len(until))
	for i, v := range until {
		renewals[i] = int(v)
	}
	sbg := SBG{.7, 2}
	f, err := FitSBG(sbg.Simulate(1, renewals))
	within(t, sbg, f, err)
	bdw := BdW{.7, 2, 1.4}
	g, err := FitBdW(bdw.Simulate(1, renewals))
	within(t, bdw, g, err)
	spend := GammaGamma{6, 3.7, 15}
	h, err := FitGammaGamma(spend.Simulate(1, renewals))
	within(t, spend, h, err)
}

func recovers[M interface {
	purchasing[M]
	Simulate(uint64, []float64) Base
}](t *testing.T, m M, until []float64, fit func(Base) (Fit[M], error)) {
	t.Helper()
	f, err := fit(m.Simulate(1, until))
	within(t, m, f, err)
}

// within says that the truth lies within 3.5 standard errors of the estimates,
// on the logarithm, each by itself and all together.
func within[M Parametric[M]](t *testing.T, truth M, f Fit[M], err error) {
	t.Helper()
	require.NoError(t, err)
	require.Equal(t, Converged, f.Status, f.Note)
	for i, p := range truth.parameters() {
		z := math.Log(f.Parameters[i].Value/p.value) / math.Sqrt(f.Covariance[i][i])
		require.Less(t, math.Abs(z), 3.5, "%#v: %s = %v", truth, p.name, f.Parameters[i].Value)
		require.Less(t, f.Parameters[i].SE, f.Parameters[i].Value, "the fit says something")
	}
	for _, d := range f.Derived {
		require.Less(t, d.Low, d.Value)
		require.Greater(t, d.High, d.Value)
	}
}

func TestFitsDependOnTheCustomersAlone(t *testing.T) {
	until := make([]float64, 600)
	for i := range until {
		until[i] = 20 + float64(i%20)
	}
	b := BGNBD{.6, 6, .8, 2.5}.Simulate(4, until)
	want, err := FitBGNBD(b)
	require.NoError(t, err)

	reversed := slices.Clone(b)
	slices.Reverse(reversed)
	got, err := FitBGNBD(reversed)
	require.NoError(t, err)
	require.Equal(t, want, got, "the order of customers is irrelevant")

	weighted := slices.Clone(b)
	for i := range weighted {
		weighted[i].N = 3
	}
	repeated := slices.Concat(b, b, b)
	w, err := FitBGNBD(weighted)
	require.NoError(t, err)
	r, err := FitBGNBD(repeated)
	require.NoError(t, err)
	require.Equal(t, w, r, "weights are repetition")
	require.InEpsilon(t, want.Model.A, w.Model.A, 1e-6)
	require.InEpsilon(t, want.Parameters[0].SE, w.Parameters[0].SE*math.Sqrt(3), 1e-4)

	const day = 7 // days a week
	days := slices.Clone(b)
	for i := range days {
		days[i].T *= day
		days[i].Last *= day
	}
	d, err := FitBGNBD(days)
	require.NoError(t, err)
	for i, scale := range []float64{1, day, 1, 1} {
		require.InEpsilon(t, want.Parameters[i].Value*scale, d.Parameters[i].Value, 1e-6)
		require.InEpsilon(t, want.Parameters[i].SE*scale, d.Parameters[i].SE, 1e-4)
	}
	require.InDelta(t, want.LogLikelihood-float64(b.Purchases())*math.Log(day), d.LogLikelihood, 1e-7)
}

// A fit by way of a part of a large base ends at the top for all of it.
func TestLargeBasesFitAsWell(t *testing.T) {
	b := dated(120_000, 104)
	p, err := prepare(b)
	require.NoError(t, err)
	require.Greater(t, len(p.rows), 40_000, "large enough to be thinned")
	f, err := FitBGNBD(b)
	require.NoError(t, err)
	require.Equal(t, Converged, f.Status, f.Note)
	whole, err := fit[BGNBD](p.bgnbd, [][]float64{{.25, 4, .8, 2.5}}, []float64{1, p.unit, 1, 1}, p.shift, p.customers)
	require.NoError(t, err)
	require.InDelta(t, whole.LogLikelihood, f.LogLikelihood, 1e-6)
}

// The gradients of the likelihoods that have one are those of the differences.
func TestGradientsAreTheSlopes(t *testing.T) {
	p, err := prepare(dated(300, 39))
	require.NoError(t, err)
	for name, f := range map[string]objective{"NBD": p.nbd, "BG/NBD": p.bgnbd, "MBG/NBD": p.mbgnbd, "Pareto/NBD": p.paretonbd} {
		k := 4
		if name == "NBD" {
			k = 2
		}
		for _, at := range [][]float64{{-1, 1.5, 0, 1}, {2, -3, -4, 3}, {0, 5, 1, -5}} {
			exact, near := make([]float64, k), make([]float64, k)
			f(at[:k], exact)
			withDifferences(func(x []float64) float64 { return f(x, nil) })(at[:k], near)
			for i := range exact {
				require.InDelta(t, near[i], exact[i], 1e-5*(1+math.Abs(near[i])), "%s %v", name, at)
			}
		}
	}
	// and they are those of the customers' own likelihoods
	at := []float64{-1, 1.5, 0, 1}
	b := dated(300, 39)
	sum := b.sum(BGNBD{math.Exp(-1), math.Exp(1.5) * p.unit, 1, math.E}.LogLikelihood)
	require.InEpsilon(t, sum, p.bgnbd(at, nil)+p.shift, 1e-12)
	sum = b.sum(ParetoNBD{math.Exp(-1), math.Exp(1.5) * p.unit, 1, math.E * p.unit}.LogLikelihood)
	require.InEpsilon(t, sum, p.paretonbd(at, nil)+p.shift, 1e-12)
}
