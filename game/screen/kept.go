package screen

import (
	"strconv"
	"strings"

	"centricity/sim"
)

// scoreSuffix ends the name under which the shelf keeps a score: for the list of
// games alone, so that nothing has to be replayed for it. Whoever looks at the
// game has it computed anew.
const scoreSuffix = ".score"

// keepScore remembers the score of the game that is looked at.
func (a *App) keepScore(v sim.Value) {
	name, score := a.play.session.Name(), v.Company()
	if was, known := a.scores[name]; known && was == score {
		return
	}
	if a.scores == nil {
		a.scores = map[string]sim.Money{}
	}
	a.scores[name] = score
	_ = a.host.Shelf.Replace(name+scoreSuffix, []byte(strconv.FormatInt(int64(score), 10)+"\n")) // it can be told without
}

// keptScore is the score of a finished game, if it was ever looked at.
func (a *App) keptScore(name string) (sim.Money, bool) {
	if score, known := a.scores[name]; known {
		return score, true
	}
	data, err := a.host.Shelf.Read(name + scoreSuffix)
	if err != nil || len(data) > 32 {
		return 0, false
	}
	score, err := strconv.ParseInt(strings.TrimSpace(string(data)), 10, 64)
	return sim.Money(score), err == nil
}
