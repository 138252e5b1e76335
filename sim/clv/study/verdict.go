package study

import (
	"fmt"
	"math"

	"centricity/sim/clv"
)

// Fits tells whether the histogram is what the model says, but for chance or
// for a fiftieth of the customers.
func (h Histogram) Fits() bool {
	return h.Misplaced < 0.02 || h.Freedom > 0 && h.P > 0.01
}

// Verdict says in a sentence how the model fits the counts.
func (h Histogram) Verdict() string {
	test := "too few customers to test"
	if h.Freedom > 0 {
		p := fmt.Sprintf("p = %.2f", h.P)
		if h.P < 0.01 {
			p = "p < 0.01"
		}
		test = fmt.Sprintf("chi-square %.1f on %d degrees of freedom, %s", h.ChiSquare, h.Freedom, p)
	}
	says := "The model fits the counts"
	switch {
	case !h.Fits() && h.Misplaced > 0.05:
		says = "THE MODEL DOES NOT FIT the counts"
	case !h.Fits():
		says = "The model fits the counts roughly"
	}
	return fmt.Sprintf("%s: %.1f %% of customers would have to stand elsewhere (%s).", says, 100*h.Misplaced, test)
}

// Verdict says in a sentence how the forecast did.
func (h Holdout) Verdict() string {
	if h.Actual == 0 {
		return "Nobody bought in the holdout, so the forecast cannot be judged."
	}
	says := "The forecast holds"
	switch e := math.Abs(h.Error); {
	case e > 0.25:
		says = "THE FORECAST FAILS"
	case e > 0.1:
		says = "The forecast is fair"
	}
	return fmt.Sprintf("%s: it expects %.0f purchases in the holdout, and there were %.0f (%+.1f %%).", says, h.Expected, h.Actual, 100*h.Error)
}

// warnings are what a reader must know before trusting a number.
func (s *Study) warnings(d Data) (out []string) {
	say := func(format string, args ...any) { out = append(out, fmt.Sprintf(format, args...)) }
	if s.Used.Status == clv.Ridge || s.Used.Status == clv.Boundary {
		say("%s: %s. Trust the figures that follow from the parameters, not single parameters.", s.Used.Name, s.Used.Note)
	}
	if !s.Histogram.Fits() {
		say("%s Read every forecast with care.", s.Histogram.Verdict())
	}
	if s.Holdout != nil && math.Abs(s.Holdout.Error) > 0.25 {
		say("%s", s.Holdout.Verdict())
	}
	if s.Repeaters < 50 {
		say("Only %d customers bought again; the intervals are wide, and rest on large-sample theory.", s.Repeaters)
	}
	if c := s.spendCorrelation(d); math.Abs(c) > 0.3 {
		say("Who buys more often spends %s a time (correlation %.2f); gamma-gamma assumes that the two have nothing to do with each other.",
			map[bool]string{true: "more", false: "less"}[c > 0], c)
	}
	if d.NoAmount > 0 {
		say("%d customers bought again for nothing; their spending is taken to be like everyone's.", d.NoAmount)
	}
	if d.Fresh*10 > len(d.Customers) {
		say("%d of %d customers were won on the last day and say nothing of what they will do.", d.Fresh, len(d.Customers))
	}
	return out
}

// spendCorrelation is between how often customers bought and the logarithm of
// what they spend a time, of those who bought again.
func (s *Study) spendCorrelation(d Data) float64 {
	var n, sx, sy, sxx, syy, sxy float64
	for _, c := range d.Customers {
		if c.Spend.X == 0 {
			continue
		}
		x, y := math.Log(float64(c.Summary.X)), math.Log(c.Spend.Mean)
		n, sx, sy, sxx, syy, sxy = n+1, sx+x, sy+y, sxx+x*x, syy+y*y, sxy+x*y
	}
	vx, vy := sxx-sx*sx/n, syy-sy*sy/n
	if n < 30 || vx <= 0 || vy <= 0 {
		return 0
	}
	return (sxy - sx*sy/n) / math.Sqrt(vx*vy)
}
