package lab

import (
	"fmt"
	"io"
	"math"
	"slices"

	"centricity/game"
	"centricity/game/chart"
	"centricity/game/page"
	"centricity/sim/clv"
)

// writePage writes the report as a page with charts.
func (r *result) writePage(out io.Writer) error {
	s := r.study
	p := page.New("What the log tells of its customers")
	p.Section("In short")
	p.Text(r.observed())
	for _, w := range s.Warnings {
		p.Warn(w)
	}
	t := page.Table{Head: []string{"By the " + s.Used.Name, "estimate", "95 % interval"}}
	for _, a := range r.answers() {
		t.Rows = append(t.Rows, []string{a.what, figure(a.Value), figure(a.Low) + " to " + figure(a.High)})
	}
	p.Table(t)
	p.Text("The intervals hold the uncertainty of the models' parameters: what other customers of the same kind would have told.")

	h := s.Histogram
	p.Section("Does the model fit?")
	p.Text(h.Verdict())
	bars := chart.Bars{Y: figure, Series: []chart.Series{{Name: "The log", Values: h.Actual}, {Name: s.Used.Name, Values: h.Expected}}}
	for i := range h.From {
		bars.Categories = append(bars.Categories, h.Label(i))
	}
	p.Figure("Customers by how often they bought again", bars, 460)
	r.pageHoldout(p)
	r.pageModels(p)
	r.pageCustomers(p)

	p.Section("What was read")
	p.List(append([]string{game.OneLine(r.name)}, readingTold(r.log)...)...)
	p.List(refusedTold(r.log.Told)...)
	_, err := p.WriteTo(out)
	return err
}

func (r *result) pageHoldout(p *page.Page) {
	h := r.holdout()
	p.Section("Does its forecast hold?")
	if h == nil {
		p.Text("The forecast could not be tried on the first half of the log: " + r.untried + ".")
		return
	}
	fitted := max(r.cut.Until, r.tried)
	p.Text(fmt.Sprintf("The %s is fitted up to %s and held against the %s after it. %s", h.Model, fitted, periods(h.Periods, r.study.Unit), h.Verdict()))
	p.Text(fmt.Sprintf("One customer's forecast misses by %.2f purchases on average; everyone's past rate going on would miss by %.2f.", h.MeanMiss, h.NaiveMiss))
	actual, expected := h.Tracking.Cumulative()
	p.Figure("Repeat purchases, added up", chart.Lines{First: 1, X: unitName(r.study.Unit), Y: figure, Zero: true, Now: h.Tracking.Fitted,
		Series: []chart.Series{{Name: "The log", Values: actual}, {Name: h.Model, Values: expected, Dashed: true}}}, 340)
	p.Figure("Repeat purchases a "+r.study.Unit, chart.Lines{First: 1, X: unitName(r.study.Unit), Y: figure, Zero: true, Now: h.Tracking.Fitted,
		Series: []chart.Series{{Name: "The log", Values: h.Tracking.Actual}, {Name: h.Model, Values: h.Tracking.Expected, Dashed: true}}}, 300)
	var was, will chart.Series
	was.Name, will.Name = "The log", h.Model
	bars := chart.Bars{Y: func(v float64) string { return fmt.Sprintf("%.2f", v) }}
	for _, b := range h.Bins {
		if b.Customers > 0 {
			bars.Categories = append(bars.Categories, b.Label)
			was.Values, will.Values = append(was.Values, b.Actual), append(will.Values, b.Expected)
		}
	}
	bars.Series = []chart.Series{was, will}
	p.Figure("Purchases a customer in the holdout, by how often they had bought again", bars, 440)
}

func unitName(unit string) string { return string(unit[0]-'a'+'A') + unit[1:] }

func (r *result) pageModels(p *page.Page) {
	p.Section("The models")
	t := page.Table{Head: []string{"Model", "fit", "log-likelihood", "AIC", "BIC"}, Text: 2}
	for _, f := range r.study.Fits {
		t.Rows = append(t.Rows, []string{f.Name, f.Status.String(), fmt.Sprintf("%.3f", f.LogLikelihood), fmt.Sprintf("%.1f", f.AIC), fmt.Sprintf("%.1f", f.BIC)})
	}
	p.Table(t)
	parameters := page.Table{Head: []string{"Model", "parameter", "estimate", "standard error", "95 % interval"}, Text: 2}
	add := func(model string, ps []clv.Estimate) {
		for _, e := range ps {
			parameters.Rows = append(parameters.Rows, []string{model, e.Name, parameter(e.Value), parameter(e.SE), parameter(e.Low) + " to " + parameter(e.High)})
		}
	}
	for _, f := range r.study.Fits {
		add(f.Name, f.Parameters)
		if f.Note != "" {
			p.Text(f.Name + ": " + f.Note + ".")
		}
	}
	if r.study.Spend != nil {
		add("gamma-gamma", r.study.Spend.Parameters)
	}
	p.Table(parameters)
	p.List(r.study.Failed...)
}

// pageCustomers shows who brings the money.
func (r *result) pageCustomers(p *page.Page) {
	p.Section("The customers")
	curves := []chart.Curve{}
	if r.data.Amounts {
		var spent []float64
		for _, c := range r.data.Customers {
			spent = append(spent, max(c.Spent, 0))
		}
		curves = append(curves, chart.NewCurve("Spent so far", spent))
	}
	var worth []float64
	for _, v := range r.study.Values {
		worth = append(worth, worthOf(v.Residual, v.Future))
	}
	curves = append(curves, chart.NewCurve("Worth from now on", worth))
	p.Figure("How unequal they are", chart.Lorenz{What: "value", Curves: curves}, 420)

	t := page.Table{Caption: "By decile of what is to come, the best first", Head: []string{"Decile", "customers", "chance of being there", "purchases in the next year", "share of the worth"}}
	total := 0.0
	for _, w := range worth {
		total += w
	}
	for d := 1; d <= 10; d++ {
		n, alive, expected, sum := 0, 0.0, 0.0, 0.0
		for i, v := range r.study.Values {
			if v.Decile == d {
				n, alive, expected, sum = n+1, alive+v.Alive, expected+v.Expected, sum+worth[i]
			}
		}
		if n > 0 {
			t.Rows = append(t.Rows, []string{fmt.Sprint(d), grouped(int64(n)), fmt.Sprintf("%.0f %%", 100*alive/float64(n)), figure(expected / float64(n)), fmt.Sprintf("%.1f %%", 100*sum/math.Max(total, 1e-300))})
		}
	}
	p.Table(t)

	const best = 20
	order := make([]int, len(worth))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int {
		switch {
		case worth[a] > worth[b]:
			return -1
		case worth[a] < worth[b]:
			return 1
		}
		return 0
	})
	top := page.Table{Caption: fmt.Sprintf("The %d who are worth most from now on; --customers writes all", min(best, len(order))),
		Head: []string{"Customer", "repeat purchases", "spent", "chance of being there", "purchases in the next year", "worth"}}
	for _, i := range order[:min(best, len(order))] {
		c, v := r.data.Customers[i], r.study.Values[i]
		top.Rows = append(top.Rows, []string{shorten(game.OneLine(c.ID)), fmt.Sprint(c.Summary.X), figure(c.Spent), fmt.Sprintf("%.0f %%", 100*v.Alive), figure(v.Expected), figure(worth[i])})
	}
	p.Table(top)
}

// worthOf is a residual value in money, or where amounts are not known in
// purchases.
func worthOf(money, purchases float64) float64 {
	if money > 0 {
		return money
	}
	return purchases
}
