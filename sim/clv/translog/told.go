package translog

import (
	"errors"
	"fmt"
	"slices"
	"strings"
)

// Told is how a log was read.
type Told struct {
	Form []string // what was taken for what, in sentences

	Rows    int // of data, header and empty rows apart
	Used    int // that count in a purchase or refund
	Merged  int // of them, those that joined another of their customer and day
	Refunds int // of them, those that give back
	Outside int // left out because they lie before From or after Until
	Never   int // customers left out because they have refunds only

	Refused int       // rows of no use
	Reasons []Reason  // why, most frequent first
	Listed  []Refusal // the first of them
}

// A Reason is why rows were refused.
type Reason struct {
	Why  string
	Rows int
}

// A Refusal is a row that was refused.
type Refusal struct {
	Line int
	Why  string
}

// String is the refusal as a person reads it.
func (r Refusal) String() string { return fmt.Sprintf("line %d: %s", r.Line, r.Why) }

// refuse notes a row of no use; what is the field that is wrong, if one is.
func (t *Told) refuse(line int, what []byte, why error, most int) {
	t.Refused++
	i := slices.IndexFunc(t.Reasons, func(r Reason) bool { return r.Why == why.Error() })
	if i < 0 {
		t.Reasons = append(t.Reasons, Reason{Why: why.Error()})
		i = len(t.Reasons) - 1
	}
	t.Reasons[i].Rows++
	if len(t.Listed) < most {
		text := why.Error()
		if what != nil {
			text = fmt.Sprintf("“%s” %s", clipBytes(what), text)
		}
		t.Listed = append(t.Listed, Refusal{line, text})
	}
}

func (t *Told) say(format string, args ...any) { t.Form = append(t.Form, fmt.Sprintf(format, args...)) }

// sayForm tells the form in words.
func (t *Told) sayForm(f form, o Options) {
	between := map[byte]string{' ': "spaces", '\t': "tabs", ',': "commas", ';': "semicolons", '|': "bars"}[f.delimiter]
	if between == "" {
		between = fmt.Sprintf("%q", f.delimiter)
	}
	head := "without a header"
	if f.header {
		head = "with a header"
	}
	t.say("%d columns apart by %s, %s", f.columns, between, head)
	name := func(i int) string {
		if i < len(f.names) && f.names[i] != "" {
			return fmt.Sprintf("column %d, “%s”", i+1, clip(f.names[i]))
		}
		return fmt.Sprintf("column %d", i+1)
	}
	t.say("customer: %s", name(f.customer))
	t.say("date: %s", name(f.date))
	switch {
	case f.amount < 0:
		t.say("amount: none")
	case f.quantity >= 0:
		t.say("amount: %s, times the quantity in %s", name(f.amount), name(f.quantity))
	default:
		t.say("amount: %s", name(f.amount))
	}
	if f.decimal == ',' {
		t.say("decimals come after a comma")
	}
}

// errNone says that a log has nothing in it, and why.
func (t *Told) errNone() error {
	switch {
	case t.Rows == 0:
		return errors.New("the log has no rows of data")
	case t.Refused == t.Rows:
		var why []string
		for _, r := range t.Listed[:min(3, len(t.Listed))] {
			why = append(why, r.String())
		}
		return fmt.Errorf("none of the %d rows can be used; %s. Read were %s", t.Rows, strings.Join(why, "; "), strings.Join(t.Form, "; "))
	case t.Outside > 0:
		return errors.New("no purchase lies within the days asked for")
	}
	return errors.New("the log has no purchases")
}
