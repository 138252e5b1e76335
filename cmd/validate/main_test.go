package main

import (
	"os"
	"path/filepath"
	"testing"

	"centricity/sim/validation"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestAWrongPageIsRefusedBeforeAnythingIsMeasured.
func TestAWrongPageIsRefusedBeforeAnythingIsMeasured(t *testing.T) {
	never := func() (string, error) { t.Fatal("measured"); return "", nil }
	page := filepath.Join(t.TempDir(), "page.md")
	assert.ErrorContains(t, run(page, true, never, validation.Insert), "name the page with -page")
	require.NoError(t, os.WriteFile(page, []byte("# A page\n"), 0o644))
	assert.ErrorContains(t, run(page, true, never, validation.Insert), "has no line <!-- validation")
	assert.ErrorContains(t, run(page, true, never, insertLessons), "no place for the lessons")
}

// TestAStalePageIsTold, and a written one is current.
func TestAStalePageIsTold(t *testing.T) {
	table := func() (string, error) { return "| a table |\n", nil }
	page := filepath.Join(t.TempDir(), "page.md")
	require.NoError(t, os.WriteFile(page, []byte("# A page\n<!-- lessons: written by make validate -->\n<!-- end of lessons -->\n"), 0o644))
	assert.ErrorContains(t, run(page, true, table, insertLessons), "not what the model measures now")
	require.NoError(t, run(page, false, table, insertLessons))
	assert.NoError(t, run(page, true, table, insertLessons))
}
