package widget

import (
	"unicode"
	"unicode/utf8"
)

// Plural is "1 customer", "1,204 customers".
func Plural(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return Count(int64(n)) + " " + noun + "s"
}

// Capital begins a text as a sentence begins.
func Capital(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[n:]
}
