package lab

import (
	"errors"
	"fmt"
	"os"
	"os/signal"
	"path/filepath"
	"strings"
	"syscall"

	"centricity/cmd/centricity-lab/internal/batch"

	"github.com/spf13/cobra"
)

func batchStatusCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "status DIR",
		Short: "Say what a batch's folder still lacks",
		Long: `Say what a batch's folder has, and which shards to start again for what it
lacks. Every part is read and checked.`,
		Example: "  centricity-lab batch status results",
		Args:    exactly("a folder", 1),
		RunE: func(cmd *cobra.Command, args []string) error {
			folder, err := batch.Open(args[0])
			if err != nil {
				return err
			}
			st, err := folder.Status()
			if err != nil {
				return err
			}
			out := cmd.OutOrStdout()
			if st.Complete {
				_, err := fmt.Fprintf(out, "complete: %s runs\n", grouped(int64(st.Runs)))
				return err
			}
			fmt.Fprintf(out, "%s of %s runs (%d of %d parts)\n", grouped(int64(st.Played)), grouped(int64(st.Runs)), st.Present, st.Parts)
			for _, d := range st.Damaged {
				fmt.Fprintf(out, "damaged: %s\n", filepath.Base(d))
			}
			switch {
			case st.Present == st.Parts:
				fmt.Fprintf(out, "nothing is missing: 'centricity-lab batch merge %s' puts it together\n", args[0])
			case st.Shards > 0:
				fmt.Fprintf(out, "missing shards of %d: %s\n", st.Shards, joined(st.Missing))
			}
			return nil
		},
	}
}

func joined(list []int) string {
	texts := make([]string, len(list))
	for i, n := range list {
		texts[i] = fmt.Sprint(n)
	}
	return strings.Join(texts, ",")
}

func batchMergeCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "merge DIR [FROM...]",
		Short: "Put a batch's shards together",
		Long: `Check that all parts of a batch are there and whole, and put them together: the
result has the same bytes as one process would have written. Parts can also come
from other folders of the same batch, as machines without a common disk fill
them. Nothing is played.`,
		Example: "  centricity-lab batch merge results\n  centricity-lab batch merge results from-a from-b",
		Args:    atLeastOne("a folder"),
		RunE: func(cmd *cobra.Command, args []string) error {
			folder, err := openAny(args)
			if err != nil {
				return err
			}
			ctx, stop := signal.NotifyContext(cmd.Context(), os.Interrupt, syscall.SIGTERM)
			defer stop()
			if err := folder.Merge(ctx, args[1:]); err != nil {
				if batch.Stopped(err) {
					return errors.New("stopped; nothing is lost, give the same command again")
				}
				return err
			}
			return tellResults(cmd.OutOrStdout(), folder)
		},
	}
}

// openAny is the batch of the first folder; if that is not there yet, of the
// second.
func openAny(args []string) (batch.Folder, error) {
	folder, err := batch.Open(args[0])
	if err != nil && len(args) > 1 {
		if _, there := os.Stat(args[0]); os.IsNotExist(there) {
			folder, err = batch.Open(args[1])
			folder.Dir = args[0]
		}
	}
	return folder, err
}
