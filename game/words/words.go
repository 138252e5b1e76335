// Package words says what a player reads in the player's language.
//
// The English text is the key, as in gettext: code reads as what it says, and a
// text without a translation is English rather than a code. Each language has
// one folder of JSON files here, a file for each package that speaks; a test
// holds them against the calls in the code, so that none lacks a text, keeps one
// that nobody says, or loses a figure on the way.
//
//	words.Say("Lost %s of %s", lost, all)                       // a format, arguments as texts
//	words.Plural(n, "%s customer", "%s customers", count)       // by n
//	words.As("tier", "Low")                                     // a word with more than one translation
//	words.Mark("Price")                                         // in a table; said later with Say
//
// A process speaks one language at a time, as it has one locale.
package words

import (
	"fmt"
	"strings"
	"sync/atomic"
)

// spoken is the language of the moment and its texts.
type spoken struct {
	Language
	text func(key string) (string, bool)
}

var now atomic.Pointer[spoken]

func init() { Speak(English.Tag) }

// Speak changes the language to the one whose tag fits best: "es-MX" and
// "es_ES.UTF-8" are Spanish; what nobody knows is English.
func Speak(tag string) {
	l := Match(tag)
	texts := l.texts()
	now.Store(&spoken{l, func(key string) (string, bool) { t, ok := texts[key]; return t, ok }})
}

// Interpret says every text through a function of its key, for tests that ask
// whether a screen's texts come from here at all.
func Interpret(text func(key string) string) {
	now.Store(&spoken{English, func(key string) (string, bool) { return text(key), true }})
}

// Spoken is the language of the moment.
func Spoken() Language { return now.Load().Language }

// Say is a text in the language of the moment. With arguments it is a format of
// package fmt; a translation may take them in another order (%[2]s). Without,
// it is said as it stands, so that a text from a table or a scenario can be
// given; one that nobody translated stays as it is.
func Say(text string, args ...any) string { return say(text, text, args) }

// All is each of several texts from a table, said.
func All(texts []string) []string {
	said := make([]string, len(texts))
	for i, t := range texts {
		said[i] = Say(t)
	}
	return said
}

// As is Say for a text whose translation depends on the context in which it
// stands: As("tier", "Low").
func As(context, text string, args ...any) string { return say(context+inContext+text, text, args) }

// Plural is Say with one format for a single thing and another for n of them;
// the arguments are those of the format, n itself only if it is given.
func Plural(n int, one, many string, args ...any) string {
	s := now.Load()
	form := many
	if n == 1 {
		form = one
	}
	if t, ok := s.text(one + orMany + many); ok {
		single, several, _ := strings.Cut(t, orMany)
		form = several
		if n == 1 {
			form = single
		}
	}
	return fill(form, args)
}

// Mark marks a text in a table for the catalogue and returns it as it is, to be
// said with Say when it is shown.
func Mark(text string) string { return text }

// What parts a plural's two forms, and a context from its text, in a key.
const (
	orMany    = " | "
	inContext = ": "
)

func say(key, text string, args []any) string {
	if t, ok := now.Load().text(key); ok {
		text = t
	}
	return fill(text, args)
}

func fill(format string, args []any) string {
	if len(args) == 0 {
		return format
	}
	return fmt.Sprintf(format, args...)
}

// Error is an error that is said in the language in which it is read, for those
// in variables: Error(Mark("there is no such game")).
type Error string

func (e Error) Error() string { return Say(string(e)) }

// Many is several of a thing that a scenario names: quarters, trimestres.
func Many(noun string) string { return Spoken().many(noun) }

// List is "a, b and c".
func List(items ...string) string {
	if len(items) < 2 {
		return strings.Join(items, "")
	}
	last := items[len(items)-1]
	return strings.Join(items[:len(items)-1], ", ") + Spoken().and(last) + last
}
