package main

import (
	"archive/zip"
	"compress/gzip"
	"crypto/sha256"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/andybalholm/brotli"
	"github.com/stretchr/testify/require"

	"centricity/cmd/centricity-lab/internal/bundle"
)

// folder has two files to pack, of any age.
func folder(t *testing.T, age time.Duration) string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range map[string]string{"centricity": "program", "README.md": strings.Repeat("words ", 1000)} {
		path := filepath.Join(dir, name)
		require.NoError(t, os.WriteFile(path, []byte(text), 0o600))
		require.NoError(t, os.Chtimes(path, time.Time{}, time.Now().Add(-age)))
	}
	return dir
}

// An archive depends on names and contents alone, and keeps programs runnable.
func TestArchivesAreReproducible(t *testing.T) {
	var made [2]string
	for i, age := range []time.Duration{0, 1000 * time.Hour} {
		dir := folder(t, age)
		out := filepath.Join(dir, "out.zip")
		require.NoError(t, run([]string{"zip", out, "top", filepath.Join(dir, "centricity"), filepath.Join(dir, "README.md")}))
		data, err := os.ReadFile(out)
		require.NoError(t, err)
		made[i] = string(data)

		z, err := zip.OpenReader(out)
		require.NoError(t, err)
		require.Len(t, z.File, 2)
		require.Equal(t, "top/centricity", z.File[0].Name)
		require.Equal(t, os.FileMode(0o755), z.File[0].Mode())
		require.Equal(t, "top/README.md", z.File[1].Name)
		require.Equal(t, os.FileMode(0o644), z.File[1].Mode())
		require.NoError(t, z.Close())
	}
	require.Equal(t, made[0], made[1])
}

// Pages keep their folders, so that their links lead; a program is found at once.
func TestPagesKeepTheirFolders(t *testing.T) {
	t.Chdir(t.TempDir())
	for _, name := range []string{"docs/a.md", "assets/b.png", "build/centricity"} {
		require.NoError(t, os.MkdirAll(filepath.Dir(name), 0o755))
		require.NoError(t, os.WriteFile(name, nil, 0o600))
	}
	require.NoError(t, run([]string{"zip", "out.zip", "top", "docs/a.md", "assets/b.png", "build/centricity"}))
	z, err := zip.OpenReader("out.zip")
	require.NoError(t, err)
	defer z.Close()
	var names []string
	for _, f := range z.File {
		names = append(names, f.Name)
	}
	require.Equal(t, []string{"top/docs/a.md", "top/assets/b.png", "top/centricity"}, names)
}

// A page made ready has each file compressed beside it, and its size is told.
func TestAPageIsCompressed(t *testing.T) {
	dir := t.TempDir()
	for _, name := range bundle.Files {
		text, err := os.ReadFile(filepath.Join("../../../centricity/page", name))
		if err != nil { // built, or Go's
			text = []byte(strings.Repeat("words ", 1000))
		}
		require.NoError(t, os.WriteFile(filepath.Join(dir, name), text, 0o600))
	}
	var out strings.Builder
	require.NoError(t, web(&out, dir))
	require.Regexp(t, `: 0\.0[23] MB, with gzip 0\.0\d MB, with brotli 0\.0\d MB\n$`, out.String())
	for _, name := range bundle.Files {
		want, err := os.ReadFile(filepath.Join(dir, name))
		require.NoError(t, err)
		for suffix, open := range map[string]func(io.Reader) (io.Reader, error){
			".gz": func(r io.Reader) (io.Reader, error) { return gzip.NewReader(r) },
			".br": func(r io.Reader) (io.Reader, error) { return brotli.NewReader(r), nil },
		} {
			f, err := os.Open(filepath.Join(dir, name+suffix))
			require.NoError(t, err)
			r, err := open(f)
			require.NoError(t, err)
			got, err := io.ReadAll(r)
			require.NoError(t, err)
			require.Equal(t, string(want), string(got), name)
			require.NoError(t, f.Close())
		}
	}
}

func TestSumsAreThoseOfTheFiles(t *testing.T) {
	dir := folder(t, 0)
	require.NoError(t, os.WriteFile(filepath.Join(dir, "SHA256SUMS"), []byte("old"), 0o600))
	var out strings.Builder
	require.NoError(t, sums(&out, dir))
	require.Equal(t, fmt.Sprintf("%x  README.md\n%x  centricity\n",
		sha256.Sum256([]byte(strings.Repeat("words ", 1000))), sha256.Sum256([]byte("program"))), out.String())
}

// Every module that is built into this program has its licence told.
func TestLicences(t *testing.T) {
	var out strings.Builder
	require.NoError(t, licences(&out, []string{"centricity/cmd/centricity-lab"}))
	for _, module := range []string{"Go", "github.com/spf13/cobra", "github.com/spf13/pflag", "gopkg.in/yaml.v3", "golang.org/x/exp", "github.com/inconshreveable/mousetrap"} {
		require.Regexp(t, "(?m)^======== "+module+`( v\S+)?: LICENSE`, out.String())
	}
	require.NotContains(t, out.String(), "testify", "tests are not handed out")
	require.Error(t, writeLicence(io.Discard, "none", t.TempDir()))
}
