package canvas

import (
	"encoding/binary"
	"image"
	"math"
)

// shapeKey names a cached mask; lengths are in 1/4 device pixels, so that a
// handful of masks serves a whole screen.
type shapeKey struct {
	kind byte
	a, b int32
	x, y int8
}

const (
	quarter  = 'q' // a filled corner: a = radius
	ring     = 'r' // a stroked corner: a = radius, b = width
	glow     = 'g' // a shadow's corner: a = radius, b = blur
	glowSide = 's' // one line across a shadow's side: a = blur, b = length
	disc     = 'd' // a disc: a = radius; x, y = place within the pixel
)

func (m *Image) cached(k shapeKey, w, h, dx, dy int, cover func(x, y float64) float64) *mask {
	if s, ok := m.shapes[k]; ok {
		return s
	}
	if len(m.shapes) > 4096 {
		clear(m.shapes)
	}
	s := &mask{pix: make([]byte, w*h), w: w, h: h, dx: dx, dy: dy}
	for y := range h {
		for x := range w {
			s.pix[y*w+x] = uint8(clamp(cover(float64(x)+0.5, float64(y)+0.5), 0, 1)*255 + 0.5)
		}
	}
	m.shapes[k] = s
	return s
}

// corners stamps a mask of the upper left corner into all four corners of r.
func (m *Image) corners(r image.Rectangle, k *mask, p pigment) {
	for yy := range k.h {
		row := k.pix[yy*k.w : (yy+1)*k.w]
		for _, y := range [2]int{r.Min.Y + yy, r.Max.Y - 1 - yy} {
			if y < m.clip.Min.Y || y >= m.clip.Max.Y {
				continue
			}
			for i, v := range row {
				if v == 0 {
					continue
				}
				for _, x := range [2]int{r.Min.X + i, r.Max.X - 1 - i} {
					if x >= m.clip.Min.X && x < m.clip.Max.X {
						o := y*m.pix.Stride + 4*x
						px := m.pix.Pix[o : o+4 : o+4]
						binary.LittleEndian.PutUint32(px, over(binary.LittleEndian.Uint32(px), p, uint32(v)))
					}
				}
			}
		}
	}
}

// radius is a logical radius in device pixels, at most half of the short side.
func (m *Image) radius(v float64, r image.Rectangle) float64 {
	v = math.Round(clamp(v*m.scale, 0, 512)*4) / 4
	return min(v, float64(min(r.Dx(), r.Dy())/2))
}

// FillRound implements Canvas.
func (m *Image) FillRound(rect Rect, radius float64, c Color) {
	r, p := m.device(rect), premultiply(c)
	if !r.Overlaps(m.clip) {
		return
	}
	rad := m.radius(radius, r)
	n := int(math.Ceil(rad))
	if n == 0 {
		m.fill(r, p, 255)
		return
	}
	k := m.cached(shapeKey{kind: quarter, a: int32(rad * 4)}, n, n, 0, 0, func(x, y float64) float64 {
		return rad - math.Hypot(rad-x, rad-y) + 0.5
	})
	m.corners(r, k, p)
	m.fill(image.Rect(r.Min.X+n, r.Min.Y, r.Max.X-n, r.Min.Y+n), p, 255)
	m.fill(image.Rect(r.Min.X, r.Min.Y+n, r.Max.X, r.Max.Y-n), p, 255)
	m.fill(image.Rect(r.Min.X+n, r.Max.Y-n, r.Max.X-n, r.Max.Y), p, 255)
}

// StrokeRound implements Canvas.
func (m *Image) StrokeRound(rect Rect, radius, width float64, c Color) {
	r, p := m.device(rect), premultiply(c)
	if !r.Overlaps(m.clip) {
		return
	}
	w := max(1, m.px(width))
	w = min(w, min(r.Dx(), r.Dy()))
	if w <= 0 {
		return
	}
	rad := m.radius(radius, r)
	n := max(int(math.Ceil(rad)), w)
	n = min(n, min(r.Dx(), r.Dy())/2)
	in := float64(w)
	k := m.cached(shapeKey{kind: ring, a: int32(rad * 4), b: int32(w<<12 | n)}, n, n, 0, 0, func(x, y float64) float64 {
		// Signed distance to the corner's edge, positive inside.
		d := min(x, y)
		if x < rad && y < rad {
			d = rad - math.Hypot(rad-x, rad-y)
		}
		return clamp(d+0.5, 0, 1) * clamp(in-d+0.5, 0, 1)
	})
	m.corners(r, k, p)
	m.fill(image.Rect(r.Min.X+n, r.Min.Y, r.Max.X-n, r.Min.Y+w), p, 255)
	m.fill(image.Rect(r.Min.X+n, r.Max.Y-w, r.Max.X-n, r.Max.Y), p, 255)
	m.fill(image.Rect(r.Min.X, r.Min.Y+n, r.Min.X+w, r.Max.Y-n), p, 255)
	m.fill(image.Rect(r.Max.X-w, r.Min.Y+n, r.Max.X, r.Max.Y-n), p, 255)
}

