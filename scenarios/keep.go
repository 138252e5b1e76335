package scenarios

import (
	"archive/zip"
	"bytes"
	"path"
	"path/filepath"
	"slices"
	"strings"
)

// keep puts a scenario's file among those the design rests on, and the files
// that it extends: from its folder, by the names they have from the design's;
// those that ship, by their own.
func (p *plan) keep(name string, d *Document) {
	for i, s := range d.sources {
		called := name
		switch {
		case i == 0:
		case s.folder == nil:
			called = strings.TrimSuffix(s.name, extension)
		default:
			called = path.Join(path.Dir(filepath.ToSlash(name)), filepath.Base(s.name))
		}
		if !slices.ContainsFunc(p.Files[1:], func(f File) bool { return f.Name == called }) {
			p.Files = append(p.Files, File{called, s.data})
		}
	}
}

// kept reads a scenario from the files that a design rests on. What it extends
// and ships must be as it was kept.
func kept(name string, files []File, text func(string) ([]byte, error)) (*Document, error) {
	data, err := text(name)
	if err != nil {
		return nil, err
	}
	var d *Document
	if !isYAML(name) {
		d, err = ReadBytes(name+extension, data)
	} else {
		d, err = readKept(name, files)
	}
	if err != nil {
		return nil, err
	}
	for _, s := range d.sources[1:] {
		shipped := strings.TrimSuffix(s.name, extension)
		if s.folder != nil {
			continue
		}
		if was, err := text(shipped); err != nil || !bytes.Equal(was, s.data) {
			return nil, whole(name, badExtends, "extends %s as another version of this program shipped it; use that version", shipped)
		}
	}
	return d, nil
}

// readKept reads a file, and those beside it, from memory: an archive is the
// standard library's file system there.
func readKept(name string, files []File) (*Document, error) {
	folder := path.Dir(filepath.ToSlash(name))
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, f := range files {
		if called := filepath.ToSlash(f.Name); isYAML(called) && path.Dir(called) == folder {
			if entry, err := w.Create(path.Base(called)); err == nil {
				_, _ = entry.Write(f.Text) // to memory
			}
		}
	}
	if err := w.Close(); err != nil {
		return nil, whole(name, noFile, "cannot be read")
	}
	r, err := zip.NewReader(bytes.NewReader(b.Bytes()), int64(b.Len()))
	if err != nil {
		return nil, whole(name, noFile, "cannot be read")
	}
	return ReadFS(r, path.Base(filepath.ToSlash(name)))
}
