package scenarios

import (
	"bytes"
	"unicode"
	"unicode/utf8"
)

// Bounds on what is read at all. A scenario has a few hundred lines; these
// keep a hostile file from costing more than a fraction of a second.
const (
	maxBytes  = 1 << 20
	maxMarks  = 20_000 // characters that can begin or end an entry: an upper bound on nodes
	maxIndent = 200    // [characters]
	maxDepth  = 32     // of maps and lists in each other; the format needs 7
)

var tooDeep = say("maps and lists stand more than %d deep in each other; the format needs 7", maxDepth)

const byteOrderMark = "\uFEFF"

// bound refuses bytes that no scenario has, before a parser sees them. It
// returns the text without a byte order mark, and with one character to end a
// line.
func bound(file string, data []byte) (text []byte, marks int, errs Errors) {
	if len(data) > maxBytes {
		return nil, 0, whole(file, tooLarge, "is larger than 1 MiB; a scenario has a few kilobytes")
	}
	data = bytes.TrimPrefix(data, []byte(byteOrderMark))
	data = bytes.ReplaceAll(data, []byte("\r\n"), []byte("\n"))
	s := scan{file: file, line: 1, column: 1, indenting: true}
	for i := 0; i < len(data); {
		r, size := utf8.DecodeRune(data[i:])
		if err := s.step(r, size); err != nil {
			return nil, 0, err
		}
		i += size
		if r == '\n' {
			s.line, s.column, s.indenting = s.line+1, 1, true
		}
	}
	return data, s.marks, nil
}

// scan walks over a text, character by character.
type scan struct {
	file         string
	line, column int
	marks        int
	indenting    bool // only white space so far on this line
}

func (s *scan) fail(rule Rule, message Phrase) Errors {
	return Errors{{File: s.file, Line: s.line, Column: s.column, Rule: rule, Message: message}}
}

func (s *scan) step(r rune, size int) Errors {
	switch {
	case r == utf8.RuneError && size == 1:
		return s.fail(badCharacter, say("the file is not UTF-8 text; save it as UTF-8"))
	case r == '\t' && s.indenting:
		return s.fail(badIndent, say("a tab at the beginning of a line; indent with spaces"))
	case r != '\t' && r != '\n' && forbidden(r):
		return s.fail(badCharacter, say("a control character (%U); take it out", r))
	}
	switch r {
	case '\n', ',', ':', '-', '?', '[', '{':
		s.marks++
	}
	if s.marks > maxMarks {
		return s.fail(tooLarge, say("the file has more than %d entries; a scenario has a few hundred", maxMarks))
	}
	s.indenting = s.indenting && r == ' '
	if s.indenting && s.column > maxIndent {
		return s.fail(badIndent, say("the line is indented by more than %d spaces", maxIndent))
	}
	s.column++
	return nil
}

// forbidden tells characters that have no place in a text: controls, marks
// that turn the direction of writing, and line breaks nobody sees.
func forbidden(r rune) bool {
	const lineSeparator, paragraphSeparator, bom = '\u2028', '\u2029', '\uFEFF'
	return unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) ||
		r == lineSeparator || r == paragraphSeparator || r == bom
}
