//go:build unix

package window

import (
	"path/filepath"
	"syscall"
	"testing"

	"github.com/stretchr/testify/require"
)

// A pipe nobody is at the other end of would make the window wait for ever.
func TestAFolderDoesNotWaitForAPipe(t *testing.T) {
	dir := t.TempDir()
	f, err := OpenFolder(dir)
	require.NoError(t, err)
	for _, name := range []string{"look.json", "a.draft", "a.draft" + part} {
		require.NoError(t, syscall.Mkfifo(filepath.Join(dir, name), 0o644))
	}
	_, err = f.Read("look.json")
	require.ErrorContains(t, err, "look.json is not an ordinary file")
	require.ErrorContains(t, f.Append("look.json", []byte("x")), "not an ordinary file")
	require.NoError(t, f.Replace("a.draft", []byte("whole")), "what is no file is replaced by one")
	data, err := f.Read("a.draft")
	require.NoError(t, err)
	require.Equal(t, "whole", string(data))
}
