package batch

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// one is the finished folder of a design, made in one go.
func one(t *testing.T, p Plan) string {
	t.Helper()
	f := Folder{filepath.Join(t.TempDir(), "one"), p}
	work(t, f, Shard{}, 2)
	return f.Dir
}

// TestStoppedBatchesGoOn: stopped again and again, no run is lost and none is
// played twice.
func TestStoppedBatchesGoOn(t *testing.T) {
	p := planned(t, small)
	f := Folder{t.TempDir(), p}
	played, stops := 0, 0
	for state := Fresh; state != Complete; {
		ctx, stop := context.WithCancel(context.Background())
		now := 0
		err := f.Work(ctx, Shard{}, 2, func(g Progress) {
			if now = g.Played; now == 7 {
				stop()
			}
			assert.Equal(t, p.Runs(), g.All)
			assert.Equal(t, played, g.Found, "what was played is found")
		}, quiet)
		stop()
		played += now
		if err != nil {
			require.True(t, Stopped(err), "%v", err)
			stops++
			there, err := f.present()
			require.NoError(t, err)
			played = len(there) // a part is a run here
		}
		var err2 error
		state, err2 = f.State()
		require.NoError(t, err2)
	}
	assert.GreaterOrEqual(t, stops, 3)
	same(t, one(t, p), f.Dir)
}

// TestShards: made in any order, by whoever, killed, damaged, in one folder or
// several, they merge to the same bytes.
func TestShards(t *testing.T) {
	p := planned(t, small)
	f := Folder{filepath.Join(t.TempDir(), "shards"), p}
	work(t, f, Shard{3, 3}, 1)
	work(t, f, Shard{1, 3}, 2)
	ctx, kill := context.WithCancel(context.Background())
	require.Error(t, f.Work(ctx, Shard{2, 3}, 1, func(g Progress) {
		if g.Played == 3 {
			kill()
		}
	}, quiet))
	left := filepath.Join(f.parts(), ".shard-2-of-3-torn")
	require.NoError(t, os.WriteFile(left, []byte("half a part"), 0o644))

	opened, err := Open(f.Dir)
	require.NoError(t, err, "a folder in work knows its design")
	st, err := opened.Status()
	require.NoError(t, err)
	assert.Equal(t, []int{2}, st.Missing)
	assert.Equal(t, 24, st.Runs)
	assert.Equal(t, 16+3, st.Played)
	assert.ErrorContains(t, opened.Merge(context.Background(), nil), "lacks 5 of its 24 parts (5 runs)")

	there, err := f.present()
	require.NoError(t, err)
	flip(t, there[3])
	st, err = opened.Status()
	require.NoError(t, err)
	assert.Equal(t, []int{2, 3}, st.Missing)
	assert.Equal(t, []string{there[3]}, st.Damaged)

	work(t, f, Shard{2, 3}, 1)
	assert.NoFileExists(t, left)
	var warned []string
	require.NoError(t, f.Work(context.Background(), Shard{3, 3}, 1, func(g Progress) { assert.LessOrEqual(t, g.Played, 1) }, func(s string) { warned = append(warned, s) }))
	assert.Len(t, warned, 1)
	assert.FileExists(t, filepath.Join(f.parts(), "shard-3-of-3.json"))
	require.NoError(t, opened.Merge(context.Background(), nil))
	same(t, one(t, p), f.Dir)

	// In folders of their own, as machines without a common disk fill them.
	a, b := Folder{filepath.Join(t.TempDir(), "a"), p}, Folder{filepath.Join(t.TempDir(), "b"), p}
	work(t, a, Shard{1, 2}, 1)
	work(t, b, Shard{2, 2}, 1)
	c := Folder{filepath.Join(t.TempDir(), "c"), p}
	require.NoError(t, c.Merge(context.Background(), []string{a.Dir, b.Dir}))
	same(t, f.Dir, c.Dir)
}

// flip changes one bit in the middle of a file.
func flip(t *testing.T, path string) {
	t.Helper()
	text, err := os.ReadFile(path)
	require.NoError(t, err)
	text[len(text)/2] ^= 1
	require.NoError(t, os.WriteFile(path, text, 0o644))
}

// TestAFlippedBitIsFound in whatever file it is.
func TestAFlippedBitIsFound(t *testing.T) {
	dir := one(t, planned(t, small))
	for name, text := range contents(t, dir) {
		path := filepath.Join(dir, name)
		flip(t, path)
		found, err := Verify(context.Background(), dir, 0, 1, 1)
		if err == nil {
			assert.NotEmpty(t, found.Problems, name)
		} else {
			assert.Contains(t, err.Error(), packageFile)
		}
		require.NoError(t, os.WriteFile(path, []byte(text), 0o644))
	}
	found, err := Verify(context.Background(), dir, 0, 1, 1)
	require.NoError(t, err)
	require.Empty(t, found.Problems)
}

// TestAForgedRowIsFound, whatever checksums say: the run is played again.
func TestAForgedRowIsFound(t *testing.T) {
	dir := one(t, planned(t, strings.Replace(small, "levels:", "formats: [csv]\nlevels:", 1)))
	path := filepath.Join(dir, "runs.csv")
	text, err := os.ReadFile(path)
	require.NoError(t, err)
	lines := bytes.SplitAfter(text, []byte("\n"))
	lines[5] = bytes.Replace(bytes.Clone(lines[5]), []byte(",0,"), []byte(",1,"), 1)
	require.NoError(t, os.WriteFile(path, bytes.Join(lines, nil), 0o644))
	found, err := Verify(context.Background(), dir, 24, 1, 0)
	require.NoError(t, err)
	require.NotEmpty(t, found.Problems)
	assert.Contains(t, found.Problems[0], "the rows of run 5 are not what the run gives when it is played again")
}

