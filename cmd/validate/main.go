// Command validate measures the model's properties, judges what every shipped
// scenario claims to teach and searches for its best decision, and writes all
// of it into MODEL.md, or, with -check, tells whether the page is current.
//
//	go run ./cmd/validate                       write
//	go run ./cmd/validate -only theory          the model's properties alone
//	go run ./cmd/validate -only lessons         the scenarios alone
//	go run ./cmd/validate -check -only theory   exit 1 if the page is stale
package main

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"strings"

	"centricity/sim/validation"
)

// A part of the page: how it is measured, and where it is put.
type part struct {
	name    string
	measure func() (string, error)
	put     func(page, table string) (string, error)
}

func main() {
	page := flag.String("page", "sim/MODEL.md", "the page that holds the tables")
	check := flag.Bool("check", false, "compare with the page and change nothing")
	only := flag.String("only", "", "one part instead of both: theory or lessons")
	seeds := flag.Int("seeds", 200, "paired seeds over which the lessons are judged")
	workers := flag.Int("workers", 0, "worlds played at a time (0: one for each core)")
	flag.Parse()
	if flag.NArg() > 0 {
		fmt.Fprintln(os.Stderr, "validate takes no arguments beside its flags; see -help")
		os.Exit(2)
	}
	parts := []part{
		{"theory", func() (string, error) { return theory(*workers), nil }, validation.Insert},
		{"lessons", func() (string, error) { return lessons(max(*seeds, 2), *workers) }, insertLessons},
	}
	known := *only == ""
	for _, p := range parts {
		if *only != "" && *only != p.name {
			continue
		}
		known = true
		if err := run(*page, *check, p.measure, p.put); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
	}
	if !known {
		fmt.Fprintf(os.Stderr, "-only is theory or lessons, not %q\n", *only)
		os.Exit(2)
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
	const from, to = "<!-- lessons: written by make validate -->\n", "<!-- end of lessons -->"
	before, rest, ok := strings.Cut(page, from)
	_, after, closed := strings.Cut(rest, to)
	if !ok || !closed {
		return "", errors.New("the page has no place for the lessons' table")
	}
	return before + from + table + to + after, nil
}
