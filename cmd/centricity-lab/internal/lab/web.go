package lab

import (
	"bytes"
	"errors"
	"fmt"
	"html"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"centricity/cmd/centricity-lab/internal/bundle"
	"centricity/game"
	"centricity/scenarios"

	"github.com/spf13/cobra"
)

func webCommand() *cobra.Command {
	var file, out, from string
	cmd := &cobra.Command{
		Use:   "web --scenario FILE --out DIR",
		Short: "Write the page with a scenario of your own in it",
		Long: `Write a folder with the page and a scenario of your own beside it, for any static
host. The page lists the scenario first and knows the class codes made for it.

The page itself is not built here but copied from --from, the folder with
index.html and main.wasm that comes in centricity-web.zip or that 'make web'
builds; without --from, the folder web here or beside this program is used. The
page and this program have to be of the same version.`,
		Example: `  centricity-lab web --scenario mine.yaml --out class-a
  centricity-lab serve class-a
  centricity-lab class code mine.yaml --page https://example.edu/class-a/ --handout sheet.html`,
		Args: none,
		RunE: func(cmd *cobra.Command, _ []string) error {
			switch {
			case file == "":
				return usagef("--scenario is missing: which file goes into the page?")
			case out == "":
				return usagef("--out is missing: which folder is written?")
			}
			s, err := scenarios.Find(file)
			if err != nil {
				return err
			}
			text := scenarios.Source(file)
			if text == nil {
				if text, err = os.ReadFile(file); err != nil {
					return fmt.Errorf("%s cannot be read", file)
				}
			}
			var args []string
			if from != "" {
				args = []string{from}
			}
			build, err := openBuild(args)
			if err != nil {
				return err
			}
			defer build.Close()
			if err := writeWeb(build, out, game.LogName(s.Name), text); err != nil {
				return err
			}
			_, err = fmt.Fprintf(cmd.OutOrStdout(), "%s holds the page with “%s”; try it with: centricity-lab serve %s\n", out, s.Title, out)
			return err
		},
	}
	cmd.Flags().StringVar(&file, "scenario", "", "the scenario file")
	cmd.Flags().StringVar(&out, "out", "", "the folder to write; it must be new or empty")
	cmd.Flags().StringVar(&from, "from", "", "the folder of the page to copy")
	must(cmd.MarkFlagFilename("scenario", "yaml", "yml"))
	must(cmd.MarkFlagDirname("out"))
	must(cmd.MarkFlagDirname("from"))
	return cmd
}

// suffixes are how a file of a page may be compressed beside.
var suffixes = []string{"", ".gz", ".br"}

// writeWeb writes a copy of a page with a scenario beside it.
func writeWeb(build *os.Root, dir, name string, text []byte) error {
	index, err := build.ReadFile("index.html")
	if err != nil {
		return errors.New("the page to copy has no index.html that can be read")
	}
	const mark = ` data-scenario-sum="`
	if bytes.Count(index, []byte(mark)) != 1 {
		return errors.New("the page to copy is of another version, which takes no scenario; build it anew with 'make web' or use the zip of this version")
	}
	index = bytes.Replace(index, []byte(mark), []byte(` data-scenario="`+html.EscapeString(name)+`"`+mark), 1)

	if list, err := os.ReadDir(dir); err == nil && len(list) > 0 {
		return fmt.Errorf("%s is not empty; name a new folder", dir)
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return fmt.Errorf("the folder %s cannot be made", dir)
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		return fmt.Errorf("%s is not a folder that can be written", dir)
	}
	defer root.Close()
	for _, part := range bundle.Files {
		for _, suffix := range suffixes {
			if suffix != "" && (part == "index.html" || part == "worker.js") { // they are changed
				continue
			}
			err := copyPart(build, root, part+suffix)
			if errors.Is(err, fs.ErrNotExist) && suffix != "" {
				continue
			}
			if err != nil {
				return fmt.Errorf("%s cannot be copied to %s; is the page whole, and is there room on the disk?", part+suffix, dir)
			}
		}
	}
	for _, f := range []struct {
		name string
		data []byte
	}{{bundle.Scenario, text}, {"index.html", index}} {
		if err := root.WriteFile(f.name, f.data, 0o644); err != nil {
			return fmt.Errorf("%s cannot be written; is the disk full?", filepath.Join(dir, f.name))
		}
	}
	return bundle.Finish(root)
}

func copyPart(from, to *os.Root, name string) error {
	in, err := from.Open(name)
	if err != nil {
		return err
	}
	defer in.Close()
	out, err := to.Create(name)
	if err != nil {
		return err
	}
	_, err = io.Copy(out, in)
	return errors.Join(err, out.Close())
}
