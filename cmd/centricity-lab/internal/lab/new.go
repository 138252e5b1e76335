package lab

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"centricity/scenarios"

	"github.com/spf13/cobra"
)

func newCommand() *cobra.Command {
	var base string
	cmd := &cobra.Command{
		Use:   "new FILE",
		Short: "Write the start of a scenario of your own",
		Long: `Write a small scenario that plays as it is, with a comment on every part, to
change into one of your own. With --extends it says only what is different from
another: one that ships, or a file beside the new one.

schema.json is written beside it, unless it is there: editors that know YAML and
JSON Schema then complete, explain and check as you type. A file that is there
already is not touched.

How to go on is told in scenarios/README.md. Then: centricity-lab check --play FILE.`,
		Example: `  centricity-lab new kiosk.yaml
  centricity-lab new harder.yaml --extends music-shop`,
		Args: exactly("a file", 1),
		RunE: func(cmd *cobra.Command, args []string) error {
			path := args[0]
			name := strings.TrimSuffix(filepath.Base(path), filepath.Ext(path))
			if ext := filepath.Ext(path); ext != ".yaml" && ext != ".yml" || name == "" {
				return usagef("%q does not end in .yaml; a scenario's file does.", shorten(path))
			}
			title := strings.NewReplacer("-", " ", "_", " ").Replace(shorten(name))
			text := scenarios.Starter(title)
			if cmd.Flags().Changed("extends") {
				text = scenarios.Variant(title, base)
			}
			if err := writeNew(path, text); err != nil {
				return err
			}
			d, err := scenarios.ReadFile(path)
			if err == nil {
				_, err = d.Scenario()
			}
			if err != nil {
				_ = os.Remove(path) // nothing of it was there before
				return fmt.Errorf("nothing is written, as the scenario would not load:\n%w", err)
			}
			schema := filepath.Join(filepath.Dir(path), "schema.json")
			if err := writeNew(schema, scenarios.Schema()); err != nil && !errors.Is(err, errThere) {
				return err
			}
			_, err = fmt.Fprintf(cmd.OutOrStdout(), "%s is written. Open it in an editor; then: centricity-lab check --play %s\n", path, path)
			return err
		},
	}
	cmd.Flags().StringVar(&base, "extends", "", "say only what is different from this scenario")
	must(cmd.RegisterFlagCompletionFunc("extends", cobra.FixedCompletions(scenarios.Names(), cobra.ShellCompDirectiveDefault)))
	return cmd
}

var errThere = errors.New("is there already; choose another name")

// writeNew writes a file that is not there yet.
func writeNew(path string, text []byte) error {
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	switch {
	case errors.Is(err, fs.ErrExist):
		return fmt.Errorf("%s %w", path, errThere)
	case errors.Is(err, fs.ErrNotExist):
		return fmt.Errorf("there is no folder %s to write in; make it first", filepath.Dir(path))
	case errors.Is(err, fs.ErrPermission):
		return fmt.Errorf("%s may not be written; look at its folder's permissions", path)
	case err != nil:
		return fmt.Errorf("%s cannot be written", path)
	}
	_, err = f.Write(text)
	if err = errors.Join(err, f.Close()); err != nil {
		_ = os.Remove(path)
		return fmt.Errorf("%s cannot be written; is the disk full?", path)
	}
	return nil
}
