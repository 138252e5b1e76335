package game

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"centricity/game/words"
)

// Printable writes text from outside so that a terminal shows it instead of
// obeying it: control characters, marks that turn the direction of writing and
// hidden line breaks become �. Line breaks and tabs stay.
func Printable(text string) string {
	return strings.Map(func(r rune) rune {
		if r != '\n' && r != '\t' && obeyed(r) {
			return unicode.ReplacementChar
		}
		return r
	}, text)
}

// OneLine is Printable for a name: it cannot begin a line of its own either.
func OneLine(text string) string {
	return strings.Map(func(r rune) rune {
		if obeyed(r) {
			return unicode.ReplacementChar
		}
		return r
	}, text)
}

func obeyed(r rune) bool {
	const lineSeparator, paragraphSeparator = '\u2028', '\u2029'
	return unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) || r == lineSeparator || r == paragraphSeparator
}

// longestName bounds a scenario's name in a log [characters].
const longestName = 100

// LogName is a scenario's name as logs write it: on one line, and not longer
// than a log's reader takes.
func LogName(scenario string) string {
	name := []rune(OneLine(scenario))
	return string(name[:min(len(name), longestName)])
}

// fileName cuts a name so that, with a seed, a number and an ending, a file can
// have it: most systems take 255 bytes.
func fileName(scenario string) string {
	const most = 150 // [bytes]
	name := LogName(scenario)
	for len(name) > most {
		_, size := utf8.DecodeLastRuneInString(name)
		name = name[:len(name)-size]
	}
	return name
}

// Kind is a kind of JSON value with its article, like an array; of a number,
// its beginning too.
func Kind(value string) string {
	const most = 40
	if len(value) > most {
		value = value[:most] + "…"
	}
	if name, ok := kinds[value]; ok {
		return words.Say(name)
	}
	if number, ok := strings.CutPrefix(value, "number "); ok {
		return words.Say("a number %s", number)
	}
	return words.Say("a %s", value)
}

// kinds are the values of JSON by the names that its reader gives them.
var kinds = map[string]string{
	"array": words.Mark("an array"), "object": words.Mark("an object"), "string": words.Mark("a string"),
	"bool": words.Mark("a bool"), "number": words.Mark("a number"),
}
