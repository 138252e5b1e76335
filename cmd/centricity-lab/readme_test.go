package main

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"centricity/cmd/centricity-lab/internal/lab"

	"github.com/stretchr/testify/require"
)

var update = flag.Bool("update", false, "write what the commands in README.md print into it")

// readme is seen from this folder.
const readme = "../../README.md"

// console is a block of the README that shows commands and what they print.
var console = regexp.MustCompile("(?s)```console\n(.*?)```\n")

// example is a file that the README shows: its first line is "# NAME".
var example = regexp.MustCompile("(?s)```yaml\n(# (\\S+)\n.*?)```\n")

// link is a link of the README to a file of the project.
var link = regexp.MustCompile(`\]\(([^):]+)\)`)

// TestReadmeShowsTrueOutput runs every command in the README's console blocks,
// in order and in one folder, and compares what each prints.
func TestReadmeShowsTrueOutput(t *testing.T) {
	text, err := os.ReadFile(readme)
	require.NoError(t, err)
	require.GreaterOrEqual(t, len(console.FindAll(text, -1)), 4)

	here, err := os.Getwd()
	require.NoError(t, err)
	log, err := os.ReadFile(purchases)
	require.NoError(t, err)
	t.Chdir(t.TempDir())
	require.NoError(t, os.WriteFile(filepath.Base(purchases), log, 0o644))
	for _, file := range example.FindAllSubmatch(text, -1) {
		require.NoError(t, os.WriteFile(string(file[2]), file[1], 0o644))
	}
	fresh := console.ReplaceAllFunc(text, func(block []byte) []byte {
		var b bytes.Buffer
		b.WriteString("```console\n")
		for line := range strings.Lines(string(console.FindSubmatch(block)[1])) {
			if command, ok := strings.CutPrefix(line, "$ "); ok {
				b.WriteString(line)
				b.WriteString(answer(t, strings.Fields(command)))
			}
		}
		b.WriteString("```\n")
		return b.Bytes()
	})
	t.Chdir(here)
	if *update {
		require.NoError(t, os.WriteFile(readme, fresh, 0o644))
		return
	}
	require.Equal(t, string(fresh), string(text), "README.md shows old output; write the new with 'make readme'")
}

// What the README points at is there.
func TestReadmeLinksLead(t *testing.T) {
	text, err := os.ReadFile(readme)
	require.NoError(t, err)
	links := link.FindAllSubmatch(text, -1)
	require.NotEmpty(t, links)
	for _, l := range links {
		require.FileExists(t, filepath.Join(filepath.Dir(readme), string(l[1])))
	}
}

// answer is what a command prints on both streams. Space at a line's end, which
// nobody sees, is left out.
func answer(t *testing.T, words []string) string {
	require.Equal(t, "centricity-lab", words[0])
	var out bytes.Buffer
	lab.Main("dev", words[1:], strings.NewReader(""), &out, &out)
	return regexp.MustCompile(`(?m) +$`).ReplaceAllString(out.String(), "")
}
