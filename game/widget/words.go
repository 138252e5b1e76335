package widget

import (
	"unicode"
	"unicode/utf8"

	"centricity/game/words"
)

// Plural counts what a scenario names, as it is said: "1 quarter", "8 quarters".
func Plural(n int, noun string) string {
	if n != 1 {
		noun = words.Many(noun)
	}
	return Count(int64(n)) + " " + noun
}

// Capital begins a text as a sentence begins.
func Capital(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[n:]
}
