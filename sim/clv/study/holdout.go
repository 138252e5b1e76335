package study

import (
	"math"

	"centricity/sim/clv"
)

// A Holdout is a forecast beside what came of it: fitted on the beginning of a
// log, held against its end.
type Holdout struct {
	Model    string
	Periods  float64 // length of the holdout
	Actual   float64 // purchases in it of the customers won before
	Expected float64
	Error    float64 // Expected / Actual − 1

	// By how often customers bought again before the cut: how often they did
	// after it on average, and the model's conditional expectation.
	Bins      []Bin
	MeanMiss  float64 // mean absolute error of one customer's forecast [purchases]
	NaiveMiss float64 // the same of everyone's past rate going on
	Tracking  Tracking
}

// A Bin is customers with as many repeat purchases before the cut.
type Bin struct {
	Label            string
	Customers        int
	Actual, Expected float64 // purchases per customer in the holdout
}

// hold compares the model's forecasts with the holdout.
func hold(d Data, f Fitted, h Histogram) Holdout {
	out := Holdout{Model: f.Name, Periods: d.Holdout, Tracking: track(d, f.Model)}
	out.Bins = make([]Bin, len(h.From))
	for i := range out.Bins {
		out.Bins[i].Label = h.Label(i)
	}
	known := map[clv.Summary]float64{}
	naive := 0.0
	rough := coarse(d)
	for _, c := range d.Customers {
		past := rough(c.Summary)
		e, ok := known[past]
		if !ok {
			e = f.Model.ConditionalExpected(d.Holdout, past)
			known[past] = e
		}
		i := 0
		for i+1 < len(h.From) && c.Summary.X >= h.From[i+1] {
			i++
		}
		held := float64(c.Held)
		out.Bins[i].Customers++
		out.Bins[i].Actual += held
		out.Bins[i].Expected += e
		out.Actual += held
		out.Expected += e
		out.MeanMiss += math.Abs(e - held)
		naive += math.Abs(float64(c.Summary.X)/c.Summary.T*d.Holdout - held)
	}
	n := float64(len(d.Customers))
	out.MeanMiss, out.NaiveMiss = out.MeanMiss/n, naive/n
	for i := range out.Bins {
		if b := &out.Bins[i]; b.Customers > 0 {
			b.Actual /= float64(b.Customers)
			b.Expected /= float64(b.Customers)
		}
	}
	if out.Actual > 0 {
		out.Error = out.Expected/out.Actual - 1
	}
	return out
}
