package calibrate

import (
	"math"

	"centricity/sim/clv"
	"centricity/sim/clv/study"

	"gonum.org/v1/gonum/mat"
	"gonum.org/v1/gonum/mathext"
)

// correlate finds how mean spend m goes with the rates λ and μ. Given a
// customer's past, the expectation of log m is linear in those of log λ and
// log μ, so the regression of the log of what repeat purchases cost on the
// posterior means of the logs of the rates has the slopes
//
//	β = S⁻¹ c ,  c = (cov(log λ, log m), cov(log μ, log m)) ,
//
// with S the covariance of the logs of the rates. That only those who bought
// again have amounts selects on the past alone, which the regression holds
// fixed. The mean of x amounts has E log = log m + ψ(px) − log(px), which is
// taken off. A correlation within two standard errors of 0 is taken for 0.
func (g *Group) correlate(d study.Data) {
	m := g.GammaGamma.Model
	posterior := g.Fit.Posterior()
	known := map[clv.Summary][2]float64{}
	var xtx [3][3]float64
	var xty [3]float64
	n, yy := 0.0, 0.0
	const most = 3000 // customers are enough to tell a correlation
	step := max(1, len(d.Customers)/most)
	for i := 0; i < len(d.Customers); i += step {
		c := d.Customers[i]
		if c.Spend.X == 0 {
			continue
		}
		at, ok := known[c.Summary]
		if !ok {
			at[0], at[1] = posterior.Of(c.Summary)
			known[c.Summary] = at
		}
		px := m.P * float64(c.Spend.X)
		y := math.Log(c.Spend.Mean) - mathext.Digamma(px) + math.Log(px)
		x := [3]float64{1, at[0], at[1]}
		for i := range x {
			for j := range x {
				xtx[i][j] += x[i] * x[j]
			}
			xty[i] += x[i] * y
		}
		n, yy = n+1, yy+y*y
	}
	if n < 30 || g.Spend.Spread == 0 {
		return
	}
	a := mat.NewSymDense(3, nil)
	for i := range 3 {
		for j := range i + 1 {
			a.SetSym(i, j, xtx[i][j])
		}
	}
	var chol mat.Cholesky
	if !chol.Factorize(a) || chol.Cond() > 1e12 {
		return
	}
	var slope mat.VecDense
	var inverse mat.SymDense
	if chol.SolveVecTo(&slope, mat.NewVecDense(3, xty[:])) != nil || chol.InverseTo(&inverse) != nil {
		return
	}
	left := yy - mat.Dot(&slope, mat.NewVecDense(3, xty[:]))
	variance := max(left, 0) / (n - 3)
	rate, hazard := g.Rate.Spread, g.Hazard.Spread
	cov := g.RateHazard * rate * hazard
	// Correlations are linear in the slopes.
	told := func(byRate, byHazard float64) float64 {
		r := byRate*slope.AtVec(1) + byHazard*slope.AtVec(2)
		v := byRate*byRate*inverse.At(1, 1) + 2*byRate*byHazard*inverse.At(1, 2) + byHazard*byHazard*inverse.At(2, 2)
		if math.Abs(r) < 2*math.Sqrt(variance*v) {
			return 0
		}
		return min(max(r, -0.8), 0.8)
	}
	g.RateSpend = told(rate/g.Spend.Spread, cov/rate/g.Spend.Spread)
	g.HazardSpend = told(cov/hazard/g.Spend.Spread, hazard/g.Spend.Spread)
	// Three correlations must be possible together.
	r, s, h := g.RateHazard, g.RateSpend, g.HazardSpend
	if 1-r*r-s*s-h*h+2*r*s*h < 0.05 {
		g.HazardSpend = 0
		g.RateSpend = min(max(s, -0.7), 0.7) * math.Sqrt(1-r*r)
	}
}

// Room is the share of a fourth trait's correlations with leaving and spend,
// none with buying, that is possible beside those of the group: with c the
// three and R the group's, a fourth trait exists where cᵀR⁻¹c < 1, and what R
// does not explain of it keeps a tenth of its variance here.
func (g Group) Room(hazard, spend float64) float64 {
	const most = 0.9
	r := mat.NewSymDense(3, []float64{1, g.RateHazard, g.RateSpend, g.RateHazard, 1, g.HazardSpend, g.RateSpend, g.HazardSpend, 1})
	c := mat.NewVecDense(3, []float64{0, hazard, spend})
	var chol mat.Cholesky
	var solved mat.VecDense
	if !chol.Factorize(r) || chol.SolveVecTo(&solved, c) != nil {
		return 0
	}
	explained := mat.Dot(c, &solved)
	if explained <= most {
		return 1
	}
	return math.Sqrt(most / explained)
}
