package canvas

import (
	"image"
	"math"

	"golang.org/x/image/vector"
)

// stripWidth is the width [device pixels] of the upright strips an outline is
// rasterised in. A rasteriser's cost is the area of its box, and a long thin
// line is mostly box: cut into strips, each only as high as the line there, a
// chart line costs a tenth.
const stripWidth = 64

// fillOutline paints the inside of the canvas's outline.
func (m *Image) fillOutline(p pigment) {
	o := &m.outline
	if len(o.pts) < 3 || p.a == 0 || m.clip.Empty() {
		return
	}
	lo, hi := o.pts[0].X, o.pts[0].X
	for _, q := range o.pts {
		lo, hi = min(lo, q.X), max(hi, q.X)
	}
	x0 := max(int(math.Floor(lo)), m.clip.Min.X)
	x1 := min(int(math.Ceil(hi)), m.clip.Max.X)
	for x := x0; x < x1; x += stripWidth {
		m.fillStrip(x, min(x+stripWidth, x1), p)
	}
}

// fillStrip paints the columns x0..x1 of the outline.
func (m *Image) fillStrip(x0, x1 int, p pigment) {
	o := &m.outline
	top, bottom := o.extent(float64(x0), float64(x1))
	y0 := max(int(math.Floor(top)), m.clip.Min.Y)
	y1 := min(int(math.Ceil(bottom)), m.clip.Max.Y)
	if y0 >= y1 {
		return
	}
	w, h := x1-x0, y1-y0
	cover := m.rasterise(&m.raster, w, h, func(z *vector.Rasterizer) {
		start := 0
		for _, end := range o.ends {
			o.trace(z, start, end, x0, y0, w)
			start = end
		}
	})
	for y := range h {
		maskRow(m.row(x0, x1, y0+y), cover[y*w:(y+1)*w], p)
	}
}

// trace gives one contour to the rasteriser of a strip. Of a run of points that
// all lie left of the strip, or all right of it, only the ends matter: beside
// the strip a path counts by how far it rises, not by the way it takes.
func (o *outline) trace(z *vector.Rasterizer, start, end, x0, y0, w int) {
	side := func(i int) int {
		switch x := o.pts[i].X - float64(x0); {
		case x < 0:
			return -1
		case x > float64(w):
			return 1
		}
		return 0
	}
	last := 0
	for i := start; i < end; i++ {
		s := side(i)
		if s != 0 && s == last && i+1 < end && side(i+1) == s {
			continue
		}
		last = s
		x, y := float32(o.pts[i].X-float64(x0)), float32(o.pts[i].Y-float64(y0))
		if i == start {
			z.MoveTo(x, y)
		} else {
			z.LineTo(x, y)
		}
	}
	z.ClosePath()
}

// extent is the range of y the outline has between x0 and x1.
func (o *outline) extent(x0, x1 float64) (top, bottom float64) {
	top, bottom = math.Inf(1), math.Inf(-1)
	start := 0
	for _, end := range o.ends {
		for i := start; i < end; i++ {
			a, b := o.pts[i], o.pts[start]
			if i+1 < end {
				b = o.pts[i+1]
			}
			if a.X > b.X {
				a, b = b, a
			}
			if b.X < x0 || a.X > x1 {
				continue
			}
			ya, yb := a.Y, b.Y
			if slope := (b.Y - a.Y) / (b.X - a.X); b.X-a.X > 1e-6 {
				if a.X < x0 {
					ya = a.Y + (x0-a.X)*slope
				}
				if b.X > x1 {
					yb = a.Y + (x1-a.X)*slope
				}
			}
			top, bottom = min(top, ya, yb), max(bottom, ya, yb)
		}
		start = end
	}
	return top, bottom
}

// rasterise returns the coverage of a path in a box of w × h pixels; the bytes
// are valid until the next call.
func (m *Image) rasterise(z *vector.Rasterizer, w, h int, path func(*vector.Rasterizer)) []byte {
	if cap(m.cover.Pix) < w*h {
		m.cover.Pix = make([]byte, w*h)
	}
	m.cover.Pix, m.cover.Stride, m.cover.Rect = m.cover.Pix[:w*h], w, image.Rect(0, 0, w, h)
	z.Reset(w, h)
	z.DrawOp = drawSrc
	path(z)
	z.Draw(&m.cover, m.cover.Rect, image.Opaque, image.Point{})
	return m.cover.Pix
}