// TestOneRunAlone gives the rows it has among all, in either format.
func TestOneRunAlone(t *testing.T) {
	for _, format := range []string{"csv", "parquet"} {
		p := planned(t, strings.Replace(small, "levels:", "formats: ["+format+"]\nlevels:", 1))
		dir := one(t, p)
		f, err := Open(dir)
		require.NoError(t, err)
		for _, k := range []int{1, 13, 24} {
			alone, err := p.Play(k)
			require.NoError(t, err)
			for i, level := range alone {
				var among []string
				name := p.Levels[i].Columns[0].Name
				require.NoError(t, f.Each(level.Level, []string{name}, func(v []string) error {
					if v[0] == fmt.Sprint(k) {
						among = append(among, v[0])
					}
					return nil
				}))
				assert.Len(t, among, level.Count, "%s of run %d", level.Level, k)
				if format == "csv" {
					all, err := os.ReadFile(filepath.Join(dir, level.Level+".csv"))
					require.NoError(t, err)
					_, rows, _ := bytes.Cut(level.Text, []byte("\n"))
					assert.True(t, bytes.Contains(all, rows), "%s of run %d", level.Level, k)
				}
			}
		}
		found, err := Verify(context.Background(), dir, 24, 1, 0)
		require.NoError(t, err)
		assert.Empty(t, found.Problems)
	}
}

// TestFoldersAreNotOverwritten, neither another batch's nor anyone's, nor by
// two at once.
func TestFoldersAreNotOverwritten(t *testing.T) {
	p := planned(t, small)
	other := planned(t, strings.Replace(small, "seed: 2026", "seed: 2027", 1))
	try := func(f Folder, s Shard) error { return f.Work(context.Background(), s, 1, untold, quiet) }

	dir := one(t, p)
	before := contents(t, dir)
	assert.NoError(t, try(Folder{dir, p}, Shard{}), "complete: nothing to do")
	assert.ErrorContains(t, try(Folder{dir, other}, Shard{}), "holds the results of another design")
	assert.Equal(t, before, contents(t, dir))

	begun := Folder{t.TempDir(), p}
	work(t, begun, Shard{1, 5}, 1)
	assert.ErrorContains(t, try(Folder{begun.Dir, other}, Shard{1, 5}), "holds the results of another design")

	home := t.TempDir()
	require.NoError(t, os.WriteFile(filepath.Join(home, "thesis.txt"), nil, 0o644))
	assert.ErrorContains(t, try(Folder{home, p}, Shard{}), "holds other files (thesis.txt); name a new or empty folder")
	assert.ErrorContains(t, try(Folder{filepath.Join(home, "thesis.txt"), p}, Shard{}), "is a file")

	l, err := begun.lock()
	require.NoError(t, err)
	assert.ErrorContains(t, try(begun, Shard{}), "another process is working in")
	assert.ErrorContains(t, try(begun, Shard{2, 5}), "another process is working on all of")
	l.release()
	l, err = begun.lockShard(Shard{2, 5})
	require.NoError(t, err)
	assert.ErrorContains(t, try(begun, Shard{2, 5}), "another process is working on shard 2/5")
	l.release()
	assert.NoError(t, try(begun, Shard{2, 5}))
}

// TestShardNames: I/N, and what SLURM says.
func TestShardNames(t *testing.T) {
	array := func(id, low, high, count, step string) func(string) string {
		v := map[string]string{"SLURM_ARRAY_TASK_ID": id, "SLURM_ARRAY_TASK_MIN": low, "SLURM_ARRAY_TASK_MAX": high, "SLURM_ARRAY_TASK_COUNT": count, "SLURM_ARRAY_TASK_STEP": step}
		return func(name string) string { return v[name] }
	}
	none := func(string) string { return "" }
	for _, c := range []struct {
		text string
		env  func(string) string
		want Shard
	}{
		{"1/1", none, Shard{1, 1}},
		{"3/16", none, Shard{3, 16}},
		{"slurm", array("0", "0", "15", "16", "1"), Shard{1, 16}},
		{"slurm", array("16", "1", "16", "16", "1"), Shard{16, 16}},
		{"slurm", array("5", "1", "9", "5", "2"), Shard{3, 5}},
		{"slurm/16", array("7", "3", "7", "2", "4"), Shard{7, 16}},
	} {
		got, err := parseShard(c.text, c.env)
		require.NoError(t, err, c.text)
		assert.Equal(t, c.want, got)
	}
	for _, c := range []struct {
		text string
		env  func(string) string
	}{
		{"0/3", none}, {"4/3", none}, {"3", none}, {"x/3", none}, {"1/999999999", none}, {"slurm", none}, {"slurm/4", none},
		{"slurm", array("7", "3", "7", "2", "1")}, {"slurm/4", array("7", "3", "7", "2", "1")},
	} {
		_, err := parseShard(c.text, c.env)
		assert.Error(t, err, c.text)
	}
	covered := 0
	for i := range 5 {
		for part := 1; part <= 17; part++ {
			if (Shard{i + 1, 5}).has(part) {
				covered++
			}
		}
	}
	assert.Equal(t, 17, covered, "every part in one shard")
}
