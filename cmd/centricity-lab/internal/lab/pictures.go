package lab

import (
	"fmt"
	"io"
	"slices"

	"centricity/game/chart"
	"centricity/game/page"
	"centricity/scenarios"
	"centricity/sim"
	"centricity/sim/experiment"
	"centricity/sim/policy"
)

// fanned are the policies whose course is drawn.
var fanned = append(policy.Centric(), "balanced")

// draw puts a scenario's pictures on a page.
func draw(p *page.Page, s scenarios.Scenario, errs io.Writer) error {
	p.Warn("For instructors: this page shows what players are not told.")
	p.Text(summary(s) + ".")
	p.Text(s.Briefing)
	if s.Lesson.Says != "" {
		p.Text("What there is to learn: " + s.Lesson.Says)
	}

	m := affordable(s.Market, len(fanned)*contestSeeds)
	w, err := sim.New(m, 1)
	if err != nil {
		return err
	}
	p.Section("Who the customers are")
	p.Text("Every person of a segment, from the lowest to the highest, by percentile.")
	for t := range sim.Trait(sim.NumTraits) {
		if f, ok := spread(w, t); ok {
			field, _ := scenarios.FieldAt("segments.*." + t.String() + ".mean")
			p.Figure(fmt.Sprintf("%s [%s]", sentenceCase(t.String()), field.Unit), f, 260)
		}
	}

	p.Section("How it goes")
	p.Text(fmt.Sprintf("The same %d seeds under each policy%s: the median, and the band that holds the middle 80 %% of them.", contestSeeds, fewer(s.Market, m)))
	bar := newProgress(errs, "playing")
	all, err := fans(m, bar)
	bar.end()
	if err != nil {
		return fmt.Errorf("%s: %w", s.Name, err)
	}
	times := float64(s.Market.People) / float64(m.People)
	p.Figure("What the firm is worth", all.lines(s, times, func(v moment) float64 { return v.value }, s.Currency), 360)
	p.Figure("Customers", all.lines(s, times, func(v moment) float64 { return v.customers }, ""), 360)

	p.Section("How unequal they are")
	p.Text("At the end of one game under the balanced policy.")
	lorenz, err := unequal(m)
	if err != nil {
		return err
	}
	p.Figure("Who holds the value", lorenz, 420)
	return nil
}

func sentenceCase(s string) string {
	r := []rune(s)
	for i := range r {
		if r[i] == '_' {
			r[i] = ' '
		}
	}
	if len(r) > 0 && r[0] >= 'a' && r[0] <= 'z' {
		r[0] += 'A' - 'a'
	}
	return string(r)
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
	lines = chart.Lines{First: 1, X: "%", Y: figure, Zero: t != sim.NeedPosition}
	for i, x := range values {
		q := percentiles(x)
		if len(q) == 0 {
			continue
		}
		ok = ok || q[0] != q[len(q)-1]
		lines.Series = append(lines.Series, chart.Series{Name: segments[i].Name, Values: q})
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
	l := chart.Lines{First: 1, X: sentenceCase(s.Round), Zero: true, Y: func(x float64) string { return sign + figure(x) }}
	for k, name := range fanned {
		series := chart.Series{Name: name}
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
		chart.NewCurve("Spent so far", spent), chart.NewCurve("Still worth", left),
	}}, nil
}
