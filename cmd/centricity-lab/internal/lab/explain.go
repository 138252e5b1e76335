package lab

import (
	"fmt"
	"io"
	"strings"

	"centricity/game"
	"centricity/game/words"
	"centricity/scenarios"

	"github.com/spf13/cobra"
)

func explainCommand() *cobra.Command {
	var asJSON, said bool
	cmd := &cobra.Command{
		Use:   "explain SCENARIO [PATH]",
		Short: "Show what every value of a scenario came to, and where it was said",
		Long: `Show every value a scenario resolves to, with the file and line that says it, or
that it is the default. SCENARIO is the name of one that ships, or a file. With a
PATH, show what lies below it alone; * stands for any name in it.`,
		Example: `  centricity-lab explain harder.yaml
  centricity-lab explain harder.yaml segments.*.price_sensitivity
  centricity-lab explain music-shop --said`,
		Args: func(_ *cobra.Command, args []string) error {
			switch {
			case len(args) == 0:
				return usagef("a scenario is missing.")
			case len(args) > 2:
				return usagef("%q is one too many: this command takes a scenario and a path.", shorten(args[2]))
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			values, err := resolved(args[0])
			if err != nil {
				return err
			}
			var shown []scenarios.Value
			for _, v := range values {
				if (len(args) < 2 || below(args[1], v.Path)) && (!said || v.Place.Line > 0) {
					shown = append(shown, v)
				}
			}
			if len(shown) == 0 && len(args) == 2 {
				return fmt.Errorf("%s has nothing at %q; 'centricity-lab explain %s' lists all there is", args[0], shorten(args[1]), args[0])
			}
			if asJSON {
				return writeValues(cmd.OutOrStdout(), shown)
			}
			return explain(cmd.OutOrStdout(), shown)
		},
		ValidArgsFunction: completeScenario,
	}
	cmd.Flags().BoolVar(&said, "said", false, "leave out what is the default")
	cmd.Flags().BoolVar(&asJSON, "json", false, "print a JSON list of the values")
	return cmd
}

// resolved are the values of a scenario, or what is wrong with it as check
// tells it.
func resolved(nameOrPath string) ([]scenarios.Value, error) {
	d, err := scenarios.Read(nameOrPath)
	if err != nil {
		return nil, listed(err)
	}
	values, err := d.Values()
	return values, listed(err)
}

// listed makes mistakes in a file read as check tells them.
func listed(err error) error {
	if errs, ok := err.(scenarios.Errors); ok {
		return fmt.Errorf("%s", errs.ListingBy(words.Say))
	}
	return err
}

// below tells whether a path fits a pattern or lies under one.
func below(pattern, path string) bool {
	want, have := strings.Split(pattern, "."), strings.Split(path, ".")
	if len(want) > len(have) {
		return false
	}
	for i, part := range want {
		if part != "*" && part != have[i] {
			return false
		}
	}
	return true
}

func explain(out io.Writer, values []scenarios.Value) error {
	wide := 0
	for _, v := range values {
		wide = max(wide, len(v.Path))
	}
	for _, v := range values {
		where := "default"
		if v.Place.Line > 0 {
			where = fmt.Sprintf("%s:%d", v.Place.File, v.Place.Line)
		}
		if _, err := fmt.Fprintf(out, "%-*s  %s  (%s)\n", wide, v.Path, oneLine(v.Value), game.OneLine(where)); err != nil {
			return err
		}
	}
	return nil
}

// oneLine shows the beginning of a value.
func oneLine(text string) string {
	const most = 70
	r := []rune(game.OneLine(strings.Join(strings.Fields(text), " ")))
	if len(r) > most {
		return string(r[:most-1]) + "…"
	}
	return string(r)
}

func writeValues(out io.Writer, values []scenarios.Value) error {
	type row struct {
		Path  string `json:"path"`
		Value string `json:"value"`
		File  string `json:"file"` // empty: the default
		Line  int    `json:"line"`
	}
	l := &list{out: out}
	for _, v := range values {
		if err := l.add(row{v.Path, v.Value, v.Place.File, v.Place.Line}); err != nil {
			return err
		}
	}
	return l.end()
}
