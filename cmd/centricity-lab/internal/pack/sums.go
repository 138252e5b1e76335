package main

import (
	"crypto/sha256"
	"fmt"
	"io"
	"os"
	"path/filepath"
)

// sums writes the SHA-256 of every file of a folder, by name, as sha256sum -c
// reads it.
func sums(w io.Writer, dir string) error {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return err
	}
	for _, e := range entries {
		if !e.Type().IsRegular() || e.Name() == "SHA256SUMS" {
			continue
		}
		h := sha256.New()
		if err := copyFile(h, filepath.Join(dir, e.Name())); err != nil {
			return err
		}
		if _, err := fmt.Fprintf(w, "%x  %s\n", h.Sum(nil), e.Name()); err != nil {
			return err
		}
	}
	return nil
}
