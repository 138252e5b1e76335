package scenarios

import "fmt"

// A Phrase is a text that is not said yet: a format of package fmt, in English,
// with its arguments, of which some can be phrases. Who knows another language
// says it by Said; without arguments a format is said as it stands.
type Phrase struct {
	Format string
	Args   []any
}

// A Sayer says a format with its arguments, as fmt.Sprintf does in English.
type Sayer func(format string, args ...any) string

// Verbatim is a phrase that is the same in every language.
func Verbatim(text string) Phrase { return say("%s", text) }

// say makes a phrase. The game's catalogue finds its formats by this name, by
// and, fail, whole, mistake and Warning, and units by the forms of numbers.
func say(format string, args ...any) Phrase { return Phrase{format, args} }

// Said is the phrase as a sayer says it, with the phrases in it said before.
// What a file brought is an argument and never a format.
func (p Phrase) Said(say Sayer) string {
	args := make([]any, len(p.Args))
	for i, arg := range p.Args {
		if inner, ok := arg.(Phrase); ok {
			arg = inner.Said(say)
		}
		args[i] = arg
	}
	return say(p.Format, args...)
}

// String is the phrase in English.
func (p Phrase) String() string { return p.Said(english) }

func english(format string, args ...any) string {
	if len(args) == 0 {
		return format
	}
	return fmt.Sprintf(format, args...)
}

// unitIn is a unit in brackets, which tell it from the same word elsewhere.
func unitIn(unit string) Phrase {
	if unit == "" {
		return Phrase{}
	}
	return say("[" + unit + "]")
}

// silent tells that nothing is said.
func (p Phrase) silent() bool { return p.Format == "" }

// and is the phrase with more behind it, unless there is none.
func (p Phrase) and(format string, more Phrase) Phrase {
	if more.silent() {
		return p
	}
	return say(format, p, more)
}
