package game

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"strings"

	"centricity/game/words"
)

// ErrElsewhere is that a log is no longer as its session left it.
var ErrElsewhere error = words.Error(words.Mark("its log was changed, or the game goes on in another window; close one of the two and continue from the list of games"))

// mostGames bounds how many games of one scenario and seed are kept.
const mostGames = 10_000

// begun counts the games on a shelf that met the same customers.
func begun(shelf Shelf, base string, h Header) int {
	names, err := shelf.Names()
	if err != nil {
		return 0
	}
	n := 0
	for _, name := range names {
		if !strings.HasPrefix(name, base) || !strings.HasSuffix(name, logSuffix) {
			continue
		}
		data, err := shelf.Read(name)
		if err != nil {
			continue
		}
		first, _, _ := bytes.Cut(data, []byte("\n"))
		if len(first) > maxLine {
			continue
		}
		if was, err := readHeader(first); err == nil && was.Scenario == h.Scenario && was.Market == h.Market && was.Seed == h.Seed {
			n++
		}
	}
	return min(n, mostGames)
}

// create puts a new log on a shelf under the first free name.
func create(shelf Shelf, base string, log []byte) (name string, err error) {
	taken, err := shelf.Names()
	if err != nil {
		return "", fmt.Errorf(words.Say("saved games cannot be listed: %w"), err)
	}
	put := shelf.Append
	if shared, ok := shelf.(Shared); ok {
		put = shared.Create
	}
	name = base
	for n := 2; n < mostGames; n++ {
		if !slices.Contains(taken, name+logSuffix) {
			if err = put(name+logSuffix, log); !errors.Is(err, ErrTaken) {
				return name, err
			}
		}
		name = fmt.Sprintf("%s-%d", base, n)
	}
	return "", errors.New(words.Say("there are too many saved games of this scenario and number; take another number"))
}

// save adds a line to the log on the shelf. A log that is gone is put back
// whole; one that somebody else changed is left alone.
func (g *Session) save(l []byte) error {
	kept, err := g.shelf.Read(g.name + logSuffix)
	switch {
	case errors.Is(err, ErrNotKept):
		return g.shelf.Replace(g.name+logSuffix, slices.Concat(g.log, l))
	case err != nil:
		return err
	case !bytes.Equal(kept, g.log):
		return ErrElsewhere
	}
	return g.shelf.Append(g.name+logSuffix, l)
}
