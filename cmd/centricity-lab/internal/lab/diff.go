package lab

import (
	"fmt"

	"centricity/game"
	"centricity/scenarios"

	"github.com/spf13/cobra"
)

func diffCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "diff SCENARIO SCENARIO",
		Short: "Show in which values two scenarios differ",
		Long: `Show every value that two scenarios do not share, after all they extend is laid
together. Each SCENARIO is the name of one that ships, or a file. It ends with 1
if they differ.`,
		Example: `  centricity-lab diff music-shop harder.yaml`,
		Args:    exactly("two scenarios", 2),
		RunE: func(cmd *cobra.Command, args []string) error {
			a, err := resolved(args[0])
			if err != nil {
				return err
			}
			b, err := resolved(args[1])
			if err != nil {
				return err
			}
			rows := differences(a, b)
			if len(rows) == 0 {
				_, err := fmt.Fprintln(cmd.OutOrStdout(), "The two are the same.")
				return err
			}
			for _, r := range rows {
				_, err := fmt.Fprintf(cmd.OutOrStdout(), "%s\n  - %s\n  + %s\n", game.OneLine(r[0]), oneLine(r[1]), oneLine(r[2]))
				if err != nil {
					return err
				}
			}
			return errTold
		},
		ValidArgsFunction: func(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
			if len(args) > 1 {
				return nil, cobra.ShellCompDirectiveNoFileComp
			}
			return scenarios.Names(), cobra.ShellCompDirectiveDefault
		},
	}
}

// differences are the paths whose values differ, with both; "nothing" stands
// for one that is not there.
func differences(a, b []scenarios.Value) (rows [][3]string) {
	const nothing = "nothing"
	other := map[string]string{}
	for _, v := range b {
		other[v.Path] = v.Value
	}
	known := map[string]bool{}
	for _, v := range a {
		known[v.Path] = true
		if x, ok := other[v.Path]; !ok {
			rows = append(rows, [3]string{v.Path, v.Value, nothing})
		} else if x != v.Value {
			rows = append(rows, [3]string{v.Path, v.Value, x})
		}
	}
	for _, v := range b {
		if !known[v.Path] {
			rows = append(rows, [3]string{v.Path, nothing, v.Value})
		}
	}
	return rows
}
