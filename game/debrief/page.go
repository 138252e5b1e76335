package debrief

import (
	"strings"

	"centricity/game/page"
)

// Page is the debrief as one page that loads nothing, as far as it is ready.
func (d *Debrief) Page() *page.Page {
	p := page.New(d.title())
	for _, s := range d.report() {
		p.Section(s.title)
		for _, b := range s.blocks {
			switch {
			case b.text != "":
				p.Text(together(b.text))
			case b.list != nil:
				items := make([]string, len(b.list))
				for i, item := range b.list {
					items[i] = together(item)
				}
				p.List(items...)
			case b.table != nil:
				p.Table(*b.table)
			case b.figure != nil:
				p.Figure(b.name, b.figure, b.height)
			}
		}
	}
	return p
}

// together keeps amounts on one line: with spaces that do not break.
func together(text string) string {
	list := phrases(text)
	for i := range list {
		list[i] = strings.ReplaceAll(list[i], " ", "\u00a0")
	}
	return strings.Join(list, " ")
}
