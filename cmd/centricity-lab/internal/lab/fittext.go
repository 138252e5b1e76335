package lab

import (
	"fmt"
	"io"
	"math"
	"slices"
	"strings"

	"centricity/game"
	"centricity/sim/clv"
	"centricity/sim/clv/study"
)

// sentence lists words: "a, b or c".
func sentence(words []string) string {
	words = slices.Sorted(slices.Values(words))
	if n := len(words); n > 1 {
		return strings.Join(words[:n-1], ", ") + " or " + words[n-1]
	}
	return strings.Join(words, "")
}

// figure writes a number to about three digits with its thousands apart.
func figure(v float64) string {
	a := math.Abs(v)
	switch {
	case math.IsNaN(v):
		return "-"
	case math.IsInf(v, 0) || a >= 1e15:
		return "without bound"
	case a >= 100 || a > 1 && v == math.Trunc(v):
		return grouped(int64(math.Round(v)))
	case a >= 10:
		return fmt.Sprintf("%.1f", v)
	case a >= 1:
		return fmt.Sprintf("%.2f", v)
	case a >= 0.001 || a == 0:
		return fmt.Sprintf("%.4f", v)
	}
	return fmt.Sprintf("%.2g", v)
}

// An answer is an estimate in human terms.
type answerRow struct {
	what string
	clv.Estimate
}

// answers are the estimates that a log gives.
func (r *result) answers() (rows []answerRow) {
	s, e := r.study, r.study.Estimate
	add := func(what string, x clv.Estimate) {
		if x.Value > 0 {
			rows = append(rows, answerRow{what, x})
		}
	}
	add("purchases a "+s.Unit+" while a customer", e.Rate)
	add(dropoutWords(e.Dropout, s.Unit), e.Dropout)
	add("repeat purchases of a new customer in a year", e.New)
	add("customers who are still there", e.Alive)
	add("purchases of all customers in the next year", e.NextYear)
	add("amount of a purchase", e.Mean)
	add(equityWords(s), e.Equity)
	add("share of revenue of the best 20 % of customers", e.Top)
	add("Gini coefficient of revenue", e.Gini)
	return rows
}

func dropoutWords(e clv.Estimate, unit string) string {
	if strings.Contains(e.Unit, "period") {
		return "leaving, a " + unit
	}
	return "chance to end after a purchase"
}

func equityWords(s *study.Study) string {
	if s.Margin == 1 {
		return fmt.Sprintf("customer equity: revenue to come, discounted %g %% a year", 100*s.Discount)
	}
	return fmt.Sprintf("customer equity: %g %% of revenue to come, discounted %g %% a year", 100*s.Margin, 100*s.Discount)
}

// observed says what the fit rests on.
func (r *result) observed() string {
	s, d := r.study, r.data
	text := fmt.Sprintf("Fitted to %s of whom %s bought again, over %s.", counted(s.Customers, "customer"), grouped(int64(s.Repeaters)), periods(d.End, d.Unit))
	if d.Holdout > 0 {
		text += fmt.Sprintf(" Everything is as of %s; %s are held out", r.cut.Until, periods(d.Holdout, d.Unit))
		if d.Late > 0 {
			text += fmt.Sprintf(", with %s won in them", counted(d.Late, "customer"))
		}
		text += "."
	}
	return text
}

func periods(n float64, unit string) string {
	if math.Abs(n-math.Round(n)) < 0.005 {
		return counted(int(math.Round(n)), unit)
	}
	return fmt.Sprintf("%.1f %ss", n, unit)
}

// writeText writes the report for a terminal.
func (r *result) writeText(out io.Writer) error {
	var b strings.Builder
	say := func(format string, args ...any) { fmt.Fprintf(&b, format+"\n", args...) }
	for i, line := range readingTold(r.log) {
		if i == 0 {
			say("%s: %s", game.OneLine(r.name), line)
			continue
		}
		say("  %s", line)
	}
	for _, line := range refusedTold(r.log.Told) {
		say("  %s", line)
	}
	say("\n%s\n", r.observed())
	r.writeModels(&b)
	say("\nBy the %s:\n", r.study.Used.Name)
	rows := [][]string{{"estimate", "95 % interval", ""}}
	for _, a := range r.answers() {
		rows = append(rows, []string{figure(a.Value), figure(a.Low) + " to " + figure(a.High), a.what})
	}
	leftTable(&b, rows)
	if r.study.Estimate.TopValue > 0 {
		say("\nThe best 20 %% of customers hold %.0f %% of that equity.", 100*r.study.Estimate.TopValue)
	}
	r.writeHistogram(&b)
	r.writeHoldout(&b)
	for _, w := range r.study.Warnings {
		say("\nBEWARE: %s", w)
	}
	for _, f := range r.study.Failed {
		say("\nNot fitted: %s.", f)
	}
	_, err := io.WriteString(out, b.String())
	return err
}

