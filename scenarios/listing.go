package scenarios

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"
)

// Listing writes the mistakes for people, in English: each with its rule, the line it
// stands on with a caret below the place, and what was expected there. It
// tells the first twenty, and how many more there are.
func (e Errors) Listing() string { return e.ListingBy(english) }

// ListingBy is Listing as a sayer says it.
func (e Errors) ListingBy(say Sayer) string { return e.told(say, Error.listing) }

func (e Error) listing(say Sayer) string {
	text := e.Said(say)
	if e.Rule != "" {
		text += " [" + string(e.Rule) + "]"
	}
	if _, _, ok := e.Window(); !ok {
		return text
	}
	line, column, _ := e.Window()
	number := fmt.Sprint(e.Line)
	margin := strings.Repeat(" ", len(number))
	text += fmt.Sprintf("\n  %s | %s\n  %s | %s^", number, line, margin, strings.Repeat(" ", column-1))
	if !e.Expected.silent() {
		text += fmt.Sprintf("\n  %s = %s", margin, say("expected %s", e.Expected.Said(say)))
	}
	return text
}

// Window is the line a mistake stands on, as far as it can be shown, and the
// column of the place in that, from 1; ok is false where there is none.
func (e Error) Window() (line string, column int, ok bool) {
	if e.Line == 0 || e.Text == "" {
		return "", 0, false
	}
	line, column = window(e.Text, e.Column)
	return line, column, true
}

// window is the part of a long line around a column, and the column in it. What
// cannot be shown is replaced, so that the caret stays in its place.
func window(text string, column int) (string, int) {
	const before, most = 50, 100 // [characters]
	r := []rune(text)
	column = min(max(column, 1), len(r)+1)
	from := max(column-1-before, 0)
	if len(r) <= most {
		from = 0
	}
	to := min(from+most, len(r))
	shown := slices.Clone(r[from:to])
	for i, c := range shown {
		if c == '\t' {
			shown[i] = ' '
		} else if c == utf8.RuneError || forbidden(c) {
			shown[i] = '�'
		}
	}
	column -= from
	if from > 0 {
		shown[0] = '…'
	}
	if to < len(r) {
		shown[len(shown)-1] = '…'
	}
	return string(shown), column
}

// valueRules are the rules whose messages say what is wrong with a value, and
// not all that would be right.
var valueRules = []Rule{wrongKind, notANumber, noValue, unknownWord, wrongCount, wrongLength, tooFine}

// expected is what the field of a mistake takes.
func expected(e Error) Phrase {
	if !slices.Contains(valueRules, e.Rule) {
		return Phrase{}
	}
	f, ok := FieldAt(e.Path)
	if !ok {
		return Phrase{}
	}
	text := f.taken()
	if f.Example != "" {
		text = say("%s, like %s", text, f.Example)
	}
	return text
}
