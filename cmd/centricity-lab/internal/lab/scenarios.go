package lab

import (
	"fmt"
	"text/tabwriter"

	"centricity/scenarios"

	"github.com/spf13/cobra"
)

func scenariosCommand() *cobra.Command {
	return &cobra.Command{
		Use:     "scenarios",
		Short:   "List the scenarios that ship",
		Long:    "List the scenarios that ship, in the order in which to teach them.",
		Example: "  centricity-lab scenarios",
		Args:    cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			t := tabwriter.NewWriter(cmd.OutOrStdout(), 0, 0, 2, ' ', 0)
			for _, name := range scenarios.Names() {
				s, err := scenarios.Shipped(name)
				if err != nil {
					return err
				}
				fmt.Fprintf(t, "%s\t%s\t%s\n", name, length(s), s.Summary)
			}
			return t.Flush()
		},
	}
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
