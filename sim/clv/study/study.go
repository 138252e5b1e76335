package study

import (
	"cmp"
	"errors"
	"fmt"
	"math"
	"slices"

	"centricity/sim/clv"
)

// Options say what is asked.
type Options struct {
	Model    string  // the model to use, of [Models]; "" takes the best of all by AIC
	Discount float64 // by which money loses value in a year, above 0; 0 is 10 %
	Margin   float64 // share of revenue that is left to the firm; 0 is 1: revenue itself

	OnlyTry bool // only try the model on the holdout: no spending, values or estimates
}

// A Study is what a log says of its customers.
type Study struct {
	Unit     string
	YearIs   float64 // periods in a year
	Discount float64 // a year
	Margin   float64

	Customers int
	Repeaters int // of them, those who bought again
	Purchases int // first ones included
	Spent     float64

	Fits     []Fitted // best first
	Used     Fitted   // the one that all else follows from
	Failed   []string // models that could not be fitted, and why
	Spend    *clv.Fit[clv.GammaGamma]
	Estimate Estimates

	Histogram Histogram
	Holdout   *Holdout // nil without one
	Values    []Value  // by customer, in the order of the data
	Warnings  []string
}

// Estimates are the answers in human terms. Their intervals hold the
// uncertainty of the models' parameters.
type Estimates struct {
	Rate     clv.Estimate // purchases a period while a customer
	Dropout  clv.Estimate // of the model used, see its name
	New      clv.Estimate // repeat purchases of a new customer in a year
	Alive    clv.Estimate // customers still there
	NextYear clv.Estimate // purchases of all customers in the next year
	Mean     clv.Estimate // amount of a purchase; 0 where it is not known
	Equity   clv.Estimate // residual lifetime value of all customers
	Top      clv.Estimate // share of revenue of the best 20 %
	Gini     clv.Estimate
	TopValue float64 // share of the residual value that the best 20 % have
}

// Run studies data. It is an error if no model can be fitted to them.
func Run(d Data, o Options) (*Study, error) {
	if o.Discount == 0 {
		o.Discount = 0.1
	}
	if o.Margin == 0 {
		o.Margin = 1
	}
	s := &Study{Unit: d.Unit, YearIs: d.YearIs, Discount: o.Discount, Margin: o.Margin, Customers: len(d.Customers)}
	var spent []float64
	for _, c := range d.Customers {
		s.Repeaters += min(c.Summary.X, 1)
		s.Purchases += c.Summary.X + 1
		s.Spent += c.Spent
		spent = append(spent, c.Spent)
	}
	base := d.Base()
	if err := s.fit(base, o.Model); err != nil {
		return nil, err
	}
	s.Histogram = histogram(base, s.Used.Model, len(s.Used.Parameters))

	if o.OnlyTry {
		h := hold(d, s.Used, s.Histogram)
		s.Holdout = &h
		return s, nil
	}
	var mean func(clv.Spend) float64
	if d.Amounts {
		mean = s.fitSpend(d)
		s.Estimate.Top, s.Estimate.Gini = concentrated(spent)
	}
	discount := clv.Continuous(o.Discount, d.YearIs)
	s.Values = values(d, s.Used.Model, discount, o.Margin, mean)
	s.estimate(d, base, discount)
	if d.Holdout > 0 {
		h := hold(d, s.Used, s.Histogram)
		s.Holdout = &h
	}
	s.Warnings = append(s.Warnings, s.warnings(d)...)
	return s, nil
}

// fit fits every model, or the one asked for.
func (s *Study) fit(base clv.Base, only string) error {
	for _, m := range models {
		if only != "" && m.name != only {
			continue
		}
		f, err := m.fit(base)
		if err != nil {
			s.Failed = append(s.Failed, fmt.Sprintf("%s: %v", m.name, err))
			continue
		}
		s.Fits = append(s.Fits, f)
	}
	if len(s.Fits) == 0 {
		if len(s.Failed) == 0 {
			return errors.New("there is no such model")
		}
		return errors.New(s.Failed[0])
	}
	slices.SortStableFunc(s.Fits, func(a, b Fitted) int { return cmp.Compare(a.AIC, b.AIC) })
	s.Used = s.Fits[0]
	return nil
}

