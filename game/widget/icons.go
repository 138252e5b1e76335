package widget

import (
	"math"
	"sync"

	"centricity/game/canvas"
)

// Icon is a small picture drawn with strokes on a grid of 24 × 24.
type Icon uint8

// The icons. The first five stand for the levers.
const (
	NoIcon Icon = iota
	IconAcquisition
	IconRetention
	IconExperience
	IconProduct
	IconInsight
	IconCheck
	IconClose
	IconDown
	IconUp
	IconRight
	IconInfo
	IconHelp
	IconWarning
	iconCount
)

// pen collects the strokes of an icon as polylines.
type pen [][]canvas.Point

func (p *pen) line(xy ...float64) {
	var l []canvas.Point
	for i := 0; i+1 < len(xy); i += 2 {
		l = append(l, canvas.Pt(xy[i], xy[i+1]))
	}
	*p = append(*p, l)
}

// arc is a part of an ellipse, in degrees clockwise from the right.
func (p *pen) arc(x, y, rx, ry, from, to float64) {
	const n = 24
	var l []canvas.Point
	for i := range n + 1 {
		sin, cos := math.Sincos((from + (to-from)*float64(i)/n) * math.Pi / 180)
		l = append(l, canvas.Pt(x+rx*cos, y+ry*sin))
	}
	*p = append(*p, l)
}

// curve is a chain of cubic Bézier curves: a start, then three points for each.
func (p *pen) curve(xy ...float64) {
	const n = 12
	l := []canvas.Point{canvas.Pt(xy[0], xy[1])}
	for i := 2; i+5 < len(xy); i += 6 {
		a, c := l[len(l)-1], xy[i:i+6]
		for k := 1; k <= n; k++ {
			t := float64(k) / n
			s := 1 - t
			at := func(p0, p1, p2, p3 float64) float64 {
				return s*s*s*p0 + 3*s*s*t*p1 + 3*s*t*t*p2 + t*t*t*p3
			}
			l = append(l, canvas.Pt(at(a.X, c[0], c[2], c[4]), at(a.Y, c[1], c[3], c[5])))
		}
	}
	*p = append(*p, l)
}

var strokes = sync.OnceValue(func() (all [iconCount]pen) {
	p := &all[IconAcquisition] // a person and a plus
	p.arc(9.5, 7.5, 3.75, 3.75, 0, 360)
	p.curve(2.5, 20, 2.5, 11.5, 16.5, 11.5, 16.5, 20)
	p.line(19, 8, 19, 14)
	p.line(16, 11, 22, 11)

	p = &all[IconRetention] // a heart
	p.curve(12, 20.5, 5, 15.5, 2.5, 12.2, 2.5, 8.8, 2.5, 5.8, 4.7, 3.8, 7.2, 3.8,
		9.2, 3.8, 11, 4.9, 12, 6.8, 13, 4.9, 14.8, 3.8, 16.8, 3.8,
		19.3, 3.8, 21.5, 5.8, 21.5, 8.8, 21.5, 12.2, 19, 15.5, 12, 20.5)

	p = &all[IconExperience] // a smile
	p.arc(12, 12, 9.25, 9.25, 0, 360)
	p.arc(12, 12.5, 4.75, 4.5, 15, 165)
	p.line(9, 9.2, 9, 9.8)
	p.line(15, 9.2, 15, 9.8)

	p = &all[IconProduct] // a box
	p.line(12, 2.5, 20.5, 7, 20.5, 17, 12, 21.5, 3.5, 17, 3.5, 7, 12, 2.5)
	p.line(3.5, 7, 12, 11.5, 20.5, 7)
	p.line(12, 11.5, 12, 21.5)

	p = &all[IconInsight] // a magnifying glass over bars
	p.arc(10.5, 10.5, 7.5, 7.5, 0, 360)
	p.line(16, 16, 21.5, 21.5)
	p.line(7.5, 13, 7.5, 11)
	p.line(10.5, 13, 10.5, 7.5)
	p.line(13.5, 13, 13.5, 9.5)

	all[IconCheck].line(4.5, 12.5, 9.5, 17.5, 19.5, 6.5)
	p = &all[IconClose]
	p.line(6, 6, 18, 18)
	p.line(18, 6, 6, 18)
	all[IconDown].line(6, 9, 12, 15, 18, 9)
	all[IconUp].line(6, 15, 12, 9, 18, 15)
	all[IconRight].line(9, 6, 15, 12, 9, 18)

	p = &all[IconInfo]
	p.arc(12, 12, 9.25, 9.25, 0, 360)
	p.line(12, 11, 12, 16.5)
	p.line(12, 7.4, 12, 7.6)
	p = &all[IconHelp]
	p.arc(12, 12, 9.25, 9.25, 0, 360)
	p.curve(9.2, 9.6, 9.2, 6, 14.8, 6, 14.8, 9.6, 14.8, 11.8, 12, 11.8, 12, 14)
	p.line(12, 16.8, 12, 17)
	p = &all[IconWarning]
	p.line(12, 3, 22, 20.5, 2, 20.5, 12, 3)
	p.line(12, 9.5, 12, 14)
	p.line(12, 17.2, 12, 17.4)
	return all
})

// DrawIcon draws an icon as large as fits, in the middle of r.
func DrawIcon(c canvas.Canvas, r canvas.Rect, icon Icon, colour canvas.Color) {
	if icon == NoIcon || icon >= iconCount {
		return
	}
	size := min(r.W, r.H)
	k := size / 24
	x, y := r.MidX()-size/2, r.MidY()-size/2
	var room [64]canvas.Point
	for _, line := range strokes()[icon] {
		pts := room[:0]
		for _, p := range line {
			pts = append(pts, canvas.Pt(x+p.X*k, y+p.Y*k))
		}
		c.Polyline(pts, max(1.75*k, 1.25), colour)
	}
}
