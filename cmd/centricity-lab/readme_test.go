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
	"centricity/scenarios"
	"centricity/scenarios/lint"

	"github.com/stretchr/testify/require"
)

var update = flag.Bool("update", false, "write what the commands in the pages print into them")

// pages are those whose commands are run, seen from this folder.
var pages = []string{"../../README.md", "../../scenarios/README.md", "../../docs/customers.md", "../../docs/batches.md"}

// block is a block of a page that shows commands and what they print, or a file
// whose first line is "# NAME".
var block = regexp.MustCompile("(?s)```(console|yaml)\n(.*?)```\n")

// link is a link of a page to a file of the project.
var link = regexp.MustCompile(`\]\(([^):]+)\)`)

// TestPagesShowTrueOutput writes every file a page shows and runs every command,
// in order and in one folder, and compares what each prints. Every file loads
// without a warning, but those called wrong.
func TestPagesShowTrueOutput(t *testing.T) {
	for _, page := range pages {
		t.Run(page, func(t *testing.T) {
			text, err := os.ReadFile(page)
			require.NoError(t, err)
			here, err := os.Getwd()
			require.NoError(t, err)
			log, err := os.ReadFile(purchases)
			require.NoError(t, err)
			t.Chdir(t.TempDir())
			require.NoError(t, os.WriteFile(filepath.Base(purchases), log, 0o644))
			commands := 0
			fresh := block.ReplaceAllStringFunc(string(text), func(shown string) string {
				parts := block.FindStringSubmatch(shown)
				if parts[1] == "yaml" {
					writeExample(t, parts[2])
					return shown
				}
				var b strings.Builder
				for line := range strings.Lines(parts[2]) {
					if command, ok := strings.CutPrefix(line, "$ "); ok {
						commands++
						b.WriteString(line + answer(t, strings.Fields(command)))
					}
				}
				return "```console\n" + b.String() + "```\n"
			})
			t.Chdir(here)
			require.NotZero(t, commands)
			if *update {
				require.NoError(t, os.WriteFile(page, []byte(fresh), 0o644))
				return
			}
			require.True(t, fresh == string(text), "%s shows old output; write the new with 'make readme'", page)
		})
	}
}

// writeExample writes a file as a page shows it, and loads it.
func writeExample(t *testing.T, text string) {
	first, _, _ := strings.Cut(text, "\n")
	name, named := strings.CutPrefix(first, "# ")
	require.True(t, named && strings.HasSuffix(name, ".yaml"), "a file on a page begins with # NAME.yaml: %q", first)
	require.NoError(t, os.WriteFile(name, []byte(text), 0o644))
	if name == "wrong.yaml" || strings.Contains(text, "prise:") {
		return
	}
	if strings.Contains(text, "\nreplications:") {
		_, err := scenarios.OpenDesign(name)
		require.NoError(t, err)
		return
	}
	d, err := scenarios.ReadFile(name)
	require.NoError(t, err)
	_, err = d.Scenario()
	require.NoError(t, err)
	require.Empty(t, lint.Warn(d), name)
}

// What the pages point at is there, and from the README a reader comes to each.
func TestLinksLead(t *testing.T) {
	const readme = "../../README.md"
	reached, open := map[string]bool{readme: true}, []string{readme}
	for len(open) > 0 {
		page := open[0]
		open = open[1:]
		text, err := os.ReadFile(page)
		require.NoError(t, err)
		for _, l := range link.FindAllSubmatch(text, -1) {
			file, heading, _ := strings.Cut(string(l[1]), "#")
			to := filepath.Join(filepath.Dir(page), file)
			require.FileExists(t, to, "%s points at it", page)
			if heading != "" {
				there, err := os.ReadFile(to)
				require.NoError(t, err)
				require.Regexp(t, "(?mi)^#+ "+strings.ReplaceAll(heading, "-", ".")+"$", string(there), "%s points at a heading", page)
			}
			if strings.HasSuffix(to, ".md") && !reached[to] {
				reached[to], open = true, append(open, to)
			}
		}
	}
	for _, folder := range []string{"", "docs", "scenarios", "sim"} {
		all, err := filepath.Glob(filepath.Join("../..", folder, "*.md"))
		require.NoError(t, err)
		for _, page := range all {
			require.True(t, reached[page], "no page that the README leads to points at %s", page)
		}
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
