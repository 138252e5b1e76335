//go:build unix

// Throughput measures how fast centricity-lab plays batches, and writes the
// figures into docs/throughput.md. Every row is the program itself, run as a
// child: its wall time and the most memory it ever had.
//
//	go run ./cmd/centricity-lab/internal/throughput [-replications N] [-beside COMMAND]
package main

import (
	"bytes"
	"flag"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"syscall"
	"time"

	"centricity/cmd/centricity-lab/internal/batch"
	"centricity/scenarios"
	"centricity/sim"
	"centricity/sim/policy"
)

const (
	people = 5000
	rounds = 12
)

// design is what is measured: the music shop with all five levers.
func design(replications, arms int, levels string) string {
	var b strings.Builder
	fmt.Fprintf(&b, "format: 1\ntitle: Throughput\nscenario: music-shop\npolicy: customer-centric\nreplications: %d\nlevels: [%s]\nset: {people: %d, rounds: %d}\narms:\n", replications, levels, people, rounds)
	for i := range arms {
		fmt.Fprintf(&b, "  arm%d: {set: {heterogeneity: %g}}\n", i+1, 1-0.1*float64(i))
	}
	return b.String()
}

func main() {
	replications := flag.Int("replications", 10_000, "how often the game is played for the first figure")
	beside := flag.String("beside", "", "a command that plays the same game elsewhere; it is told REPLICATIONS, PEOPLE and ROUNDS, and its last line goes beside")
	out := flag.String("out", "docs/throughput.md", "where the figures go")
	flag.Parse()
	if err := measure(*replications, *beside, *out); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func measure(replications int, beside, out string) error {
	dir, err := os.MkdirTemp("", "throughput-*")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	lab := filepath.Join(dir, "centricity-lab")
	if text, err := exec.Command("go", "build", "-trimpath", "-buildvcs=false", "-o", lab, "./cmd/centricity-lab").CombinedOutput(); err != nil {
		return fmt.Errorf("the lab cannot be built: %s", text)
	}
	var page bytes.Buffer
	cores := runtime.GOMAXPROCS(0)
	fmt.Fprintf(&page, "# Throughput of batches\n\nThe music shop with %d people over %d rounds, and eight of history, customer-centric. `make throughput` wrote this page, on %s/%s with %d cores (%s), %s, model version %d. Memory is the most the process ever had.\n",
		people, rounds, runtime.GOOS, runtime.GOARCH, cores, processor(), runtime.Version(), sim.ModelVersion)
	row := func(name string, workers, replications, arms int, levels string) (float64, error) {
		seconds, memory, size, err := run(dir, lab, workers, replications, arms, levels)
		if err != nil {
			return 0, err
		}
		rate := float64(replications*arms) / seconds
		line := fmt.Sprintf("| %s | %d | %d | %.1f | %.1f | %d | %.1f |\n", name, workers, replications*arms, seconds, rate, memory>>20, float64(size)/1e6)
		fmt.Fprint(&page, line)
		fmt.Fprint(os.Stderr, line)
		return seconds, nil
	}
	fmt.Fprint(&page, "\n| what | workers | runs | seconds | runs/s | memory [MiB] | results [MB] |\n|---|---:|---:|---:|---:|---:|---:|\n")
	whole, err := row(fmt.Sprintf("%d replications, one row each", replications), cores, replications, 1, "runs")
	if err != nil {
		return err
	}
	small := max(replications/100, 20)
	for _, c := range []struct {
		name          string
		workers, arms int
		levels        string
	}{
		{"one worker", 1, 1, "runs"},
		{"as many workers as cores", cores, 1, "runs"},
		{"twice as many", 2 * cores, 1, "runs"},
		{"2 arms", cores, 2, "runs"},
		{"4 arms", cores, 4, "runs"},
		{"with rounds, channels and cohorts", cores, 1, "runs, rounds, channels, cohorts"},
		{"with transactions", cores, 1, "runs, transactions"},
		{"with the panel", cores, 1, "runs, panel"},
		{"with everything", cores, 1, "runs, rounds, channels, cohorts, panel, transactions, truth"},
	} {
		if _, err := row(c.name, c.workers, small, c.arms, c.levels); err != nil {
			return err
		}
	}
	if busy := load(); busy != "" {
		fmt.Fprintf(&page, "\nThe machine's load over the last 15 minutes was %s: on a machine that does nothing else it is the number of workers, and where it is more, the figures are too low.\n", busy)
	}
	birth, play, all, err := shares(dir)
	if err != nil {
		return err
	}
	fmt.Fprintf(&page, "\nOf the time of one run that writes its row, %.0f %% are the rounds, history's among them, %.0f %% the birth of the people, and %.0f %% value and row.\n",
		100*play/all, 100*birth/all, max(100*(all-play-birth)/all, 0))
	if beside == "" {
		fmt.Fprint(&page, "\nThe NumPy reference was not run beside: `make throughput` runs it where `-beside COMMAND` names it.\n")
	} else if err := besides(&page, beside, replications, whole); err != nil {
		return err
	}
	return os.WriteFile(out, page.Bytes(), 0o644)
}

// run plays a batch with the program and returns its wall time, the most
// memory it had [bytes] and the size of its results [bytes].
func run(dir, lab string, workers, replications, arms int, levels string) (seconds float64, memory, size int64, err error) {
	file, results := filepath.Join(dir, "design.yaml"), filepath.Join(dir, "results")
	if err := os.WriteFile(file, []byte(design(replications, arms, levels)), 0o644); err != nil {
		return 0, 0, 0, err
	}
	defer os.RemoveAll(results)
	c := exec.Command(lab, "batch", file, "--out", results, "--workers", strconv.Itoa(workers))
	begun := time.Now()
	if text, err := c.CombinedOutput(); err != nil {
		return 0, 0, 0, fmt.Errorf("the batch failed: %s", text)
	}
	seconds = time.Since(begun).Seconds()
	memory = int64(c.ProcessState.SysUsage().(*syscall.Rusage).Maxrss)
	if runtime.GOOS != "darwin" {
		memory <<= 10 // there it is in bytes, elsewhere in KiB
	}
	entries, err := os.ReadDir(results)
	for _, e := range entries {
		if info, err := e.Info(); err == nil {
			size += info.Size()
		}
	}
	return seconds, memory, size, err
}

// shares are the seconds that a few runs spend on the birth of the people, on
// rounds, and on everything.
func shares(dir string) (birth, play, all float64, err error) {
	file := filepath.Join(dir, "design.yaml")
	const runs = 20
	if err := os.WriteFile(file, []byte(design(runs, 1, "runs")), 0o644); err != nil {
		return 0, 0, 0, err
	}
	d, err := scenarios.OpenDesign(file)
	if err != nil {
		return 0, 0, 0, err
	}
	p := batch.NewPlan(d)
	cell := d.Cells[0]
	unborn := cell.Market
	unborn.Start.History = 0
	for k := 1; k <= runs; k++ {
		seed := p.Run(k).Seed
		begun := time.Now()
		if _, err := sim.New(unborn, seed); err != nil {
			return 0, 0, 0, err
		}
		birth += time.Since(begun).Seconds()
		begun = time.Now()
		w, err := sim.New(cell.Market, seed)
		if err == nil {
			err = policy.Play(w, cell.Decide)
		}
		if err != nil {
			return 0, 0, 0, err
		}
		play += time.Since(begun).Seconds()
		begun = time.Now()
		if _, err := p.Play(k); err != nil {
			return 0, 0, 0, err
		}
		all += time.Since(begun).Seconds()
	}
	return birth, play - birth, all, nil
}

// besides runs another program on the same task and sets it beside.
func besides(page io.Writer, command string, replications int, mine float64) error {
	c := exec.Command("sh", "-c", command)
	c.Env = append(os.Environ(), fmt.Sprintf("REPLICATIONS=%d", replications), fmt.Sprintf("PEOPLE=%d", people), fmt.Sprintf("ROUNDS=%d", rounds))
	c.Stderr = os.Stderr
	begun := time.Now()
	text, err := c.Output()
	if err != nil {
		return fmt.Errorf("%s failed: %w", command, err)
	}
	seconds := time.Since(begun).Seconds()
	lines := strings.Split(strings.TrimSpace(string(text)), "\n")
	_, err = fmt.Fprintf(page, "\nBeside it, in the same run, the other program (`make throughput`: NumPy's twin, on all cores) took %.1f s, %.2f times as long as the batch. It said: %s\n", seconds, seconds/mine, lines[len(lines)-1])
	return err
}

// load is how many processes wanted a core over the last quarter of an hour,
// where the system tells.
func load() string {
	text, _ := os.ReadFile("/proc/loadavg")
	if averages := strings.Fields(string(text)); len(averages) > 2 {
		return averages[2]
	}
	return ""
}

// processor names the processor where the system tells.
func processor() string {
	text, _ := os.ReadFile("/proc/cpuinfo")
	for line := range strings.Lines(string(text)) {
		if name, value, found := strings.Cut(line, ":"); found && strings.TrimSpace(name) == "model name" {
			return strings.TrimSpace(value)
		}
	}
	return "unknown processor"
}