func (r *result) writeModels(b *strings.Builder) {
	rows := [][]string{{"model", "fit", "log-likelihood", "AIC", "BIC", "parameters"}}
	for _, f := range r.study.Fits {
		var ps []string
		for _, p := range f.Parameters {
			ps = append(ps, fmt.Sprintf("%s %s", p.Name, parameter(p.Value)))
		}
		rows = append(rows, []string{f.Name, f.Status.String(), fmt.Sprintf("%.3f", f.LogLikelihood), fmt.Sprintf("%.1f", f.AIC), fmt.Sprintf("%.1f", f.BIC), strings.Join(ps, "  ")})
	}
	leftTable(b, rows)
}

// parameter writes a model's parameter as the literature does.
func parameter(v float64) string {
	switch {
	case v >= 1e5 || v < 1e-4:
		return fmt.Sprintf("%.3g", v)
	case v >= 1000:
		return fmt.Sprintf("%.1f", v)
	}
	return fmt.Sprintf("%.4f", v)
}

// bar draws a share of a width.
func bar(v, most float64, mark string) string {
	const width = 32
	if !(most > 0) {
		return ""
	}
	return strings.Repeat(mark, int(math.Round(width*min(max(v/most, 0), 1))))
}

func (r *result) writeHistogram(b *strings.Builder) {
	h := r.study.Histogram
	most := max(slices.Max(h.Actual), slices.Max(h.Expected))
	fmt.Fprintf(b, "\nCustomers by how often they bought again (# the log, = the model):\n\n")
	for i := range h.From {
		fmt.Fprintf(b, "%8s %9s  %s\n", h.Label(i), grouped(int64(h.Actual[i])), bar(h.Actual[i], most, "#"))
		fmt.Fprintf(b, "%8s %9s  %s\n", "", figure(h.Expected[i]), bar(h.Expected[i], most, "="))
	}
	fmt.Fprintf(b, "\n%s\n", h.Verdict())
}

func (r *result) writeHoldout(b *strings.Builder) {
	h := r.holdout()
	if h == nil {
		fmt.Fprintf(b, "\nThe forecast could not be tried on the first half of the log: %s.\n", r.untried)
		return
	}
	fmt.Fprintf(b, "\nThe forecast tried: the %s, fitted up to %s, and the %s after it.\n\n", h.Model, max(r.cut.Until, r.tried), periods(h.Periods, r.study.Unit))
	t := h.Tracking
	actual, expected := t.Cumulative()
	step := max(1, (len(actual)+11)/12)
	rows := [][]string{{r.study.Unit, "repeat purchases", "model", "error"}}
	for i := step - 1; i < len(actual); i += step {
		mark := ""
		if i+1 > t.Fitted {
			mark = "  held out"
		}
		miss := "-"
		if actual[i] > 0 {
			miss = fmt.Sprintf("%+.1f%%", 100*(expected[i]/actual[i]-1))
		}
		rows = append(rows, []string{fmt.Sprint(i + 1), grouped(int64(actual[i])), grouped(int64(math.Round(expected[i]))), miss + mark})
	}
	leftTable(b, rows)
	fmt.Fprintf(b, "\n%s\n", h.Verdict())
	fmt.Fprintf(b, "One customer's forecast misses by %.2f purchases on average; everyone's past rate going on would miss by %.2f.\n", h.MeanMiss, h.NaiveMiss)
}

// leftTable is a table whose last column is aligned to the left.
func leftTable(b *strings.Builder, rows [][]string) {
	widths := make([]int, len(rows[0]))
	for _, row := range rows {
		for i, cell := range row {
			widths[i] = max(widths[i], len(cell))
		}
	}
	for _, row := range rows {
		for i, cell := range row {
			if i == len(row)-1 {
				b.WriteString(strings.TrimRight("  "+cell, " ") + "\n")
				continue
			}
			fmt.Fprintf(b, "  %*s", widths[i], cell)
		}
	}
}
