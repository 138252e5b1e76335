package scenarios

import (
	"bytes"
	"errors"
	"io"
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"

	"gopkg.in/yaml.v3"
)

// parse reads bounded bytes into the root node of their one document. Nodes
// only: decoding into values would lose positions, wrap large integers and
// take time quadratic in the number of keys.
func parse(file string, data []byte) (*yaml.Node, Errors) {
	root, another, err := decode(data)
	switch {
	case err != nil:
		return nil, reword(file, data, err.Error())
	case root == nil:
		return nil, whole(file, emptyFile, "is empty; a scenario begins with format: 1")
	case another != nil:
		return nil, Errors{{File: file, Line: another.Line, Column: another.Column, Rule: oneDocument,
			Message: say("a second document begins here; a file holds one scenario")}}
	}
	return root.Content[0], nil
}

// decode reads up to two documents; those that are not there are nil.
func decode(data []byte) (first, second *yaml.Node, err error) {
	defer func() {
		if recover() != nil { // the parser is foreign code and the file may be hostile
			err = errors.New("yaml: cannot be read")
		}
	}()
	decoder := yaml.NewDecoder(bytes.NewReader(data))
	for _, document := range []**yaml.Node{&first, &second} {
		var n yaml.Node
		if err := decoder.Decode(&n); errors.Is(err, io.EOF) {
			return first, second, nil
		} else if err != nil {
			return nil, nil, err
		}
		*document = &n
	}
	return first, second, nil
}

var lineNumber = regexp.MustCompile(`^yaml: (?:line (\d+): )?`)

// reword tells the parser's complaint in words for the author of a scenario.
func reword(file string, data []byte, said string) Errors {
	near := 0
	if m := lineNumber.FindStringSubmatch(said); m != nil {
		near, _ = strconv.Atoi(m[1])
	}
	said = lineNumber.ReplaceAllString(said, "")
	lines := bytes.SplitAfter(data, []byte("\n"))
	line := firstBad(lines, near, func(count int) bool {
		_, _, err := decode(bytes.Join(lines[:count], nil))
		return err != nil && lineNumber.ReplaceAllString(err.Error(), "") == said
	})
	line = min(max(line, 1), len(lines))
	e := Error{File: file, Line: line, Rule: notYAML, Message: say("this is not YAML: %s", complaint(said))}
	marks, nth := "", 0
	for _, c := range complaints {
		if strings.Contains(said, c.parser) {
			e.Message, marks, nth = c.means, c.marks, c.nth
			break
		}
	}
	e.Column = column(string(lines[line-1]), marks, nth)
	return Errors{e}
}

// firstBad finds the first line that makes the parser complain: the parser
// reads from the front, so some number of lines are good, and one more is bad.
// The line that the parser names is where what it was reading began, counted
// from 0 or from 1, or missing. It is near, so the search begins there, as every
// look reads all lines up to it.
func firstBad(lines [][]byte, near int, bad func(count int) bool) int {
	good, wrong := 0, len(lines)
	if near = min(near, len(lines)-1); near > 0 {
		for step := 1; ; step *= 2 {
			if bad(near) {
				wrong = near
				near -= step
			} else {
				good = near
				near += step
			}
			if near <= good || near >= wrong {
				break
			}
		}
	}
	for wrong-good > 1 {
		if middle := (good + wrong) / 2; bad(middle) {
			wrong = middle
		} else {
			good = middle
		}
	}
	return wrong
}

// column is where a line has the nth of some marks, or else where it begins.
func column(line, marks string, nth int) int {
	for i, c := range line {
		if strings.ContainsRune(marks, c) {
			if nth--; nth == 0 {
				return 1 + utf8.RuneCountInString(line[:i])
			}
		}
	}
	return 1 + len(line) - len(strings.TrimLeft(line, " "))
}
