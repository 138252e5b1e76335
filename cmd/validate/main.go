// Command validate measures the model's properties and writes them into MODEL.md,
// or, with -check, tells whether the page is current.
//
//	go run ./cmd/validate          write
//	go run ./cmd/validate -check   exit 1 if the page is stale
package main

import (
	"flag"
	"fmt"
	"os"

	"centricity/sim/validation"
)

func main() {
	page := flag.String("page", "sim/MODEL.md", "the page that holds the table")
	check := flag.Bool("check", false, "compare with the page and change nothing")
	workers := flag.Int("workers", 0, "worlds played at a time (0: one for each core)")
	flag.Parse()
	if flag.NArg() > 0 {
		fmt.Fprintln(os.Stderr, "validate takes no arguments beside its flags; see -help")
		os.Exit(2)
	}
	if err := run(*page, *check, *workers); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(page string, check bool, workers int) error {
	if _, _, err := inserted(page, ""); err != nil { // before minutes of work
		return err
	}
	sections := validation.Measure(validation.Full, workers, func(finished, all int) {
		fmt.Fprintf(os.Stderr, "\r%d of %d checks", finished, all)
	})
	fmt.Fprintln(os.Stderr)
	table := validation.Table(sections)
	fmt.Print(table)
	old, now, err := inserted(page, table)
	if err != nil {
		return err
	}
	switch {
	case !check:
		return os.WriteFile(page, []byte(now), 0o644)
	case now != old:
		return fmt.Errorf("the table in %s is not what the model measures now; write it with: make validate", page)
	}
	return nil
}

// inserted is the page as it stands and with the table in it.
func inserted(page, table string) (old, now string, err error) {
	text, err := os.ReadFile(page)
	if err != nil {
		return "", "", fmt.Errorf("%w\nrun this from the project's folder, or name the page with -page", err)
	}
	now, err = validation.Insert(string(text), table)
	if err != nil {
		return "", "", fmt.Errorf("%s: %w", page, err)
	}
	return string(text), now, nil
}
