package lab

import (
	"fmt"
	"io"
	"runtime"
	"text/tabwriter"
	"time"

	"centricity/cmd/centricity-lab/internal/batch"
)

// tryingOut is how long an estimate may take, and how many runs it rests on.
const (
	tryingOut = 3 * time.Second
	mostTried = 12
)

// dryRun counts what a design takes, and estimates time and bytes from a few of
// its runs, spread over the cells.
func dryRun(out io.Writer, plan batch.Plan, workers int) error {
	if workers == 0 {
		workers = runtime.GOMAXPROCS(0)
	}
	fmt.Fprintf(out, "%s\n%s runs (%s), seed %d\n", plan.Design.Title, grouped(int64(plan.Runs())), cellsTimes(plan), plan.Design.Seed)
	begun, tried := time.Now(), 0
	rows, bytes := make([]int, len(plan.Levels)), make([]int, len(plan.Levels))
	n := min(mostTried, plan.Runs())
	for i := 0; i < n && (i == 0 || time.Since(begun) < tryingOut); i++ {
		played, err := plan.Play(1 + i*(plan.Runs()-1)/max(n-1, 1))
		if err != nil {
			return err
		}
		tried++
		for k, r := range played {
			rows[k] += r.Count
			bytes[k] += len(r.Text)
		}
	}
	share := float64(plan.Runs()) / float64(tried)
	seconds := time.Since(begun).Seconds() * share / float64(workers)
	t := tabwriter.NewWriter(out, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintf(t, "level\trows\tMB as CSV\t\n")
	total := 0.0
	for k, l := range plan.Levels {
		mb := float64(bytes[k]) * share / 1e6
		total += mb
		fmt.Fprintf(t, "%s\t%s\t%.1f\t\n", l.Name, grouped(int64(float64(rows[k])*share)), mb)
	}
	if err := t.Flush(); err != nil {
		return err
	}
	_, err := fmt.Fprintf(out, "about %s with %s, by %s tried; while it works it takes up to %.1f MB more\n",
		lasting(seconds), counted(workers, "worker"), counted(tried, "run"), total)
	return err
}
