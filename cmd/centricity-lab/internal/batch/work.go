package batch

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"sync"

	"centricity/sim/experiment"
)

// Progress is how far a batch is [runs].
type Progress struct {
	Found  int // played by an earlier start
	Played int // by this one
	All    int // that this start is to do
}

// A Manifest says what a finished shard has made.
type Manifest struct {
	Shard string   `json:"shard"`
	Parts []string `json:"parts"` // files, in order
}

// Work plays what is missing of a shard, or of everything, and for everything
// then puts the results together. Whatever ends it, what was played is there
// for the next start. tell, if not nil, hears of every run; warn of damage.
func (f Folder) Work(ctx context.Context, s Shard, workers int, tell func(Progress), warn func(string)) error {
	state, err := f.State()
	if state == Complete && err == nil {
		os.RemoveAll(f.parts()) // if it was stopped just before it would have done so
	}
	if err != nil || state == Complete {
		return err
	}
	if err := f.begin(); err != nil {
		return err
	}
	if s.N == 0 {
		l, err := f.lock()
		if err != nil {
			return err
		}
		defer l.release()
	} else {
		beside, err := f.share()
		if err != nil {
			return err
		}
		defer beside.release()
		l, err := f.lockShard(s)
		if err != nil {
			return err
		}
		defer l.release()
	}
	if state, err := f.State(); err != nil || state == Complete { // while the lock was waited for
		return err
	}
	if err := f.fill(ctx, s, workers, tell, warn); err != nil {
		return err
	}
	if s.N == 0 {
		return f.assemble(ctx)
	}
	return f.manifest(s)
}

// fill makes the parts that are missing.
func (f Folder) fill(ctx context.Context, s Shard, workers int, tell func(Progress), warn func(string)) error {
	f.sweep(s)
	there, err := f.present()
	if err != nil {
		return err
	}
	var missing []int
	p := Progress{}
	for i := 1; i <= f.Plan.Parts(); i++ {
		if !s.has(i) {
			continue
		}
		first, last := f.Plan.runsOf(i)
		p.All += last - first + 1
		switch path, found := there[i]; {
		case found && sound(path):
			p.Found += last - first + 1
			continue
		case found:
			warn(fmt.Sprintf("%s is damaged; its runs are played again", path))
			os.Remove(path)
		}
		missing = append(missing, i)
	}
	tell(p)

	ctx, stop := context.WithCancelCause(ctx)
	defer stop(nil)
	var mu sync.Mutex
	experiment.Each(len(missing), workers, func(k int) {
		if ctx.Err() != nil {
			return
		}
		_, err := f.Plan.writePart(ctx, f.parts(), f.temporary(s), missing[k], func() {
			mu.Lock()
			p.Played++
			tell(p)
			mu.Unlock()
		})
		if err != nil {
			stop(err)
		}
	})
	if ctx.Err() != nil {
		return context.Cause(ctx)
	}
	return nil
}

// temporary is what a process calls a part that is not whole yet.
func (f Folder) temporary(s Shard) string { return fmt.Sprintf(".%s-*", s.file("")) }

// sweep removes what a killed process left behind. Only the holder of the lock
// does, so nobody is writing there; the holder of the whole folder takes what
// any shard left.
func (f Folder) sweep(s Shard) {
	left, _ := filepath.Glob(filepath.Join(f.parts(), f.temporary(s)))
	if s.N == 0 {
		all, _ := filepath.Glob(filepath.Join(f.parts(), ".shard-*"))
		torn, _ := filepath.Glob(filepath.Join(f.parts(), ".tmp-*"))
		left = append(append(left, all...), torn...)
	}
	for _, name := range left {
		os.Remove(name)
	}
}

// manifest says that a shard is done: the last thing it writes.
func (f Folder) manifest(s Shard) error {
	there, err := f.present()
	if err != nil {
		return err
	}
	m := Manifest{Shard: s.String(), Parts: []string{}}
	for i := 1; i <= f.Plan.Parts(); i++ {
		if s.has(i) {
			m.Parts = append(m.Parts, filepath.Base(there[i]))
		}
	}
	text, _ := json.MarshalIndent(m, "", "  ")
	return writeWhole(filepath.Join(f.parts(), s.file(".json")), append(text, '\n'))
}

// Stopped tells that an error is a stop that was asked for.
func Stopped(err error) bool { return errors.Is(err, context.Canceled) }
