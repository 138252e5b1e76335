package lab

import (
	"errors"
	"fmt"
	"os"
	"os/signal"
	"syscall"
	"time"

	"centricity/cmd/centricity-lab/internal/batch"

	"github.com/spf13/cobra"
)

func verifyCommand() *cobra.Command {
	var o struct {
		runs, workers int
		seed          seed
	}
	cmd := &cobra.Command{
		Use:   "verify DIR",
		Short: "Check a batch's results: every byte, and some runs again",
		Long: `Check the folder that a batch filled: every file against its checksum, what
describes them against the design, and the rows of a few runs, chosen by chance,
against the same runs played again. A single changed byte is found.`,
		Example: "  centricity-lab verify results\n  centricity-lab verify results --runs 100",
		Args:    exactly("a folder", 1),
	}
	f := cmd.Flags()
	f.SortFlags = false
	f.IntVar(&o.runs, "runs", 5, "how many runs to play again")
	f.Var(&o.seed, "seed", "which ones; without it, others every time")
	f.IntVar(&o.workers, "workers", 0, "runs played at once; 0 for one a core")
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		if o.runs < 0 || o.runs > 1000 || o.workers < 0 || o.workers > 1024 {
			return usagef("--runs takes 0 to 1000, --workers 0 to 1024.")
		}
		if !cmd.Flags().Changed("seed") {
			o.seed = seed(time.Now().UnixNano())
		}
		ctx, stop := signal.NotifyContext(cmd.Context(), os.Interrupt, syscall.SIGTERM)
		defer stop()
		found, err := batch.Verify(ctx, args[0], o.runs, uint64(o.seed), o.workers)
		if batch.Stopped(err) {
			return errors.New("stopped before everything was checked")
		}
		if err != nil {
			return err
		}
		for _, p := range found.Problems {
			fmt.Fprintln(cmd.ErrOrStderr(), p)
		}
		if len(found.Problems) > 0 {
			return errTold
		}
		_, err = fmt.Fprintf(cmd.OutOrStdout(), "%s are as they were written; %d of %s runs, played again, give the same rows\n",
			counted(found.Files, "file"), len(found.Again), grouped(int64(found.Runs)))
		return err
	}
	return cmd
}
