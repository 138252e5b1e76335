package window

import (
	"errors"
	"slices"
	"strings"
	"syscall/js"

	"centricity/game"
	"centricity/game/words"
)

// storage is a shelf in the page's local storage: a key for each name, and one
// with the names, the most recently changed last.
type storage struct{ js.Value }

const (
	keyPrefix = "centricity/"
	keyNames  = "centricity:names"
)

// openStorage finds the storage and tries it.
func openStorage() (s storage, err error) {
	defer caught(&err)
	s = storage{js.Global().Get("localStorage")}
	if !s.Truthy() {
		return s, errors.New(words.Say("there is no storage"))
	}
	s.Call("setItem", "centricity:try", "1")
	s.Call("removeItem", "centricity:try")
	return s, nil
}

// caught turns an exception of the page into an error.
func caught(err *error) {
	switch e := recover().(type) {
	case nil:
	case js.Error:
		*err = errors.New(words.Say("the browser's storage is full or may not be used"))
	default:
		panic(e)
	}
}

// Names implements game.Shelf.
func (s storage) Names() (names []string, err error) {
	defer caught(&err)
	listed := s.Call("getItem", keyNames)
	if listed.Type() != js.TypeString {
		return nil, nil
	}
	for name := range strings.SplitSeq(listed.String(), "\n") {
		if s.Call("getItem", keyPrefix+name).Type() == js.TypeString {
			names = append(names, name)
		}
	}
	return names, nil
}

// Read implements game.Shelf.
func (s storage) Read(name string) (data []byte, err error) {
	defer caught(&err)
	v := s.Call("getItem", keyPrefix+name)
	if v.Type() != js.TypeString {
		return nil, game.ErrNotKept
	}
	return []byte(v.String()), nil
}

// Append implements game.Shelf.
func (s storage) Append(name string, data []byte) error {
	old, _ := s.Read(name)
	return s.Replace(name, slices.Concat(old, data))
}

// Create implements game.Shared. No other page of the same origin runs between
// the look and the write, as far as browsers promise it.
func (s storage) Create(name string, data []byte) error {
	if _, err := s.Read(name); err == nil {
		return game.ErrTaken
	}
	return s.Replace(name, data)
}

// Replace implements game.Shelf. The storage changes one key wholly or not at
// all.
func (s storage) Replace(name string, data []byte) (err error) {
	defer caught(&err)
	s.Call("setItem", keyPrefix+name, string(data))
	return s.list(name, true)
}

// Remove implements game.Shelf.
func (s storage) Remove(name string) (err error) {
	defer caught(&err)
	s.Call("removeItem", keyPrefix+name)
	return s.list(name, false)
}

// list puts a name last among the names, or takes it out.
func (s storage) list(name string, keep bool) error {
	names, err := s.Names()
	if err != nil {
		return err
	}
	names = slices.DeleteFunc(names, func(n string) bool { return n == name })
	if keep {
		names = append(names, name)
	}
	s.Call("setItem", keyNames, strings.Join(names, "\n"))
	return nil
}
