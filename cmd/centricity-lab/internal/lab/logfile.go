package lab

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"centricity/game/words"
)

// A logFile is where a game's log goes. It is opened before the game is played,
// so that a wrong name costs no waiting; nil is nowhere.
type logFile struct {
	*os.File
	name string // what the file is called once it is whole
}

// openLog opens a new file of that name. One that is there already, and may be
// replaced, stays as it is until a whole log lies beside it.
func openLog(name string, force bool) (*logFile, error) {
	if name == "" {
		return nil, nil
	}
	f, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if errors.Is(err, fs.ErrExist) {
		f, name, err = openBeside(name, force)
	}
	switch {
	case err == nil:
		return &logFile{f, name}, nil
	case errors.Is(err, fs.ErrNotExist):
		return nil, errors.New(words.Say("there is no folder %s to write it in; make it first", filepath.Dir(name)))
	case errors.Is(err, fs.ErrPermission):
		return nil, errors.New(words.Say("%s may not be written; look at its permissions", name))
	case errors.As(err, new(*fs.PathError)):
		return nil, errors.New(words.Say("%s cannot be written", name))
	}
	return nil, err
}

// openBeside opens a file in the folder of one that is to be replaced, and
// returns that one's name without links.
func openBeside(name string, force bool) (*os.File, string, error) {
	info, err := os.Stat(name)
	switch {
	case err == nil && !info.Mode().IsRegular():
		return nil, name, errors.New(words.Say("%s is not an ordinary file; name one", name))
	case !force:
		return nil, name, errors.New(words.Say("%s is there already; choose another name, or replace it with --force", name))
	case err != nil:
		return nil, name, err
	}
	may, err := os.OpenFile(name, os.O_WRONLY, 0) // a read-only file is not replaced
	if err != nil {
		return nil, name, err
	}
	may.Close()
	whole, err := filepath.EvalSymlinks(name)
	if err != nil {
		return nil, name, err
	}
	f, err := os.CreateTemp(filepath.Dir(whole), filepath.Base(whole)+".*.part")
	if err != nil {
		return nil, name, err
	}
	_ = f.Chmod(info.Mode().Perm()) // not every system has modes
	return f, whole, nil
}

// write puts a whole log under the file's name.
func (f *logFile) write(log []byte) error {
	if f == nil {
		return nil
	}
	_, err := f.Write(log)
	err = errors.Join(err, f.Sync(), f.Close())
	if err == nil && f.Name() != f.name {
		err = os.Rename(f.Name(), f.name)
	}
	if err != nil {
		return errors.New(words.Say("%s cannot be written; is the disk full?", f.name))
	}
	f.File = nil
	return nil
}

// discard leaves things as they were, unless a whole log was written.
func (f *logFile) discard() {
	if f == nil || f.File == nil {
		return
	}
	f.Close()
	os.Remove(f.Name())
}

// sameFile tells whether two names lead to one file that is there.
func sameFile(a, b string) bool {
	first, err := os.Stat(a)
	if err != nil {
		return false
	}
	second, err := os.Stat(b)
	return err == nil && os.SameFile(first, second)
}
