package canvas

import (
	"image"
	"math"

	"golang.org/x/image/vector"
)

// Image is a Canvas that draws into a picture with premultiplied alpha. It
// keeps what it has drawn once (letters, corners, discs) as coverage masks. It
// must not be used by two goroutines at a time.
type Image struct {
	pix   *image.RGBA
	w, h  float64 // logical size
	scale float64
	clip  image.Rectangle // device pixels
	clips []image.Rectangle

	letters map[sizeKey]*letters
	shapes  map[shapeKey]*mask
	raster  vector.Rasterizer
	cover   image.Alpha
	outline outline
	shape   vector.Rasterizer
}

// mask is a coverage picture and where its corner lies beside the place it is
// drawn at [device pixels].
type mask struct {
	pix    []byte
	w, h   int
	dx, dy int
}

// NewImage is a transparent canvas of w × h logical pixels with the given
// number of device pixels in a logical one.
func NewImage(w, h, scale float64) *Image {
	m := &Image{letters: map[sizeKey]*letters{}, shapes: map[shapeKey]*mask{}}
	m.Resize(w, h, scale)
	return m
}

// Resize changes size and scale; the picture is empty afterwards. Sizes outside
// 1..8192 device pixels and scales outside 0.25..8 are limited to that.
func (m *Image) Resize(w, h, scale float64) {
	scale = clamp(scale, 0.25, 8)
	dw, dh := clamp(math.Round(w*scale), 1, 8192), clamp(math.Round(h*scale), 1, 8192)
	if scale != m.scale {
		clear(m.letters)
		clear(m.shapes)
	}
	m.w, m.h, m.scale = dw/scale, dh/scale, scale
	if m.pix == nil || m.pix.Rect.Dx() != int(dw) || m.pix.Rect.Dy() != int(dh) {
		m.pix = image.NewRGBA(image.Rect(0, 0, int(dw), int(dh)))
	} else {
		clear(m.pix.Pix)
	}
	m.clip, m.clips = m.pix.Rect, m.clips[:0]
}

// RGBA is the picture itself, not a copy.
func (m *Image) RGBA() *image.RGBA { return m.pix }

// Size and Scale implement Canvas.
func (m *Image) Size() (w, h float64) { return m.w, m.h }

// Scale is the number of device pixels in a logical one.
func (m *Image) Scale() float64 { return m.scale }

// px is a logical coordinate as the nearest whole device pixel.
func (m *Image) px(v float64) int {
	return int(math.Floor(clamp(v*m.scale, -1<<20, 1<<20) + 0.5))
}

func (m *Image) device(r Rect) image.Rectangle {
	return image.Rectangle{
		Min: image.Point{m.px(r.X), m.px(r.Y)},
		Max: image.Point{m.px(r.Right()), m.px(r.Bottom())},
	}
}

// PushClip, PopClip and Clip implement Canvas.
func (m *Image) PushClip(r Rect) {
	m.clips = append(m.clips, m.clip)
	m.clip = m.clip.Intersect(m.device(r))
}

// PopClip returns to the clip before the last PushClip.
func (m *Image) PopClip() {
	if n := len(m.clips); n > 0 {
		m.clip, m.clips = m.clips[n-1], m.clips[:n-1]
	}
}

// Clip is the present clip rectangle.
func (m *Image) Clip() Rect {
	s, c := 1/m.scale, m.clip
	return Rect{float64(c.Min.X) * s, float64(c.Min.Y) * s, float64(c.Dx()) * s, float64(c.Dy()) * s}
}

// FillRect implements Canvas.
func (m *Image) FillRect(r Rect, c Color) { m.fill(m.device(r), premultiply(c), 255) }

// fill paints a rectangle of device pixels with an even coverage.
func (m *Image) fill(r image.Rectangle, p pigment, cover uint32) {
	r = r.Intersect(m.clip)
	if r.Empty() || p.a == 0 {
		return
	}
	for y := r.Min.Y; y < r.Max.Y; y++ {
		span(m.row(r.Min.X, r.Max.X, y), p, cover)
	}
}

// row is the bytes of the pixels x0..x1 of one line.
func (m *Image) row(x0, x1, y int) []byte {
	o := y * m.pix.Stride
	return m.pix.Pix[o+4*x0 : o+4*x1 : o+4*x1]
}

// stamp paints a mask with its origin at x, y, limited to the clip.
func (m *Image) stamp(k *mask, x, y int, p pigment) {
	x, y = x+k.dx, y+k.dy
	r := image.Rect(x, y, x+k.w, y+k.h).Intersect(m.clip)
	if r.Empty() || p.a == 0 {
		return
	}
	n := r.Dx()
	from, to := (r.Min.Y-y)*k.w+r.Min.X-x, r.Min.Y*m.pix.Stride+4*r.Min.X
	for range r.Dy() {
		maskRow(m.pix.Pix[to:to+4*n], k.pix[from:from+n], p)
		from, to = from+k.w, to+m.pix.Stride
	}
}
