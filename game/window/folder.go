//go:build !js

package window

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"centricity/game"
	"centricity/game/words"
)

// Folder is a shelf of files in one folder.
type Folder struct {
	path string
	root *os.Root // nothing outside is ever touched
}

// part ends the names of files that are being written.
const part = ".part"

// OpenFolder opens a folder as a shelf and makes it if it is not there.
func OpenFolder(path string) (*Folder, error) {
	if err := os.MkdirAll(path, 0o755); err != nil {
		return nil, fmt.Errorf(words.Say("the folder for saved games cannot be made: %w"), at(path, err))
	}
	root, err := os.OpenRoot(path)
	if err != nil {
		return nil, fmt.Errorf(words.Say("the folder for saved games cannot be opened: %w"), at(path, err))
	}
	return &Folder{path, root}, nil
}

// at is what went wrong with a folder, with its name.
func at(folder string, err error) error {
	var path *fs.PathError
	if errors.As(err, &path) {
		folder, err = path.Path, path.Err
	}
	return fmt.Errorf("%s: %w", folder, inWords(err))
}

// Path is where a name lies.
func (f *Folder) Path(name string) string { return filepath.Join(f.path, name) }

// Names implements game.Shelf.
func (f *Folder) Names() ([]string, error) {
	entries, err := fs.ReadDir(f.root.FS(), ".")
	if err != nil {
		return nil, plain(err)
	}
	var files []fs.FileInfo
	for _, e := range entries {
		info, err := e.Info()
		if err == nil && info.Mode().IsRegular() && !strings.HasSuffix(e.Name(), part) {
			files = append(files, info)
		}
	}
	slices.SortStableFunc(files, func(a, b fs.FileInfo) int {
		return cmp.Or(a.ModTime().Compare(b.ModTime()), cmp.Compare(a.Name(), b.Name()))
	})
	names := make([]string, len(files))
	for i, info := range files {
		names[i] = info.Name()
	}
	return names, nil
}

// Read implements game.Shelf. It reads no more than one byte beyond the largest
// log.
func (f *Folder) Read(name string) ([]byte, error) {
	if err := f.ordinary(name); err != nil {
		return nil, err
	}
	file, err := f.root.Open(name)
	if err != nil {
		return nil, plain(err)
	}
	defer file.Close()
	data, err := io.ReadAll(io.LimitReader(file, game.MaxLog+1))
	return data, plain(err)
}

// Append implements game.Shelf. A write that fails half way is taken back, so
// that the next one does not follow half a line.
func (f *Folder) Append(name string, data []byte) error {
	if err := f.ordinary(name); err != nil && !errors.Is(err, game.ErrNotKept) {
		return err
	}
	return f.extend(name, os.O_APPEND, data)
}

// Create implements game.Shared.
func (f *Folder) Create(name string, data []byte) error {
	err := f.extend(name, os.O_EXCL, data)
	if errors.Is(err, fs.ErrExist) {
		return game.ErrTaken
	}
	return err
}

// extend writes at the end of a file that is opened in a way.
func (f *Folder) extend(name string, way int, data []byte) error {
	file, err := f.root.OpenFile(name, os.O_WRONLY|os.O_CREATE|way, 0o644)
	if err != nil {
		return unwritten(err)
	}
	defer file.Close()
	size, err := file.Seek(0, io.SeekEnd)
	if err != nil {
		return plain(err)
	}
	if err := writeThrough(file, data); err != nil {
		_ = file.Truncate(size)
		if way == os.O_EXCL {
			_ = f.root.Remove(name)
		}
		return unwritten(err)
	}
	if size == 0 {
		f.settle()
	}
	return nil
}

// Replace implements game.Shelf: the new content is written beside the old and
// then takes its name.
func (f *Folder) Replace(name string, data []byte) error {
	_ = f.root.Remove(name + part) // of a killed process
	file, err := f.root.OpenFile(name+part, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return unwritten(err)
	}
	err = errors.Join(writeThrough(file, data), file.Close())
	if err == nil {
		err = f.root.Rename(name+part, name)
	}
	if err != nil {
		_ = f.root.Remove(name + part)
		return unwritten(err)
	}
	f.settle()
	return nil
}

// Remove implements game.Shelf.
func (f *Folder) Remove(name string) error {
	err := f.root.Remove(name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return plain(err)
}

// ordinary refuses what is not an ordinary file before it is opened: opening a
// pipe would wait for its other end.
func (f *Folder) ordinary(name string) error {
	info, err := f.root.Stat(name)
	if err == nil && !info.Mode().IsRegular() {
		return errors.New(words.Say("%s is not an ordinary file", name))
	}
	return plain(err)
}

// writeThrough returns when the data is on the disk.
func writeThrough(file *os.File, data []byte) error {
	if _, err := file.Write(data); err != nil {
		return err
	}
	return file.Sync()
}

// settle makes names survive too. Not every system can do that for a folder;
// the data is safe without it.
func (f *Folder) settle() {
	if dir, err := f.root.Open("."); err == nil {
		_ = dir.Sync()
		_ = dir.Close()
	}
}

// unwritten is plain for writing, which needs no file but a folder.
func unwritten(err error) error {
	if errors.Is(err, fs.ErrNotExist) {
		return errors.New(words.Say("the folder for saved games is no longer there"))
	}
	return plain(err)
}

// plain says what went wrong with a file in the player's words.
func plain(err error) error {
	var path *fs.PathError
	var link *os.LinkError
	switch {
	case err == nil:
		return nil
	case errors.Is(err, fs.ErrNotExist):
		return game.ErrNotKept
	case errors.Is(err, fs.ErrPermission):
		return errors.New(words.Say("the folder for saved games may not be written to"))
	case errors.As(err, &path):
		return fmt.Errorf("%s: %w", filepath.Base(path.Path), inWords(path.Err))
	case errors.As(err, &link):
		return fmt.Errorf("%s: %w", filepath.Base(link.New), inWords(link.Err))
	}
	return inWords(err)
}
