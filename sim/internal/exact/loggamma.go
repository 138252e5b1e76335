package exact

import "math"

// LogGamma returns ln Γ(x) for x > 0; LogGamma(n+1) = ln n!.
//
// Method and coefficients: FreeBSD's e_lgamma_r.c (Sun Microsystems, 1993) in
// the arrangement of Go's math.Lgamma, positive half only. Below 2 a series
// around the zeros and the minimum, up to 8 the recurrence Γ(1+s) = s Γ(s),
// beyond that Stirling's series. Domain: x > 0. Maximal error 2.5 ulp.
//
// LogGamma(0) = +Inf, LogGamma(x<0) = NaN, LogGamma(+Inf) = +Inf,
// LogGamma(NaN) = NaN.
func LogGamma(x float64) float64 {
	switch {
	case !(x >= 0):
		return math.NaN()
	case x == 1 || x == 2:
		return 0
	case x < 0x1p-70: // Γ(x) = 1/x - 0.58 + ...
		return -Log(x)
	case x <= 0.9:
		return logGammaNear(x-1, x) - Log(x) // ln Γ(x) = ln Γ(1+x) - ln x
	case x < 2:
		return logGammaNear(x-2, x-1)
	case x < 8:
		return logGammaTo8(x)
	case x < 0x1p58:
		z := 1 / x
		w := gammaW[0] + float64(z*polynomial(gammaW[1:], float64(z*z)))
		return float64((x-0.5)*(Log(x)-1)) + w
	}
	return x * (Log(x) - 1)
}

// logGammaNear returns ln Γ(2+below) = ln Γ(1+above) on [1, 2]; the caller
// knows the one of the two arguments exactly that is nearer to 0.
func logGammaNear(below, above float64) float64 {
	const (
		argMin = 0.461632144968362245 // Γ(1+argMin) is the minimum of Γ,
		minHi  = -1.21486290535849611461e-01
		minLo  = 3.63867699703950536541e-18 // whose logarithm is minHi + minLo
	)
	switch {
	case above >= argMin+0.27: // towards the zero at 2
		y := -below
		z := float64(y * y)
		even, odd := polynomial(gammaA[0][:], z), polynomial(gammaA[1][:], z)
		return (float64(y*even) + float64(z*odd)) - float64(0.5*y)
	case above >= argMin-0.23: // around the minimum
		y := above - argMin
		z := float64(y * y)
		w := float64(z * y)
		p1, p2, p3 := polynomial(gammaT[0][:], w), polynomial(gammaT[1][:], w), polynomial(gammaT[2][:], w)
		return minHi + (float64(z*p1) + (minLo + float64(w*(p2+float64(y*p3)))))
	}
	// Towards the zero at 1.
	y := above
	return float64(y*polynomial(gammaU[:], y))/polynomial(gammaV[:], y) - float64(0.5*y)
}

// logGammaTo8 returns ln Γ(x) for 2 <= x < 8 as ln Γ(2+y) plus the logarithm
// of the factors in between, 0 <= y < 1.
func logGammaTo8(x float64) float64 {
	n := math.Floor(x)
	y := x - n
	s := float64(0.5*y) + float64(y*polynomial(gammaS[:], y))/polynomial(gammaR[:], y)
	factors := 1.0
	for f := 2.0; f < n; f++ {
		factors *= y + f
	}
	if n > 2 {
		s += Log(factors)
	}
	return s
}

// polynomial evaluates c[0] + c[1] x + c[2] x^2 + ...
func polynomial(c []float64, x float64) float64 {
	s := 0.0
	for i := len(c) - 1; i >= 0; i-- {
		s = float64(s*x) + c[i]
	}
	return s
}

// Coefficients, constant term first; A is split by even and odd powers, T by
// powers modulo 3.
var (
	gammaA = [2][6]float64{
		{
			7.72156649015328655494e-02, 6.73523010531292681824e-02, 7.38555086081402883957e-03, 1.19270763183362067845e-03,
			2.20862790713908385557e-04, 2.52144565451257326939e-05,
		},
		{
			3.22467033424113591611e-01, 2.05808084325167332806e-02, 2.89051383673415629091e-03, 5.10069792153511336608e-04,
			1.08011567247583939954e-04, 4.48640949618915160150e-05,
		},
	}
	gammaT = [3][5]float64{
		{
			4.83836122723810047042e-01, -3.27885410759859649565e-02, 6.10053870246291332635e-03, -1.40346469989232843813e-03,
			3.15632070903625950361e-04,
		},
		{
			-1.47587722994593911752e-01, 1.79706750811820387126e-02, -3.68452016781138256760e-03, 8.81081882437654011382e-04,
			-3.12754168375120860518e-04,
		},
		{
			6.46249402391333854778e-02, -1.03142241298341437450e-02, 2.25964780900612472250e-03, -5.38595305356740546715e-04,
			3.35529192635519073543e-04,
		},
	}
	gammaU = [6]float64{
		-7.72156649015328655494e-02, 6.32827064025093366517e-01, 1.45492250137234768737e+00, 9.77717527963372745603e-01,
		2.28963728064692451092e-01, 1.33810918536787660377e-02,
	}
	gammaV = [6]float64{
		1.0, 2.45597793713041134822e+00, 2.12848976379893395361e+00, 7.69285150456672783825e-01,
		1.04222645593369134254e-01, 3.21709242282423911810e-03,
	}
	gammaS = [7]float64{
		-7.72156649015328655494e-02, 2.14982415960608852501e-01, 3.25778796408930981787e-01, 1.46350472652464452805e-01,
		2.66422703033638609560e-02, 1.84028451407337715652e-03, 3.19475326584100867617e-05,
	}
	gammaR = [7]float64{
		1.0, 1.39200533467621045958e+00, 7.21935547567138069525e-01, 1.71933865632803078993e-01,
		1.86459191715652901344e-02, 7.77942496381893596434e-04, 7.32668430744625636189e-06,
	}
	gammaW = [7]float64{
		4.18938533204672725052e-01, 8.33333333333329678849e-02, -2.77777777728775536470e-03, 7.93650558643019558500e-04,
		-5.95187557450339963135e-04, 8.36339918996282139126e-04, -1.63092934096575273989e-03,
	}
)
