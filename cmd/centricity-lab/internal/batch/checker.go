package batch

import (
	"bufio"
	"bytes"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strconv"
)

// checker compares a table's file with what some runs must have in it.
type checker struct {
	level    Level
	runs     []int
	expected [][]byte // their rows
	sum      interface {
		io.Writer
		Sum([]byte) []byte
	}
	rows   int
	differ []int // runs whose rows are not as expected
}

func (c *checker) check(dir string, root *os.Root, name string) (w written, problems []string) {
	path := filepath.Join(dir, name)
	f, err := openOrdinary(root, name)
	if err != nil {
		return w, []string{path + " is missing or cannot be read"}
	}
	defer f.Close()
	if filepath.Ext(name) == ".csv" {
		err = c.csv(f)
	} else {
		err = c.parquet(f)
	}
	if err != nil {
		return w, []string{fmt.Sprintf("%s has changed: %v", path, err)}
	}
	for i, rest := range c.expected {
		if len(rest) > 0 && !slices.Contains(c.differ, c.runs[i]) {
			c.differ = append(c.differ, c.runs[i])
		}
	}
	for _, k := range c.differ {
		problems = append(problems, fmt.Sprintf("%s: the rows of run %d are not what the run gives when it is played again", path, k))
	}
	size, _ := f.Seek(0, io.SeekEnd)
	return written{name, size, hex.EncodeToString(c.sum.Sum(nil)), c.rows}, problems
}

// row compares one row, without its end, with what is expected next.
func (c *checker) row(run int, same func(expected []byte) bool) {
	i, asked := slices.BinarySearch(c.runs, run)
	if !asked || slices.Contains(c.differ, run) {
		return
	}
	next, rest, _ := bytes.Cut(c.expected[i], []byte("\n"))
	if !same(next) {
		c.differ = append(c.differ, run)
	}
	c.expected[i] = rest
}

func (c *checker) csv(f io.Reader) error {
	in := bufio.NewReaderSize(io.TeeReader(f, c.sum), 1<<16)
	for first := true; ; first = false {
		line, err := in.ReadSlice('\n')
		switch {
		case err == io.EOF && len(line) == 0 && !first:
			return nil
		case err != nil:
			return errors.New("a row has no end")
		case first:
			if !bytes.Equal(line, header(c.level.Table)) {
				return errors.New("its first line does not name the columns")
			}
			continue
		}
		c.rows++
		number, _, _ := bytes.Cut(line, []byte{','})
		run, err := strconv.Atoi(string(number))
		if err != nil {
			return fmt.Errorf("row %d names no run", c.rows)
		}
		c.row(run, func(expected []byte) bool { return bytes.Equal(line[:len(line)-1], expected) })
	}
}
