package game

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"centricity/game/words"
)

// Bounds on a log from outside.
const (
	maxLine  = 64 << 10 // bytes
	maxLines = 1000
	// MaxLog is the largest log that is read [bytes].
	MaxLog = 1 << 20
)

// A LogError is something wrong in a log, at a line.
type LogError struct {
	Line    int
	Message string
}

func (e *LogError) Error() string { return words.Say("line %d: %s", e.Line, e.Message) }

// A Log is a log as read: its form is right, its content not yet replayed.
type Log struct {
	Header   Header
	Entries  []Entry
	seal     string // of all lines so far
	unsealed int    // the first line whose seal does not fit; 0 if all do

	Torn bool // the last line has no end: the program was stopped while writing it; it is not in Entries
}

// Read reads a log. Every line must be whole and hold exactly what a log line
// holds; only a last line without its newline is reported as Torn.
func Read(r io.Reader) (Log, error) {
	data, err := io.ReadAll(io.LimitReader(r, MaxLog+1))
	if err != nil {
		return Log{}, fmt.Errorf(words.Say("the log cannot be read: %w"), err)
	}
	if len(data) > MaxLog {
		return Log{}, errors.New(words.Say("this is larger than a log can be (%d KiB)", MaxLog>>10))
	}
	return Parse(data)
}

// Parse is Read for a log in memory.
func Parse(data []byte) (log Log, err error) {
	data = bytes.TrimPrefix(data, []byte("\ufeff")) // some editors put one there
	if len(data) == 0 {
		return log, &LogError{1, words.Say("the log is empty")}
	}
	for n := 1; len(data) > 0; n++ {
		text, rest, whole := bytes.Cut(data, []byte("\n"))
		if !whole {
			if n == 1 {
				return log, &LogError{1, words.Say("this is not a Centricity log, or its first line was cut off")}
			}
			log.Torn = true
			return log, nil
		}
		data = rest
		if err := log.add(n, text); err != nil {
			return log, err
		}
	}
	return log, nil
}

func (log *Log) add(n int, text []byte) error {
	switch {
	case n > maxLines:
		return &LogError{n, words.Say("the log has more lines than a game has rounds")}
	case len(text) > maxLine:
		return &LogError{n, words.Say("the line is too long")}
	case !utf8.Valid(text):
		return &LogError{n, words.Say("the line is not UTF-8 text")}
	}
	if n == 1 {
		h, err := readHeader(text)
		if err != nil {
			return &LogError{n, err.Error()}
		}
		log.Header, log.seal = h, seal("", line(h))
		return nil
	}
	e, err := readEntry(text, n-1, log.Header.Practice)
	if err != nil {
		return &LogError{n, err.Error()}
	}
	if log.unsealed == 0 && e.sealed(log.seal).Seal != e.Seal {
		log.unsealed = n
	}
	log.seal = e.Seal
	log.Entries = append(log.Entries, e)
	return nil
}

func readHeader(text []byte) (h Header, err error) {
	var version struct {
		Format int `json:"centricity_log"`
	}
	if json.Unmarshal(text, &version) == nil && version.Format > 0 && version.Format != LogFormat {
		return h, errors.New(words.Say("the log has format %d; this program reads format %d", version.Format, LogFormat))
	}
	if err := strict(text, &h); err != nil {
		return h, fmt.Errorf(words.Say("this is not the first line of a Centricity log: %w"), err)
	}
	switch {
	case h.Format != LogFormat:
		return h, errors.New(words.Say("the log does not say its format"))
	case h.Scenario == "" || LogName(h.Scenario) != h.Scenario:
		return h, errors.New(words.Say("the scenario's name is not 1 to %d printable characters", longestName))
	case !isHash(h.Market):
		return h, errors.New(words.Say("the market is not 32 hexadecimal digits"))
	case Clean(h.Team, LongestTeam) != h.Team:
		return h, errors.New(words.Say("the team's name is not up to %d printable characters", LongestTeam))
	case h.Restarts < 0 || h.Restarts > mostGames:
		return h, errors.New(words.Say("the number of restarts cannot be"))
	}
	return h, written(text, h)
}

func readEntry(text []byte, round int, practice bool) (e Entry, err error) {
	if err := strict(text, &e); err != nil {
		return e, err
	}
	switch {
	case e.Round != round:
		return e, errors.New(words.Say("round %d stands where round %d should be", e.Round, round))
	case !isHash(e.Hash):
		return e, errors.New(words.Say("the state hash is not 32 hexadecimal digits"))
	case !isSeal(e.Seal):
		return e, errors.New(words.Say("the seal is not 16 hexadecimal digits"))
	}
	if err := e.Note.check(practice); err != nil {
		return e, err
	}
	d, err := e.Decision.decode()
	if err != nil {
		return e, err
	}
	again := e
	again.Decision, again.Note = encode(d), e.Note.clean()
	return e, written(text, again)
}

// written refuses a line that says what it says in other bytes than a writer's:
// fields twice, in other letter case or order, zeros that are left out, blanks.
// A line end of another system is no edit.
func written(text []byte, v any) error {
	if !bytes.Equal(bytes.TrimSuffix(text, []byte("\r")), bytes.TrimSuffix(line(v), []byte("\n"))) {
		return errors.New(words.Say("the line is not as Centricity writes it; it was edited"))
	}
	return nil
}

// isHash tells the form of a sim.Hash.
func isHash(s string) bool {
	return len(s) == 32 && isHex(s)
}

func isHex(s string) bool { return strings.Trim(s, "0123456789abcdef") == "" }

// strict decodes one JSON object that must have no other keys and nothing
// behind it. Its errors are in words about the text, not the program.
func strict(text []byte, into any) error {
	d := json.NewDecoder(bytes.NewReader(text))
	d.DisallowUnknownFields()
	err := d.Decode(into)
	var syntax *json.SyntaxError
	var wrong *json.UnmarshalTypeError
	switch {
	case err == nil:
	case errors.As(err, &wrong):
		field := wrong.Field
		if field == "" {
			field = words.Say("the line")
		}
		return errors.New(words.Say("%s cannot be %s", field, Kind(wrong.Value)))
	case errors.As(err, &syntax), errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF):
		return errors.New(words.Say("the line is not one whole JSON object; it was cut off or edited"))
	case strings.HasPrefix(err.Error(), "json: unknown field "):
		return errors.New(words.Say("it has a field %s that logs do not have", strings.TrimPrefix(err.Error(), "json: unknown field ")))
	default:
		return errors.New(words.Say("the line cannot be read as a log line"))
	}
	if _, err := d.Token(); !errors.Is(err, io.EOF) {
		return errors.New(words.Say("there is something behind the end of the line's JSON object"))
	}
	return nil
}
