package scenarios

import (
	"errors"
	"io"
	"io/fs"
	"os"
)

// Open reads the scenario file at a path. Nothing larger than a scenario can
// be is read, and nothing that is not a file. The error is Errors.
func Open(path string) (Scenario, error) {
	data, errs := readFile(path)
	if errs != nil {
		return Scenario{}, errs
	}
	return Load(path, data)
}

func readFile(path string) ([]byte, Errors) {
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, whole(path, "there is no such file")
	case errors.Is(err, fs.ErrPermission):
		return nil, whole(path, "the file may not be read; look at its permissions")
	case err != nil:
		return nil, whole(path, "the file cannot be read")
	case info.IsDir():
		return nil, whole(path, "is a folder; name a scenario file in it")
	case !info.Mode().IsRegular():
		return nil, whole(path, "is not an ordinary file")
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, whole(path, "the file may not be read; look at its permissions")
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, maxBytes+1))
	if err != nil {
		return nil, whole(path, "the file cannot be read to its end")
	}
	return data, nil
}
