// Package wordstest finds texts that did not come from the catalogue.
package wordstest

import "regexp"

var (
	letters = regexp.MustCompile(`\p{L}{2,}`)
	spoken  = regexp.MustCompile(`%(?:\[\d+\])?[-+# 0-9.]*[a-zA-Z%]|\p{L}`)
)

// Unsaid are the words of a text that did not come from the catalogue, when that
// says every text without its letters: words.Interpret(Mute).
func Unsaid(text string) []string { return letters.FindAllString(text, -1) }

// Mute is a text of the catalogue without its letters, its arguments kept.
func Mute(key string) string {
	return spoken.ReplaceAllStringFunc(key, func(s string) string {
		if s[0] == '%' {
			return s
		}
		return "·"
	})
}
