package lab

import (
	"fmt"
	"io"
	"strings"
	"text/tabwriter"

	"centricity/game/widget"
	"centricity/sim"
)

// table writes rows of cells in columns aligned to the right.
func table(w io.Writer, rows [][]string) error {
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', tabwriter.AlignRight)
	for _, row := range rows {
		fmt.Fprintln(t, strings.Join(row, "\t")+"\t")
	}
	return t.Flush()
}

// whole writes money in whole units of the currency, halves away from zero,
// with its thousands apart.
func whole(m sim.Money) string {
	if m < 0 {
		return grouped(int64(m-50) / 100)
	}
	return grouped(int64(m+50) / 100)
}

// grouped writes a count with its thousands apart.
func grouped(n int64) string {
	if n < 0 {
		return "-" + grouped(-n)
	}
	return widget.Count(n)
}

// exact writes money to the cent, so that sums a reader checks come out.
func exact(m sim.Money) string {
	if m < 0 {
		return "-" + exact(-m)
	}
	return fmt.Sprintf("%s.%02d", grouped(int64(m)/100), m%100)
}
