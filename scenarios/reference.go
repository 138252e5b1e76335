package scenarios

import (
	"fmt"
	"slices"
	"strings"

	"centricity/sim"
	"centricity/sim/experiment"
)

// Reference is the page about every field of the format, as Markdown.
func Reference() []byte {
	var b strings.Builder
	b.WriteString(`# The fields of a scenario file

Made from the table the loader reads by; ` + "`centricity-lab schema --reference`" + ` prints it. How to write a scenario is told in [README.md](README.md), what the checker says in [RULES.md](RULES.md), and what the parameters do in [the model](../sim/MODEL.md).

A share or chance is written ` + "`0.06` or `6%`" + `, an amount ` + "`4.50` or `$4.50`" + ` with the file's own currency sign. A field that takes {is, per} may be told for another length of time than a round: ` + "`{is: 4, per: year}`" + `; the length is a round, week, month, quarter or year. Every field may be left out unless it says *required*; where a file extends another, ` + "`null`" + ` takes a field away.
`)
	all := Fields()
	b.WriteString("\n## At the top\n")
	header(&b)
	var sections []Field
	for i, f := range all {
		switch {
		case strings.Contains(f.Path, "."):
		case i+1 < len(all) && strings.HasPrefix(all[i+1].Path, f.Path+"."):
			sections = append(sections, f)
		default:
			writeRow(&b, f)
		}
	}
	for _, f := range sections {
		fmt.Fprintf(&b, "\n## %s\n\n%s", f.Path, f.Doc)
		if f.Takes.Format != "map" {
			fmt.Fprintf(&b, " A %s, %s.", f.Takes, f.Bounds)
		}
		b.WriteString("\n")
		header(&b)
		for _, row := range rowsOf(f.Path, all) {
			writeRow(&b, row)
		}
	}
	b.WriteString("\n## A way to play\n\nWhere a claim of a lesson says who plays (a, b), the name of a policy can be a map with:\n")
	header(&b)
	for _, f := range fields("", playing{&experiment.Way{}}.keys()) {
		writeRow(&b, f)
	}
	b.WriteString("\n## A trait's other forms\n\nEvery trait of a segment has a mean and a spread, or one of these instead (`per` goes with mean and constant):\n")
	header(&b)
	for _, f := range all {
		if name, ok := strings.CutPrefix(f.Path, "segments.SEGMENT.churn_hazard."); ok && !slices.Contains(meanAndSpread, name) {
			f.Path = "segments.SEGMENT.TRAIT." + name
			f.Default, f.Source = "", ""
			writeRow(&b, f)
		}
	}
	return []byte(b.String())
}

var meanAndSpread = []string{"mean", "spread"}

// rowsOf are the fields to list in a section. Of a trait it is the mean and the
// spread; its other forms are the same for all.
func rowsOf(section string, all []Field) (rows []Field) {
	for _, f := range all {
		if top(f.Path) != section {
			continue
		}
		parts := strings.Split(f.Path, ".")
		trait := len(parts) >= 3 && slices.Contains(words[sim.Trait](sim.NumTraits), parts[2])
		if trait && (len(parts) == 3 || len(parts) > 4 || !slices.Contains(meanAndSpread, parts[3])) {
			continue
		}
		if f.Path == section || f.Takes.Format == "map" && f.Doc == "" {
			continue
		}
		rows = append(rows, f)
	}
	return rows
}

func header(b *strings.Builder) {
	b.WriteString("\n| field | takes | default | example | |\n|---|---|---|---|---|\n")
}

func writeRow(b *strings.Builder, f Field) {
	takes := f.taken()
	fallback := code(f.Default)
	switch {
	case f.Required:
		fallback = "*required*"
	case f.Default != "" && f.Source != "" && f.Source != "design":
		fallback += " (" + f.Source + ")"
	}
	fmt.Fprintf(b, "| `%s` | %s | %s | %s | %s |\n", f.Path, takes, fallback, code(f.Example), f.Doc)
}

func code(s string) string {
	if s == "" {
		return ""
	}
	return "`" + s + "`"
}
