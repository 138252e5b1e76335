package lab

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// A logFile is where a game's log goes. It is opened before the game is played,
// so that a wrong name costs no waiting; nil is nowhere.
type logFile struct {
	*os.File
	fresh bool // was not there before
}

func openLog(path string, force bool) (*logFile, error) {
	if path == "" {
		return nil, nil
	}
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if err == nil {
		return &logFile{f, true}, nil
	}
	if errors.Is(err, fs.ErrExist) {
		if info, serr := os.Stat(path); serr == nil && !info.Mode().IsRegular() {
			return nil, fmt.Errorf("%s is not an ordinary file; name a file for the log", path)
		}
		if !force {
			return nil, fmt.Errorf("%s is there already; choose another name, or replace it with --force", path)
		}
		if f, err = os.OpenFile(path, os.O_WRONLY, 0); err == nil {
			return &logFile{f, false}, nil
		}
	}
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, fmt.Errorf("there is no folder %s to write the log in; make it first", filepath.Dir(path))
	case errors.Is(err, fs.ErrPermission):
		return nil, fmt.Errorf("%s may not be written; look at its permissions", path)
	}
	return nil, fmt.Errorf("%s cannot be written", path)
}

// write puts a log in place of what the file held.
func (f *logFile) write(log []byte) error {
	if f == nil {
		return nil
	}
	err := f.Truncate(0)
	if err == nil {
		_, err = f.Write(log)
	}
	if err = errors.Join(err, f.Close()); err != nil {
		return fmt.Errorf("the log cannot be written to %s; is the disk full?", f.Name())
	}
	return nil
}

// discard leaves things as they were.
func (f *logFile) discard() {
	if f == nil {
		return
	}
	f.Close()
	if f.fresh {
		os.Remove(f.Name())
	}
}
