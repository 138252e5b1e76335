package lab

import (
	"fmt"
	"io"
	"os"
	"os/signal"
	"slices"
	"strings"
	"syscall"
	"time"

	"centricity/cmd/centricity-lab/internal/batch"
	"centricity/scenarios"

	"github.com/spf13/cobra"
)

func batchCommand() *cobra.Command {
	var o struct {
		out, shard, level string
		workers, run      int
		dry               bool
	}
	cmd := &cobra.Command{
		Use:   "batch DESIGN --out DIR",
		Short: "Play a designed experiment into a folder",
		Long: `Play a designed experiment: every arm at every setting of its factors, as often
as the design says. All cells of a replication meet the same people with the
same luck, so a difference between arms is a difference in what they do.

DIR gets a table for each level of the design, as CSV and Parquet, a codebook,
the design with all it rests on, and datapackage.json, which describes them. The
same design gives the same bytes, whatever the workers, shards and interruptions.
Stop it with Ctrl-C; the same command goes on where it stopped.

A batch can be divided: --shard 3/16 plays a sixteenth, on another machine or as
a task of a SLURM job array (--shard slurm/16 takes the index from SLURM). When
all are there, 'batch merge' puts them together.`,
		Example: `  centricity-lab batch design.yaml --dry-run
  centricity-lab batch design.yaml --out results
  centricity-lab batch design.yaml --run 17
  centricity-lab batch design.yaml --out results --shard 3/16`,
		Args: exactly("a design", 1),
	}
	f := cmd.Flags()
	f.SortFlags = false
	f.StringVar(&o.out, "out", "", "the folder for the results")
	f.IntVar(&o.workers, "workers", 0, "runs played at once; 0 for one a core")
	f.StringVar(&o.shard, "shard", "", "play one share, I/N or slurm/N, for 'batch merge'")
	f.IntVar(&o.run, "run", 0, "play one run alone and print its rows")
	f.StringVar(&o.level, "level", batch.Runs, "with --run, which table to print")
	f.BoolVar(&o.dry, "dry-run", false, "count and estimate, and write nothing")
	must(cmd.MarkFlagDirname("out"))
	must(cmd.RegisterFlagCompletionFunc("level", cobra.FixedCompletions(scenarios.Levels, cobra.ShellCompDirectiveNoFileComp)))
	cmd.AddCommand(batchStatusCommand(), batchMergeCommand())

	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		given := 0
		for _, name := range []string{"out", "run", "dry-run"} {
			if cmd.Flags().Changed(name) {
				given++
			}
		}
		shard := batch.Shard{}
		switch {
		case cmd.Flags().Changed("out") && o.out == "":
			return usagef("--out is given without a folder.")
		case cmd.Flags().Changed("shard") && o.shard == "":
			return usagef("--shard is given without a value.")
		case given == 0:
			return usagef("--out is missing: which folder is for the results? (--dry-run tells how large they will be.)")
		case given > 1:
			return usagef("--out, --run and --dry-run exclude each other.")
		case o.workers < 0 || o.workers > 1024:
			return usagef("--workers takes 0 to 1024.")
		case o.shard != "" && o.out == "":
			return usagef("--shard needs --out: shards meet in a folder.")
		case o.shard != "":
			var err error
			if shard, err = batch.ParseShard(o.shard); err != nil {
				return usageError(err.Error())
			}
		}
		design, err := scenarios.OpenDesign(args[0])
		if err != nil {
			return err
		}
		plan := batch.NewPlan(design)
		switch {
		case o.dry:
			return dryRun(cmd.OutOrStdout(), plan, o.workers)
		case cmd.Flags().Changed("run"):
			return runAlone(cmd.OutOrStdout(), plan, o.run, o.level)
		}
		return runBatch(cmd, batch.Folder{Dir: o.out, Plan: plan}, shard, o.workers)
	}
	return cmd
}

// runAlone prints one level of one run.
func runAlone(out io.Writer, plan batch.Plan, k int, level string) error {
	if k < 1 || k > plan.Runs() {
		return fmt.Errorf("there is no run %d: the design has runs 1 to %s", k, grouped(int64(plan.Runs())))
	}
	if !plan.Design.Writes(level) {
		return fmt.Errorf("the design does not write %q; it writes %s", shorten(level), strings.Join(plan.Design.Levels, ", "))
	}
	played, err := plan.Play(k)
	if err != nil {
		return err
	}
	i := slices.IndexFunc(played, func(r batch.Rows) bool { return r.Level == level })
	_, err = out.Write(played[i].Text)
	return err
}

// runBatch works on a batch, tells how it goes, and how to go on if it stops.
func runBatch(cmd *cobra.Command, folder batch.Folder, shard batch.Shard, workers int) error {
	state, err := folder.State()
	if err != nil {
		return err
	}
	if state == batch.Complete {
		_, err := fmt.Fprintf(cmd.OutOrStdout(), "%s is complete already: nothing is played\n", folder.Dir)
		return err
	}
	ctx, stop := signal.NotifyContext(cmd.Context(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	go func() { <-ctx.Done(); stop() }() // a second Ctrl-C ends at once
	errs := cmd.ErrOrStderr()
	meter := newMeter(errs)
	begun := time.Now()
	var last batch.Progress
	err = folder.Work(ctx, shard, workers, func(p batch.Progress) {
		last = p
		meter.tell(p)
	}, func(text string) { fmt.Fprintln(errs, text) })
	meter.end()
	if batch.Stopped(err) {
		return fmt.Errorf("stopped; %s holds what was played, and the same command goes on from there", folder.Dir)
	}
	if err != nil {
		return err
	}
	out := cmd.OutOrStdout()
	seconds := time.Since(begun).Seconds()
	found := ""
	if last.Found > 0 {
		found = fmt.Sprintf("; %s were there", grouped(int64(last.Found)))
	}
	pace := ""
	if meter.live || seconds >= everySoOften.Seconds() {
		pace = fmt.Sprintf(" in %s, %.1f runs/s", lasting(seconds), float64(last.Played)/seconds)
	}
	fmt.Fprintf(errs, "%s played%s%s\n", counted(last.Played, "run"), pace, found)
	if shard.N > 0 {
		_, err := fmt.Fprintf(out, "shard %s is complete in %s\n", shard, folder.Dir)
		return err
	}
	return tellResults(out, folder)
}

// tellResults lists what a finished folder holds, and what went wrong in its
// games.
func tellResults(out io.Writer, folder batch.Folder) error {
	fmt.Fprintf(out, "%s runs (%s) are in %s\n", grouped(int64(folder.Plan.Runs())), cellsTimes(folder.Plan), folder.Dir)
	entries, err := os.ReadDir(folder.Dir)
	if err != nil {
		return err
	}
	var rows [][]string
	for _, e := range entries {
		if info, err := e.Info(); err == nil && info.Mode().IsRegular() {
			rows = append(rows, []string{grouped(info.Size()), e.Name()})
		}
	}
	for _, r := range rows {
		fmt.Fprintf(out, "%14s bytes  %s\n", r[0], r[1])
	}
	arms, runs, err := folder.Bankrupt()
	if err != nil {
		return err
	}
	for i, arm := range arms {
		fmt.Fprintf(out, "in %s of arm %s the firm went bankrupt: column bankrupt says when\n", counted(runs[i], "run"), arm)
	}
	return nil
}

func cellsTimes(p batch.Plan) string {
	return fmt.Sprintf("%s × %s", counted(len(p.Design.Cells), "cell"), counted(p.Design.Replications, "replication"))
}
