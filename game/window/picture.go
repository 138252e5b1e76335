//go:build !js

package window

import (
	"image"

	"github.com/hajimehoshi/ebiten/v2"
)

// picture carries the software canvas to the screen.
type picture struct {
	image *ebiten.Image
	shown onScreen
	stale bool // the canvas was drawn on since
}

// draw uploads the rows that changed; where nothing did, what is on the screen
// stays.
func (p *picture) draw(to *ebiten.Image, from *image.RGBA) {
	size := from.Rect.Size()
	if p.image == nil || p.image.Bounds().Size() != size {
		if p.image != nil {
			p.image.Deallocate()
		}
		p.image, p.shown, p.stale = ebiten.NewImage(size.X, size.Y), nil, true
	}
	if !p.stale {
		return
	}
	p.stale = false
	rows, first, last := p.shown.take(from)
	if rows == nil {
		return
	}
	part := p.image.SubImage(image.Rect(0, first, size.X, last)).(*ebiten.Image)
	part.WritePixels(rows)
	var at ebiten.DrawImageOptions
	at.GeoM.Translate(0, float64(first))
	to.DrawImage(part, &at)
}