// mostSpends are customers enough to tell what customers spend.
const mostSpends = 10_000

// fitSpend fits gamma-gamma and returns the mean amount it expects of a
// customer; nil if there is nothing to fit.
func (s *Study) fitSpend(d Data) func(clv.Spend) float64 {
	var spends []clv.Spend
	for _, c := range d.Customers {
		if c.Spend.X > 0 {
			spends = append(spends, c.Spend)
		}
	}
	if n := len(spends); n > mostSpends {
		for i := range mostSpends {
			spends[i] = spends[i*n/mostSpends]
		}
		spends = spends[:mostSpends]
		s.Warnings = append(s.Warnings, fmt.Sprintf("What customers spend a time is fitted to %d of the %d who bought again, taken evenly.", mostSpends, n))
	}
	f, err := clv.FitGammaGamma(spends)
	if err != nil {
		s.Failed = append(s.Failed, fmt.Sprintf("gamma-gamma: %v", err))
		return nil
	}
	s.Spend = &f
	return f.Model.ConditionalExpected
}

// estimate makes the answers.
func (s *Study) estimate(d Data, base clv.Base, discount float64) {
	e, f := &s.Estimate, s.Used
	e.Rate = f.Derived[0]
	if len(f.Derived) > 2 { // the NBD has customers who never end
		e.Dropout = f.Derived[1]
	}
	e.New = f.Derive("repeat purchases of a new customer in a year", "purchases", clv.Log, func(m clv.Purchasing) float64 { return m.Expected(d.YearIs) })
	var alive, expected, equity, future float64
	for _, v := range s.Values {
		alive, expected, equity, future = alive+v.Alive, expected+v.Expected, equity+v.Residual, future+v.Future
	}
	few := thin(base, 600)
	total := func(name, unit string, value float64, of func(clv.Purchasing, clv.Summary) float64) clv.Estimate {
		part := f.Derive(name, unit, clv.Log, func(m clv.Purchasing) float64 {
			sum := 0.0
			for _, c := range few {
				sum += float64(max(c.N, 1)) * of(m, c)
			}
			return sum
		})
		return scaled(part, value)
	}
	e.Alive = total("customers who are still there", "customers", alive, func(m clv.Purchasing, c clv.Summary) float64 { return m.Alive(c) })
	e.NextYear = total("purchases of all customers in the next year", "purchases", expected, func(m clv.Purchasing, c clv.Summary) float64 { return m.ConditionalExpected(d.YearIs, c) })
	if s.Spend == nil {
		return
	}
	e.Mean = s.Spend.Derive("mean amount of a purchase", "currency", clv.Log, clv.GammaGamma.Expected)
	e.Equity = total("customer equity", "currency", equity, func(m clv.Purchasing, c clv.Summary) float64 { return m.DERT(discount, c) })
	e.Equity = widened(e.Equity, e.Mean)
	var worth []float64
	for _, v := range s.Values {
		worth = append(worth, v.Residual)
	}
	e.TopValue = clv.Concentrate(worth).TopShare(0.2)
}

// thin is about n entries that stand for the whole base where only how a sum
// moves with the parameters matters.
func thin(b clv.Base, n int) clv.Base {
	step := max(1, len(b)/n)
	var out clv.Base
	for i := 0; i < len(b); i += step {
		out = append(out, b[i])
	}
	return out
}

// scaled is an interval on the log scale around another value.
func scaled(e clv.Estimate, value float64) clv.Estimate {
	if e.Value > 0 {
		k := value / e.Value
		e.Value, e.SE, e.Low, e.High = value, e.SE*k, e.Low*k, e.High*k
	}
	return e
}

// widened is the interval of a product with an independent factor whose value
// is already in it.
func widened(e, by clv.Estimate) clv.Estimate {
	if !(e.Value > 0 && by.Value > 0 && e.High > 0 && by.High > 0) {
		return e
	}
	w := math.Hypot(math.Log(e.High/e.Value), math.Log(by.High/by.Value))
	e.SE = e.Value * w / 1.96
	e.Low, e.High = e.Value*math.Exp(-w), e.Value*math.Exp(w)
	return e
}
