package validation

import (
	"errors"
	"fmt"
	"strings"
)

// Table writes the sections as Markdown.
func Table(sections []Section) string {
	var b strings.Builder
	b.WriteString("| property | expected | measured | se | verdict |\n|---|---|---|---|---|\n")
	for _, s := range sections {
		fmt.Fprintf(&b, "| **%s** | | | | |\n", s.Title)
		for _, r := range s.Rows {
			fmt.Fprintf(&b, "| %s | %s | %s | %s | %s |\n", r.Property, r.Want.Text, number(r.Got), spread(r.SE), r.Verdict())
		}
	}
	return b.String()
}

// spread writes a standard error to two digits.
func spread(se float64) string {
	if se == 0 {
		return "–"
	}
	return fmt.Sprintf("%.2g", se)
}

// The marks between which MODEL.md has the table.
const (
	from = "<!-- validation: written by make validate -->\n"
	to   = "<!-- end of validation -->"
)

// Insert puts a table between the marks of a page.
func Insert(page, table string) (string, error) {
	before, rest, ok := strings.Cut(page, from)
	if !ok {
		return "", errors.New("the page has no line " + strings.TrimSpace(from))
	}
	_, after, ok := strings.Cut(rest, to)
	if !ok {
		return "", errors.New("the page has no line " + to + " after the table's beginning")
	}
	return before + from + table + to + after, nil
}
