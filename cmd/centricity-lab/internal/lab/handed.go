package lab

import (
	"archive/zip"
	"errors"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"centricity/game"
	"centricity/game/class"
	"centricity/game/words"
)

// Bounds on what a class hands in.
const (
	mostHanded = 5000
	mostBytes  = 512 << 20 // in all
)

// handed is what a class handed in, as far as it is collected.
type handed struct {
	files []class.File
	bytes int64
}

// collect reads logs, folders of logs and zips of either. What is in a folder
// and is plainly something else (a page, a table, a scenario) is passed over;
// everything else comes back as a file, read or refused.
func collect(args []string, in io.Reader) ([]class.File, error) {
	var h handed
	for _, arg := range args {
		if arg == "-" {
			if err := h.add("pasted", -1, in); err != nil {
				return nil, err
			}
			continue
		}
		info, err := os.Stat(arg)
		switch {
		case err != nil:
			err = h.refuse(arg, words.Say("there is no such file"))
		case info.IsDir():
			err = h.folder(arg)
		default:
			err = h.file(arg, info)
		}
		if err != nil {
			return nil, err
		}
	}
	return h.files, nil
}

func (h *handed) put(f class.File) error {
	if len(h.files) == mostHanded {
		return errors.New(words.Say("there are more than %d files; name a smaller folder, or a part of them at a time", mostHanded))
	}
	f.Name = game.OneLine(f.Name)
	h.bytes += int64(len(f.Data))
	if h.bytes > mostBytes {
		return errors.New(words.Say("the files hold more than %d MB; give a part of them at a time", mostBytes>>20))
	}
	h.files = append(h.files, f)
	return nil
}

func (h *handed) refuse(name, why string) error { return h.put(class.File{Name: name, Refused: why}) }

// add reads one log; a size below 0 is unknown. What is larger than a log can
// be is not read.
func (h *handed) add(name string, size int64, r io.Reader) error {
	if size > game.MaxLog {
		return h.put(class.File{Name: name, Size: size})
	}
	data, err := io.ReadAll(io.LimitReader(r, game.MaxLog+1))
	if err != nil {
		return h.refuse(name, words.Say("it cannot be read to its end; it may be damaged"))
	}
	return h.put(class.File{Name: name, Data: data, Size: int64(len(data))})
}

// beside are endings of files that lie in a class's folder and are no logs.
var beside = []string{".html", ".htm", ".csv", ".yaml", ".yml", ".pdf", ".draft"}

// passed tells files of a folder or zip that nobody handed in.
func passed(name string) bool {
	base := path.Base(filepath.ToSlash(name))
	return strings.HasPrefix(base, ".") || strings.Contains(filepath.ToSlash(name), "__MACOSX/") || slices.Contains(beside, strings.ToLower(path.Ext(base)))
}

func (h *handed) folder(dir string) error {
	return filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return h.refuse(name, words.Say("it may not be read; look at its permissions"))
		case d.IsDir():
			if name != dir && strings.HasPrefix(d.Name(), ".") {
				return filepath.SkipDir
			}
			return nil
		case passed(name):
			return nil
		}
		info, err := os.Stat(name)
		if err != nil {
			return h.refuse(name, words.Say("it cannot be read"))
		}
		return h.file(name, info)
	})
}

func (h *handed) file(name string, info fs.FileInfo) error {
	if !info.Mode().IsRegular() {
		return h.refuse(name, words.Say("it is not an ordinary file"))
	}
	f, err := os.Open(name)
	if err != nil {
		return h.refuse(name, words.Say("it may not be read; look at its permissions"))
	}
	defer f.Close()
	if strings.EqualFold(filepath.Ext(name), ".zip") {
		return h.zip(name, f, info.Size())
	}
	return h.add(name, info.Size(), f)
}

// zip reads the logs in a zip. A zip within it is not opened.
func (h *handed) zip(name string, f io.ReaderAt, size int64) error {
	z, err := zip.NewReader(f, size)
	if err != nil && !errors.Is(err, zip.ErrInsecurePath) {
		return h.refuse(name, words.Say("it is not a zip, or it is damaged"))
	}
	for _, m := range z.File {
		inside := name + "/" + m.Name
		if m.Mode().IsDir() || passed(m.Name) {
			continue
		}
		if !m.Mode().IsRegular() {
			if err := h.refuse(inside, words.Say("it is not an ordinary file")); err != nil {
				return err
			}
			continue
		}
		if strings.EqualFold(path.Ext(m.Name), ".zip") {
			if err := h.refuse(inside, words.Say("it is a zip within a zip; unpack it first")); err != nil {
				return err
			}
			continue
		}
		if err := h.member(inside, m); err != nil {
			return err
		}
	}
	return nil
}

func (h *handed) member(name string, m *zip.File) error {
	r, err := m.Open()
	if err != nil {
		return h.refuse(name, words.Say("it cannot be unpacked; the zip may be damaged or locked"))
	}
	defer r.Close()
	const most = 1 << 40 // what a zip says of a size fits no int64 with certainty
	return h.add(name, int64(min(m.UncompressedSize64, most)), r)
}
