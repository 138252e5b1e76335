package bundle_test

import (
	"crypto/sha256"
	"encoding/base64"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"centricity/cmd/centricity-lab/internal/bundle"
)

// page is a folder with the page's own files and others in place of what is
// built.
func page(t *testing.T) *os.Root {
	t.Helper()
	dir := t.TempDir()
	for _, name := range bundle.Files {
		text, err := os.ReadFile(filepath.Join("../../../centricity/page", name))
		if err != nil { // built, or Go's
			text = []byte("the text of " + name)
		}
		require.NoError(t, os.WriteFile(filepath.Join(dir, name), text, 0o600))
	}
	root, err := os.OpenRoot(dir)
	require.NoError(t, err)
	t.Cleanup(func() { root.Close() })
	return root
}

// index.html and worker.js name exactly the files they lie beside, also after
// one of them was changed; the same files give the same page.
func TestAPageIsTiedTogether(t *testing.T) {
	root := page(t)
	read := func(name string) string {
		text, err := root.ReadFile(name)
		require.NoError(t, err)
		return string(text)
	}
	hex := func(name string) string { return fmt.Sprintf("%x", sha256.Sum256([]byte(read(name)))) }
	for _, change := range []func(){
		func() {},
		func() { require.NoError(t, root.WriteFile("main.wasm", []byte("another"), 0o600)) },
		func() { require.NoError(t, root.WriteFile(bundle.Scenario, []byte("title: mine"), 0o600)) },
	} {
		change()
		require.NoError(t, bundle.Finish(root))
		index, worker := read("index.html"), read("worker.js")
		assert.Contains(t, index, fmt.Sprintf(` data-bytes="%d" data-sum="%s"`, len(read("main.wasm")), hex("main.wasm")))
		for _, script := range []string{"wasm_exec.js", "loader.js"} {
			digest := sha256.Sum256([]byte(read(script)))
			assert.Contains(t, index, fmt.Sprintf(`<script src="%s?%x" integrity="sha256-%s"`, script, digest, base64.StdEncoding.EncodeToString(digest[:])))
		}
		for _, name := range []string{"main.wasm", "wasm_exec.js", "loader.js", "index.html"} {
			assert.Contains(t, worker, fmt.Sprintf(`"%s":"%s"`, name, hex(name)))
		}
		if _, err := root.Stat(bundle.Scenario); err == nil {
			assert.Contains(t, index, ` data-scenario-sum="`+hex(bundle.Scenario)+`"`)
			assert.Contains(t, worker, `"scenario.yaml":"`+hex(bundle.Scenario)+`"`)
		} else {
			assert.Contains(t, index, ` data-scenario-sum=""`)
			assert.NotContains(t, worker, "scenario.yaml")
		}
		require.NoError(t, bundle.Finish(root))
		assert.Equal(t, []string{index, worker}, []string{read("index.html"), read("worker.js")})
	}
}

func TestWhatIsNoPage(t *testing.T) {
	root := page(t)
	require.NoError(t, root.WriteFile("worker.js", []byte("something else"), 0o600))
	require.ErrorIs(t, bundle.Finish(root), bundle.ErrOther)
	require.NoError(t, root.Remove("worker.js"))
	require.EqualError(t, bundle.Finish(root), "the page has no worker.js that can be read")
}
