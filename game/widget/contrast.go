package widget

import (
	"math"

	"centricity/game/canvas"
)

// luminance is the relative luminance of an opaque colour, WCAG 2.2.
func luminance(c canvas.Color) float64 {
	lin := func(v uint8) float64 {
		s := float64(v) / 255
		if s <= 0.04045 {
			return s / 12.92
		}
		return math.Pow((s+0.055)/1.055, 2.4)
	}
	return 0.2126*lin(c.R) + 0.7152*lin(c.G) + 0.0722*lin(c.B)
}

// Contrast is the contrast ratio of two opaque colours, 1 to 21 (WCAG 2.2:
// text wants 4.5, lines and marks want 3).
func Contrast(a, b canvas.Color) float64 {
	la, lb := luminance(a), luminance(b)
	return (max(la, lb) + 0.05) / (min(la, lb) + 0.05)
}

// Legible is c, moved towards black or white just as far as a contrast of
// ratio against the background ground needs.
func Legible(c, ground canvas.Color, ratio float64) canvas.Color {
	to := canvas.Hex(0xFFFFFF)
	if luminance(ground) > 0.18 {
		to = canvas.Hex(0)
	}
	for t := 0.0; t <= 1; t += 0.02 {
		if m := canvas.Mix(c, to, t); Contrast(m, ground) >= ratio {
			return m
		}
	}
	return to
}
