// Package static serves a folder of files over HTTP as a browser build needs
// it: with the right content types on every machine, and compressed ahead of
// time where the browser takes it.
package static

import (
	"net/http"
	"net/url"
	"os"
	"path"
	"path/filepath"
	"strconv"
	"strings"
)

// types are the content types by file extension. The machine's own table is not
// asked: on some, WebAssembly is missing, and a browser then refuses it.
var types = map[string]string{
	".html": "text/html; charset=utf-8",
	".js":   "text/javascript; charset=utf-8",
	".css":  "text/css; charset=utf-8",
	".wasm": "application/wasm",
	".json": "application/json",
	".svg":  "image/svg+xml",
	".png":  "image/png",
	".txt":  "text/plain; charset=utf-8",
	".md":   "text/plain; charset=utf-8",
	".yaml": "text/plain; charset=utf-8",
}

// encodings are the compressions a file can have beside it, the smallest first.
var encodings = []struct{ name, suffix string }{{"br", ".br"}, {"gzip", ".gz"}}

// Handler serves the files under a root, which keeps every name and link inside
// it.
func Handler(root *os.Root) http.Handler { return handler{root} }

type handler struct{ root *os.Root }

// ServeHTTP implements http.Handler.
func (h handler) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if r.Method != http.MethodGet && r.Method != http.MethodHead {
		w.Header().Set("Allow", "GET, HEAD")
		w.Header().Set("Connection", "close") // a body nobody reads is not waited for
		http.Error(w, "only GET and HEAD are served", http.StatusMethodNotAllowed)
		return
	}
	name := strings.TrimPrefix(path.Clean("/"+r.URL.Path), "/")
	if info, err := h.root.Stat(local(name)); err == nil && info.IsDir() {
		if name != "" && !strings.HasSuffix(r.URL.Path, "/") {
			// relative links on the page need the slash; the target is relative
			// too, so that no other host can be meant
			target := url.URL{Path: "./" + path.Base(name) + "/"}
			w.Header().Set("Location", target.String())
			w.WriteHeader(http.StatusMovedPermanently)
			return
		}
		name = path.Join(name, "index.html")
	}
	f, info, ok := h.open(name)
	if !ok {
		http.NotFound(w, r)
		return
	}
	defer f.Close()

	head := w.Header()
	head.Set("Content-Type", contentType(name))
	head.Set("X-Content-Type-Options", "nosniff")
	head.Set("Cache-Control", "no-cache") // asks each time, so that a rebuild shows
	head.Set("Vary", "Accept-Encoding")
	for _, e := range encodings {
		if !accepts(r.Header.Get("Accept-Encoding"), e.name) {
			continue
		}
		packed, packedInfo, ok := h.open(name + e.suffix)
		if !ok {
			continue
		}
		defer packed.Close()
		if packedInfo.ModTime().Before(info.ModTime()) {
			continue // of an earlier build
		}
		head.Set("Content-Encoding", e.name)
		head.Set("Content-Length", strconv.FormatInt(packedInfo.Size(), 10))
		r.Header.Del("Range") // ranges would count compressed bytes
		f, info = packed, packedInfo
		break
	}
	http.ServeContent(w, r, "", info.ModTime(), f)
}

// open opens an ordinary file. It looks before: opening a pipe would wait for its
// other end.
func (h handler) open(name string) (*os.File, os.FileInfo, bool) {
	if before, err := h.root.Stat(local(name)); err != nil || !before.Mode().IsRegular() {
		return nil, nil, false
	}
	f, err := h.root.Open(local(name))
	if err != nil {
		return nil, nil, false
	}
	info, err := f.Stat()
	if err != nil || !info.Mode().IsRegular() {
		f.Close()
		return nil, nil, false
	}
	return f, info, true
}

func contentType(name string) string {
	if t, ok := types[strings.ToLower(path.Ext(name))]; ok {
		return t
	}
	return "application/octet-stream"
}

// local is a name below the root, as the machine spells it.
func local(name string) string {
	if name == "" {
		return "."
	}
	return filepath.FromSlash(name)
}
