package lab

import (
	"fmt"
	"io"
	"os"
	"strings"

	"centricity/game"
	"centricity/sim/clv/translog"

	"github.com/spf13/pflag"
)

// logFlags are the flags that say how a transaction log is written.
type logFlags struct {
	customer, date, amount, quantity string
	delimiter, header, order         string
	decimal, from, until             string
}

func (l *logFlags) add(f *pflag.FlagSet) {
	f.StringVar(&l.customer, "customer", "", "the column that names the customer: its name, or its number from 1")
	f.StringVar(&l.date, "date", "", "the column with the date")
	f.StringVar(&l.amount, "amount", "", "the column with the amount; - for a log without")
	f.StringVar(&l.quantity, "quantity", "", "a column to multiply the amount by; - for none")
	f.StringVar(&l.delimiter, "delimiter", "", "what stands between columns: comma, semicolon, tab, bar or space")
	f.StringVar(&l.header, "header", "", "whether the first row names the columns: yes or no")
	f.StringVar(&l.order, "date-order", "", "how to read 03/04/2024: dmy or mdy")
	f.StringVar(&l.decimal, "decimal", "", "the decimal sign: point or comma")
	f.StringVar(&l.from, "from", "", "leave out what lies before this day, like 2024-01-31")
	f.StringVar(&l.until, "until", "", "leave out what lies after this day")
}

// logHelp explains the flags.
const logHelp = `LOG is a file with a row for each purchase, or - for what is piped in: CSV, or
columns apart by semicolons, tabs, bars or spaces, with or without a header.
Columns, dates and amounts are recognised and what was taken for what is told;
the flags say it where the guess is wrong. All purchases of a customer on one
day count as one. A refund (a negative amount) is taken off what the customer
spent and is no purchase. Rows of no use are told by line and left out.`

// options turns the flags into options, or says what is wrong with them.
func (l logFlags) options() (o translog.Options, err error) {
	o = translog.Options{Customer: l.customer, Date: l.date, Amount: l.amount, Quantity: l.quantity}
	if o.Delimiter, err = choice("delimiter", l.delimiter, map[string]byte{"": 0, "comma": ',', "semicolon": ';', "tab": '\t', "bar": '|', "space": ' ', ",": ',', ";": ';', "|": '|'}); err != nil {
		return o, err
	}
	if o.Header, err = choice("header", l.header, map[string]translog.Header{"": translog.GuessHeader, "yes": translog.WithHeader, "no": translog.WithoutHeader}); err != nil {
		return o, err
	}
	if o.Order, err = choice("date-order", l.order, map[string]translog.Order{"": translog.GuessOrder, "dmy": translog.DayFirst, "mdy": translog.MonthFirst}); err != nil {
		return o, err
	}
	if o.Decimal, err = choice("decimal", l.decimal, map[string]byte{"": 0, "point": '.', "comma": ',', ".": '.', ",": ','}); err != nil {
		return o, err
	}
	if o.From, err = dayFlag("from", l.from); err != nil {
		return o, err
	}
	if o.Until, err = dayFlag("until", l.until); err != nil {
		return o, err
	}
	if o.From != 0 && o.Until != 0 && o.From > o.Until {
		return o, usagef("--from %s comes after --until %s.", o.From, o.Until)
	}
	return o, nil
}

// choice is one of some words.
func choice[T any](flag, word string, of map[string]T) (T, error) {
	v, ok := of[strings.ToLower(word)]
	if !ok {
		var words []string
		for w := range of {
			if len(w) > 1 {
				words = append(words, w)
			}
		}
		return v, usagef("--%s does not take %q; it takes %s.", flag, shorten(word), sentence(words))
	}
	return v, nil
}

func dayFlag(flag, text string) (translog.Day, error) {
	if text == "" {
		return 0, nil
	}
	d, err := translog.ParseDay(text)
	if err != nil {
		return 0, usagef("--%s: %v.", flag, err)
	}
	return d, nil
}

// read reads a log from a file, or what is piped in.
func (l logFlags) read(name string, in io.Reader) (*translog.Log, error) {
	o, err := l.options()
	if err != nil {
		return nil, err
	}
	if name == "-" {
		name = piped
	} else {
		info, err := os.Stat(name)
		switch {
		case os.IsNotExist(err):
			return nil, fmt.Errorf("%s: there is no such file", name)
		case err == nil && info.IsDir():
			return nil, fmt.Errorf("%s: is a folder; name the log in it", name)
		}
		f, err := os.Open(name)
		if err != nil {
			return nil, fmt.Errorf("%s: the file cannot be opened", name)
		}
		defer f.Close()
		in = f
	}
	log, err := translog.Read(in, o)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return log, nil
}

// readingTold tells how a log was read, a sentence each.
func readingTold(l *translog.Log) (lines []string) {
	t := l.Told
	purchases := 0
	for _, c := range l.Customers {
		for range c.Purchases() {
			purchases++
		}
	}
	say := func(format string, args ...any) { lines = append(lines, game.OneLine(fmt.Sprintf(format, args...))) }
	say("%s of data: %s of %s, %s to %s", counted(t.Rows, "row"), counted(purchases, "purchase"), counted(len(l.Customers), "customer"), l.First, l.Last)
	for _, s := range t.Form {
		say("%s", s)
	}
	if t.Merged > 0 {
		say("%s of a customer and day that another row has too: they count as one purchase", counted(t.Merged, "row"))
	}
	if t.Refunds > 0 {
		say("%s that give back: taken off what the customer spent, no purchase", counted(t.Refunds, "row"))
	}
	if t.Never > 0 {
		say("%s left out, who only gave back", counted(t.Never, "customer"))
	}
	if t.Outside > 0 {
		say("%s of customers left out, before --from or after --until", counted(t.Outside, "day"))
	}
	return lines
}

// refusedTold tells what was refused, by reason and the first rows by line.
func refusedTold(t translog.Told) (lines []string) {
	if t.Refused == 0 {
		return nil
	}
	lines = append(lines, fmt.Sprintf("%s of no use:", counted(t.Refused, "row")))
	for _, r := range t.Listed {
		lines = append(lines, "  "+game.OneLine(r.String()))
	}
	if more := t.Refused - len(t.Listed); more > 0 {
		lines = append(lines, fmt.Sprintf("  and %s more; in all:", grouped(int64(more))))
		for _, r := range t.Reasons {
			lines = append(lines, fmt.Sprintf("  %s × %s", grouped(int64(r.Rows)), r.Why))
		}
	}
	return lines
}
