package window

import (
	"bytes"
	"io"
	"io/fs"
	"maps"
	"slices"
	"time"
)

// handed are files in memory, by name, in one folder.
type handed map[string][]byte

var _ fs.ReadDirFS = handed{}

// Open implements fs.FS.
func (h handed) Open(name string) (fs.File, error) {
	data, ok := h[name]
	if !ok {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
	}
	return &held{about{name, int64(len(data))}, bytes.NewReader(data)}, nil
}

// ReadDir implements fs.ReadDirFS.
func (h handed) ReadDir(name string) ([]fs.DirEntry, error) {
	if name != "." {
		return nil, &fs.PathError{Op: "readdir", Path: name, Err: fs.ErrNotExist}
	}
	var entries []fs.DirEntry
	for _, file := range slices.Sorted(maps.Keys(h)) {
		entries = append(entries, fs.FileInfoToDirEntry(about{file, int64(len(h[file]))}))
	}
	return entries, nil
}

// held is one of the files, opened.
type held struct {
	about
	io.Reader
}

func (f *held) Stat() (fs.FileInfo, error) { return f.about, nil }
func (f *held) Close() error               { return nil }

// about is what is known of one of the files.
type about struct {
	name string
	size int64
}

func (a about) Name() string     { return a.name }
func (a about) Size() int64      { return a.size }
func (about) Mode() fs.FileMode  { return 0o444 }
func (about) ModTime() time.Time { return time.Time{} }
func (about) IsDir() bool        { return false }
func (about) Sys() any           { return nil }
