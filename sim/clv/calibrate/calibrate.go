// Package calibrate turns a business's own log into the traits of a simulated
// market, and holds the simulated firm against the log.
//
// Traits come from the moments of fitted models. How often customers buy and
// leave is Pareto/NBD with correlated lognormal rates (package lognormal),
// whose moments the market's traits are. What they spend is gamma-gamma, whose
// mean spend over customers, inverse gamma, has mean pγ/(q−1) and squared
// coefficient of variation 1/(q−2); the lognormal of the same moments has
// spread √ln(1+CV²). How spend goes with buying and leaving is the regression
// of the log of what a customer spends a time on what the fit expects of the
// logs of the customer's rates (correlation.go).
//
//   - calibrate.go    Of, Traits
//   - correlation.go  spend against the rates
//   - season.go       what the year does to buying
//   - check.go        the simulated firm beside the log
package calibrate

import (
	"cmp"
	"errors"
	"fmt"
	"math"
	"slices"

	"centricity/sim/clv"
	"centricity/sim/clv/lognormal"
	"centricity/sim/clv/study"

	"gonum.org/v1/gonum/mathext"
)

// Traits are what a log says of how its customers differ.
type Traits struct {
	Groups []Group // in one market; of one unless more were asked for
	Shape  float64 // p of gamma-gamma: how alike one customer's purchases are; 0 where amounts are not known
	Weeks  float64 // in a round

	Season []Season // by round of the year; empty where none is to be seen
	Told   []string // what a reader must know
}

// A Group is customers who draw their traits alike.
type Group struct {
	Name      string
	Customers int
	Share     float64

	Rate, Hazard Lognormal // purchases, and leaving [a round]
	Spend        Lognormal // a purchase [currency]; zero where amounts are not known

	RateHazard, RateSpend, HazardSpend float64 // correlations of the logs; 0 where they are not told from 0

	Fit        lognormal.Fit // [a week]
	GammaGamma *clv.Fit[clv.GammaGamma]
}

// Lognormal is a trait: its mean and the standard deviation of its log.
type Lognormal struct{ Mean, Spread float64 }

// What scenario files take.
const (
	maxSpread = 3
	maxHazard = 100
)

// Of calibrates on data whose unit is the week. Groups above 1 divides the
// customers by what they spent when they were won, which is known before
// anything they do later and so selects nobody by luck.
func Of(d study.Data, weeks float64, groups int) (Traits, error) {
	if d.Unit != study.Week.String() {
		return Traits{}, errors.New("calibration needs data in weeks")
	}
	t := Traits{Weeks: weeks}
	parts, names, err := divide(d, groups)
	if err != nil {
		return t, err
	}
	shape, weight := 0.0, 0.0
	for i, part := range parts {
		g, err := t.group(part, names[i])
		if err != nil {
			return t, fmt.Errorf("%s: %w", names[i], err)
		}
		g.Share = float64(len(part.Customers)) / float64(len(d.Customers))
		if g.GammaGamma != nil {
			shape, weight = shape+g.Share*g.GammaGamma.Model.P, weight+g.Share
		}
		t.Groups = append(t.Groups, g)
	}
	if weight > 0 {
		t.Shape = shape / weight
	}
	t.Season = t.seasons(d)
	return t, nil
}

// divide splits customers by their first amount.
func divide(d study.Data, n int) ([]study.Data, []string, error) {
	if n <= 1 {
		return []study.Data{d}, []string{"customers"}, nil
	}
	if !d.Amounts {
		return nil, nil, errors.New("segments are made by what customers spend at first, and this log has no amounts")
	}
	names := map[int][]string{2: {"small_baskets", "large_baskets"}, 3: {"small_baskets", "middle_baskets", "large_baskets"}, 4: {"smallest_baskets", "small_baskets", "large_baskets", "largest_baskets"}}[n]
	if names == nil {
		return nil, nil, errors.New("a log is divided into 1 to 4 segments")
	}
	all := slices.Clone(d.Customers)
	first := func(c study.Customer) float64 { return c.Spent - c.Spend.Mean*float64(c.Spend.X) }
	slices.SortStableFunc(all, func(a, b study.Customer) int { return cmp.Compare(first(a), first(b)) })
	var parts []study.Data
	for i := range n {
		part := d
		part.Customers = all[i*len(all)/n : (i+1)*len(all)/n]
		parts = append(parts, part)
	}
	return parts, names, nil
}

// group fits one group.
func (t *Traits) group(d study.Data, name string) (g Group, err error) {
	g.Name, g.Customers = name, len(d.Customers)
	if g.Fit, err = lognormal.Of(d.Base()); err != nil {
		return g, err
	}
	f := g.Fit
	g.Rate = Lognormal{f.MeanRate() * t.Weeks, f.RateSpread}
	g.Hazard = Lognormal{f.MeanHazard() * t.Weeks, f.HazardSpread}
	if f.Correlated() {
		g.RateHazard = f.Correlation
	}
	if g.Hazard.Mean > maxHazard {
		t.say("The mean hazard of leaving, %.3g a round, rests on a few who left at once; it is set to %d, the most a scenario takes.", g.Hazard.Mean, maxHazard)
		g.Hazard.Mean = maxHazard
	}
	if g.Hazard.Spread > maxSpread-0.02 || g.Rate.Spread > maxSpread-0.02 {
		t.say("Customers differ so much that a spread stands at its limit of %d.", maxSpread)
	}
	if !d.Amounts {
		t.say("The log has no amounts: what customers spend is design.")
		return g, nil
	}
	var spends []clv.Spend
	for _, c := range d.Customers {
		if c.Spend.X > 0 {
			spends = append(spends, c.Spend)
		}
	}
	fit, err := clv.FitGammaGamma(spends)
	if err != nil {
		t.say("What customers spend could not be fitted (%v): it is design.", err)
		return g, nil
	}
	g.GammaGamma = &fit
	g.Spend = t.spend(fit.Model)
	g.correlate(d)
	return g, nil
}

// spend is the lognormal of the moments of gamma-gamma. Where these do not
// exist, it has the moments of the log instead: mean log spend is ln pγ − ψ(q),
// its variance ψ'(q).
func (t *Traits) spend(m clv.GammaGamma) Lognormal {
	if m.Q > 2.2 {
		return Lognormal{m.P * m.Gamma / (m.Q - 1), min(math.Sqrt(math.Log1p(1/(m.Q-2))), maxSpread)}
	}
	spread := min(math.Sqrt(trigamma(m.Q)), maxSpread)
	t.say("What customers spend differs so much (q = %.2f) that its variance does not exist in the fit; the spread is that of its log.", m.Q)
	return Lognormal{math.Exp(math.Log(m.P*m.Gamma) - mathext.Digamma(m.Q) + spread*spread/2), spread}
}

// trigamma is ψ'(x) for x > 0, by recurrence to where its asymptotic series
// holds (Abramowitz & Stegun 6.4.12).
func trigamma(x float64) float64 {
	sum := 0.0
	for ; x < 10; x++ {
		sum += 1 / (x * x)
	}
	y := 1 / (x * x)
	return sum + 1/x + y/2 + y/x*(1.0/6-y*(1.0/30-y/42))
}

func (t *Traits) say(format string, args ...any) {
	t.Told = append(t.Told, fmt.Sprintf(format, args...))
}
