package debrief

import (
	"bufio"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"centricity/game"
	"centricity/game/chart"
	"centricity/game/page"
	"centricity/game/widget"
	"centricity/game/words"
)

// columns is how wide text is written.
const columns = 80

// WriteText writes the debrief for a terminal, as far as it is ready.
func (d *Debrief) WriteText(out io.Writer) error {
	b := bufio.NewWriter(out)
	fmt.Fprintln(b, game.OneLine(d.title()))
	for _, s := range d.report() {
		fmt.Fprintf(b, "\n%s\n%s\n", s.title, strings.Repeat("-", utf8.RuneCountInString(s.title)))
		for i, x := range s.blocks {
			if i > 0 {
				fmt.Fprintln(b)
			}
			writeBlock(b, x)
		}
	}
	return b.Flush()
}

func writeBlock(b io.Writer, x block) {
	switch {
	case x.text != "":
		wrap(b, "", x.text)
	case x.list != nil:
		for _, item := range x.list {
			wrap(b, "- ", item)
		}
	case x.table != nil:
		writeTable(b, *x.table)
	case x.figure != nil:
		wrap(b, "", x.name+":")
		if _, histogram := x.figure.(chart.Distribution); histogram {
			writeHistogram(b, x.figure)
			return
		}
		numbers := x.figure.Numbers()
		writeTable(b, page.Table{Head: numbers[0], Rows: numbers[1:]})
	}
}

// wrap breaks a text into lines; the first begins with a mark, the others stand
// in line with it.
func wrap(b io.Writer, mark, text string) {
	line, indent := mark, strings.Repeat(" ", len(mark))
	empty := true
	for _, word := range phrases(game.OneLine(text)) {
		if !empty && utf8.RuneCountInString(line)+1+utf8.RuneCountInString(word) > columns {
			fmt.Fprintln(b, line)
			line, empty = indent, true
		}
		if !empty {
			line += " "
		}
		line, empty = line+word, false
	}
	fmt.Fprintln(b, line)
}

// phrases are a text's words, with what belongs to an amount kept together:
// "$ 12.4 k", "12,4 mil $", "63 %".
func phrases(text string) (list []string) {
	last, units := words.Spoken().SignLast, []string{"%"}
	for _, name := range words.Spoken().Short {
		units = append(units, strings.Fields(name)...)
	}
	for _, word := range strings.Fields(text) {
		n := len(list)
		bare := strings.TrimRight(word, ".,;:)")
		if n > 0 && (slices.Contains(units, bare) || last && sign(bare) || !last && sign(list[n-1])) {
			list[n-1] += " " + word
			continue
		}
		list = append(list, word)
	}
	return list
}

// sign tells a word that has neither letter nor digit, as a currency's.
func sign(word string) bool {
	return !strings.ContainsFunc(word, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) || r == '-' })
}

// writeTable writes words to the left and numbers to the right.
func writeTable(b io.Writer, t page.Table) {
	if t.Caption != "" {
		wrap(b, "", t.Caption+":")
	}
	rows := append([][]string{t.Head}, t.Rows...)
	widths := make([]int, len(t.Head))
	for _, row := range rows {
		for i, cell := range row {
			row[i] = game.OneLine(cell)
			widths[i] = max(widths[i], utf8.RuneCountInString(row[i]))
		}
	}
	for _, row := range rows {
		var line strings.Builder
		for i, cell := range row {
			pad := strings.Repeat(" ", widths[i]-utf8.RuneCountInString(cell))
			if i >= max(t.Text, 1) {
				cell, pad = pad+cell, ""
			}
			line.WriteString("  " + cell + pad)
		}
		fmt.Fprintln(b, strings.TrimRight(line.String(), " "))
	}
}

func writeHistogram(b io.Writer, f widget.Figure) {
	rows := f.Numbers()[1:]
	most := int64(1)
	for _, r := range rows {
		n, _ := widget.Counts.Parse(r[1])
		most = max(most, n)
	}
	t := page.Table{Head: []string{"", words.Say("Games"), ""}}
	for _, r := range rows {
		n, _ := widget.Counts.Parse(r[1])
		const wide = 40
		t.Rows = append(t.Rows, []string{r[0], r[1], fmt.Sprintf("%-*s", wide, strings.Repeat("#", int((n*wide+most-1)/most)))})
	}
	writeTable(b, t)
}
