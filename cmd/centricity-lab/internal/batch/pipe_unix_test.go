//go:build unix

package batch

import (
	"context"
	"os"
	"path/filepath"
	"syscall"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// A pipe in the place of a batch's file is told, and not waited for.
func TestPipes(t *testing.T) {
	for _, name := range []string{packageFile, designFile, "runs.csv", "runs.parquet"} {
		p := planned(t, tiny)
		dir := one(t, p)
		path := filepath.Join(dir, name)
		require.NoError(t, os.Remove(path))
		require.NoError(t, syscall.Mkfifo(path, 0o644))
		found, err := Verify(context.Background(), dir, 1, 1, 1)
		assert.True(t, err != nil || len(found.Problems) > 0, name)
		_, err = Folder{dir, p}.State()
		assert.Equal(t, name == packageFile, err != nil, name)
		err = Folder{dir, p}.Each(Runs, []string{"run"}, func([]string) error { return nil })
		assert.Equal(t, name == "runs.csv", err != nil, name)
	}
}
