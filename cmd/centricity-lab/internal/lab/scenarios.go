package lab

import (
	"fmt"
	"io"
	"text/tabwriter"

	"centricity/scenarios"

	"github.com/spf13/cobra"
)

func scenariosCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "scenarios [NAME]",
		Short: "List the scenarios that ship, or write the text of one",
		Long: `List the scenarios that ship, in the order in which to teach them. With a NAME,
write that scenario's file: a start for one of your own.`,
		Example: `  centricity-lab scenarios
  centricity-lab scenarios roastery > mine.yaml`,
		Args: atMostOne("the name of a scenario"),
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) == 1 {
				return writeSource(cmd.OutOrStdout(), args[0])
			}
			return listScenarios(cmd.OutOrStdout())
		},
		ValidArgsFunction: func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
			return scenarios.Names(), cobra.ShellCompDirectiveNoFileComp
		},
	}
}

func listScenarios(out io.Writer) error {
	t := tabwriter.NewWriter(out, 0, 0, 2, ' ', 0)
	for _, name := range scenarios.Names() {
		s, err := scenarios.Shipped(name)
		if err != nil {
			return err
		}
		fmt.Fprintf(t, "%s\t%s\t%s\n", name, length(s), s.Summary)
	}
	return t.Flush()
}

func writeSource(out io.Writer, name string) error {
	if _, err := scenarios.Shipped(name); err != nil {
		return err
	}
	_, err := out.Write(scenarios.Source(name))
	return err
}

// length is how long a scenario takes: "8 quarters".
func length(s scenarios.Scenario) string { return counted(s.Market.Rounds, s.Round) }

// counted is a number of things: "1 quarter", "8 quarters".
func counted(n int, thing string) string {
	if n == 1 {
		return "1 " + thing
	}
	return grouped(int64(n)) + " " + thing + "s"
}
