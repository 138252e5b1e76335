package batch

import (
	"bufio"
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"hash"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// assemble puts the parts together into the tables, in the design's order,
// describes them, and removes the parts. Until its last step the parts are
// there, so it can be done again.
func (f Folder) assemble(ctx context.Context) (err error) {
	there, err := f.present()
	if err != nil {
		return err
	}
	out := make([]*output, len(f.Plan.Levels))
	defer func() {
		for _, o := range out {
			o.discard()
		}
	}()
	for n, l := range f.Plan.Levels {
		if out[n], err = f.newOutput(l.Table); err != nil {
			return err
		}
	}
	for i := 1; i <= f.Plan.Parts(); i++ {
		if ctx.Err() != nil {
			return ctx.Err()
		}
		err := f.Plan.readPart(there[i], func(_, level, _ int, text io.Reader) error { return out[level].copy(text) })
		if errors.As(err, new(damagedError)) {
			os.Remove(there[i])
			return errors.New(err.Error() + " and was removed; give the same command again to play its runs again")
		}
		if err != nil {
			return err
		}
	}
	var resources []resource
	for n, l := range f.Plan.Levels {
		written, err := out[n].finish()
		if err != nil {
			return err
		}
		for _, w := range written {
			resources = append(resources, tableResource(l.Table, w))
		}
	}
	if err := f.describe(resources); err != nil {
		return err
	}
	return os.RemoveAll(f.parts())
}

// written is a file that is whole.
type written struct {
	name  string
	bytes int64
	sum   string
	rows  int
}

// output writes one table in the formats of the design.
type output struct {
	table   Table
	folder  Folder
	files   []*sink
	csv     *sink
	parquet *parquetTable
	rows    int
}

// sink is a file that is not whole yet.
type sink struct {
	*bufio.Writer
	name string
	file *os.File
	sum  hash.Hash
	size int64
}

func (s *sink) Write(p []byte) (int, error) {
	s.size += int64(len(p))
	return s.Writer.Write(p)
}

func (f Folder) newOutput(t Table) (*output, error) {
	o := &output{table: t, folder: f}
	for _, format := range f.Plan.Design.Formats {
		name := t.Name + "." + format
		file, err := os.CreateTemp(f.parts(), ".tmp-*")
		if err != nil {
			o.discard()
			return nil, unwritable(f.parts(), err)
		}
		s := &sink{name: name, file: file, sum: sha256.New()}
		s.Writer = bufio.NewWriterSize(io.MultiWriter(file, s.sum), 1<<18)
		o.files = append(o.files, s)
		switch format {
		case "csv":
			o.csv = s
			if _, err := s.Write(header(t)); err != nil {
				return o, unwritable(name, err)
			}
		case "parquet":
			o.parquet = newParquetTable(s, t)
		}
	}
	return o, nil
}

// header is a table's first line.
func header(t Table) []byte {
	names := make([]string, len(t.Columns))
	for i, c := range t.Columns {
		names[i] = c.Name
	}
	return []byte(strings.Join(names, ",") + "\n")
}

// copy adds rows.
func (o *output) copy(text io.Reader) error {
	in := bufio.NewReaderSize(text, 1<<16)
	for {
		line, err := in.ReadSlice('\n')
		if err == io.EOF && len(line) == 0 {
			return nil
		}
		if err != nil {
			return errors.New("a row of the table " + o.table.Name + " is too long or has no end")
		}
		o.rows++
		if o.csv != nil {
			if _, err := o.csv.Write(line); err != nil {
				return unwritable(filepath.Join(o.folder.Dir, o.csv.name), err)
			}
		}
		if o.parquet != nil {
			if err := o.parquet.row(bytes.TrimSuffix(line, []byte("\n"))); err != nil {
				return unwritable(filepath.Join(o.folder.Dir, o.table.Name+".parquet"), err)
			}
		}
	}
}

// finish makes the files whole and gives them their names.
func (o *output) finish() (list []written, err error) {
	if o.parquet != nil {
		if err := o.parquet.close(); err != nil {
			return nil, unwritable(filepath.Join(o.folder.Dir, o.table.Name+".parquet"), err)
		}
	}
	for _, s := range o.files {
		path := filepath.Join(o.folder.Dir, s.name)
		err := errors.Join(s.Flush(), s.file.Chmod(0o644), s.file.Sync(), s.file.Close())
		if err == nil {
			err = os.Rename(s.file.Name(), path)
		}
		if err != nil {
			return nil, unwritable(path, err)
		}
		s.file = nil
		list = append(list, written{s.name, s.size, hex.EncodeToString(s.sum.Sum(nil)), o.rows})
	}
	return list, nil
}

// discard removes what is not whole.
func (o *output) discard() {
	if o == nil {
		return
	}
	for _, s := range slices.DeleteFunc(o.files, func(s *sink) bool { return s.file == nil }) {
		s.file.Close()
		os.Remove(s.file.Name())
	}
	o.files = nil
}
