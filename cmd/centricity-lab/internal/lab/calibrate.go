package lab

import (
	"fmt"
	"strings"

	"centricity/scenarios"
	"centricity/sim/clv/calibrate"
	"centricity/sim/clv/study"

	"github.com/spf13/cobra"
)

// roundLengths are the rounds a calibrated scenario can have [weeks].
var roundLengths = map[string]float64{"week": 1, "month": 4.348, "quarter": 13, "year": 52.18}

func calibrateCommand() *cobra.Command {
	var o struct {
		logFlags
		calibrate, wonFrom, round, title, currency string
		segments, people                           int
		margin                                     float64
	}
	cmd := &cobra.Command{
		Use:   "calibrate LOG > SCENARIO.yaml",
		Short: "Make a playable scenario from a transaction log",
		Long: `Make a scenario whose customers are those of a business's own log of purchases:
how often they buy and leave, what they spend, how much they differ in each, and
what goes with what, from the moments of models fitted to the log; seasons too,
if the log is two years long. How customers answer to price, quality and care no
log of purchases tells: that part of the file is design, and says so.

` + logHelp + `

A firm with these customers is then simulated with nobody minding what it does,
and stands beside the log: how many bought again how often, how much the best
fifth bring, and purchases week by week. That goes to stderr, and into the file.

--segments divides customers by what they spent when they were won. (Dividing
them by what they did later would take luck for character.)

The customers of the scenario music-shop come from the CDNOW sample:

  centricity-lab calibrate cdnow_sample.txt --calibrate-to 1997-09-30`,
		Example: `  centricity-lab calibrate purchases.csv > my-shop.yaml
  centricity-lab calibrate purchases.csv --segments 3 --round month --margin 0.4 > my-shop.yaml
  centricity-lab check --play my-shop.yaml`,
		Args: exactly("a log of purchases", 1),
	}
	f := cmd.Flags()
	f.SortFlags = false
	f.StringVar(&o.title, "title", "My shop", "the scenario's title")
	f.StringVar(&o.round, "round", "quarter", "how long a round is: week, month, quarter or year")
	f.StringVar(&o.currency, "currency", "$", "the currency's sign")
	f.IntVar(&o.people, "people", 20_000, "everyone who can be a customer")
	f.IntVar(&o.segments, "segments", 1, "divide customers into 1 to 4 segments")
	f.Float64Var(&o.margin, "margin", 0.5, "the share of the price that is not the cost of what is sold")
	f.StringVar(&o.calibrate, "calibrate-to", "", "fit up to this day; the check goes on to the log's end")
	f.StringVar(&o.wonFrom, "won-from", "", "leave out customers who bought before this day")
	o.add(f)

	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		weeks, err := choice("round", o.round, roundLengths)
		switch {
		case err != nil:
			return err
		case o.segments < 1 || o.segments > 4:
			return usagef("--segments is 1 to 4; %d is not.", o.segments)
		case o.people < 100 || o.people > 1_000_000:
			return usagef("--people is 100 to 1000000; %d is not.", o.people)
		case !(o.margin > 0 && o.margin < 1):
			return usagef("--margin is a share of 1, between 0 and 1; %v is not.", o.margin)
		}
		q, err := newQuestion("", "week", o.calibrate, o.wonFrom, 0.1, 1)
		if err != nil {
			return err
		}
		log, err := o.read(args[0], cmd.InOrStdin())
		if err != nil {
			return err
		}
		if u := q.cut.Until; u != 0 && (u <= log.First || u > log.Last) {
			return fmt.Errorf("--calibrate-to %s lies outside of the log, which goes from %s to %s", u, log.First, log.Last)
		}
		data := study.FromLog(log, q.cut)
		if len(data.Customers) == 0 {
			return fmt.Errorf("%s: no customers are left to fit", args[0])
		}
		traits, err := calibrate.Of(data, weeks, o.segments)
		if err != nil {
			return fmt.Errorf("%s: %w", args[0], err)
		}
		s := sheet{title: o.title, round: strings.ToLower(o.round), currency: o.currency, people: o.people, margin: o.margin, traits: traits,
			from: append(readingTold(log)[:1:1], q.told(data)...)}
		world, err := scenarios.Load(args[0], []byte(s.yaml(nil)))
		if err != nil {
			return fmt.Errorf("the scenario made from %s does not hold: %w", args[0], err)
		}
		check, err := calibrate.Simulate(world.Market, data, 1)
		if err != nil {
			return err
		}
		told := sideBySide(check, data, traits)
		fmt.Fprintln(cmd.ErrOrStderr(), strings.Join(told, "\n"))
		_, err = fmt.Fprint(cmd.OutOrStdout(), s.yaml(told))
		return err
	}
	return cmd
}

// told says what is fitted.
func (q question) told(d study.Data) []string {
	if q.cut.Until == 0 {
		return nil
	}
	return []string{fmt.Sprintf("fitted up to %s: %s", q.cut.Until, counted(len(d.Customers), "customer"))}
}

// sideBySide tells the log and the firm simulated from it.
func sideBySide(c calibrate.Check, d study.Data, t calibrate.Traits) (lines []string) {
	say := func(format string, args ...any) { lines = append(lines, fmt.Sprintf(format, args...)) }
	say("The log beside a firm of %s simulated with its traits, nobody minding what it does:", counted(c.Simulated, "customer"))
	say("")
	say("  %-26s %8s %8s", "customers who bought again", "log", "firm")
	for i := range c.Log {
		label := fmt.Sprintf("%d times", i)
		if i == len(c.Log)-1 {
			label = fmt.Sprintf("%d times or more", i)
		}
		say("  %-26s %7.1f%% %7.1f%%", label, 100*c.Log[i], 100*c.Firm[i])
	}
	if d.Amounts {
		say("  %-26s %7.1f%% %7.1f%%", "revenue of the best 20 %", 100*c.LogTop, 100*c.FirmTop)
		say("  %-26s %8.3f %8.3f", "Gini coefficient", c.LogGini, c.FirmGini)
	}
	say("  repeat purchases a customer")
	step := max(1, (len(c.LogTrack)+7)/8)
	for i := step - 1; i < len(c.LogTrack); i += step {
		after := ""
		if i+1 > c.Fitted {
			after = "  (after what was fitted)"
		}
		say("  %-26s %8.3f %8.3f%s", fmt.Sprintf("  by week %d", (i+1)*c.Step), c.LogTrack[i], c.FirmTrack[i], after)
	}
	say("")
	if different := c.Differences(len(d.Customers)); len(different) > 0 {
		say("BEWARE: the firm is unlike the log: %s.", strings.Join(different, "; "))
	} else {
		say("The firm is like the log, but for chance.")
	}
	for _, s := range t.Told {
		say("%s", s)
	}
	return lines
}
