package window

import (
	"errors"

	"centricity/game"
)

// sole is a shelf that notices when somebody else, a second window of the same
// game, wrote to what it appends to.
type sole struct {
	game.Shelf
	size map[string]int // as this window knows it [bytes]
}

// Sole keeps two windows from writing into one game.
func Sole(shelf game.Shelf) game.Shelf { return &sole{shelf, map[string]int{}} }

var errElsewhere = errors.New("this game goes on in another window; close one of the two and continue from the list of games")

// Read implements game.Shelf.
func (s *sole) Read(name string) ([]byte, error) {
	data, err := s.Shelf.Read(name)
	if err == nil {
		s.size[name] = len(data)
	}
	return data, err
}

// Append implements game.Shelf.
func (s *sole) Append(name string, data []byte) error {
	size, known := s.size[name]
	if now, err := s.Shelf.Read(name); err == nil && known && len(now) != size {
		return errElsewhere
	}
	if err := s.Shelf.Append(name, data); err != nil {
		return err
	}
	s.size[name] = size + len(data)
	return nil
}

// Replace implements game.Shelf.
func (s *sole) Replace(name string, data []byte) error {
	err := s.Shelf.Replace(name, data)
	if err == nil {
		s.size[name] = len(data)
	}
	return err
}
