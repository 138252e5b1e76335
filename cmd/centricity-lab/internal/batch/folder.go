// Package batch plays designs: every run of every cell, on all cores or on many
// machines, into one folder whose every byte follows from the design.
//
// A batch in work is a set of parts (part.go), each the rows of some runs. What
// is played once is never lost or played again, whoever is stopped, and it does
// not matter who makes which part. When all are there they are put together in
// the design's order (assemble.go) with a description of every column
// (datapackage.go), which is written last.
package batch

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"

	"centricity/sim"
)

// tablesVersion moves when the same runs give other tables.
const tablesVersion = 1

const (
	partsFolder  = "parts"
	planFile     = "plan.json"
	designFile   = "design.yaml"
	sourceFolder = "source"
	packageFile  = "datapackage.json"
)

// A Folder is where a batch is written.
type Folder struct {
	Dir  string
	Plan Plan
}

// identity is what a folder says of the batch it holds.
type identity struct {
	Design string `json:"design"` // hash of the design and all it rests on
	Model  int    `json:"model_version"`
	Tables int    `json:"tables_version"`
}

// identity of the plan.
func (p Plan) identity() identity {
	h := sha256.New()
	for _, f := range p.Design.Files {
		fmt.Fprintf(h, "%q %d\n", f.Name, len(f.Text))
		h.Write(f.Text)
	}
	return identity{hex.EncodeToString(h.Sum(nil)), sim.ModelVersion, tablesVersion}
}

// A State is how far a folder is.
type State int

// The states of a folder.
const (
	Fresh State = iota
	Begun
	Complete
)

// State tells how far the folder is. The error says why it cannot take this
// batch; nothing in it has been touched.
func (f Folder) State() (State, error) {
	info, err := os.Stat(f.Dir)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return Fresh, nil
	case err != nil:
		return 0, fmt.Errorf("%s cannot be looked into; look at its permissions", f.Dir)
	case !info.IsDir():
		return 0, fmt.Errorf("%s is a file; name a folder for the results", f.Dir)
	}
	if text, err := description(filepath.Join(f.Dir, packageFile)); !errors.Is(err, fs.ErrNotExist) {
		var d descriptor
		if err != nil || json.Unmarshal(text, &d) != nil || d.Centricity.Design == "" {
			return 0, fmt.Errorf("%s holds a %s that is not a batch's; name another folder", f.Dir, packageFile)
		}
		return Complete, f.same(d.Centricity.identity)
	}
	if text, err := description(filepath.Join(f.parts(), planFile)); !errors.Is(err, fs.ErrNotExist) {
		var begun provenance
		if err != nil || json.Unmarshal(text, &begun) != nil {
			return 0, fmt.Errorf("%s is damaged; delete the folder %s and start again", filepath.Join(f.parts(), planFile), f.Dir)
		}
		return Begun, f.same(begun.identity)
	}
	entries, err := os.ReadDir(f.Dir)
	if err != nil {
		return 0, fmt.Errorf("%s cannot be looked into; look at its permissions", f.Dir)
	}
	for _, e := range entries {
		if !slices.Contains([]string{partsFolder, designFile, sourceFolder}, e.Name()) {
			return 0, fmt.Errorf("%s holds other files (%s); name a new or empty folder", f.Dir, e.Name())
		}
	}
	return Fresh, nil
}

// same tells why another batch's folder cannot be used.
func (f Folder) same(there identity) error {
	mine := f.Plan.identity()
	switch {
	case there.Design != mine.Design:
		return fmt.Errorf("%s holds the results of another design (or of this one before it, or a file it names, was changed); name another folder", f.Dir)
	case there.Model != mine.Model:
		return fmt.Errorf("%s was begun with model version %d, this program has %d; use the program it was begun with, or another folder", f.Dir, there.Model, mine.Model)
	case there.Tables != mine.Tables:
		return fmt.Errorf("%s was begun by another version of this program, which writes other tables; use that one, or another folder", f.Dir)
	}
	return nil
}

func (f Folder) parts() string { return filepath.Join(f.Dir, partsFolder) }

// begin makes the folder, and says which batch it is for once all that the
// batch rests on is in it.
func (f Folder) begin() error {
	if err := os.MkdirAll(f.parts(), 0o755); err != nil {
		return unwritable(f.Dir, err)
	}
	from := f.Plan.provenance()
	for i, s := range from.Files {
		path := filepath.Join(f.Dir, filepath.FromSlash(s.Path))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			return unwritable(path, err)
		}
		if err := writeWhole(path, f.Plan.Design.Files[i].Text); err != nil {
			return err
		}
	}
	text, _ := json.MarshalIndent(from, "", "  ")
	return writeWhole(filepath.Join(f.parts(), planFile), append(text, '\n'))
}

// writeWhole writes a file so that it is there whole or not at all.
func writeWhole(name string, text []byte) error {
	t, err := os.CreateTemp(filepath.Dir(name), ".tmp-*")
	if err != nil {
		return unwritable(name, err)
	}
	_, err = t.Write(text)
	err = errors.Join(err, t.Chmod(0o644), t.Close())
	if err == nil {
		err = os.Rename(t.Name(), name)
	}
	if err != nil {
		os.Remove(t.Name())
		return unwritable(name, err)
	}
	return nil
}

// unwritable says what to do about a file that cannot be written.
func unwritable(name string, err error) error {
	switch {
	case errors.Is(err, syscall.ENOSPC), errors.Is(err, syscall.EDQUOT):
		return fmt.Errorf("the disk is full: %s cannot be written. What is there stays; make room and give the same command again", name)
	case errors.Is(err, syscall.EFBIG):
		return fmt.Errorf("%s would be larger than files may be here. What is there stays; raise the limit and give the same command again", name)
	case errors.Is(err, fs.ErrPermission):
		return fmt.Errorf("%s may not be written; look at its permissions", name)
	}
	return fmt.Errorf("%s cannot be written. What is there stays; mend the cause and give the same command again (%s)", name, reason(err))
}

// reason is the last part of an error of the system: "read-only file system".
func reason(err error) string {
	text := err.Error()
	return text[strings.LastIndex(text, ": ")+len(": ")*min(1, strings.Count(text, ": ")):]
}

// present are the parts that are there, by number.
func (f Folder) present() (map[int]string, error) {
	entries, err := os.ReadDir(f.parts())
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("%s cannot be looked into; look at its permissions", f.parts())
	}
	there := map[int]string{}
	for _, e := range entries {
		if i, _, ok := partNumber(e.Name()); ok && i <= f.Plan.Parts() {
			there[i] = filepath.Join(f.parts(), e.Name())
		}
	}
	return there, nil
}
