package clv

import (
	"math"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
)

// extremes are customers at the ends of what a log can hold.
var extremes = []Summary{
	{T: 1e-3}, {T: 1e5}, {X: 1, Last: 1e-6, T: 1e5}, {X: 1, Last: 1e5, T: 1e5},
	{X: 10_000, Last: 1, T: 1e5}, {X: 10_000, Last: 5e4, T: 1e5}, {X: 10_000, Last: 1e5, T: 1e5},
	{X: 10_000, Last: 1e-3, T: 2e-3}, {X: 100_000, Last: 9e4, T: 1e5},
}

// extremeModels have parameters at the ends of what a fit can return.
func extremeModels() []Purchasing {
	ends := []float64{1e-6, .3, 1, 40, 1e6}
	var out []Purchasing
	for _, r := range ends {
		for _, alpha := range ends {
			out = append(out, NBD{r, alpha})
			for _, a := range ends {
				for _, b := range ends {
					out = append(out, BGNBD{r, alpha, a, b}, MBGNBD{r, alpha, a, b}, ParetoNBD{r, alpha, a, b})
				}
			}
		}
	}
	return out
}

func TestExtremesStayFinite(t *testing.T) {
	probability := func(p float64) bool { return p >= 0 && p <= 1+1e-9 }
	amount := func(v float64) bool { return v >= 0 && !math.IsInf(v, 0) }
	for i, m := range extremeModels() {
		for j, s := range extremes {
			l := m.LogLikelihood(s)
			require.False(t, math.IsNaN(l) || math.IsInf(l, 0), "%#v %v: log L = %v", m, s, l)
			require.True(t, probability(m.Alive(s)), "%#v %v: alive %v", m, s, m.Alive(s))
			if (i+j)%7 == 0 { // the rest takes longer
				require.True(t, probability(m.PMF(s.X, s.T)), "%#v %v: pmf %v", m, s, m.PMF(s.X, s.T))
				require.True(t, amount(m.ConditionalExpected(52, s)), "%#v %v: next year %v", m, s, m.ConditionalExpected(52, s))
				require.True(t, amount(m.DERT(.003, s)), "%#v %v: DERT %v", m, s, m.DERT(.003, s))
			}
		}
		require.True(t, amount(m.Expected(1e5)), "%#v: expected %v", m, m.Expected(1e5))
	}
	long := Summary{X: 10_000, Last: 5e4, T: 1e5}
	for _, m := range []BGBB{{1.2, .75, .66, 2.8}, {1e-6, 1e6, 1e-6, 1e6}, {1e6, 1, 1e6, 1}} {
		require.False(t, math.IsNaN(m.LogLikelihood(long)) || math.IsInf(m.LogLikelihood(long), 0), "%#v", m)
		require.True(t, probability(m.Alive(long)))
		require.True(t, amount(m.ConditionalExpected(1e5, long)))
		require.True(t, amount(m.DERT(.003, long)))
		require.True(t, probability(m.PMF(10_000, 1e5)))
	}
	for _, z := range []float64{1e-9, 1, 1e12} {
		for _, x := range []int{1, 10_000} {
			for _, m := range []GammaGamma{{6, 4, 15}, {1e-6, 1e6, 1e-6}, {1e6, 1e-6, 1e6}} {
				l := m.LogLikelihood(Spend{X: x, Mean: z})
				require.False(t, math.IsNaN(l) || math.IsInf(l, 0), "%#v %v %v: %v", m, x, z, l)
			}
		}
	}
	for _, n := range []int{0, 1, 100_000} {
		for _, m := range []BdW{{.7, 1.2, 1}, {1e-6, 1e6, 3}, {1e6, 1e-6, .1}, {5, 5, 4}} {
			require.True(t, probability(m.Survival(n)), "%#v %d", m, n)
			require.True(t, probability(SBG{m.Gamma, m.Delta}.Survival(n)), "%#v %d", m, n)
			require.False(t, math.IsNaN(m.LogLikelihood(Tenure{Periods: n})), "%#v %d", m, n)
		}
	}
}

