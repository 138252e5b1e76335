//go:build unix

package static

import (
	"net/http/httptest"
	"os"
	"path/filepath"
	"syscall"
	"testing"

	"github.com/stretchr/testify/require"
)

// A pipe in the folder is not waited for.
func TestServingAPipe(t *testing.T) {
	dir := t.TempDir()
	require.NoError(t, syscall.Mkfifo(filepath.Join(dir, "pipe.js"), 0o644))
	require.NoError(t, syscall.Mkfifo(filepath.Join(dir, "page.js.gz"), 0o644))
	require.NoError(t, os.WriteFile(filepath.Join(dir, "page.js"), []byte("page"), 0o644))
	root, err := os.OpenRoot(dir)
	require.NoError(t, err)
	defer root.Close()
	for path, code := range map[string]int{"/pipe.js": 404, "/page.js": 200} {
		r := httptest.NewRequest("GET", path, nil)
		r.Header.Set("Accept-Encoding", "gzip")
		w := httptest.NewRecorder()
		Handler(root).ServeHTTP(w, r)
		require.Equal(t, code, w.Code)
	}
}
