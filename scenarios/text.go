package scenarios

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"gopkg.in/yaml.v3"
)

// text is the form of what a player reads.
type text struct {
	to         *string
	most       int  // characters
	paragraphs bool // whether it can have several
}

func (f text) read(r *reader, at string, n *yaml.Node) {
	s, ok := r.word(at, n)
	if !ok {
		return
	}
	s = fold(s, n.Style&yaml.LiteralStyle != 0)
	for _, c := range s {
		if c != '\n' && forbidden(c) {
			r.fail(n, at, badCharacter, "%s holds a control character (%U); take it out", at, c)
			return
		}
	}
	switch count := utf8.RuneCountInString(s); {
	case count == 0:
		r.fail(n, at, wrongLength, "%s is empty; write it, or take the key away", at)
	case count > f.most:
		r.fail(n, at, wrongLength, "%s has %d characters; at most %d can be shown", at, count, f.most)
	case !f.paragraphs && strings.Contains(s, "\n"):
		r.fail(n, at, wrongLength, "%s must be one paragraph", at)
	default:
		*f.to = s
	}
}

// fold makes every paragraph one line and parts paragraphs by a blank line.
// YAML does the first by itself for every style of text but the literal one.
func fold(s string, literal bool) string {
	var paragraphs []string
	separator := "\n"
	if literal {
		separator = "\n\n"
	}
	for _, p := range strings.Split(s, separator) {
		if words := strings.Fields(p); len(words) > 0 {
			paragraphs = append(paragraphs, strings.Join(words, " "))
		}
	}
	return strings.Join(paragraphs, "\n\n")
}

// texts is the form of a list of paragraphs.
type texts struct {
	to     *[]string
	number int // of paragraphs, at most
	most   int // characters in each
}

func (f texts) read(r *reader, at string, n *yaml.Node) {
	list, ok := r.items(at, n)
	if !ok {
		return
	}
	if len(list) > f.number {
		r.fail(n, at, wrongCount, "%s has %d entries; at most %d can be shown", at, len(list), f.number)
		return
	}
	for _, item := range list {
		var s string
		text{to: &s, most: f.most}.read(r, at, item)
		*f.to = append(*f.to, s)
	}
}

func (f text) describe() shape {
	s := scalar(say("text"), *f.to, "", schema{"type": []any{"string", "number"}, "minLength": 1, "maxLength": f.most})
	s.bounds = say("up to %d characters", f.most)
	return s
}

func (f texts) describe() shape {
	s := listOf("texts", "", "", 0, f.number, schema{"type": []any{"string", "number"}, "minLength": 1, "maxLength": f.most})
	if len(*f.to) > 0 {
		s.value = fmt.Sprintf("%q", *f.to)
	}
	s.bounds = say("up to %d of up to %d characters", f.number, f.most)
	return s
}
