package scenarios

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// An Error is one mistake in a scenario file, or a warning.
type Error struct {
	File    string
	Line    int    // from 1; 0 where it concerns the whole file
	Column  int    // from 1, in characters
	Path    string // the field it concerns, as in price.low; empty for the whole file
	Rule    Rule   // what was broken
	Message Phrase // what is wrong and what would be right
	Text    string // the line, where there is one
	Warning bool   // the file loads all the same

	Expected Phrase // what the field takes; empty where the message says it, or the field is not known
}

// Error writes the mistake in English as file:line:column: message.
func (e Error) Error() string { return e.Said(english) }

// Said is Error with the message as a sayer says it.
func (e Error) Said(say Sayer) string {
	message := e.Message.Said(say)
	if e.Warning {
		message = say("warning: %s", message)
	}
	if e.Line == 0 {
		return e.File + ": " + message
	}
	return fmt.Sprintf("%s:%d:%d: %s", e.File, e.Line, e.Column, message)
}

// Errors are all mistakes of a file, in the order of the file.
type Errors []Error

// mostTold is how many mistakes of one file Error writes out.
const mostTold = 20

// Error writes a line a mistake, and how many more there are beyond the first
// twenty.
func (e Errors) Error() string { return e.Said(english) }

// Said is Error with the messages as a sayer says them.
func (e Errors) Said(say Sayer) string { return e.told(say, Error.Said) }

func (e Errors) told(say Sayer, tell func(Error, Sayer) string) string {
	var lines []string
	for i, one := range e {
		if i == mostTold {
			lines = append(lines, one.File+": "+say("and %d more", len(e)-mostTold))
			break
		}
		lines = append(lines, tell(one, say))
	}
	return strings.Join(lines, "\n")
}

// sort puts the mistakes in the order of the file, those of files it extends
// behind its own, and drops repetitions.
func (e Errors) sort(file string) Errors {
	slices.SortStableFunc(e, func(a, b Error) int {
		if a.File != b.File {
			switch {
			case a.File == file:
				return -1
			case b.File == file:
				return 1
			}
			return cmp.Compare(a.File, b.File)
		}
		return cmp.Or(cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column))
	})
	return slices.CompactFunc(e, Error.same)
}

// same tells that two mistakes are one, told twice.
func (e Error) same(o Error) bool {
	return e.File == o.File && e.Line == o.Line && e.Column == o.Column && e.Path == o.Path && e.Rule == o.Rule &&
		e.Warning == o.Warning && e.Message.String() == o.Message.String()
}

// whole is a mistake that concerns the whole file.
func whole(file string, rule Rule, format string, args ...any) Errors {
	return Errors{{File: file, Rule: rule, Message: say(format, args...)}}
}

// quote shows what a file says, cut short where it is long.
func quote(s string) string {
	const most = 40
	if r := []rune(s); len(r) > most {
		s = string(r[:most-1]) + "…"
	}
	return fmt.Sprintf("%q", s)
}
