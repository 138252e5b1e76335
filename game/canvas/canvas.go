// Package canvas is what everything visible is drawn on: a small interface in
// logical pixels, and [Image], which draws it in pure Go into an RGBA picture.
//
//   - geometry.go  Point, Rect and cutting rectangles for layout
//   - canvas.go    the Canvas interface, colours and text styles
//   - font.go      the embedded faces, measuring, wrapping, shortening
//   - image.go     Image: size, scale, clip, rectangles
//   - round.go     rounded corners, rings, shadows, discs from cached masks
//   - stroke.go    a polyline's outline; fill.go: outlines to pixels
//   - glyph.go     letters to pixels, fitted to the pixel grid
//   - blend.go     the inner loops
//
// The same calls give the same pixels on a desktop, in a browser and in a test
// without a display.
package canvas

import "image/color"

// Canvas takes drawing in logical pixels. The interface has only what SVG has
// too, so that the same chart can be a picture or part of a document.
type Canvas interface {
	// Size is the drawable area [logical pixels].
	Size() (w, h float64)
	// Scale is the number of device pixels in a logical one.
	Scale() float64

	// PushClip limits drawing to r within the present clip until PopClip.
	PushClip(r Rect)
	PopClip()
	// Clip is the present clip rectangle.
	Clip() Rect

	// FillRect fills r; its edges are moved to whole device pixels.
	FillRect(r Rect, c Color)
	// FillRound fills r with rounded corners.
	FillRound(r Rect, radius float64, c Color)
	// StrokeRound draws a line of the given width just inside r.
	StrokeRound(r Rect, radius, width float64, c Color)
	// Shadow draws a soft shadow around r, moved down by dy. The inside of r
	// may stay unpainted: whatever casts the shadow is drawn next.
	Shadow(r Rect, radius, blur, dy float64, c Color)

	// Polyline strokes the points with round joins and ends. When the last
	// point equals the first the line is closed.
	Polyline(points []Point, width float64, c Color)
	// Polygon fills the area inside the points (non-zero winding).
	Polygon(points []Point, c Color)
	// Disc fills a circle.
	Disc(centre Point, radius float64, c Color)

	// Text draws one line; p is on the baseline, at the left, the middle or
	// the right of the text as the style's Align says.
	Text(p Point, s string, style Style)
}

// Color is a colour with straight (not premultiplied) alpha.
type Color = color.NRGBA

// Hex is the opaque colour 0xRRGGBB.
func Hex(rgb uint32) Color {
	return Color{R: uint8(rgb >> 16), G: uint8(rgb >> 8), B: uint8(rgb), A: 255}
}

// Fade is c with its opacity multiplied by a in 0..1.
func Fade(c Color, a float64) Color {
	c.A = uint8(float64(c.A)*min(max(a, 0), 1) + 0.5)
	return c
}

// Mix is the colour t of the way from a to b, t in 0..1.
func Mix(a, b Color, t float64) Color {
	m := func(x, y uint8) uint8 { return uint8(float64(x)*(1-t) + float64(y)*t + 0.5) }
	return Color{R: m(a.R, b.R), G: m(a.G, b.G), B: m(a.B, b.B), A: m(a.A, b.A)}
}

// Align says which part of a text its point is at.
type Align uint8

// The alignments of a text.
const (
	Left Align = iota
	Center
	Right
)

// Style is how a text looks.
type Style struct {
	Size  float64 // height of the em square [logical pixels]
	Bold  bool
	Color Color
	Align Align
}

// With is the style in another colour.
func (s Style) With(c Color) Style { s.Color = c; return s }

// Aligned is the style with another alignment.
func (s Style) Aligned(a Align) Style { s.Align = a; return s }
