// Package page writes self-contained HTML reports: headings, text, tables and
// charts in one file that loads nothing, reads well on a small screen and
// prints. Everything handed to it is text; nothing in it becomes markup.
//
//	p := page.New("What the log tells")
//	p.Section("Purchases")
//	p.Text("Every customer is one row.")
//	p.Figure("Purchases a week", chart.Lines{…}, 320)
//	p.Table(page.Table{Head: …, Rows: …})
//	_, err = p.WriteTo(file)
package page

import (
	"fmt"
	"html"
	"io"
	"strings"

	"centricity/game/chart/svg"
	"centricity/game/widget"
	"centricity/game/words"
)

// Width is how wide figures are drawn [logical pixels]; they shrink with the
// window.
const Width = 860

// A Page is a report in the making.
type Page struct {
	title   string
	body    strings.Builder
	section bool
	class   string // of the body
	spoken  string // tag of the language
}

// New is an empty page under a title, in the language of the moment.
func New(title string) *Page { return &Page{title: title, spoken: words.Spoken().Tag} }

// Project makes the page for a projector: large enough to be read from the last
// row of a room.
func (p *Page) Project() { p.class = ` class="room"` }

// clean is a text for HTML, without control characters.
func clean(s string) string {
	return html.EscapeString(strings.Map(func(r rune) rune {
		if r < ' ' && r != '\n' || r == 0x7f {
			return ' '
		}
		return r
	}, strings.ToValidUTF8(s, "\uFFFD")))
}

// Section begins a part of the page under a heading.
func (p *Page) Section(heading string) {
	p.close()
	p.section = true
	fmt.Fprintf(&p.body, "<section>\n<h2>%s</h2>\n", clean(heading))
}

func (p *Page) close() {
	if p.section {
		p.body.WriteString("</section>\n")
	}
	p.section = false
}

// Text is a paragraph.
func (p *Page) Text(s string) { fmt.Fprintf(&p.body, "<p>%s</p>\n", clean(s)) }

// Warn is a paragraph that stands out: what the reader must know before
// trusting a number.
func (p *Page) Warn(s string) { fmt.Fprintf(&p.body, "<p class=\"warn\">%s</p>\n", clean(s)) }

// List is a list of sentences.
func (p *Page) List(items ...string) {
	if len(items) == 0 {
		return
	}
	p.body.WriteString("<ul>\n")
	for _, s := range items {
		fmt.Fprintf(&p.body, "<li>%s</li>\n", clean(s))
	}
	p.body.WriteString("</ul>\n")
}

// A Table has a head and rows. Columns from Text on are numbers, aligned to
// the right.
type Table struct {
	Caption string
	Head    []string
	Rows    [][]string
	Text    int // so many columns at the left are words; 0 is one
}

// Table adds a table.
func (p *Page) Table(t Table) {
	p.body.WriteString("<div class=\"wide\"><table>\n")
	if t.Caption != "" {
		fmt.Fprintf(&p.body, "<caption>%s</caption>\n", clean(t.Caption))
	}
	row := func(cell, scope string, cells []string) {
		p.body.WriteString("<tr>")
		for i, c := range cells {
			class := ""
			if i >= max(t.Text, 1) {
				class = " class=\"n\""
			}
			fmt.Fprintf(&p.body, "<%s%s%s>%s</%s>", cell, scope, class, clean(c), cell)
		}
		p.body.WriteString("</tr>\n")
	}
	if len(t.Head) > 0 {
		p.body.WriteString("<thead>")
		row("th", " scope=\"col\"", t.Head)
		p.body.WriteString("</thead>\n")
	}
	p.body.WriteString("<tbody>\n")
	for _, r := range t.Rows {
		row("td", "", r)
	}
	p.body.WriteString("</tbody></table></div>\n")
}

// Figure adds a chart of a height [logical pixels], with what is to be seen in
// it as its caption and its numbers as a table to unfold.
func (p *Page) Figure(name string, f widget.Figure, height float64) {
	fmt.Fprintf(&p.body, "<figure>\n<h3>%s</h3>\n%s\n<figcaption>%s</figcaption>\n",
		clean(name), svg.Figure(name, f, Width, height, widget.Light()), clean(f.Summary()))
	if numbers := f.Numbers(); len(numbers) > 1 {
		p.body.WriteString("<details><summary>" + clean(words.Say("The numbers")) + "</summary>\n")
		p.Table(Table{Head: numbers[0], Rows: numbers[1:]})
		p.body.WriteString("</details>\n")
	}
	p.body.WriteString("</figure>\n")
}

// WriteTo writes the page.
func (p *Page) WriteTo(w io.Writer) (int64, error) {
	p.close()
	n, err := fmt.Fprintf(w, `<!doctype html>
<html lang="%[5]s">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>%[1]s</title>
<style>
%[2]s</style>
</head>
<body%[4]s>
<main>
<h1>%[1]s</h1>
%[3]s</main>
</body>
</html>
`, clean(p.title), style, p.body.String(), p.class, p.spoken)
	return int64(n), err
}