// Real data with one whale and one very long watch are fitted as they are.
func TestFitsTakeExtremes(t *testing.T) {
	b := append(dated(500, 39), extremes[1], extremes[5], extremes[8])
	for name, f := range everyFit(b) {
		require.NoError(t, f.err, name)
		require.False(t, math.IsNaN(f.log) || math.IsInf(f.log, 0), name)
		require.NotEqual(t, Failed, f.status, name)
	}
}

// fitted is what fits of different models have in common.
type fitted struct {
	status    Status
	note      string
	log       float64
	estimates []Estimate
	err       error
}

func outcome[M Parametric[M]](f Fit[M], err error) fitted {
	return fitted{f.Status, f.Note, f.LogLikelihood, slices.Concat(f.Parameters, f.Derived), err}
}

func everyFit(b Base) map[string]fitted {
	return map[string]fitted{
		"NBD": outcome(FitNBD(b)), "BG/NBD": outcome(FitBGNBD(b)),
		"MBG/NBD": outcome(FitMBGNBD(b)), "Pareto/NBD": outcome(FitParetoNBD(b)),
	}
}

func TestDegenerateDataAreToldApart(t *testing.T) {
	for _, c := range []struct {
		name string
		base Base
		says string
	}{
		{"empty", nil, "there are no customers to fit"},
		{"one-time buyers", Base{{T: 39, N: 500}, {T: 20, N: 10}}, "none of the customers bought again"},
		{"one customer", Base{{X: 4, Last: 20, T: 39}}, "one customer cannot show how customers differ"},
		{"last after the end", Base{{X: 1, Last: 2, T: 3}, {X: 4, Last: 40, T: 39}}, "customer 2 bought last at 40"},
		{"last without purchase", Base{{Last: 2, T: 3}}, "customer 1 never bought again, but has a last purchase"},
		{"purchases at once", Base{{X: 2, T: 3}}, "purchases at one moment are one"},
		{"no time", Base{{T: 0}}, "customer 1 was watched for 0 periods"},
		{"no number", Base{{T: math.NaN()}}, "customer 1 was watched for NaN periods"},
		{"infinite", Base{{X: 1, Last: 1, T: math.Inf(1)}}, "customer 1 was watched for +Inf periods"},
		{"negative", Base{{X: -1, T: 3}}, "customer 1 has -1 repeat purchases"},
		{"negative weight", Base{{T: 3, N: -4}}, "customer 1 stands for -4 customers"},
	} {
		for name, f := range everyFit(c.base) {
			require.ErrorContains(t, f.err, c.says, "%s, %s", c.name, name)
			require.Equal(t, Failed, f.status)
		}
		_, err := FitBGBB(c.base)
		require.ErrorContains(t, err, c.says, "%s, BG/BB", c.name)
	}
	_, err := FitBGBB(Base{{X: 1, Last: 1.5, T: 3}})
	require.ErrorContains(t, err, "whole periods")
	_, err = FitBGBB(Base{{X: 3, Last: 2, T: 3}})
	require.ErrorContains(t, err, "at most one purchase a period")
}

