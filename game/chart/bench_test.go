package chart_test

import (
	"testing"

	"centricity/game/canvas"
	"centricity/game/widget"
)

func BenchmarkSheet(b *testing.B) {
	for name, scale := range map[string]float64{"1x": 1, "2x": 2} {
		b.Run(name, func(b *testing.B) {
			c := canvas.NewImage(1280, 800, scale)
			s := newSheet(widget.Light())
			s.frame(c, widget.Input{})
			b.ReportAllocs()
			for b.Loop() {
				s.frame(c, widget.Input{})
			}
		})
	}
}

func BenchmarkLines(b *testing.B) {
	c := canvas.NewImage(1280, 800, 1)
	s := newSheet(widget.Light())
	b.ReportAllocs()
	for b.Loop() {
		s.lines.Draw(c, canvas.Box(20, 20, 800, 400), s.ui.Theme, nil)
	}
}
