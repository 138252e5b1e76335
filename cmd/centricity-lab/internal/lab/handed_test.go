package lab

import (
	"archive/zip"
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// A zip gives what was handed in, as a folder does: what is no log is refused
// with its name, what a system or a teacher put beside is passed over, and what
// would unpack to more than a log can be is not unpacked.
func TestCollectingFromAZip(t *testing.T) {
	dir := t.TempDir()
	name := filepath.Join(dir, "submissions.zip")
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	put := func(name string, data []byte) {
		w, err := z.Create(name)
		require.NoError(t, err)
		_, err = w.Write(data)
		require.NoError(t, err)
	}
	put("blue.log", []byte("log"))
	put("../../up.log", []byte("log"))
	put("section b/", nil)
	put("section b/green\x1b[2J.log", []byte("log"))
	put("__MACOSX/blue.log", []byte("x"))
	put(".DS_Store", []byte("x"))
	put("grades.csv", []byte("x"))
	put("inner.zip", []byte("x"))
	put("bomb.log", make([]byte, 20<<20))
	require.NoError(t, z.Close())
	require.NoError(t, os.WriteFile(name, b.Bytes(), 0o644))
	require.NoError(t, os.WriteFile(filepath.Join(dir, "broken.zip"), b.Bytes()[:b.Len()/2], 0o644))

	files, err := collect([]string{dir, "-"}, strings.NewReader("pasted log"))
	require.NoError(t, err)
	got := map[string]string{}
	for _, f := range files {
		rel := strings.TrimPrefix(strings.TrimPrefix(f.Name, dir), string(filepath.Separator))
		switch {
		case f.Refused != "":
			got[rel] = "refused: " + f.Refused
		case f.Data == nil:
			got[rel] = "too large"
		default:
			got[rel] = string(f.Data)
		}
	}
	require.Equal(t, map[string]string{
		"submissions.zip/blue.log":                     "log",
		"submissions.zip/../../up.log":                 "log",
		"submissions.zip/section b/green\ufffd[2J.log": "log",
		"submissions.zip/inner.zip":                    "refused: it is a zip within a zip; unpack it first",
		"submissions.zip/bomb.log":                     "too large",
		"broken.zip":                                   "refused: it is not a zip, or it is damaged",
		"pasted":                                       "pasted log",
	}, got)
}
