package game

import (
	"slices"

	"centricity/game/words"
)

// A Shelf keeps logs and drafts by name: files in a folder on the desktop,
// local storage in a page.
type Shelf interface {
	// Names lists what is on the shelf, the most recently changed last.
	Names() ([]string, error)
	// Read returns what is kept under a name, and ErrNotKept if nothing is.
	Read(name string) ([]byte, error)
	// Append adds to the end and returns when it would survive a killed process.
	Append(name string, data []byte) error
	// Replace puts data in place of what was there, wholly or not at all.
	Replace(name string, data []byte) error
	// Remove takes a name off the shelf; one that is not there is no error.
	Remove(name string) error
}

// A Shared shelf is one that other programs can put things on as well.
type Shared interface {
	// Create is Append for a name that nothing is kept under yet, ErrTaken
	// otherwise: of two that come at the same moment only one gets the name.
	Create(name string, data []byte) error
}

// What a shelf says of a name.
var (
	ErrNotKept error = words.Error(words.Mark("there is no such saved game"))
	ErrTaken   error = words.Error(words.Mark("there is a saved game of this name already"))
)

// Memory is a Shelf that lasts as long as the program.
type Memory struct {
	names []string
	data  map[string][]byte
}

// Names implements Shelf.
func (m *Memory) Names() ([]string, error) { return slices.Clone(m.names), nil }

// Read implements Shelf.
func (m *Memory) Read(name string) ([]byte, error) {
	data, ok := m.data[name]
	if !ok {
		return nil, ErrNotKept
	}
	return slices.Clone(data), nil
}

// Append implements Shelf.
func (m *Memory) Append(name string, data []byte) error {
	return m.Replace(name, append(slices.Clone(m.data[name]), data...))
}

// Replace implements Shelf.
func (m *Memory) Replace(name string, data []byte) error {
	_ = m.Remove(name)
	if m.data == nil {
		m.data = map[string][]byte{}
	}
	m.data[name] = slices.Clone(data)
	m.names = append(m.names, name)
	return nil
}

// Remove implements Shelf.
func (m *Memory) Remove(name string) error {
	delete(m.data, name)
	m.names = slices.DeleteFunc(m.names, func(n string) bool { return n == name })
	return nil
}
