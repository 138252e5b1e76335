package scenarios

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

// Open reads the scenario file at a path, and the files beside it that it
// extends. Nothing larger than a scenario can be is read, and nothing that is
// not a file. The error is Errors.
func Open(path string) (Scenario, error) { return decoded(ReadFile(path)) }

// OpenFS is Open for a file of a file system.
func OpenFS(files fs.FS, name string) (Scenario, error) { return decoded(ReadFS(files, name)) }

// ReadFS is Read for a file of a file system. The error is Errors.
func ReadFS(files fs.FS, name string) (*Document, error) {
	data, why := beside(files, name)
	if !why.silent() {
		return nil, whole(name, noFile, "%s", why)
	}
	return readSource(&source{name: name, data: data, folder: files})
}

// ReadFile reads the scenario file at a path without decoding it. The error is
// Errors.
func ReadFile(path string) (*Document, error) {
	data, errs := readFile(path)
	if errs != nil {
		return nil, errs
	}
	s := &source{name: path, data: data}
	// A root keeps what the file extends inside its folder, links and all.
	if root, err := os.OpenRoot(filepath.Dir(path)); err == nil {
		defer root.Close()
		s.folder = root.FS()
	}
	return readSource(s)
}

func readFile(path string) ([]byte, Errors) {
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, whole(path, noFile, "there is no such file")
	case errors.Is(err, fs.ErrPermission):
		return nil, whole(path, noFile, "the file may not be read; look at its permissions")
	case err != nil:
		return nil, whole(path, noFile, "the file cannot be read")
	case info.IsDir():
		return nil, whole(path, noFile, "is a folder; name a scenario file in it")
	case !info.Mode().IsRegular():
		return nil, whole(path, noFile, "is not an ordinary file")
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, whole(path, noFile, "the file may not be read; look at its permissions")
	}
	defer f.Close()
	data, err := bounded(f)
	if err != nil {
		return nil, whole(path, noFile, "the file cannot be read to its end")
	}
	return data, nil
}

// bounded reads no more than one byte beyond what a scenario can have.
func bounded(r io.Reader) ([]byte, error) { return io.ReadAll(io.LimitReader(r, maxBytes+1)) }
