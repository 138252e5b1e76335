package batch

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"

	"centricity/sim/experiment"
)

// A Finding is what Verify has to say of a folder.
type Finding struct {
	Files, Runs int   // looked at
	Again       []int // runs played again
	Problems    []string
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
		f, err := openOrdinary(root, filepath.FromSlash(r.Path))
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
