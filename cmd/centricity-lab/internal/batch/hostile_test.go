package batch

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const tiny = `format: 1
title: As small as can be
scenario: roastery
policy: balanced
replications: 1
set: {people: 5, rounds: 1, start.history: 0}
`

// FuzzDescription: whatever a folder's description says, checking the folder
// ends with words.
func FuzzDescription(f *testing.F) {
	f.Add([]byte(`{"centricity":{"design":"x","model_version":1,"tables_version":1,"files":[{"name":"a","path":"../../../etc/passwd"}]}}`))
	f.Add([]byte(`{"centricity":{"design":"x","files":[{"path":"."}]},"resources":[{"path":"/etc"},{"path":"datapackage.json"}]}`))
	f.Add([]byte(`[`))
	f.Fuzz(func(t *testing.T, text []byte) {
		dir := t.TempDir()
		require.NoError(t, os.WriteFile(filepath.Join(dir, packageFile), text, 0o644))
		found, err := Verify(context.Background(), dir, 0, 1, 1)
		assert.True(t, err != nil || len(found.Problems) > 0)
		_, _ = Open(dir)
	})
}

// FuzzParquet: a Parquet file that was tampered with is told, whatever the
// library makes of it.
func FuzzParquet(f *testing.F) {
	f.Add(4, byte(1))
	f.Add(400, byte(0x80))
	f.Add(-1, byte(0xff))
	f.Add(-20, byte(3))
	f.Fuzz(func(t *testing.T, at int, change byte) {
		if change == 0 {
			return
		}
		dir := one(t, planned(t, tiny))
		path := filepath.Join(dir, "rounds.parquet")
		text, err := os.ReadFile(path)
		require.NoError(t, err)
		text[((at%len(text))+len(text))%len(text)] ^= change
		require.NoError(t, os.WriteFile(path, text, 0o644))
		found, err := Verify(context.Background(), dir, 1, 1, 1)
		require.NoError(t, err)
		require.NotEmpty(t, found.Problems)
	})
}
