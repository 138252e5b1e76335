package batch

import (
	"bufio"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"hash"
	"io"
	"os"
	"path/filepath"
	"strings"
)

// A part is the rows of some runs in a row: what one worker writes in one go.
// Its file is named by its number and by the hash of its content, so a part
// that is there is whole and right, whoever made it, and making it again makes
// the same. The file is, for every run and level,
//
//	RUN LEVEL ROWS BYTES
//	(that many bytes of rows)

// partsAtMost bounds how many files a batch in work has.
const partsAtMost = 4096

// partRuns is how many runs a part has: a function of the plan alone.
func (p Plan) partRuns() int { return 1 + (p.Runs()-1)/partsAtMost }

// Parts is how many there are.
func (p Plan) Parts() int { return 1 + (p.Runs()-1)/p.partRuns() }

// runsOf are the first and last run of part i, from 1.
func (p Plan) runsOf(i int) (first, last int) {
	n := p.partRuns()
	return 1 + (i-1)*n, min(i*n, p.Runs())
}

// partName is the file of part i with a content.
func partName(i int, sum []byte) string {
	return fmt.Sprintf("%07d-%s%s", i, hex.EncodeToString(sum), partSuffix)
}

const partSuffix = ".part"

// partNumber reads the name of a part's file.
func partNumber(name string) (i int, sum string, ok bool) {
	number, rest, found := strings.Cut(name, "-")
	sum, isPart := strings.CutSuffix(rest, partSuffix)
	if !found || !isPart || len(sum) != 2*sha256.Size {
		return 0, "", false
	}
	_, err := fmt.Sscanf(number, "%d", &i)
	return i, sum, err == nil && i > 0
}

// writePart plays the runs of part i and leaves its file in the folder, whole
// or not at all. played is told after every run.
func (p Plan) writePart(ctx context.Context, folder, temporary string, i int, played func()) (name string, err error) {
	f, err := os.CreateTemp(folder, temporary)
	if err != nil {
		return "", unwritable(folder, err)
	}
	defer func() {
		if err != nil {
			f.Close()
			os.Remove(f.Name())
		}
	}()
	sum := sha256.New()
	out := bufio.NewWriterSize(io.MultiWriter(f, sum), 1<<16)
	first, last := p.runsOf(i)
	var written []rows
	for k := first; k <= last; k++ {
		if ctx.Err() != nil {
			return "", ctx.Err()
		}
		if written, err = p.play(k, written); err != nil {
			return "", err
		}
		for n, l := range p.Levels {
			fmt.Fprintf(out, "%d %s %d %d\n", k, l.Name, written[n].count, len(written[n].text))
			if _, err = out.Write(written[n].text); err != nil {
				return "", unwritable(folder, err)
			}
		}
		played()
	}
	if err = out.Flush(); err != nil {
		return "", unwritable(folder, err)
	}
	_ = f.Chmod(0o644) // not every system has modes
	if err = f.Close(); err != nil {
		return "", unwritable(folder, err)
	}
	name = partName(i, sum.Sum(nil))
	if err = os.Rename(f.Name(), filepath.Join(folder, name)); err != nil {
		return "", unwritable(folder, err)
	}
	return name, nil
}

// readPart hands on the rows of a part, run by run and level by level, and
// checks them against the plan and the file's name.
func (p Plan) readPart(path string, take func(run, level, rows int, text io.Reader) error) error {
	i, sum, _ := partNumber(filepath.Base(path))
	f, err := openPath(path)
	if err != nil {
		return damaged(path)
	}
	defer f.Close()
	h := sha256.New()
	in := bufio.NewReaderSize(io.TeeReader(f, h), 1<<16)
	first, last := p.runsOf(i)
	for k := first; k <= last; k++ {
		for n, l := range p.Levels {
			line, err := in.ReadString('\n')
			var run, count int
			var size int64
			var name string
			if err == nil {
				_, err = fmt.Sscanf(line, "%d %s %d %d\n", &run, &name, &count, &size)
			}
			if err != nil || run != k || name != l.Name || size < 0 {
				return damaged(path)
			}
			text := &io.LimitedReader{R: in, N: size}
			if err := take(k, n, count, text); err != nil {
				return err
			}
			if _, err := io.Copy(io.Discard, text); err != nil || text.N > 0 {
				return damaged(path)
			}
		}
	}
	if _, err := in.ReadByte(); err != io.EOF || !matches(h, sum) {
		return damaged(path)
	}
	return nil
}

func matches(h hash.Hash, sum string) bool { return hex.EncodeToString(h.Sum(nil)) == sum }

// damagedError is a part whose content is not what its name says.
type damagedError struct{ path string }

func damaged(path string) error { return damagedError{path} }

func (e damagedError) Error() string {
	return e.path + " is damaged: its content is not what it was"
}

// sound tells whether a part's content is what its name says.
func sound(path string) bool {
	_, sum, ok := partNumber(filepath.Base(path))
	f, err := openPath(path)
	if !ok || err != nil {
		return false
	}
	defer f.Close()
	h := sha256.New()
	_, err = io.Copy(h, f)
	return err == nil && matches(h, sum)
}
