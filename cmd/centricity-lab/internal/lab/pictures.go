package lab

import (
	"fmt"
	"io"
	"math"
	"slices"
	"strings"

	"centricity/game"
	"centricity/game/chart"
	"centricity/game/page"
	"centricity/game/widget"
	"centricity/game/words"
	"centricity/scenarios"
	"centricity/sim"
	"centricity/sim/experiment"
	"centricity/sim/policy"
)

// fanned are the policies whose course is drawn.
var fanned = append(policy.Centric(), "balanced")

// draw puts a scenario's pictures on a page.
func draw(p *page.Page, s scenarios.Scenario, errs io.Writer) error {
	p.Warn(words.Say("For instructors: this page shows what players are not told."))
	p.Text(summary(s) + ".")
	for _, part := range strings.Split(s.Briefing, "\n\n") {
		p.Text(words.Say(part))
	}
	if s.Lesson.Says != "" {
		p.Text(words.Say("What there is to learn: %s", s.Lesson.Says))
	}

	m := affordable(s.Market, len(fanned)*contestSeeds)
	w, err := sim.New(m, 1)
	if err != nil {
		return err
	}
	p.Section(words.Say("Who the customers are"))
	p.Text(words.Say("Every person of a segment, from the lowest to the highest, by percentile."))
	for t := range sim.Trait(sim.NumTraits) {
		if f, ok := spread(w, t); ok {
			field, _ := scenarios.FieldAt("segments.*." + t.String() + ".mean")
			p.Figure(words.Say(traitNames[t])+" "+words.Say("["+field.Unit+"]"), f, 260)
		}
	}

	p.Section(words.Say("How it goes"))
	p.Text(words.Say("The same %d seeds under each policy%s: the median, and the band that holds the middle %s of them.", contestSeeds, fewer(s.Market, m), "80 %"))
	bar := newProgress(errs, words.Say("playing"))
	all, err := fans(m, bar)
	bar.end()
	if err != nil {
		return fmt.Errorf("%s: %w", s.Name, err)
	}
	times := float64(s.Market.People) / float64(m.People)
	p.Figure(words.Say("What the firm is worth"), all.lines(s, times, func(v moment) float64 { return v.value }, s.Currency), 360)
	p.Figure(words.Say("Customers"), all.lines(s, times, func(v moment) float64 { return v.customers }, ""), 360)

	p.Section(words.Say("How unequal they are"))
	p.Text(words.Say("At the end of one game under the balanced policy."))
	lorenz, err := unequal(m)
	if err != nil {
		return err
	}
	p.Figure(words.Say("Who holds the value"), lorenz, 420)
	return nil
}

// traitNames are the traits' names, said where they are shown.
var traitNames = [sim.NumTraits]string{
	words.Mark("Purchase rate"), words.Mark("Churn hazard"), words.Mark("Mean spend"), words.Mark("Price sensitivity"),
	words.Mark("Need position"), words.Mark("Responsiveness"), words.Mark("Word-of-mouth influence"),
}

// rough is a number of a trait, to three figures or whole.
func rough(v float64) string {
	switch a := math.Abs(v); {
	case a >= 99.95:
		return widget.Decimal(v, 0)
	case a >= 9.995:
		return widget.Decimal(v, 1)
	case a >= 0.1 || a == 0:
		return widget.Decimal(v, 2)
	}
	return widget.Decimal(v, 4)
}

const mostSegments = 6 // told apart in one picture

// spread is a trait's quantiles over the people of each segment; ok is false
// where nobody differs.
func spread(w *sim.World, t sim.Trait) (lines chart.Lines, ok bool) {
	segments := w.Market().Segments
	values := make([][]float64, min(len(segments), mostSegments))
	for c := range w.Customers() {
		if c.Segment < len(values) {
			values[c.Segment] = append(values[c.Segment], c.Traits[t])
		}
	}
	lines = chart.Lines{First: 1, X: words.Say("Percentile"), Y: rough, Ticks: widget.Shorts, Zero: t != sim.NeedPosition}
	for i, x := range values {
		q := percentiles(x)
		if len(q) == 0 {
			continue
		}
		ok = ok || q[0] != q[len(q)-1]
		lines.Series = append(lines.Series, chart.Series{Name: words.Say(segments[i].Name), Values: q})
	}
	return lines, ok
}

