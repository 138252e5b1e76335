//go:build !js

package window

import (
	"os"
	"path/filepath"
	"slices"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"centricity/game"
	"centricity/scenarios"
)

// Both shelves keep the same promises.
func TestShelves(t *testing.T) {
	for name, open := range map[string]func(t *testing.T) game.Shelf{
		"a folder": func(t *testing.T) game.Shelf {
			f, err := OpenFolder(filepath.Join(t.TempDir(), "new", "folder"))
			require.NoError(t, err)
			return f
		},
		"memory": func(*testing.T) game.Shelf { return &game.Memory{} },
	} {
		t.Run(name, func(t *testing.T) {
			s := open(t)
			names, err := s.Names()
			require.NoError(t, err)
			require.Empty(t, names)
			_, err = s.Read("none")
			require.Error(t, err)
			require.NoError(t, s.Remove("none"))

			require.NoError(t, s.Append("a.log", []byte("one\n")))
			require.NoError(t, s.Replace("b.draft", []byte("x")))
			require.NoError(t, s.Append("a.log", []byte("two\n")))
			data, err := s.Read("a.log")
			require.NoError(t, err)
			require.Equal(t, "one\ntwo\n", string(data))
			names, err = s.Names()
			require.NoError(t, err)
			require.ElementsMatch(t, []string{"b.draft", "a.log"}, names)

			require.NoError(t, s.Replace("a.log", []byte("new")))
			data, err = s.Read("a.log")
			require.NoError(t, err)
			require.Equal(t, "new", string(data))
			require.NoError(t, s.Remove("a.log"))
			_, err = s.Read("a.log")
			require.Error(t, err)
		})
	}
}

func TestTheMostRecentlyChangedIsLast(t *testing.T) {
	f, err := OpenFolder(t.TempDir())
	require.NoError(t, err)
	now := time.Now()
	for i, name := range []string{"b.log", "c.log", "a.log"} {
		require.NoError(t, f.Append(name, []byte("x")))
		at := now.Add(time.Duration(i-9) * time.Minute)
		require.NoError(t, os.Chtimes(f.Path(name), at, at))
	}
	require.NoError(t, f.Append("c.log", []byte("y")))
	names, err := f.Names()
	require.NoError(t, err)
	require.Equal(t, []string{"b.log", "a.log", "c.log"}, names)
}

func TestAFolderKeepsToItself(t *testing.T) {
	dir := t.TempDir()
	f, err := OpenFolder(filepath.Join(dir, "games"))
	require.NoError(t, err)
	require.NoError(t, os.WriteFile(filepath.Join(dir, "secret"), []byte("s"), 0o600))
	require.NoError(t, os.Symlink(filepath.Join(dir, "secret"), filepath.Join(dir, "games", "link")))
	for _, name := range []string{"../secret", "/etc/passwd", "link", ""} {
		_, err := f.Read(name)
		require.Error(t, err, name)
		require.Error(t, f.Append(name, []byte("x")), name)
	}
	data, err := os.ReadFile(filepath.Join(dir, "secret"))
	require.NoError(t, err)
	require.Equal(t, "s", string(data))
}

// What a killed process left half written is not taken for a saved game.
func TestAPartIsNoName(t *testing.T) {
	dir := t.TempDir()
	require.NoError(t, os.WriteFile(filepath.Join(dir, "a.draft"+part), []byte("{"), 0o600))
	f, err := OpenFolder(dir)
	require.NoError(t, err)
	names, err := f.Names()
	require.NoError(t, err)
	require.Empty(t, names)
	require.NoError(t, f.Replace("a.draft", []byte("whole")))
	data, err := f.Read("a.draft")
	require.NoError(t, err)
	require.Equal(t, "whole", string(data))
}

// Of two windows with one game the second to write is told so; nothing is
// mixed up in the log.
func TestTwoWindowsOneGame(t *testing.T) {
	f, err := OpenFolder(t.TempDir())
	require.NoError(t, err)
	s, err := scenarios.Shipped(scenarios.Names()[0])
	require.NoError(t, err)
	first, err := game.Start(s, 1, f)
	require.NoError(t, err)
	second, err := game.Resume(f, first.Name(), scenarios.Shipped)
	require.NoError(t, err)
	_, err = first.Commit()
	require.NoError(t, err)
	_, err = second.Commit()
	require.ErrorIs(t, err, game.ErrElsewhere)
	_, err = first.Commit()
	require.NoError(t, err)
	second, err = game.Resume(f, first.Name(), scenarios.Shipped)
	require.NoError(t, err)
	_, err = second.Commit()
	require.NoError(t, err, "after reading it again it may")
	data, err := f.Read(first.Name() + ".log")
	require.NoError(t, err)
	require.Equal(t, string(second.Log()), string(data))
}

// A log that vanishes during play is written again, whole.
func TestALogIsDeletedDuringPlay(t *testing.T) {
	f, err := OpenFolder(t.TempDir())
	require.NoError(t, err)
	s, err := scenarios.Shipped(scenarios.Names()[0])
	require.NoError(t, err)
	g, err := game.Start(s, 1, f)
	require.NoError(t, err)
	for range 2 {
		require.NoError(t, os.Remove(f.Path(g.Name()+".log")))
		_, err = g.Commit()
		require.NoError(t, err)
	}
	data, err := f.Read(g.Name() + ".log")
	require.NoError(t, err)
	require.Equal(t, string(g.Log()), string(data))
	require.NoError(t, os.RemoveAll(f.Path("")))
	_, err = g.Commit()
	require.Error(t, err)
	require.Equal(t, 3, g.Round())
}

// Many windows that start the same game at one moment have a log each.
func TestStartsAtOneMomentShareNoLog(t *testing.T) {
	dir := t.TempDir()
	s, err := scenarios.Shipped(scenarios.Names()[0])
	require.NoError(t, err)
	names := make([]string, 8)
	var all sync.WaitGroup
	for i := range names {
		all.Go(func() {
			f, err := OpenFolder(dir)
			if assert.NoError(t, err) {
				g, err := game.Start(s, 1, f)
				if assert.NoError(t, err) {
					names[i] = g.Name()
				}
			}
		})
	}
	all.Wait()
	slices.Sort(names)
	require.Len(t, slices.Compact(names), 8)
}
