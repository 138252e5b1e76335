package lab

import (
	"fmt"
	"runtime"

	"centricity/sim"

	"github.com/spf13/cobra"
)

func versionCommand(version string) *cobra.Command {
	return &cobra.Command{
		Use:     "version",
		Short:   "Print the program's and the model's version",
		Long:    "Print the program's version and the model's. Logs replay only on the model\nversion that wrote them.",
		Example: "  centricity-lab version",
		Args:    none,
		RunE: func(cmd *cobra.Command, _ []string) error {
			_, err := fmt.Fprintf(cmd.OutOrStdout(), "centricity-lab %s\nmodel version  %d\nbuilt with     %s for %s/%s\n",
				version, sim.ModelVersion, runtime.Version(), runtime.GOOS, runtime.GOARCH)
			return err
		},
	}
}
