package clv

import (
	"math"
	"testing"

	"github.com/stretchr/testify/require"
	"gonum.org/v1/gonum/mathext"
)

// The references of this file were computed with mpmath to 50 digits.

func TestEndingSumIsExact(t *testing.T) {
	for _, c := range []struct{ r, z, a, b, want float64 }{ // rz 3F2(r+1, a, 1; a+b, 2; -z)
		{0.243, 8.8355, 0.793, 2.426, 1.19672106522684469},
		{0.243, 25000, 0.793, 2.426, 30.4089647529580744},
		{0.243, 0.001, 1, 2, 0.000242949677310181262},
		{5, 3, 1, 0.5, 2.26096838388408955},
		{0.5, 100, 0.5, 0.5, 6.26500170858268375},
		{2, 1000, 0.001, 0.001, 993.126184575525974},
		{3, 7, 0.0001, 3, 20.9966176493246685},
		{50, 2, 2, 300, 74.8296078934440666},
		{0.3, 1e6, 3, 0.2, 1.08185244300179015},
		{100, 40, 1.5, 30, 55.7387081748496178},
		{1, 9, 1000, 3000, 2.77022635271795465},
	} {
		// the integral is a difference from what it would be if nobody ended
		require.InDelta(t, c.want, endingSum(c.r, c.z, c.a, c.b), 3e-12*c.want+2e-16*c.r*c.z, "%+v", c)
		// the two ways to it agree where both can be walked
		if c.z < 50 {
			direct := betaMean(fine, c.a, c.b, 1+(c.r+1)*c.z, func(p float64) float64 {
				return c.r * c.z * meanPower(c.r, p*c.z)
			})
			require.InEpsilon(t, c.want, direct, 1e-11, "%+v", c)
		}
	}
}

// meanPower is (1 - (1+y)^-r)/(ry).
func meanPower(r, y float64) float64 {
	if y == 0 {
		return 1
	}
	return -math.Expm1(-r*math.Log1p(y)) / (r * y)
}

// The closed forms of the papers, by gonum's 2F1, where they are defined.
func TestExpectationsMatchTheClosedForms(t *testing.T) {
	for _, a := range []float64{0.3, 0.793, 1.2, 3.3} {
		for _, at := range []float64{1, 39, 200} {
			m := BGNBD{.243, 4.414, a, 2.426}
			z := at / (m.Alpha + at)
			closed := (a + m.B - 1) / (a - 1) *
				(1 - math.Pow(1-z, m.R)*mathext.Hypergeo(m.R, m.B, a+m.B-1, z))
			require.InEpsilon(t, closed, m.Expected(at), 1e-8, "a %v t %v", a, at)
			modified := m.B / (a - 1) * (1 - math.Pow(1-z, m.R)*mathext.Hypergeo(m.R, m.B+1, a+m.B, z))
			require.InEpsilon(t, modified, MBGNBD(m).Expected(at), 1e-8, "a %v t %v", a, at)
		}
	}
}

func TestExpectationsHaveNoHoles(t *testing.T) {
	around := func(name string, f func(v float64) float64) {
		below, on, above := f(1-1e-6), f(1), f(1+1e-6)
		require.InDelta(t, (below+above)/2, on, 1e-9*on, name)
	}
	past := Summary{X: 3, Last: 20, T: 39}
	around("BG/NBD", func(v float64) float64 { return BGNBD{.3, 5, v, 2}.Expected(39) })
	around("BG/NBD, a+b", func(v float64) float64 { return BGNBD{.3, 5, v / 2, v / 2}.Expected(39) })
	around("BG/NBD DERT", func(v float64) float64 { return BGNBD{.3, 5, v, 2}.DERT(.01, past) })
	around("Pareto/NBD", func(v float64) float64 { return ParetoNBD{.3, 5, v, 9}.Expected(39) })
	around("Pareto/NBD DERT", func(v float64) float64 { return ParetoNBD{.3, 5, v, 9}.DERT(.01, past) })
	around("BG/BB", func(v float64) float64 { return BGBB{1, 1, v, 2}.Expected(2e6) })
	around("sBG", func(v float64) float64 { return SBG{v, 2}.DEL(.01) })
}

func TestDiscountedSumIsExact(t *testing.T) {
	for _, c := range []struct{ r, alpha, a, b, d, want float64 }{
		{2.243, 43.27, 0.793, 4.426, 0.0027, 7.0971635653},
		{0.243, 43, 1, 2.4, 0.01, 0.3746195662581},
		{7, 80, 0.3, 9, 0.001, 48.950454513435},
		{1, 1, 2, 2, 1, 0.57808417393916},
	} {
		require.InEpsilon(t, c.want, discountedSum(c.r, c.alpha, c.a, c.b, c.d), 1e-10, "%+v", c)
	}
	require.InEpsilon(t, 3.4, discountedSum(.7, 9, 2, 2.4, 0), 1e-15)
	require.InEpsilon(t, discountedSum(3, 9, 3, 2.4, 0), discountedSum(3, 9, 3, 2.4, 1e-9), 1e-7, "the limit is met")
	require.Equal(t, math.Inf(1), discountedSum(.7, 9, 1, 2.4, 0))
}

