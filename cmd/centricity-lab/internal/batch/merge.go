package batch

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

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
