package game

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
)

// ErrElsewhere is that a log is no longer as its session left it.
var ErrElsewhere = errors.New("its log was changed, or the game goes on in another window; close one of the two and continue from the list of games")

// create puts a new log on a shelf under the first free name.
func create(shelf Shelf, base string, log []byte) (name string, err error) {
	taken, err := shelf.Names()
	if err != nil {
		return "", fmt.Errorf("saved games cannot be listed: %w", err)
	}
	put := shelf.Append
	if shared, ok := shelf.(Shared); ok {
		put = shared.Create
	}
	const most = 10_000 // games of one scenario and seed
	name = base
	for n := 2; n < most; n++ {
		if !slices.Contains(taken, name+logSuffix) {
			if err = put(name+logSuffix, log); !errors.Is(err, ErrTaken) {
				return name, err
			}
		}
		name = fmt.Sprintf("%s-%d", base, n)
	}
	return "", errors.New("there are too many saved games of this scenario and number; take another number")
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