// Data that a simpler model describes have their fit at the edge, and say so.
func TestFitsAtTheEdgeSaySo(t *testing.T) {
	alike := Base{{X: 4, Last: 20, T: 39, N: 300}}
	for name, f := range everyFit(alike) {
		require.NoError(t, f.err)
		require.Equal(t, Boundary, f.status, name)
		require.Contains(t, f.note, sameRate, name)
	}
	until := slices.Repeat([]float64{39}, 1500)
	forever := NBD{1.5, 9}.Simulate(8, until)
	for name, f := range everyFit(forever) {
		require.NoError(t, f.err)
		if name == "NBD" {
			require.Equal(t, Converged, f.status, f.note)
			continue
		}
		require.NotEqual(t, Converged, f.status, "%s: nobody ends, so how they do cannot be known", name)
		n, err := FitNBD(forever)
		require.NoError(t, err)
		require.GreaterOrEqual(t, f.log, n.LogLikelihood-1e-3, name)
		require.Less(t, f.log, n.LogLikelihood+4, name)
		for _, e := range f.estimates {
			require.False(t, math.IsNaN(e.Value) || math.IsNaN(e.Low) || math.IsNaN(e.High), "%s %+v", name, e)
		}
	}
	same, err := FitGammaGamma([]Spend{{X: 3, Mean: 20, N: 40}, {X: 2, Mean: 20, N: 40}})
	require.NoError(t, err)
	require.Equal(t, Boundary, same.Status)
	require.InEpsilon(t, 20, same.Model.Expected(), 1e-2)
	quick, err := FitSBG([]Tenure{{Periods: 1, Lost: true, N: 400}, {Periods: 2, Lost: true, N: 200}, {Periods: 3, Lost: true, N: 100}, {Periods: 3, N: 100}})
	require.NoError(t, err)
	require.Equal(t, Boundary, quick.Status, "half leaves, each time")
	require.Contains(t, quick.Note, "customers hardly differ in whether they leave")
	require.InEpsilon(t, .5, quick.Derived[0].Value, .02)
}

func TestContractsAndSpendAreChecked(t *testing.T) {
	for says, ts := range map[string][]Tenure{
		"there are no customers":      nil,
		"no customer was lost":        {{Periods: 4, N: 9}},
		"a single renewal cannot":     {{Periods: 1, Lost: true}, {Periods: 1}},
		"lost at the end of period 0": {{Lost: true}},
		"customer 1 stayed -1":        {{Periods: -1}},
		"stands for -2 customers":     {{Periods: 1, N: -2}},
	} {
		_, err := FitSBG(ts)
		require.ErrorContains(t, err, says)
		_, err = FitBdW(ts)
		require.ErrorContains(t, err, says)
	}
	for says, left := range map[string][]int{
		"needs a start": {1000}, "only falls": {10, 11}, "a count is 0 or more": {10, -1},
	} {
		_, err := Survivors(left)
		require.ErrorContains(t, err, says)
	}
	for says, spends := range map[string][]Spend{
		"there are no customers": nil,
		"fewer than two":         {{X: 3, Mean: 9}, {X: 0}},
		"amounts above 0 only":   {{X: 3, Mean: 9}, {X: 3, Mean: -1}},
		"spent NaN on average":   {{X: 3, Mean: math.NaN()}},
		"has -1 purchases":       {{X: -1}},
	} {
		_, err := FitGammaGamma(spends)
		require.ErrorContains(t, err, says)
	}
}

// Any base gives numbers or a reason.
func FuzzFit(f *testing.F) {
	f.Add(uint8(3), 20.0, 39.0, uint8(1), 5.0, 39.0)
	f.Add(uint8(0), 0.0, 1.0, uint8(255), 1e-9, 1e9)
	f.Add(uint8(200), 1e-300, 1e-9, uint8(1), 1e8, 1e9)
	f.Fuzz(func(t *testing.T, x1 uint8, last1, t1 float64, x2 uint8, last2, t2 float64) {
		b := Base{{X: int(x1), Last: last1, T: t1, N: 5}, {X: int(x2) * 40, Last: last2, T: t2}, {T: 39, N: 20}, {X: 2, Last: 9, T: 39, N: 3}}
		for name, r := range everyFit(b) {
			if r.err != nil {
				require.NotEmpty(t, r.err.Error())
				require.Equal(t, Failed, r.status)
				continue
			}
			require.False(t, math.IsNaN(r.log) || math.IsInf(r.log, 0), name)
			for _, e := range r.estimates {
				require.False(t, math.IsNaN(e.Value) || math.IsNaN(e.Low) || math.IsNaN(e.High) || math.IsNaN(e.SE), "%s %+v", name, e)
			}
		}
	})
}
