package lab

import (
	"errors"

	"centricity/game/canvas"
	"centricity/game/widget"

	"rsc.io/qr"
)

// qrCode is an address as a figure that a telephone reads. rsc.io/qr is small,
// depends on nothing, and gives the modules themselves, which are drawn as SVG.
type qrCode struct {
	text string
	code *qr.Code
}

func newQR(text string) (qrCode, error) {
	c, err := qr.Encode(text, qr.M)
	if err != nil {
		return qrCode{}, errors.New("the page's address is too long for a QR code; give a shorter one with --page")
	}
	return qrCode{text, c}, nil
}

// Draw draws the modules, with the four empty ones around that readers need.
func (q qrCode) Draw(c canvas.Canvas, r canvas.Rect, t widget.Theme, _ *canvas.Point) {
	const quiet = 4
	n := q.code.Size + 2*quiet
	side := float64(int(min(r.W, r.H)) / n)
	c.FillRect(canvas.Box(r.X, r.Y, side*float64(n), side*float64(n)), canvas.Hex(0xffffff))
	for y := range q.code.Size {
		for x := 0; x < q.code.Size; x++ {
			from := x
			for q.code.Black(x, y) { // a run at a time leaves no seams; what is outside is white
				x++
			}
			if x > from {
				c.FillRect(canvas.Box(r.X+side*float64(from+quiet), r.Y+side*float64(y+quiet), side*float64(x-from), side), canvas.Hex(0))
			}
		}
	}
}

// Summary implements widget.Figure.
func (q qrCode) Summary() string { return q.text }

// Numbers implements widget.Figure: there are none.
func (q qrCode) Numbers() [][]string { return nil }
