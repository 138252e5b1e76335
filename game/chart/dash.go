package chart

import (
	"math"

	"centricity/game/canvas"
)

// dashes draws a polyline in strokes of 6 with gaps of 4 [logical pixels].
func dashes(c canvas.Canvas, pts []canvas.Point, width float64, ink canvas.Color) {
	const on, off = 6, 4
	left, drawing := float64(on), true
	var run []canvas.Point
	for i := 1; i < len(pts); i++ {
		a, b := pts[i-1], pts[i]
		length := math.Hypot(b.X-a.X, b.Y-a.Y)
		if drawing && len(run) == 0 {
			run = append(run, a)
		}
		for done := 0.0; done < length; {
			step := min(left, length-done)
			done += step
			left -= step
			p := canvas.Pt(a.X+(b.X-a.X)*done/length, a.Y+(b.Y-a.Y)*done/length)
			if drawing {
				run = append(run, p)
			}
			if left > 0 {
				continue
			}
			if drawing {
				c.Polyline(run, width, ink)
				run, left = run[:0], off
			} else {
				run, left = append(run[:0], p), on
			}
			drawing = !drawing
		}
	}
	if drawing && len(run) > 1 {
		c.Polyline(run, width, ink)
	}
}
