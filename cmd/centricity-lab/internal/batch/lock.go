package batch

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
)

// A lock keeps two processes from the same work. The system lets go of it when
// its process ends, however it ends.
type lock struct{ file *os.File }

var errLocked = errors.New("another process has it")

// lock takes the whole folder.
func (f Folder) lock() (*lock, error) {
	return f.take("all.lock", true, fmt.Errorf("another process is working in %s; wait for it, or stop it", f.Dir))
}

// share takes the folder beside others who work on other shards.
func (f Folder) share() (*lock, error) {
	return f.take("all.lock", false, fmt.Errorf("another process is working on all of %s; wait for it, or stop it", f.Dir))
}

// lockShard takes one shard.
func (f Folder) lockShard(s Shard) (*lock, error) {
	return f.take(s.file(".lock"), true, fmt.Errorf("another process is working on shard %s in %s; wait for it, or stop it", s, f.Dir))
}

func (f Folder) take(name string, exclusive bool, taken error) (*lock, error) {
	path := filepath.Join(f.parts(), name)
	file, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE, 0o644)
	if err != nil {
		return nil, unwritable(path, err)
	}
	// A file system without locks is used without them: parts come out right
	// whoever makes them.
	if err := tryLock(file, exclusive); errors.Is(err, errLocked) {
		file.Close()
		return nil, taken
	}
	return &lock{file}, nil
}

func (l *lock) release() { l.file.Close() }
