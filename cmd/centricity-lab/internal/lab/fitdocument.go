package lab

import (
	"math"

	"centricity/sim/clv"
	"centricity/sim/clv/study"
	"centricity/sim/clv/translog"
)

// A fitDocument is the answer for programs. Money is in the log's currency.
type fitDocument struct {
	Log      string        `json:"log"`
	Read     readDocument  `json:"read"`
	Unit     string        `json:"unit"`
	Until    string        `json:"calibrated_to"`
	Holdout  *holdDocument `json:"holdout"`
	Models   []fitModel    `json:"models"`
	Used     string        `json:"used"`
	Spend    *fitModel     `json:"spend"`
	Answers  []fitAnswer   `json:"answers"`
	Top      float64       `json:"top_20_share_of_equity"`
	Counts   []fitCount    `json:"histogram"`
	Test     fitTest       `json:"test"`
	Warnings []string      `json:"warnings"`
	Failed   []string      `json:"not_fitted"`
}

type readDocument struct {
	Form      []string  `json:"form"`
	Rows      int       `json:"rows"`
	Merged    int       `json:"merged"`
	Refunds   int       `json:"refunds"`
	Customers int       `json:"customers"`
	First     string    `json:"first"`
	Last      string    `json:"last"`
	Refused   int       `json:"refused"`
	Lines     []refused `json:"refused_lines"`
}

type refused struct {
	Line int    `json:"line"`
	Why  string `json:"why"`
}

type fitModel struct {
	Name       string      `json:"name"`
	Status     string      `json:"status"`
	Note       string      `json:"note"`
	Likelihood float64     `json:"log_likelihood"`
	AIC        float64     `json:"aic"`
	BIC        float64     `json:"bic"`
	Parameters []fitAnswer `json:"parameters"`
}

type fitAnswer struct {
	What  string   `json:"what"`
	Value *float64 `json:"value"`
	SE    *float64 `json:"se"`
	Low   *float64 `json:"low"`
	High  *float64 `json:"high"`
}

type fitCount struct {
	Repeats  string  `json:"repeats"`
	Actual   float64 `json:"actual"`
	Expected float64 `json:"expected"`
}

type fitTest struct {
	ChiSquare float64  `json:"chi_square"`
	Freedom   int      `json:"degrees_of_freedom"`
	P         *float64 `json:"p"`
	Misplaced float64  `json:"misplaced"`
	Fits      bool     `json:"fits"`
}

type holdDocument struct {
	Fitted   string    `json:"fitted_to"`
	Periods  float64   `json:"periods"`
	Actual   float64   `json:"actual"`
	Expected float64   `json:"expected"`
	Error    float64   `json:"error"`
	MeanMiss float64   `json:"mean_miss"`
	Naive    float64   `json:"naive_miss"`
	Weekly   []float64 `json:"repeats_by_period"`
	Model    []float64 `json:"expected_by_period"`
}

// finite is a number for JSON, which has no infinity.
func finite(v float64) *float64 {
	if math.IsNaN(v) || math.IsInf(v, 0) {
		return nil
	}
	return &v
}

func newAnswer(what string, e clv.Estimate) fitAnswer {
	return fitAnswer{what, finite(e.Value), finite(e.SE), finite(e.Low), finite(e.High)}
}

func newReading(l *translog.Log) readDocument {
	t := l.Told
	d := readDocument{Form: t.Form, Rows: t.Rows, Merged: t.Merged, Refunds: t.Refunds, Customers: len(l.Customers),
		First: l.First.String(), Last: l.Last.String(), Refused: t.Refused, Lines: []refused{}}
	for _, r := range t.Listed {
		d.Lines = append(d.Lines, refused{r.Line, r.Why})
	}
	return d
}

func (r *result) document() fitDocument {
	s := r.study
	until := r.log.Last
	if r.cut.Until != 0 {
		until = r.cut.Until
	}
	d := fitDocument{Log: r.name, Read: newReading(r.log), Unit: s.Unit, Until: until.String(), Used: s.Used.Name,
		Models: []fitModel{}, Answers: []fitAnswer{}, Warnings: []string{}, Failed: []string{}, Top: s.Estimate.TopValue}
	for _, f := range s.Fits {
		d.Models = append(d.Models, modelDocument(f))
	}
	if s.Spend != nil {
		m := fitModel{"gamma-gamma", s.Spend.Status.String(), s.Spend.Note, s.Spend.LogLikelihood, s.Spend.AIC(), s.Spend.BIC(), nil}
		for _, p := range s.Spend.Parameters {
			m.Parameters = append(m.Parameters, newAnswer(p.Name, p))
		}
		d.Spend = &m
	}
	for _, a := range r.answers() {
		d.Answers = append(d.Answers, newAnswer(a.what, a.Estimate))
	}
	h := s.Histogram
	for i := range h.From {
		d.Counts = append(d.Counts, fitCount{h.Label(i), h.Actual[i], h.Expected[i]})
	}
	d.Test = fitTest{h.ChiSquare, h.Freedom, finite(h.P), h.Misplaced, h.Fits()}
	if h := r.holdout(); h != nil {
		d.Holdout = &holdDocument{max(r.cut.Until, r.tried).String(), h.Periods, h.Actual, h.Expected, h.Error, h.MeanMiss, h.NaiveMiss, h.Tracking.Actual, h.Tracking.Expected}
	}
	d.Warnings = append(d.Warnings, s.Warnings...)
	d.Failed = append(d.Failed, s.Failed...)
	return d
}

func modelDocument(f study.Fitted) fitModel {
	m := fitModel{f.Name, f.Status.String(), f.Note, f.LogLikelihood, f.AIC, f.BIC, nil}
	for _, p := range f.Parameters {
		m.Parameters = append(m.Parameters, newAnswer(p.Name, p))
	}
	return m
}
