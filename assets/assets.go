// Package assets holds what the game carries with it: the licence texts of the
// fonts it draws with, and its icon, which is drawn and not stored. The fonts
// themselves come with package canvas from the module
// github.com/go-fonts/liberation.
package assets

import (
	"embed"
	"image"
	"io/fs"
	"math"

	"centricity/game/canvas"
)

//go:embed licences/*.txt
var licences embed.FS

// Licence is the text of one licence and what it is for.
type Licence struct{ For, Text string }

// Licences are the licences of everything embedded in the game.
func Licences() []Licence {
	var out []Licence
	for _, l := range []struct{ file, use string }{
		{"liberation-fonts.txt", "Liberation Sans, the typeface"},
		{"go-fonts.txt", "go-fonts, which packs the typeface for Go"},
	} {
		text, err := fs.ReadFile(licences, "licences/"+l.file)
		if err != nil {
			panic("assets: " + err.Error()) // embedded at build time
		}
		out = append(out, Licence{l.use, string(text)})
	}
	return out
}

// Icon is the game's icon, size × size pixels: customers around the one in the
// middle, on the accent colour.
func Icon(size int) image.Image {
	m := canvas.NewImage(32, 32, float64(size)/32)
	blue, white := canvas.Hex(0x0A5CA8), canvas.Hex(0xFFFFFF)
	m.FillRound(canvas.Box(1, 1, 30, 30), 7, blue)
	const n = 96
	ring := make([]canvas.Point, 0, n+1)
	for i := range n + 1 {
		ring = append(ring, around(16, 16, 9.5, float64(i)/n))
	}
	m.Polyline(ring, 1.5, canvas.Fade(white, 0.55))
	for i := range 3 {
		p := around(16, 16, 9.5, float64(i)/3-0.25)
		m.Disc(p, 4, blue)
		m.Disc(p, 2.75, white)
	}
	m.Disc(canvas.Pt(16, 16), 4.5, canvas.Hex(0xF2B134))
	return m.RGBA()
}

// around is the point on a circle after so many turns, clockwise from the right.
func around(x, y, r, turns float64) canvas.Point {
	sin, cos := math.Sincos(2 * math.Pi * turns)
	return canvas.Pt(x+r*cos, y+r*sin)
}
