package static

import (
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// site is a folder with a page, a compressed program and, outside it, a secret
// with a link to it.
func site(t *testing.T) http.Handler {
	t.Helper()
	dir := t.TempDir()
	put := func(name, text string) {
		path := filepath.Join(dir, filepath.FromSlash(name))
		require.NoError(t, os.MkdirAll(filepath.Dir(path), 0o755))
		require.NoError(t, os.WriteFile(path, []byte(text), 0o644))
	}
	put("web/index.html", "page")
	put("web/loader.js", "script")
	put("web/picture.unknown", "bytes")
	put("web/main.wasm", "plain")
	put("web/main.wasm.gz", "gzipped")
	put("web/main.wasm.br", "brotli")
	put("web/stale.wasm", "new")
	put("web/stale.wasm.gz", "old")
	put("web/sub dir/index.html", "subpage")
	put("web/empty/keep", "")
	put("secret", "secret")
	require.NoError(t, os.Chtimes(filepath.Join(dir, "web", "stale.wasm.gz"), time.Time{}, time.Now().Add(-time.Hour)))
	_ = os.Symlink(filepath.Join(dir, "secret"), filepath.Join(dir, "web", "link")) // not everywhere allowed
	root, err := os.OpenRoot(filepath.Join(dir, "web"))
	require.NoError(t, err)
	t.Cleanup(func() { root.Close() })
	return Handler(root)
}

func TestServing(t *testing.T) {
	h := site(t)
	for _, c := range []struct {
		path, accept         string
		code                 int
		kind, encoding, body string
	}{
		{"/", "", 200, "text/html; charset=utf-8", "", "page"},
		{"/index.html", "", 200, "text/html; charset=utf-8", "", "page"},
		{"/loader.js", "gzip, br", 200, "text/javascript; charset=utf-8", "", "script"},
		{"/picture.unknown", "", 200, "application/octet-stream", "", "bytes"},
		{"/sub%20dir/", "", 200, "text/html; charset=utf-8", "", "subpage"},

		// compressed ahead, where the browser takes it; the smallest first
		{"/main.wasm", "", 200, "application/wasm", "", "plain"},
		{"/main.wasm", "gzip", 200, "application/wasm", "gzip", "gzipped"},
		{"/main.wasm", "gzip, deflate, br", 200, "application/wasm", "br", "brotli"},
		{"/main.wasm", "GZIP;q=0.5", 200, "application/wasm", "gzip", "gzipped"},
		{"/main.wasm", "br;q=0, gzip", 200, "application/wasm", "gzip", "gzipped"},
		{"/main.wasm", "gzip;q=0, *;q=0", 200, "application/wasm", "", "plain"},
		{"/main.wasm", "*", 200, "application/wasm", "br", "brotli"},
		{"/main.wasm", "bring, gzipper", 200, "application/wasm", "", "plain"},
		{"/stale.wasm", "gzip", 200, "application/wasm", "", "new"},

		// nothing outside the folder
		{"/link", "", 404, "", "", ""},
		{"/../secret", "", 404, "", "", ""},
		{"/..%2fsecret", "", 404, "", "", ""},
		{"/%2e%2e/secret", "", 404, "", "", ""},
		{"/sub%20dir/../../secret", "", 404, "", "", ""},
		{`/..%5csecret`, "", 404, "", "", ""},
		{"/index.html%00", "", 404, "", "", ""},
		{"/missing", "", 404, "", "", ""},
		{"/empty/", "", 404, "", "", ""},
	} {
		r := httptest.NewRequest("GET", c.path, nil)
		r.Header.Set("Accept-Encoding", c.accept)
		w := httptest.NewRecorder()
		h.ServeHTTP(w, r)
		require.Equal(t, c.code, w.Code, c.path)
		require.NotContains(t, w.Body.String(), "secret", c.path)
		if c.code == 200 {
			require.Equal(t, c.body, w.Body.String(), c.path+" "+c.accept)
			require.Equal(t, c.kind, w.Header().Get("Content-Type"), c.path)
			require.Equal(t, c.encoding, w.Header().Get("Content-Encoding"), c.path)
			require.Equal(t, "Accept-Encoding", w.Header().Get("Vary"))
		}
	}
}

func TestFoldersAndMethods(t *testing.T) {
	h := site(t)
	w := httptest.NewRecorder()
	h.ServeHTTP(w, httptest.NewRequest("GET", "/sub%20dir", nil))
	require.Equal(t, 301, w.Code)
	require.Equal(t, "./sub%20dir/", w.Header().Get("Location"))

	w = httptest.NewRecorder()
	h.ServeHTTP(w, httptest.NewRequest("POST", "/", nil))
	require.Equal(t, 405, w.Code)
	require.Equal(t, "GET, HEAD", w.Header().Get("Allow"))
	require.Equal(t, "close", w.Header().Get("Connection"))

	w = httptest.NewRecorder()
	h.ServeHTTP(w, httptest.NewRequest("HEAD", "/main.wasm", nil))
	require.Equal(t, 200, w.Code)
	require.Empty(t, w.Body.String())
	require.Equal(t, "5", w.Header().Get("Content-Length"))
}
