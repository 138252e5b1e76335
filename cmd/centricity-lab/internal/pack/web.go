package main

import (
	"compress/gzip"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/andybalholm/brotli"

	"centricity/cmd/centricity-lab/internal/bundle"
)

// quality is where the brotli of a page takes some seconds; the highest gains a
// tenth in size and takes minutes.
const quality = 9

// web makes the page in a folder ready for a host, and tells what a browser has
// to load.
func web(out io.Writer, dir string) error {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return err
	}
	defer root.Close()
	if err := bundle.Finish(root); err != nil {
		return err
	}
	var plain, zipped, packed int64
	for _, name := range bundle.Files {
		path := filepath.Join(dir, name)
		z, err := compress(path, ".gz", func(w io.Writer) io.WriteCloser {
			z, _ := gzip.NewWriterLevel(w, gzip.BestCompression) // the level is a valid one
			return z
		})
		if err != nil {
			return err
		}
		b, err := compress(path, ".br", func(w io.Writer) io.WriteCloser { return brotli.NewWriterLevel(w, quality) })
		if err != nil {
			return err
		}
		info, err := os.Stat(path)
		if err != nil {
			return err
		}
		plain, zipped, packed = plain+info.Size(), zipped+z, packed+b
	}
	mb := func(n int64) float64 { return float64(n) / 1e6 }
	_, err = fmt.Fprintf(out, "%s: %.2f MB, with gzip %.2f MB, with brotli %.2f MB\n", dir, mb(plain), mb(zipped), mb(packed))
	return err
}

// compress writes a file's compressed form beside it and tells its size.
func compress(name, suffix string, to func(io.Writer) io.WriteCloser) (size int64, err error) {
	f, err := os.Create(name + suffix)
	if err != nil {
		return 0, err
	}
	defer f.Close()
	w := to(f)
	if err := copyFile(w, name); err != nil {
		return 0, err
	}
	if err := w.Close(); err != nil {
		return 0, err
	}
	info, err := f.Stat()
	if err != nil {
		return 0, err
	}
	return info.Size(), f.Close()
}
