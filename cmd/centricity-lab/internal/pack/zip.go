package main

import (
	"archive/zip"
	"io"
	"os"
	"path"
	"path/filepath"
	"strings"
	"time"
)

// epoch is the time of every file in an archive: the earliest that the format
// can hold, so that it depends on the files alone.
var epoch = time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)

// archive writes files into one folder of a new archive, in the order given.
// The programs among them can be run. Pages and what they show keep their
// folders within it, so that their links lead.
func archive(out, folder string, files []string) error {
	f, err := os.Create(out)
	if err != nil {
		return err
	}
	defer f.Close()
	z := zip.NewWriter(f)
	for _, name := range files {
		base, place := filepath.Base(name), filepath.Base(name)
		switch path.Ext(base) {
		case ".md", ".png", ".sbatch":
			if filepath.IsLocal(name) {
				place = filepath.ToSlash(name)
			}
		}
		h := &zip.FileHeader{Name: path.Join(folder, place), Method: zip.Deflate, Modified: epoch}
		h.SetMode(0o644)
		if strings.HasPrefix(base, "centricity") && (path.Ext(base) == "" || path.Ext(base) == ".exe") {
			h.SetMode(0o755)
		}
		w, err := z.CreateHeader(h)
		if err != nil {
			return err
		}
		if err := copyFile(w, name); err != nil {
			return err
		}
	}
	if err := z.Close(); err != nil {
		return err
	}
	return f.Close()
}

func copyFile(w io.Writer, name string) error {
	f, err := os.Open(name)
	if err != nil {
		return err
	}
	defer f.Close()
	_, err = io.Copy(w, f)
	return err
}
