package game

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"

	"centricity/game/words"
)

// A Note is what a log keeps of how a round was decided. Nothing of it reaches
// the simulation, so a replay cannot tell whether it is true; the seal tells
// whether it was edited afterwards by hand.
type Note struct {
	Seconds    int       `json:"seconds,omitempty"` // that deciding took, as far as the game was open
	Undone     int       `json:"undone,omitempty"`  // times that the round was taken back before; practice only
	By         string    `json:"by,omitempty"`      // who decided
	Hypothesis string    `json:"hypothesis,omitempty"`
	Forecast   *Forecast `json:"forecast,omitempty"`
}

// Bounds on notes [characters, seconds, times].
const (
	LongestTeam       = 40
	LongestHypothesis = 200
	mostSeconds       = 10_000_000
	mostUndone        = 10_000
)

// Clean is a typed text as a log keeps it: one printable line of at most so
// many characters.
func Clean(text string, most int) string {
	runes := []rune(OneLine(text))
	return string(runes[:min(len(runes), most)])
}

// clean is the note as a log can hold it.
func (n Note) clean() Note {
	n.Seconds = min(max(n.Seconds, 0), mostSeconds)
	n.By, n.Hypothesis = Clean(n.By, LongestTeam), Clean(n.Hypothesis, LongestHypothesis)
	if n.Forecast != nil {
		n.Forecast = n.Forecast.clean()
	}
	return n
}

// check says what a note from outside has that no note can.
func (n Note) check(practice bool) error {
	switch {
	case n.Seconds < 0 || n.Seconds > mostSeconds:
		return errors.New(words.Say("the seconds are not a time that deciding can take"))
	case n.Undone < 0 || n.Undone > mostUndone:
		return errors.New(words.Say("the times that the round was taken back cannot be"))
	case n.Undone > 0 && !practice:
		return errors.New(words.Say("a round was taken back, which only practice allows"))
	case Clean(n.By, LongestTeam) != n.By:
		return errors.New(words.Say("who decided is not up to %d printable characters", LongestTeam))
	case Clean(n.Hypothesis, LongestHypothesis) != n.Hypothesis:
		return errors.New(words.Say("the hypothesis is not up to %d printable characters", LongestHypothesis))
	case n.Forecast != nil:
		return n.Forecast.check()
	}
	return nil
}

// seal binds a line, written without its seal, to all lines before it, so that
// an edit by hand shows even where the simulation does not depend on it. The
// program is open: whoever rewrites it can seal anything.
func seal(before string, text []byte) string {
	const digits = 16
	sum := sha256.Sum256(append([]byte(before), text...))
	return hex.EncodeToString(sum[:])[:digits]
}

// sealed is the entry with its seal.
func (e Entry) sealed(before string) Entry {
	e.Seal = ""
	e.Seal = seal(before, line(e))
	return e
}

func isSeal(s string) bool { return len(s) == 16 && isHex(s) }

// Seal is the log's last seal: two logs with the same one are copies.
func (log Log) Seal() string { return log.seal }