// percentiles are the 1st to 99th of some values.
func percentiles(x []float64) (q []float64) {
	if len(x) == 0 {
		return nil
	}
	slices.Sort(x)
	for p := 1; p < 100; p++ {
		q = append(q, experiment.Quantile(x, float64(p)/100))
	}
	return q
}

// A moment is how a firm stands after a round.
type moment struct{ value, customers float64 }

// courses are moments by policy, seed and round.
type courses [][][]moment

func fans(m sim.Market, bar *progress) (courses, error) {
	c := make(courses, len(fanned))
	for i := range c {
		c[i] = make([][]moment, contestSeeds)
	}
	problems := make([]error, len(fanned)*contestSeeds)
	finished := make(chan int, len(problems))
	go func() {
		experiment.Each(len(problems), 0, func(i int) {
			k, seed := i%len(fanned), i/len(fanned)
			c[k][seed], problems[i] = course(m, fanned[k], uint64(seed+1))
			finished <- i
		})
		close(finished)
	}()
	n := 0
	for range finished {
		n++
		bar.tell(n, len(problems))
	}
	for _, err := range problems {
		if err != nil {
			return nil, err
		}
	}
	return c, nil
}

// course plays one game and looks at the firm after every round.
func course(m sim.Market, name string, seed uint64) (course []moment, err error) {
	play, _ := policy.Named(name)
	w, err := sim.New(m, seed)
	for err == nil && !w.Over() {
		var r sim.Report
		if r, err = w.Play(play(policy.Look(w))); err == nil {
			course = append(course, moment{w.Value().Company().Currency(), float64(r.Base.Closing())})
		}
	}
	return course, err
}

// lines is one figure of the courses as fans.
func (c courses) lines(s scenarios.Scenario, times float64, of func(moment) float64, sign string) chart.Lines {
	l := chart.Lines{First: 1, X: widget.Capital(words.Say(s.Round)), Zero: true, Y: func(x float64) string { return amount(sign, widget.Short(x)) },
		Ticks: func(values []float64) []string {
			out := widget.Shorts(values)
			for i := range out {
				out[i] = amount(sign, out[i])
			}
			return out
		}}
	for k, name := range fanned {
		series := chart.Series{Name: game.PlayerName(name)}
		for round := range c[k][0] {
			var x []float64
			for seed := range c[k] {
				x = append(x, of(c[k][seed][round])*times)
			}
			slices.Sort(x)
			series.Low = append(series.Low, experiment.Quantile(x, .1))
			series.Values = append(series.Values, experiment.Quantile(x, .5))
			series.High = append(series.High, experiment.Quantile(x, .9))
		}
		l.Series = append(l.Series, series)
	}
	return l
}

// amount is a number in a currency, or of something else where there is none.
func amount(currency, number string) string {
	if currency == "" {
		return number
	}
	return widget.Amount(currency, number)
}

// unequal shows how much each customer spent, and how much each is still worth.
func unequal(m sim.Market) (chart.Lorenz, error) {
	w, err := sim.New(m, 1)
	if err != nil {
		return chart.Lorenz{}, err
	}
	play, _ := policy.Named("balanced")
	if err := policy.Play(w, play); err != nil {
		return chart.Lorenz{}, err
	}
	var spent, left []float64
	for c := range w.Customers() {
		if c.Active {
			spent = append(spent, c.Spent.Currency())
			left = append(left, c.Residual.Currency())
		}
	}
	return chart.Lorenz{Curves: []chart.Curve{
		chart.NewCurve(words.Say("Spent so far"), spent), chart.NewCurve(words.Say("Still worth"), left),
	}}, nil
}
