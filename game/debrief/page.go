package debrief

import "centricity/game/page"

// Page is the debrief as one page that loads nothing, as far as it is ready.
func (d *Debrief) Page() *page.Page {
	p := page.New(d.title())
	for _, s := range d.report() {
		p.Section(s.title)
		for _, b := range s.blocks {
			switch {
			case b.text != "":
				p.Text(b.text)
			case b.list != nil:
				p.List(b.list...)
			case b.table != nil:
				p.Table(*b.table)
			case b.figure != nil:
				p.Figure(b.name, b.figure, b.height)
			}
		}
	}
	return p
}
