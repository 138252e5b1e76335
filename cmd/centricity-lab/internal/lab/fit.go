package lab

import (
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"centricity/sim/clv/study"
	"centricity/sim/clv/translog"

	"github.com/spf13/cobra"
)

func fitCommand() *cobra.Command {
	var o struct {
		logFlags
		model, unit, calibrate, wonFrom string
		discount, margin                float64
		json, force                     bool
		customers, html                 string
	}
	cmd := &cobra.Command{
		Use:   "fit LOG",
		Short: "Fit customer lifetime value models to a transaction log",
		Long: `Fit the field's models of customers without a contract to a business's own log
of purchases: how often they buy, how many are still there, what they will
bring, and how much of it comes from the few, each with its 95 % interval.

` + logHelp + `

The models are ` + strings.Join(study.Models(), ", ") + `. All are fitted; the one with the lowest AIC is used
unless --model names another (for hundreds of thousands of customers that is
also much quicker). Beside it stands what came of its forecast: with
--calibrate-to DAY it is fitted up to that day and everything is told as of
then; without, it is fitted to the whole log and tried on the log's first half.

A log that begins in the middle of a business takes its old customers for new.
--won-from DAY leaves out customers who bought before that day.

--customers writes a table of all customers: the chance that each still is one,
expected purchases in the next year, residual lifetime value, and decile. An id
that a spreadsheet would take for a formula begins with a ' there.`,
		Example: `  centricity-lab fit purchases.csv
  centricity-lab fit purchases.csv --calibrate-to 2024-06-30 --margin 0.3
  centricity-lab fit purchases.csv --customers customers.csv --html report.html
  centricity-lab fit export.txt --customer 2 --date 3 --amount 5 --json`,
		Args: exactly("a log of purchases", 1),
	}
	f := cmd.Flags()
	f.SortFlags = false
	f.StringVar(&o.model, "model", "", "the model to use: "+strings.Join(study.Models(), ", "))
	f.StringVar(&o.unit, "unit", "week", "the period of rates: "+strings.Join(study.Units, ", "))
	f.StringVar(&o.calibrate, "calibrate-to", "", "fit up to this day and hold out the rest")
	f.StringVar(&o.wonFrom, "won-from", "", "leave out customers who bought before this day")
	f.Float64Var(&o.discount, "discount", 0.1, "by how much money loses value in a year")
	f.Float64Var(&o.margin, "margin", 1, "the share of revenue that is profit; 1 values revenue")
	f.BoolVar(&o.json, "json", false, "print a JSON document")
	f.StringVar(&o.customers, "customers", "", "write a CSV table of all customers to this file")
	f.StringVar(&o.html, "html", "", "write a report with charts to this file")
	f.BoolVar(&o.force, "force", false, "let --customers and --html replace files")
	o.add(f)

	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		q, err := newQuestion(o.model, o.unit, o.calibrate, o.wonFrom, o.discount, o.margin)
		if err != nil {
			return err
		}
		for _, name := range []string{o.customers, o.html} {
			if err := mayWrite(name, args[0], o.force); err != nil {
				return err
			}
		}
		if o.customers != "" && o.customers == o.html {
			return usagef("--customers and --html name the same file.")
		}
		log, err := o.read(args[0], cmd.InOrStdin())
		if err != nil {
			return err
		}
		r, err := q.answer(args[0], log)
		if err != nil {
			return err
		}
		for name, write := range map[string]func(io.Writer) error{o.customers: r.writeCustomers, o.html: r.writePage} {
			if err := writeFile(name, o.force, write); err != nil {
				return err
			}
		}
		if o.json {
			return writeJSON(cmd.OutOrStdout(), r.document())
		}
		return r.writeText(cmd.OutOrStdout())
	}
	return cmd
}

// A question is what is asked of a log.
type question struct {
	cut study.Cut
	study.Options
}

func newQuestion(model, unit, calibrate, wonFrom string, discount, margin float64) (q question, err error) {
	if model != "" {
		if q.Model, err = study.Named(shorten(model)); err != nil {
			return q, usagef("%v.", err)
		}
	}
	i := slices.Index(study.Units, strings.TrimSuffix(strings.ToLower(unit), "s"))
	if i < 0 {
		return q, usagef("--unit does not take %q; it takes %s.", shorten(unit), sentence(study.Units))
	}
	q.cut.Unit = study.Unit(i)
	if q.cut.Until, err = dayFlag("calibrate-to", calibrate); err != nil {
		return q, err
	}
	if q.cut.WonFrom, err = dayFlag("won-from", wonFrom); err != nil {
		return q, err
	}
	if !(discount > 0 && discount <= 10) {
		return q, usagef("--discount is a share of 1, above 0 (0.1 is 10 %% a year); %v is not.", discount)
	}
	if !(margin > 0 && margin <= 1) {
		return q, usagef("--margin is a share of 1, above 0 (0.3 is 30 %%); %v is not.", margin)
	}
	q.Discount, q.Margin = discount, margin
	return q, nil
}

// A result is the answer.
type result struct {
	name    string
	log     *translog.Log
	cut     study.Cut
	data    study.Data
	study   *study.Study
	trial   *study.Study // of the same model on the log's first half; nil if held out otherwise, or too short
	tried   translog.Day // its last day
	untried string       // why there is no trial
}

func (q question) answer(name string, log *translog.Log) (*result, error) {
	r := &result{name: name, log: log, cut: q.cut}
	if u := q.cut.Until; u != 0 && (u < log.First || u >= log.Last) {
		return nil, fmt.Errorf("--calibrate-to %s leaves nothing to hold out or nothing to fit: the log goes from %s to %s", u, log.First, log.Last)
	}
	r.data = study.FromLog(log, q.cut)
	if len(r.data.Customers) == 0 {
		return nil, fmt.Errorf("%s: no customers are left to fit", name)
	}
	var err error
	if r.study, err = study.Run(r.data, q.Options); err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	if q.cut.Until == 0 {
		cut := q.cut
		cut.Until = log.First + (log.Last-log.First)/2
		r.tried = cut.Until
		o := q.Options
		o.Model, o.OnlyTry = strings.ToLower(r.study.Used.Name), true
		if r.trial, err = study.Run(study.FromLog(log, cut), o); err != nil {
			r.trial, r.untried = nil, err.Error()
		}
	}
	return r, nil
}

// holdout is the forecast beside what came of it, if there is one.
func (r *result) holdout() *study.Holdout {
	switch {
	case r.study.Holdout != nil:
		return r.study.Holdout
	case r.trial != nil:
		return r.trial.Holdout
	}
	return nil
}

// mayWrite says early why a file could not be written, before the work is done.
func mayWrite(name, log string, force bool) error {
	if name == "" {
		return nil
	}
	if sameFile(name, log) {
		return usagef("%s is the log itself; give the output another name.", name)
	}
	if _, err := os.Lstat(name); err == nil && !force {
		return fmt.Errorf("%s is there already; choose another name, or replace it with --force", name)
	}
	return nil
}

// writeFile writes a whole file or leaves things as they were; without a name
// it does nothing.
func writeFile(name string, force bool, write func(io.Writer) error) error {
	out, err := openLog(name, force)
	if err != nil || out == nil {
		return err
	}
	defer out.discard()
	var b strings.Builder
	if err := write(&b); err != nil {
		return err
	}
	return out.write([]byte(b.String()))
}
