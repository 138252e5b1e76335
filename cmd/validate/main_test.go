package main

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestAWrongPageIsRefusedBeforeAnythingIsMeasured.
func TestAWrongPageIsRefusedBeforeAnythingIsMeasured(t *testing.T) {
	page := filepath.Join(t.TempDir(), "page.md")
	assert.ErrorContains(t, run(page, true, 0), "name the page with -page")
	require.NoError(t, os.WriteFile(page, []byte("# A page\n"), 0o644))
	assert.ErrorContains(t, run(page, true, 0), "has no line <!-- validation")
}
