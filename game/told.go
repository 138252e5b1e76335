package game

import (
	"strings"

	"centricity/game/words"
	"centricity/scenarios"
	"centricity/sim"
)

// Told is what an error says in the language of the moment. What is wrong with a
// scenario or a decision is told by packages that speak English and keep what
// their sentences are made of; other errors of the game are words already.
func Told(err error) string {
	switch err := err.(type) {
	case scenarios.Errors:
		return err.Said(words.Say)
	case sim.Problems:
		lines := make([]string, len(err))
		for i, p := range err {
			lines[i] = p.Path + ": " + words.Say(p.Format, p.Args...)
		}
		return strings.Join(lines, "\n")
	}
	return err.Error()
}
