package batch

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
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
	if state, err := f.State(); err != nil || state == Complete {
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

// A Status is what a folder has and lacks.
type Status struct {
	Complete       bool
	Runs, Played   int
	Parts, Present int
	Damaged        []string // files of parts whose content is not what it was
	Shards         int      // into how many the work was divided last; 0: it was not
	Missing        []int    // shards that lack parts
}

// Status looks into the folder and reads every part.
func (f Folder) Status() (Status, error) {
	st := Status{Runs: f.Plan.Runs(), Parts: f.Plan.Parts()}
	state, err := f.State()
	if err != nil {
		return st, err
	}
	if state == Complete {
		st.Complete, st.Played, st.Present = true, st.Runs, st.Parts
		return st, nil
	}
	there, err := f.present()
	if err != nil {
		return st, err
	}
	locks, _ := filepath.Glob(filepath.Join(f.parts(), "shard-*.lock"))
	for _, l := range locks {
		var s Shard
		if _, err := fmt.Sscanf(strings.TrimSuffix(filepath.Base(l), ".lock"), "shard-%d-of-%d", &s.I, &s.N); err == nil {
			st.Shards = max(st.Shards, s.N)
		}
	}
	lacking := map[int]bool{}
	for i := 1; i <= st.Parts; i++ {
		first, last := f.Plan.runsOf(i)
		path, found := there[i]
		switch {
		case found && sound(path):
			st.Present++
			st.Played += last - first + 1
			continue
		case found:
			st.Damaged = append(st.Damaged, path)
		}
		if st.Shards > 0 {
			lacking[(i-1)%st.Shards+1] = true
		}
	}
	for i := 1; i <= st.Shards; i++ {
		if lacking[i] {
			st.Missing = append(st.Missing, i)
		}
	}
	return st, nil
}

// Merge puts the results together from parts that are all there, those in other
// folders of the same batch included. It plays nothing.
func (f Folder) Merge(ctx context.Context, from []string) error {
	if state, err := f.State(); err != nil || state == Complete {
		return err
	}
	if err := f.begin(); err != nil {
		return err
	}
	l, err := f.lock()
	if err != nil {
		return err
	}
	defer l.release()
	f.sweep(Shard{})
	for _, dir := range from {
		if err := f.gather(Folder{dir, f.Plan}); err != nil {
			return err
		}
	}
	st, err := f.Status()
	if err != nil {
		return err
	}
	if lacking := st.Parts - st.Present; lacking > 0 {
		return fmt.Errorf("%s lacks %d of its %d parts (%d runs): 'centricity-lab batch status' says which shards to start again", f.Dir, lacking, st.Parts, st.Runs-st.Played)
	}
	return f.assemble(ctx)
}

// gather copies the sound parts of another folder of the same batch.
func (f Folder) gather(other Folder) error {
	state, err := other.State()
	if err != nil {
		return err
	}
	if state != Begun {
		return fmt.Errorf("%s holds no batch in work", other.Dir)
	}
	mine, err := f.present()
	if err != nil {
		return err
	}
	theirs, err := other.present()
	if err != nil {
		return err
	}
	for i := 1; i <= f.Plan.Parts(); i++ {
		path, found := theirs[i]
		if _, have := mine[i]; have || !found || !sound(path) {
			continue
		}
		text, err := os.ReadFile(path)
		if err != nil {
			return damaged(path)
		}
		if err := writeWhole(filepath.Join(f.parts(), filepath.Base(path)), text); err != nil {
			return err
		}
	}
	return nil
}

// Stopped tells that an error is a stop that was asked for.
func Stopped(err error) bool { return errors.Is(err, context.Canceled) }
