//go:build !js

package window

import (
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// What a dialog hands over is listed and read like files in a folder.
func TestHandedFiles(t *testing.T) {
	files := handed{"b.yaml": nil, "a.yaml": []byte("x")}
	entries, err := fs.ReadDir(files, ".")
	require.NoError(t, err)
	require.Len(t, entries, 2)
	assert.Equal(t, "a.yaml", entries[0].Name())
	data, err := fs.ReadFile(files, "a.yaml")
	require.NoError(t, err)
	assert.Equal(t, "x", string(data))
	info, err := fs.Stat(files, "a.yaml")
	require.NoError(t, err)
	assert.True(t, info.Mode().IsRegular())
	assert.EqualValues(t, 1, info.Size())
	_, err = fs.Stat(files, "c.yaml")
	assert.ErrorIs(t, err, fs.ErrNotExist)
}

// Of several files the one that no other extends is played; the rest is what it
// extends.
func TestFileOf(t *testing.T) {
	base := "format: 1\ntitle: Base\nbriefing: Sell.\npeople: 700\n"
	f := fileOf(handed{
		"a.yaml": []byte(base), "b.yaml": []byte("format: 1\nextends: a.yaml\ntitle: Mine\n"), "notes.txt": nil,
	})
	assert.Equal(t, "b.yaml", f.Name)
	s, err := f.Load()
	require.NoError(t, err)
	assert.Equal(t, "Mine", s.Title)
	assert.Equal(t, 700, s.Market.People)

	_, err = fileOf(handed{"notes.txt": nil}).Load()
	assert.ErrorContains(t, err, "a scenario is a file that ends in .yaml")
	_, err = fileOf(handed{}).Load()
	assert.Error(t, err)
	_, err = fileOf(handed{"a.yaml": []byte("format: 2")}).Load()
	assert.ErrorContains(t, err, `a.yaml:1:9: unknown format "2"`)
	circle := fileOf(handed{"a.yaml": []byte("format: 1\nextends: b.yaml\n"), "b.yaml": []byte("format: 1\nextends: a.yaml\n")})
	_, err = circle.Load()
	assert.ErrorContains(t, err, "circle")
}

// A dropped file whose place is known finds what it extends beside it.
func TestPathOf(t *testing.T) {
	dir := t.TempDir()
	require.NoError(t, os.WriteFile(filepath.Join(dir, "a.yaml"), []byte("format: 1\ntitle: Base\nbriefing: Sell.\n"), 0o644))
	require.NoError(t, os.WriteFile(filepath.Join(dir, "b.yaml"), []byte("format: 1\nextends: a.yaml\n"), 0o644))
	assert.Equal(t, filepath.Join(dir, "b.yaml"), pathOf(os.DirFS(dir), "b.yaml"))
	assert.Empty(t, pathOf(handed{"b.yaml": nil}, "b.yaml"))
	assert.Empty(t, pathOf(handed{}, "b.yaml"))
}
