//go:build unix

package scenarios_test

import (
	"path/filepath"
	"syscall"
	"testing"

	"centricity/scenarios"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// A pipe nobody writes to would make a reader wait for ever.
func TestOpenDoesNotWaitForAPipe(t *testing.T) {
	pipe := filepath.Join(t.TempDir(), "pipe.yaml")
	require.NoError(t, syscall.Mkfifo(pipe, 0o644))
	_, err := scenarios.Open(pipe)
	assert.ErrorContains(t, err, "is not an ordinary file")
}
