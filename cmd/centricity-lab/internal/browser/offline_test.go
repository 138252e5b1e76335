package browser

import (
	"crypto/sha256"
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"centricity/cmd/centricity-lab/internal/bundle"
	"centricity/cmd/centricity-lab/internal/static"
)

// kept waits until the browser keeps the version of the page in a folder, and no
// other.
func (p *page) kept(dir string) {
	p.t.Helper()
	text, err := os.ReadFile(filepath.Join(dir, "index.html"))
	require.NoError(p.t, err)
	want := fmt.Sprintf("centricity %s/ %x", p.address, sha256.Sum256(text))
	p.until("the page is kept", func() bool {
		return p.holds(`navigator.serviceWorker.getRegistration().then((r) => !!r?.active && !r.installing && !r.waiting)`) &&
			p.holds(fmt.Sprintf(`caches.keys().then((keys) => keys.join() === %q)`, want))
	})
}

// another is another version of the page, whose loader says so.
func another(t *testing.T, built string, version int) (dir string) {
	t.Helper()
	dir = t.TempDir()
	for _, name := range bundle.Files {
		text, err := os.ReadFile(filepath.Join(built, name))
		require.NoError(t, err)
		if name == "loader.js" {
			text = fmt.Appendf(text, "globalThis.version = %d;\n", version)
		}
		require.NoError(t, os.WriteFile(filepath.Join(dir, name), text, 0o600))
	}
	root, err := os.OpenRoot(dir)
	require.NoError(t, err)
	defer root.Close()
	require.NoError(t, bundle.Finish(root))
	return dir
}

func files(t *testing.T, dir string) http.Handler {
	t.Helper()
	root, err := os.OpenRoot(dir)
	require.NoError(t, err)
	t.Cleanup(func() { root.Close() })
	return static.Handler(root)
}

// TestWithoutANetwork loads the page once, cuts it off and loads it again. A new
// version is there at the next load, and kept in turn. Of a mixture of two, as
// while a host is being changed, nothing runs.
func TestWithoutANetwork(t *testing.T) { everywhere(t, withoutANetwork) }

func withoutANetwork(t *testing.T, p *page) {
	built := os.Getenv("CENTRICITY_WEB")
	p.find("button", "^Play: The coffee")
	p.kept(built)

	p.host.set(func(h *host) { h.down = true })
	p.load()
	p.click("button", "^Play: The coffee")
	p.click("button", "Start the game")
	p.click("button", "^Play quarter 1")
	p.find("button", "^Decide quarter 2")
	require.True(t, script[bool](p, `fetch("elsewhere").then(() => false, () => true)`), "the network really is gone")

	second := another(t, built, 2)
	p.host.set(func(h *host) { h.down, h.files = false, files(t, second) })
	p.load()
	p.find("button", "^Continue")
	require.Equal(t, 2, script[int](p, "version"), "a new version is there at the next load")
	p.kept(second)

	p.host.set(func(h *host) { h.down = true })
	p.load()
	p.find("button", "^Continue")
	require.Equal(t, 2, script[int](p, "version"), "and without a network the one after")

	third := another(t, built, 3)
	fresh, old := files(t, third), files(t, second)
	p.host.set(func(h *host) {
		h.down = false
		h.files = http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			if r.URL.Path == "/" || r.URL.Path == "/worker.js" {
				fresh.ServeHTTP(w, r)
			} else {
				old.ServeHTTP(w, r)
			}
		})
	})
	p.load()
	p.until("the mixture is refused", func() bool {
		return p.holds(`!globalThis.version && document.getElementById("loading")?.hidden === false && document.getElementById("message").textContent === "…"`)
	})
	p.host.set(func(h *host) { h.files = fresh })
	p.until("once it is whole, it runs by itself", func() bool { return p.holds("globalThis.version === 3") })
	p.find("button", "^Continue")
	p.kept(third)

	p.host.set(func(h *host) {
		h.files = http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			if r.URL.Path == "/" {
				http.Redirect(w, r, "/index.html", http.StatusFound)
			} else {
				fresh.ServeHTTP(w, r)
			}
		})
	})
	p.load()
	p.find("button", "^Continue")
	require.Equal(t, 3, script[int](p, "version"), "a host may send the page's address on to index.html")
}
