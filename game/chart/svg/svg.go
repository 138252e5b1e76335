// Package svg draws what a [canvas.Canvas] takes as SVG, so that a chart of the
// game stands in a document too. The result is plain text that needs nothing
// beside it and can be put into an HTML page as it is.
//
//	svg.Figure("Purchases a week", chart.Lines{…}, 720, 320, widget.Light())
package svg

import (
	"fmt"
	"html"
	"math"
	"strconv"
	"strings"

	"centricity/game/canvas"
	"centricity/game/widget"
)

// Figure is a chart as an SVG element of a size [logical pixels]. Its name and
// what is to be seen in it are there for those who do not see it.
func Figure(name string, f widget.Figure, w, h float64, t widget.Theme) string {
	d := New(w, h)
	f.Draw(d, canvas.Box(0, 0, d.w, d.h), t, nil)
	return d.Element(name, f.Summary())
}

// A Drawing is a canvas that writes SVG.
type Drawing struct {
	w, h  float64
	b     strings.Builder
	clips []canvas.Rect
}

var _ canvas.Canvas = (*Drawing)(nil)

// New is an empty drawing of a size [logical pixels], 1 to 10,000 each way.
func New(w, h float64) *Drawing {
	size := func(v float64) float64 { return min(max(v, 1), 10_000) }
	d := &Drawing{w: size(w), h: size(h)}
	d.clips = []canvas.Rect{canvas.Box(0, 0, d.w, d.h)}
	return d
}

// Element is the drawing as an svg element with a name and a description.
func (d *Drawing) Element(name, description string) string {
	return fmt.Sprintf(`<svg xmlns="http://www.w3.org/2000/svg" role="img" viewBox="0 0 %s %s" width="%s" height="%s" `+
		`font-family="'Liberation Sans',Arial,Helvetica,sans-serif"><title>%s</title><desc>%s</desc>%s%s</svg>`,
		num(d.w), num(d.h), num(d.w), num(d.h), text(name), text(description),
		d.b.String(), strings.Repeat("</svg>", len(d.clips)-1))
}

// Size is the drawing's size [logical pixels].
func (d *Drawing) Size() (w, h float64) { return d.w, d.h }

// Scale is 1: SVG has no pixels of its own.
func (d *Drawing) Scale() float64 { return 1 }

// PushClip limits drawing to r by an inner svg element, which hides what lies
// outside of it and needs no name that another drawing on the page could share.
func (d *Drawing) PushClip(r canvas.Rect) {
	r = d.Clip().Intersect(r)
	d.clips = append(d.clips, r)
	fmt.Fprintf(&d.b, `<svg overflow="hidden" %s viewBox="%s %s %s %s">`, box(r), num(r.X), num(r.Y), num(r.W), num(r.H))
}

// PopClip ends the last PushClip.
func (d *Drawing) PopClip() {
	if len(d.clips) > 1 {
		d.clips = d.clips[:len(d.clips)-1]
		d.b.WriteString("</svg>")
	}
}

// Clip is the present clip rectangle.
func (d *Drawing) Clip() canvas.Rect { return d.clips[len(d.clips)-1] }

// num writes a length to a hundredth of a pixel; what is no number becomes 0.
func num(v float64) string {
	if math.IsNaN(v) {
		v = 0
	}
	s := strconv.FormatFloat(min(max(v, -1e6), 1e6), 'f', 2, 64)
	s = strings.TrimRight(strings.TrimRight(s, "0"), ".")
	if s == "-0" {
		return "0"
	}
	return s
}

// text is s for an element or attribute. Control characters, which XML does
// not have, are left out.
func text(s string) string {
	return html.EscapeString(strings.Map(func(r rune) rune {
		if r < ' ' && r != '\t' && r != '\n' || r == 0xFFFE || r == 0xFFFF {
			return -1
		}
		return r
	}, strings.ToValidUTF8(s, "\uFFFD")))
}

func box(r canvas.Rect) string {
	return fmt.Sprintf(`x="%s" y="%s" width="%s" height="%s"`, num(r.X), num(r.Y), num(max(r.W, 0)), num(max(r.H, 0)))
}