func TestMeanInverseIsExact(t *testing.T) {
	for _, c := range []struct{ s, c, want float64 }{ // c^(s-1) Ψ(s, s; c)
		{0.4, 0.2, 2.88544457996143046},
		{0.01, 0.001, 938.662946160418571},
		{3, 1e-6, 0.499999500006619155},
		{250, 3, 0.00396806578354243365},
		{1, 0.5, 0.922910632483730469},
	} {
		require.InEpsilon(t, c.want, meanInverse(c.s, c.c), 1e-12, "%+v", c)
	}
}

// The likelihood by the papers' two 2F1, which need 50 digits here.
func TestParetoNBDLikelihoodIsExact(t *testing.T) {
	for _, c := range []struct {
		m    ParetoNBD
		s    Summary
		want float64
	}{
		{ParetoNBD{.553, 10.578, .606, 11.669}, Summary{X: 2, Last: 30.43, T: 38.86}, -9.55428324515040583},
		{ParetoNBD{.553, 10.578, .606, 11.669}, Summary{T: 38.86}, -0.521046294080890308},
		{ParetoNBD{2, 0.01, 0.5, 500}, Summary{T: 1000}, -11.5132068343221568},
		{ParetoNBD{0.3, 5, 3, 0.01}, Summary{X: 4, Last: 2, T: 1e5}, -23.1010117967251807},
		{ParetoNBD{1.5, 20, 0.7, 30}, Summary{X: 10000, Last: 60000, T: 1e5}, -27937.5757979698833},
		{ParetoNBD{0.1, 200, 0.05, 0.5}, Summary{X: 10000, Last: 99000, T: 1e5}, -32963.981653105861},
		{ParetoNBD{3, 3, 1, 3}, Summary{X: 5, Last: 10, T: 50}, -13.0552797499235489},
	} {
		require.InEpsilon(t, c.want, c.m.LogLikelihood(c.s), 1e-12, "%+v", c)
	}
}

func TestParetoNBDPMFIsExact(t *testing.T) {
	for _, c := range []struct {
		m    ParetoNBD
		x    int
		t    float64
		want float64
	}{
		{ParetoNBD{.553, 10.578, .606, 11.669}, 0, 39, 0.593625031602384},
		{ParetoNBD{.553, 10.578, .606, 11.669}, 7, 39, 0.0107077507335146},
		{ParetoNBD{0.5, 0.2, 0.4, 50}, 30, 200, 0.00421375928565978},
		{ParetoNBD{5, 10, 2, 3}, 100, 1000, 5.22259981781257e-6},
	} {
		require.InEpsilon(t, c.want, c.m.PMF(c.x, c.t), 1e-12, "%+v", c)
	}
}

func TestBdWLifetimesAreExact(t *testing.T) {
	for _, c := range []struct {
		m        BdW
		discount float64
		renewals int
		want     float64
	}{
		{BdW{0.4, 0.8, 1.3}, 0.1, 0, 3.42327660748992},
		{BdW{0.4, 0.8, 1.3}, 0.01, 3, 25.148866544127},
		{BdW{2, 1, 0.8}, 0.001, 5, 10.5845497273315},
	} {
		require.InEpsilon(t, c.want, c.m.DERL(c.discount, c.renewals), 1e-11, "%+v", c)
	}
	for _, d := range []float64{0, 1e-4, 0.1, 3} { // with c = 1 it is the sBG
		for _, n := range []int{0, 4, 5000} {
			require.InEpsilon(t, SBG{1.7, 2.2}.DERL(d, n), BdW{1.7, 2.2, 1}.DERL(d, n), 1e-10, "%v %v", d, n)
		}
		require.InEpsilon(t, SBG{1.7, 2.2}.DEL(d), BdW{1.7, 2.2, 1}.DEL(d), 1e-10, d)
	}
	require.Equal(t, math.Inf(1), BdW{0.9, 1, 1.1}.DEL(0))
	m, n := SBG{.7041, 1.182}, 3.0 // the paper's 2F1
	closed := (m.Beta + n - 1) / (m.Alpha + m.Beta + n - 1) * mathext.Hypergeo(1, m.Beta+n, m.Alpha+m.Beta+n, 1/1.1)
	require.InEpsilon(t, closed, m.DERL(.1, 2), 1e-12)
}

func TestRisingFactorials(t *testing.T) {
	for _, r := range []float64{1e-6, .3, 7, 1e3} {
		for _, n := range []int{0, 1, 5, 300, 4096, 4097, 100_000} {
			want := lgamma(r+float64(n)) - lgamma(r)
			require.InDelta(t, want, logRising(r, n), 1e-12*(1+math.Abs(want)+math.Abs(lgamma(r))), "%v %v", r, n)
			require.InDelta(t, want, lgammaRatio(r, float64(n)), 1e-12*(1+math.Abs(want)+math.Abs(lgamma(r))), "%v %v", r, n)
			if n > 0 {
				slope := mathext.Digamma(r+float64(n)) - mathext.Digamma(r)
				require.InEpsilon(t, slope, digammaRising(r, n), 1e-9, "%v %v", r, n)
			}
		}
	}
	// where log-gammas lose all digits: log B(a, b+y)/B(a, b) ≈ -a log(y/b)
	require.InEpsilon(t, -0.5*math.Log(1e15)-lgamma(2)+lgamma(2.5), logStay(0.5, 2, 1e15), 1e-14)
}
