package compare

import (
	"fmt"
	"io"
	"math"
	"strings"
	"text/tabwriter"

	"centricity/cmd/centricity-lab/internal/batch"
	"centricity/game/chart"
	"centricity/game/page"
	"centricity/game/widget"
)

// number writes a value with as many digits as say something.
func number(x float64) string {
	switch a := math.Abs(x); {
	case math.IsNaN(x):
		return "–"
	case a >= 1000:
		return grouped(fmt.Sprintf("%.0f", x))
	case a >= 10:
		return fmt.Sprintf("%.1f", x)
	}
	return fmt.Sprintf("%.3g", x)
}

// grouped parts the thousands of a whole number.
func grouped(digits string) string {
	sign := ""
	if strings.HasPrefix(digits, "-") {
		sign, digits = "-", digits[1:]
	}
	for i := len(digits) - 3; i > 0; i -= 3 {
		digits = digits[:i] + "," + digits[i:]
	}
	return sign + digits
}

// interval is an estimate's 95 % interval, or why there is none.
func interval(m Mean) string {
	if m.Low == nil {
		return "needs 2 replications"
	}
	return number(*m.Low) + " to " + number(*m.High)
}

// reduction is what common random numbers bought.
func (d Difference) reduction() string {
	switch {
	case d.N < 2:
		return "–"
	case d.Reduction == 0:
		return "no variance left"
	}
	return number(d.Reduction) + "×"
}

func (d Difference) relative() string { return fmt.Sprintf("%+.2f %%", 100*d.Relative) }

var headings = []string{"", "mean", "difference", "95 % interval", "in percent", "variance saved"}

// rows are a measure's, one a treatment.
func (c Comparison) rows(m Measured) [][]string {
	var rows [][]string
	k := 0
	for i, name := range c.Treatments {
		row := []string{name, number(m.Means[i].Value), "", "", "", ""}
		if name != c.Against {
			d := m.Differences[k]
			k++
			row = []string{name, number(m.Means[i].Value), number(d.Value), interval(d.Mean), d.relative(), d.reduction()}
		}
		rows = append(rows, row)
	}
	return rows
}

// Text writes the comparison as tables.
func (c Comparison) Text(out io.Writer) error {
	fmt.Fprintf(out, "%s\n%d replications; differences from %s, paired by replication\n", c.Title, c.Replications, c.Against)
	for _, m := range c.Measures {
		fmt.Fprintf(out, "\n%s\n", strings.ReplaceAll(m.Measure, "_", " "))
		t := tabwriter.NewWriter(out, 0, 0, 2, ' ', tabwriter.AlignRight)
		for _, row := range append([][]string{headings}, c.rows(m)...) {
			fmt.Fprintln(t, strings.Join(row, "\t")+"\t")
		}
		if err := t.Flush(); err != nil {
			return err
		}
	}
	return nil
}

// mostDrawn is how many arms or settings a page draws.
const mostDrawn = 12

// formats of what is drawn.
var formats = map[string]chart.Format{"customers": count, "revenue": count, "cash": count, "retention": share}

func count(x float64) string { return grouped(fmt.Sprintf("%.0f", x)) }
func share(x float64) string { return fmt.Sprintf("%.0f %%", 100*x) }

// Page writes the comparison as a page that loads nothing.
func (c Comparison) Page(out io.Writer, folder batch.Folder, fans []Fan) error {
	d := folder.Plan.Design
	p := page.New(c.Title)
	p.Section("What was played")
	p.Text(fmt.Sprintf("%d runs: %d cells, each played %d times from base seed %d. All cells of a replication meet the same people with the same luck.",
		folder.Plan.Runs(), len(d.Cells), d.Replications, d.Seed))
	table := page.Table{Head: []string{"Arm", "Scenario", "Policy"}, Text: 3}
	for i, cell := range d.Cells {
		if i == 0 || cell.Arm != d.Cells[i-1].Arm {
			table.Rows = append(table.Rows, []string{cell.Arm, cell.Scenario, cell.Policy})
		}
	}
	p.Table(table)
	for _, f := range d.Factors {
		p.Text(fmt.Sprintf("%s differs between cells [%s]: %s", f.Path, f.Unit, f.Doc))
	}
	arms, runs, err := folder.Bankrupt()
	if err != nil {
		return err
	}
	for i, arm := range arms {
		p.Warn(fmt.Sprintf("In %d runs of arm %s the firm went bankrupt. They are in all means.", runs[i], arm))
	}
	p.Section("Differences from " + c.Against)
	p.Text("A difference is taken between runs that share their luck, replication by replication, and over all settings of the factors. Its interval is Student's, at 95 %. Variance saved is how much larger the variance of the difference would be between independent runs: so many times more runs would be needed for the same interval.")
	for _, m := range c.Measures {
		p.Table(page.Table{Caption: strings.ReplaceAll(m.Measure, "_", " "), Head: headings, Rows: c.rows(m)})
	}
	p.Section("How the runs went")
	switch {
	case len(fans) == 0:
		p.Text("The design does not write rounds, so there is nothing to draw.")
	case len(c.Treatments) > mostDrawn:
		p.Text(fmt.Sprintf("There are more than %d arms or settings: too many to draw.", mostDrawn))
		fans = nil
	default:
		p.Text(fmt.Sprintf("The line is the median run, the dark band holds half of the runs and the light one nine in ten%s.", first(d.Replications)))
	}
	theme := widget.Light()
	for i, f := range fans {
		colour := theme.Series[i%len(c.Treatments)%len(theme.Series)]
		p.Figure(fmt.Sprintf("%s: %s", strings.ReplaceAll(f.Measure, "_", " "), f.Treatment), chart.Lines{
			First: f.First, History: 1 - f.First, Y: formats[f.Measure], Series: []chart.Series{
				{Name: "9 in 10", Values: f.Quantiles[2], Low: f.Quantiles[0], High: f.Quantiles[4], Color: colour},
				{Name: "half", Values: f.Quantiles[2], Low: f.Quantiles[1], High: f.Quantiles[3], Color: colour},
			}}, 260)
	}
	_, err = p.WriteTo(out)
	return err
}

func first(replications int) string {
	if replications <= fanRuns {
		return ""
	}
	return fmt.Sprintf(", of the first %d replications", fanRuns)
}