// Shadow implements Canvas. The coverage falls with the distance d from the
// edge like a smooth step over ±blur, a cheap look-alike of a Gaussian.
func (m *Image) Shadow(rect Rect, radius, blur, dy float64, c Color) {
	r, p := m.device(rect.Move(0, dy)), premultiply(c)
	b := int(clamp(math.Round(blur*m.scale), 1, 256))
	out := r.Inset(-b)
	if !out.Overlaps(m.clip) || p.a == 0 {
		return
	}
	rad := m.radius(radius, r)
	n := min(b+max(b, int(math.Ceil(rad))), min(out.Dx(), out.Dy())/2)
	edge, soft := float64(b), float64(b)
	falloff := func(d float64) float64 {
		t := clamp((d+soft)/(2*soft), 0, 1)
		return t * t * (3 - 2*t)
	}
	k := m.cached(shapeKey{kind: glow, a: int32(rad * 4), b: int32(b<<12 | n)}, n, n, 0, 0, func(x, y float64) float64 {
		x, y = x-edge, y-edge // now 0,0 is the corner of r
		d := min(x, y)
		if far := max(rad, soft); x < far && y < far {
			d = far - math.Hypot(far-x, far-y)
		}
		return falloff(d)
	})
	m.corners(out, k, p)
	// What is deeper inside than this lies under what casts the shadow.
	deep := min(n, b+m.px(math.Abs(dy))+2)
	side := m.cached(shapeKey{kind: glowSide, a: int32(b), b: int32(deep)}, deep, 1, 0, 0, func(x, _ float64) float64 {
		return falloff(x - edge)
	})
	back := m.cached(shapeKey{kind: glowSide, a: int32(-b), b: int32(deep)}, deep, 1, 0, 0, func(x, _ float64) float64 {
		return falloff(float64(deep) - x - edge)
	})
	for i, v := range side.pix {
		m.fill(image.Rect(out.Min.X+n, out.Min.Y+i, out.Max.X-n, out.Min.Y+i+1), p, uint32(v))
		m.fill(image.Rect(out.Min.X+n, out.Max.Y-i-1, out.Max.X-n, out.Max.Y-i), p, uint32(v))
	}
	for y := out.Min.Y + n; y < out.Max.Y-n; y++ {
		m.stamp(side, out.Min.X, y, p)
		m.stamp(back, out.Max.X-deep, y, p)
	}
}

// Disc implements Canvas. Small discs are stamps on a grid of 1/4 pixel, so
// that thousands of them can be drawn in a frame.
func (m *Image) Disc(centre Point, radius float64, c Color) {
	rad := math.Round(clamp(radius*m.scale, 0, 4096)*4) / 4
	x, y := clamp(centre.X*m.scale, -1<<15, 1<<15), clamp(centre.Y*m.scale, -1<<15, 1<<15)
	if rad == 0 {
		return
	}
	if rad > 32 {
		m.outline.reset()
		const n = 96
		for i := range n {
			sin, cos := math.Sincos(2 * math.Pi * float64(i) / n)
			m.outline.add(x+rad*cos, y+rad*sin)
		}
		m.outline.end()
		m.fillOutline(premultiply(c))
		return
	}
	qx, qy := int(math.Floor(x*4+0.5)), int(math.Floor(y*4+0.5))
	sx, sy := qx&3, qy&3
	n := int(math.Ceil(rad)) + 1
	cx, cy := float64(n)+float64(sx)/4, float64(n)+float64(sy)/4
	k := m.cached(shapeKey{disc, int32(rad * 4), 0, int8(sx), int8(sy)}, 2*n+1, 2*n+1, -n, -n, func(px, py float64) float64 {
		return rad - math.Hypot(px-cx, py-cy) + 0.5
	})
	m.stamp(k, (qx-sx)/4, (qy-sy)/4, premultiply(c))
}
