package batch

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"centricity/scenarios"
	"centricity/sim"
)

// maxDescription bounds what is read of a description [bytes].
const maxDescription = 64 << 20

// Open reads the plan of the batch that a folder holds, finished or in work.
// The error says what is wrong with the folder.
func Open(dir string) (Folder, error) {
	d, root, err := readDescription(dir)
	if err != nil && root != nil { // no description: it may be in work
		text, unread := readBounded(root, partsFolder+"/"+planFile, maxDescription)
		if unread == nil && json.Unmarshal(text, &d.Centricity) == nil {
			err = nil
		}
	}
	if root != nil {
		defer root.Close()
	}
	if err != nil {
		return Folder{}, err
	}
	p, err := readPlan(dir, root, d.Centricity)
	return Folder{dir, p}, err
}

// readDescription reads a finished folder's description. The root is the
// caller's to close where there is one.
func readDescription(dir string) (d descriptor, root *os.Root, err error) {
	root, err = os.OpenRoot(dir)
	if err != nil {
		return d, nil, fmt.Errorf("there is no folder %s that can be read", dir)
	}
	text, err := readBounded(root, packageFile, maxDescription)
	switch {
	case err == nil && json.Unmarshal(text, &d) == nil && d.Centricity.Design != "":
		return d, root, nil
	case !errors.Is(err, fs.ErrNotExist):
		return descriptor{}, root, fmt.Errorf("%s is damaged, or not a batch's", filepath.Join(dir, packageFile))
	}
	if _, err := root.Stat(partsFolder + "/" + planFile); err == nil {
		return d, root, fmt.Errorf("the batch in %s is not finished: give the command that began it again, or 'centricity-lab batch merge'", dir)
	}
	return d, root, fmt.Errorf("%s holds no batch: there is no %s", dir, packageFile)
}

// openOrdinary opens an ordinary file; a pipe would be waited for.
func openOrdinary(root *os.Root, name string) (*os.File, error) {
	info, err := root.Stat(name)
	switch {
	case err != nil:
		return nil, err
	case !info.Mode().IsRegular():
		return nil, fmt.Errorf("%s is not an ordinary file", name)
	}
	return root.Open(name)
}

// openPath is openOrdinary where links may lead out of the folder.
func openPath(path string) (*os.File, error) {
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return nil, err
	case !info.Mode().IsRegular():
		return nil, fmt.Errorf("%s is not an ordinary file", path)
	}
	return os.Open(path)
}

func readBounded(root *os.Root, name string, most int64) ([]byte, error) {
	f, err := openOrdinary(root, name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return bounded(f, most)
}

func bounded(f *os.File, most int64) ([]byte, error) {
	text, err := io.ReadAll(io.LimitReader(f, most+1))
	if err == nil && int64(len(text)) > most {
		err = fmt.Errorf("%s is too large", f.Name())
	}
	return text, err
}

// description reads one of the files that say what is in a folder.
func description(path string) ([]byte, error) {
	f, err := openPath(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return bounded(f, maxDescription)
}

func readPlan(dir string, root *os.Root, from provenance) (Plan, error) {
	if from.Model != sim.ModelVersion || from.Tables != tablesVersion {
		return Plan{}, fmt.Errorf("%s was made with model version %d and tables %d, this program has %d and %d; use the program it was made with",
			dir, from.Model, from.Tables, sim.ModelVersion, tablesVersion)
	}
	var files []scenarios.File
	for _, s := range from.Files {
		text, err := readBounded(root, filepath.FromSlash(s.Path), 1<<21)
		if err != nil {
			return Plan{}, fmt.Errorf("%s is missing or cannot be read: the design rests on it", filepath.Join(dir, s.Path))
		}
		files = append(files, scenarios.File{Name: s.Name, Text: text})
	}
	design, err := scenarios.LoadDesign(files)
	if err != nil {
		return Plan{}, fmt.Errorf("the design in %s does not load any more:\n%w", dir, err)
	}
	p := NewPlan(design)
	if p.identity() != from.identity {
		return Plan{}, fmt.Errorf("the design in %s, or a file it rests on, was changed after the batch was made", dir)
	}
	return p, nil
}
