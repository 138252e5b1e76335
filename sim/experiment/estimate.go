package experiment

import "math"

// An Estimate is a mean over replications with its uncertainty.
type Estimate struct {
	Mean float64
	SD   float64 // of one replication
	N    int
}

// Summarise estimates the mean of x.
func Summarise(x []float64) Estimate {
	e := Estimate{N: len(x)}
	if e.N == 0 {
		return e
	}
	for _, v := range x {
		e.Mean += v / float64(e.N)
	}
	if e.N > 1 {
		for _, v := range x {
			d := v - e.Mean
			e.SD += float64(d*d) / float64(e.N-1)
		}
		e.SD = math.Sqrt(e.SD)
	}
	return e
}

// SE is the standard error of the mean.
func (e Estimate) SE() float64 {
	if e.N == 0 {
		return 0
	}
	return e.SD / math.Sqrt(float64(e.N))
}

// Interval is the 95 % confidence interval of the mean, by the t distribution.
func (e Estimate) Interval() (low, high float64) {
	half := float64(tQuantile975(e.N-1) * e.SE())
	return e.Mean - half, e.Mean + half
}

// tQuantile975 is the 97.5 % quantile of Student's t, by the expansion of
// Cornish & Fisher (1938) around the normal's; within 0.5 % from 4 degrees of
// freedom up.
func tQuantile975(df int) float64 {
	const z = 1.959963984540054
	switch {
	case df <= 0:
		return math.Inf(1)
	case df == 1:
		return 12.706
	case df == 2:
		return 4.303
	case df == 3:
		return 3.182
	}
	// The coefficients are the expansion's polynomials in z.
	const (
		g1 = (z*z*z + z) / 4
		g2 = (5*z*z*z*z*z + 16*z*z*z + 3*z) / 96
		g3 = (3*z*z*z*z*z*z*z + 19*z*z*z*z*z + 17*z*z*z - 15*z) / 384
	)
	n := float64(df)
	return z + g1/n + g2/(n*n) + g3/(n*n*n)
}

// Paired estimates the mean difference a − b over replications that share
// their luck.
func Paired(a, b []float64) Estimate {
	d := make([]float64, min(len(a), len(b)))
	for i := range d {
		d[i] = a[i] - b[i]
	}
	return Summarise(d)
}

// Companies are the company values of runs [currency].
func Companies(runs []Run) []float64 {
	x := make([]float64, len(runs))
	for i, r := range runs {
		x[i] = r.Value.Company().Currency()
	}
	return x
}
