package batch

import (
	"bufio"
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"

	"centricity/scenarios"
	"centricity/sim"
	"centricity/sim/experiment"
)

// A Finding is what Verify has to say of a folder.
type Finding struct {
	Files, Runs int   // looked at
	Again       []int // runs played again
	Problems    []string
}

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

func readBounded(root *os.Root, name string, most int64) ([]byte, error) {
	f, err := root.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	text, err := io.ReadAll(io.LimitReader(f, most+1))
	if err == nil && int64(len(text)) > most {
		err = fmt.Errorf("%s is too large", name)
	}
	return text, err
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

// Verify checks every byte of a finished folder: each file against its
// checksum, the description against what the design says it must be, and the
// rows of some runs, chosen by the seed, against the same runs played again.
func Verify(ctx context.Context, dir string, again int, seed uint64, workers int) (Finding, error) {
	var f Finding
	d, root, err := readDescription(dir)
	if root != nil {
		defer root.Close()
	}
	if err != nil {
		return f, err
	}
	p, err := readPlan(dir, root, d.Centricity)
	if err != nil {
		f.Problems = append(f.Problems, err.Error())
		f.Problems = append(f.Problems, checksums(dir, root, d)...)
		return f, nil
	}
	f.Runs, f.Again = p.Runs(), chosen(p.Runs(), again, seed)
	expected := make([][]rows, len(f.Again))
	errs := make([]error, len(f.Again))
	experiment.Each(len(f.Again), workers, func(i int) {
		if ctx.Err() == nil {
			expected[i], errs[i] = p.play(f.Again[i], nil)
		}
	})
	if err := errors.Join(append(errs, ctx.Err())...); err != nil {
		return f, err
	}
	present := map[string]resource{}
	for _, r := range d.Resources {
		present[r.Path] = r
	}
	var tables []resource
	for n, l := range p.Levels {
		for _, format := range p.Design.Formats {
			name := l.Name + "." + format
			c := &checker{level: l, runs: f.Again, sum: sha256.New()}
			for i := range expected {
				c.expected = append(c.expected, expected[i][n].text)
			}
			w, problems := c.check(dir, root, name)
			f.Problems = append(f.Problems, problems...)
			if r := present[name]; len(problems) == 0 && r.Hash != "sha256:"+w.sum {
				f.Problems = append(f.Problems, fmt.Sprintf("%s has changed: its checksum is not the one in %s", filepath.Join(dir, name), packageFile))
			}
			tables = append(tables, tableResource(l.Table, w))
			f.Files++
		}
	}
	mine, others := p.descriptor()
	for _, o := range others {
		f.Files++
		text, err := readBounded(root, filepath.FromSlash(o.name), int64(len(o.text))+1)
		if err != nil {
			f.Problems = append(f.Problems, fmt.Sprintf("%s is missing or cannot be read", filepath.Join(dir, o.name)))
		} else if !bytes.Equal(text, o.text) {
			f.Problems = append(f.Problems, fmt.Sprintf("%s has changed: it is not what follows from the design", filepath.Join(dir, o.name)))
		}
	}
	mine.Resources = append(tables, mine.Resources...)
	f.Files++
	if text, err := readBounded(root, packageFile, maxDescription); len(f.Problems) == 0 && (err != nil || !bytes.Equal(text, mine.text())) {
		f.Problems = append(f.Problems, fmt.Sprintf("%s has changed: it is not what follows from the design and the files", filepath.Join(dir, packageFile)))
	}
	return f, ctx.Err()
}

// checksums are the files that are not what the description says.
func checksums(dir string, root *os.Root, d descriptor) (problems []string) {
	for _, r := range d.Resources {
		f, err := root.Open(filepath.FromSlash(r.Path))
		if err != nil {
			problems = append(problems, fmt.Sprintf("%s is missing or cannot be read", filepath.Join(dir, r.Path)))
			continue
		}
		h := sha256.New()
		_, err = io.Copy(h, f)
		f.Close()
		if err != nil || r.Hash != "sha256:"+hex.EncodeToString(h.Sum(nil)) {
			problems = append(problems, fmt.Sprintf("%s has changed: its checksum is not the one in %s", filepath.Join(dir, r.Path), packageFile))
		}
	}
	return problems
}

// chosen are some of the runs, in order.
func chosen(runs, n int, seed uint64) []int {
	picked := map[int]bool{}
	for i := 1; len(picked) < min(n, runs); i++ {
		picked[1+int(experiment.Luck(seed, i)%uint64(runs))] = true
	}
	list := make([]int, 0, len(picked))
	for k := range picked {
		list = append(list, k)
	}
	slices.Sort(list)
	return list
}

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
	f, err := root.Open(name)
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
