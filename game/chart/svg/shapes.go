package svg

import (
	"fmt"
	"math"

	"centricity/game/canvas"
)

// paint is a colour as the attributes of what ("fill" or "stroke").
func paint(what string, c canvas.Color) string {
	s := fmt.Sprintf(`%s="#%02x%02x%02x"`, what, c.R, c.G, c.B)
	if c.A != 255 {
		s += fmt.Sprintf(` %s-opacity="%s"`, what, num(float64(c.A)/255))
	}
	return s
}

// FillRect fills r, its edges on whole pixels.
func (d *Drawing) FillRect(r canvas.Rect, c canvas.Color) {
	x, y := math.Round(r.X), math.Round(r.Y)
	r = canvas.Box(x, y, math.Round(r.Right())-x, math.Round(r.Bottom())-y)
	fmt.Fprintf(&d.b, `<rect %s %s/>`, box(r), paint("fill", c))
}

// FillRound fills r with rounded corners.
func (d *Drawing) FillRound(r canvas.Rect, radius float64, c canvas.Color) {
	fmt.Fprintf(&d.b, `<rect %s rx="%s" %s/>`, box(r), num(radius), paint("fill", c))
}

// StrokeRound draws a line just inside r.
func (d *Drawing) StrokeRound(r canvas.Rect, radius, width float64, c canvas.Color) {
	fmt.Fprintf(&d.b, `<rect %s rx="%s" fill="none" stroke-width="%s" %s/>`,
		box(r.Inset(width/2)), num(max(radius-width/2, 0)), num(width), paint("stroke", c))
}

// Shadow draws a soft shadow around r, moved down by dy.
func (d *Drawing) Shadow(r canvas.Rect, radius, blur, dy float64, c canvas.Color) {
	fmt.Fprintf(&d.b, `<rect %s rx="%s" %s style="filter:blur(%spx)"/>`, box(r.Move(0, dy)), num(radius), paint("fill", c), num(blur/2))
}

// points writes a list of places.
func (d *Drawing) points(points []canvas.Point) {
	for i, p := range points {
		if i > 0 {
			d.b.WriteByte(' ')
		}
		d.b.WriteString(num(p.X) + "," + num(p.Y))
	}
}

// Polyline strokes the points; it is closed when the last equals the first.
func (d *Drawing) Polyline(points []canvas.Point, width float64, c canvas.Color) {
	if len(points) < 2 {
		return
	}
	element := "polyline"
	if points[0] == points[len(points)-1] {
		element, points = "polygon", points[:len(points)-1]
	}
	fmt.Fprintf(&d.b, `<%s fill="none" stroke-width="%s" stroke-linejoin="round" stroke-linecap="round" %s points="`, element, num(width), paint("stroke", c))
	d.points(points)
	d.b.WriteString(`"/>`)
}

// Polygon fills the area inside the points.
func (d *Drawing) Polygon(points []canvas.Point, c canvas.Color) {
	if len(points) < 3 {
		return
	}
	fmt.Fprintf(&d.b, `<polygon %s points="`, paint("fill", c))
	d.points(points)
	d.b.WriteString(`"/>`)
}

// Disc fills a circle.
func (d *Drawing) Disc(centre canvas.Point, radius float64, c canvas.Color) {
	fmt.Fprintf(&d.b, `<circle cx="%s" cy="%s" r="%s" %s/>`, num(centre.X), num(centre.Y), num(max(radius, 0)), paint("fill", c))
}

// Text draws one line with its baseline through p.
func (d *Drawing) Text(p canvas.Point, s string, style canvas.Style) {
	if s == "" {
		return
	}
	weight, anchor := "", ""
	if style.Bold {
		weight = ` font-weight="bold"`
	}
	switch style.Align {
	case canvas.Center:
		anchor = ` text-anchor="middle"`
	case canvas.Right:
		anchor = ` text-anchor="end"`
	}
	fmt.Fprintf(&d.b, `<text x="%s" y="%s" font-size="%s"%s%s %s>%s</text>`,
		num(p.X), num(p.Y), num(style.Size), weight, anchor, paint("fill", style.Color), text(s))
}
