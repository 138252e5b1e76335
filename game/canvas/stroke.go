package canvas

import "math"

// outline is one or more closed contours in device pixels.
type outline struct {
	pts  []Point
	ends []int // one past the last point of each contour
	line []Point
}

func (o *outline) reset()           { o.pts, o.ends = o.pts[:0], o.ends[:0] }
func (o *outline) add(x, y float64) { o.pts = append(o.pts, Point{x, y}) }
func (o *outline) end()             { o.ends = append(o.ends, len(o.pts)) }

// stroke makes the outline of a line of half width hw through the points.
func (o *outline) stroke(points []Point, scale, hw float64) {
	o.reset()
	p := o.line[:0]
	for _, q := range points {
		q = Point{q.X * scale, q.Y * scale}
		if !(math.Abs(q.X) < 1<<20 && math.Abs(q.Y) < 1<<20) {
			continue // neither NaN nor infinity reaches a pixel
		}
		if n := len(p); n == 0 || math.Hypot(q.X-p[n-1].X, q.Y-p[n-1].Y) > 1e-3 {
			p = append(p, q)
		}
	}
	o.line = p
	n := len(p)
	switch {
	case n == 0:
		return
	case n == 1:
		o.arc(p[0], hw, 0, 2*math.Pi)
		o.end()
	case n > 3 && math.Hypot(p[0].X-p[n-1].X, p[0].Y-p[n-1].Y) < 1e-2:
		p = p[:n-1]
		n--
		for i := range n {
			o.join(p[(i+n-1)%n], p[i], p[(i+1)%n], hw)
		}
		o.end()
		for i := n - 1; i >= 0; i-- {
			o.join(p[(i+1)%n], p[i], p[(i+n-1)%n], hw)
		}
		o.end()
	default:
		o.cap(p[1], p[0], hw)
		for i := 1; i < n-1; i++ {
			o.join(p[i-1], p[i], p[i+1], hw)
		}
		o.cap(p[n-2], p[n-1], hw)
		for i := n - 2; i > 0; i-- {
			o.join(p[i+1], p[i], p[i-1], hw)
		}
		o.end()
	}
}

// cap is a half circle around the end b of the line that comes from a.
func (o *outline) cap(a, b Point, hw float64) {
	dir := math.Atan2(b.Y-a.Y, b.X-a.X)
	o.arc(b, hw, dir-math.Pi/2, dir+math.Pi/2)
}

// join is the left side of the corner b between the lines a–b and b–c. "Left"
// is the direction minus a quarter turn, as in cap.
func (o *outline) join(a, b, c Point, hw float64) {
	d0, d1 := unit(a, b), unit(b, c)
	n0, n1 := Point{d0.Y * hw, -d0.X * hw}, Point{d1.Y * hw, -d1.X * hw}
	cross, dot := d0.X*d1.Y-d0.Y*d1.X, d0.X*d1.X+d0.Y*d1.Y
	switch {
	case cross < 0 && dot < 0.999: // this side is the inner one
		o.add(b.X+n0.X, b.Y+n0.Y)
		o.add(b.X, b.Y)
		o.add(b.X+n1.X, b.Y+n1.Y)
	case dot > 0.9: // a gentle bend: a mitre is as good as an arc
		k := 1 / (1 + dot)
		o.add(b.X+(n0.X+n1.X)*k, b.Y+(n0.Y+n1.Y)*k)
	default:
		from := math.Atan2(n0.Y, n0.X)
		o.arc(b, hw, from, from+math.Acos(clamp(dot, -1, 1)))
	}
}

func unit(a, b Point) Point {
	l := math.Hypot(b.X-a.X, b.Y-a.Y)
	return Point{(b.X - a.X) / l, (b.Y - a.Y) / l}
}

// arc adds points on a circle from one angle to another.
func (o *outline) arc(c Point, r, from, to float64) {
	// Chords of an arc stay within 0.1 pixel of it.
	n := max(2, int(math.Ceil((to-from)/(2*math.Acos(1-min(0.1/max(r, 0.2), 0.5))))))
	for i := range n + 1 {
		sin, cos := math.Sincos(from + (to-from)*float64(i)/float64(n))
		o.add(c.X+r*cos, c.Y+r*sin)
	}
}

// Polyline implements Canvas.
func (m *Image) Polyline(points []Point, width float64, c Color) {
	m.outline.stroke(points, m.scale, max(clamp(width, 0, 1e4)*m.scale, 1)/2)
	m.fillOutline(premultiply(c))
}

// Polygon implements Canvas.
func (m *Image) Polygon(points []Point, c Color) {
	m.outline.reset()
	for _, q := range points {
		q = Point{q.X * m.scale, q.Y * m.scale}
		if math.Abs(q.X) < 1<<20 && math.Abs(q.Y) < 1<<20 {
			m.outline.add(q.X, q.Y)
		}
	}
	m.outline.end()
	m.fillOutline(premultiply(c))
}
