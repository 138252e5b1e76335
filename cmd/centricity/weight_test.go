package main

import (
	"os"
	"os/exec"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestWhatThePageLinks keeps heavy packages out of the page, which people load
// over a telephone. Each is banned with what is below it.
func TestWhatThePageLinks(t *testing.T) {
	list := exec.Command("go", "list", "-deps", ".")
	list.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm", "CGO_ENABLED=0")
	out, err := list.Output()
	require.NoError(t, err)
	linked := strings.Fields(string(out))
	require.Contains(t, linked, "centricity/game/screen")
	for banned, why := range map[string]string{
		"github.com/hajimehoshi/ebiten": "the page draws on its canvas itself; the engine weighs 1.9 MB with brotli, with what it makes the linker keep",
		"text/template":                 "it calls methods by name, so that the linker can leave out no method of any type",
		"html/template":                 "the same",
		"net/http":                      "the browser loads files",
		"encoding/gob":                  "nothing is written in it",
		"go/parser":                     "no Go is read",
		"log/slog":                      "nothing is logged",
		"github.com/parquet-go":         "batches are the lab's",
		"github.com/spf13":              "a page has no command line",
	} {
		for _, p := range linked {
			assert.False(t, p == banned || strings.HasPrefix(p, banned+"/"), "%s is linked into the page: %s", p, why)
		}
	}
}
