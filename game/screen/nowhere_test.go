package screen_test

import "centricity/game/canvas"

// nowhere is a canvas that draws nothing: for tests that look only at the
// semantics tree.
type nowhere struct {
	w, h  float64
	clips []canvas.Rect
}

func (n *nowhere) Size() (w, h float64) { return n.w, n.h }
func (n *nowhere) Scale() float64       { return 1 }

func (n *nowhere) PushClip(r canvas.Rect) { n.clips = append(n.clips, n.Clip().Intersect(r)) }
func (n *nowhere) PopClip()               { n.clips = n.clips[:len(n.clips)-1] }
func (n *nowhere) Clip() canvas.Rect {
	if k := len(n.clips); k > 0 {
		return n.clips[k-1]
	}
	return canvas.Box(0, 0, n.w, n.h)
}

func (*nowhere) FillRect(canvas.Rect, canvas.Color)                          {}
func (*nowhere) FillRound(canvas.Rect, float64, canvas.Color)                {}
func (*nowhere) StrokeRound(canvas.Rect, float64, float64, canvas.Color)     {}
func (*nowhere) Shadow(canvas.Rect, float64, float64, float64, canvas.Color) {}
func (*nowhere) Polyline([]canvas.Point, float64, canvas.Color)              {}
func (*nowhere) Polygon([]canvas.Point, canvas.Color)                        {}
func (*nowhere) Disc(canvas.Point, float64, canvas.Color)                    {}
func (*nowhere) Text(canvas.Point, string, canvas.Style)                     {}
