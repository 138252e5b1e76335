package sim

import "errors"

// Where one thread both plays and draws, a world that takes half a second to
// make would hold the screen. So it can work in slices: a chunk of people taken
// through the passes that wait (sweep.go), or what a phase does beside them.
// Between two, it asks whether to go on.

// ErrGivenUp is that a pause ended the work. What was being made is of no use.
var ErrGivenUp = errors.New("the work was given up")

// NewSliced is New in slices, with a pause between any two. The pause belongs to
// the making: the world that is returned plays without, until Slices.
func NewSliced(m Market, seed uint64, pause func() bool) (*World, error) {
	if err := m.Validate(); err != nil {
		return nil, err
	}
	w := unborn(m, seed, 1, false, nil)
	w.pause = pause
	err := w.tried(w.open)
	w.pause = nil
	if err != nil {
		return nil, err
	}
	return w, nil
}

// Slices lets the world play its rounds in slices, on one worker, with a pause
// between any two; nil ends that. A pause that returns false gives up the round:
// Play returns ErrGivenUp, and the world stands in its midst and is of no
// further use. A clone plays without pauses.
func (w *World) Slices(pause func() bool) { w.pause = pause }

// givenUp leaves a round half-way.
type givenUp struct{}

// rest makes a pause.
func (w *World) rest() {
	if w.pause != nil && !w.pause() {
		panic(givenUp{})
	}
}

// tried does work that a pause may end.
func (w *World) tried(work func()) (err error) {
	if w.pause != nil { // the way out costs nothing where nobody takes it
		defer func() {
			switch e := recover().(type) {
			case nil:
			case givenUp:
				err = ErrGivenUp
			default:
				panic(e)
			}
		}()
	}
	work()
	return nil
}
