// Command validate measures the model's properties and writes them into MODEL.md,
// or, with -check, tells whether the page is current.
//
//	go run ./cmd/validate          write
//	go run ./cmd/validate -check   exit 1 if the page is stale
//	go run ./cmd/validate -lessons 200   judge every scenario's lesson and search for its best decision; write that
package main

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"strings"

	"centricity/sim/validation"
)

func main() {
	page := flag.String("page", "sim/MODEL.md", "the page that holds the table")
	check := flag.Bool("check", false, "compare with the page and change nothing")
	seeds := flag.Int("lessons", 0, "judge the scenarios' lessons over this many paired seeds instead")
	workers := flag.Int("workers", 0, "worlds played at a time (0: one for each core)")
	flag.Parse()
	if flag.NArg() > 0 {
		fmt.Fprintln(os.Stderr, "validate takes no arguments beside its flags; see -help")
		os.Exit(2)
	}
	measure := func() (string, error) { return theory(*workers), nil }
	put := validation.Insert
	if *seeds > 0 {
		measure = func() (string, error) { return lessons(*seeds, *workers) }
		put = insertLessons
	}
	if err := run(*page, *check, measure, put); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// theory is the table of the model's properties.
func theory(workers int) string {
	sections := validation.Measure(validation.Full, workers, func(finished, all int) {
		fmt.Fprintf(os.Stderr, "\r%d of %d checks", finished, all)
	})
	fmt.Fprintln(os.Stderr)
	return validation.Table(sections)
}

// run measures and puts the result into the page, or compares it with what
// stands there.
func run(page string, check bool, measure func() (string, error), put func(page, table string) (string, error)) error {
	text, err := os.ReadFile(page)
	if err != nil {
		return fmt.Errorf("%w\nrun this from the project's folder, or name the page with -page", err)
	}
	if _, err := put(string(text), ""); err != nil { // before minutes of work
		return fmt.Errorf("%s: %w", page, err)
	}
	table, err := measure()
	if err != nil {
		return err
	}
	fmt.Print(table)
	now, err := put(string(text), table)
	switch {
	case err != nil:
		return fmt.Errorf("%s: %w", page, err)
	case !check:
		return os.WriteFile(page, []byte(now), 0o644)
	case now != string(text):
		return fmt.Errorf("the table in %s is not what the model measures now; write it with: make validate", page)
	}
	return nil
}

// insertLessons puts the lessons' table between its markers.
func insertLessons(page, table string) (string, error) {
	const from, to = "<!-- lessons: written by make lessons -->\n", "<!-- end of lessons -->"
	before, rest, ok := strings.Cut(page, from)
	_, after, closed := strings.Cut(rest, to)
	if !ok || !closed {
		return "", errors.New("the page has no place for the lessons' table")
	}
	return before + from + table + to + after, nil
}
