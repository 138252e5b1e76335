package chart

import (
	"math"

	"centricity/game/canvas"
	"centricity/game/widget"
)

// legend lays the kinds out in lines, left to right.
func (p *Points) legend(w float64, t widget.Theme, each func(k Kind, x, y, textWidth float64)) (lines int) {
	x, style := 0.0, t.Small()
	lines = 1
	for _, k := range p.Kinds {
		if k.Name == "" {
			continue
		}
		text := canvas.Measure(k.Name, style)
		if k.Note != "" {
			text += canvas.Measure(" ", style) + canvas.Measure(k.Note, style)
		}
		need := t.Px(16) + text + t.Px(16)
		if x > 0 && x+need-t.Px(16) > w {
			x = 0
			lines++
		}
		if each != nil {
			each(k, x, float64(lines-1)*t.Px(22), text)
		}
		x += need
	}
	return lines
}

func (p *Points) legendHeight(w float64, t widget.Theme) float64 {
	return float64(p.legend(w, t, nil)) * t.Px(22)
}

func (p *Points) drawLegend(c canvas.Canvas, r canvas.Rect, t widget.Theme) {
	style := t.Small().With(t.Text)
	p.legend(r.W, t, func(k Kind, x, y, w float64) {
		line := canvas.Box(r.X+x, r.Y+y, t.Px(16), t.Px(22))
		ink := k.Color
		ink.A = 255
		if k.Gone {
			ink = t.Line
		}
		mark(c, k.Mark, canvas.Pt(line.X+t.Px(6), line.MidY()), t.Px(4.5), ink)
		name := canvas.Box(line.Right(), line.Y, min(w+1, r.Right()-line.Right()), line.H)
		if k.Gone {
			style = style.With(t.Muted)
		}
		text := k.Name
		if k.Note != "" {
			text += " " + k.Note
		}
		canvas.TextIn(c, name, text, style)
	})
}

// drawRulers draws the grid, the ticks and the names of both axes: the upright
// one's above it, so that no text stands on its side.
func (p *Points) drawRulers(c canvas.Canvas, r, plot canvas.Rect, t widget.Theme) {
	small := t.Small()
	canvas.TextIn(c, canvas.Box(r.X, plot.Y-small.LineHeight()-4, r.W, small.LineHeight()), p.Y.Name, small)
	last := math.Inf(1)
	for _, k := range p.Y.Ticks {
		y := math.Round(plot.Bottom() - plot.H*k.At)
		c.FillRect(canvas.Box(plot.X, y, plot.W, 1), t.Line)
		if last-y >= small.LineHeight() {
			c.Text(canvas.Pt(plot.X-8, y+small.CapHeight()/2), k.Text, small.Aligned(canvas.Right))
			last = y
		}
	}
	c.FillRect(canvas.Box(plot.X, plot.Bottom(), plot.W, 1), t.Edge)
	right := math.Inf(-1)
	for i := range p.X.Ticks {
		k := p.X.Ticks[i]
		x := plot.X + plot.W*k.At
		w := canvas.Measure(k.Text, small)
		at := max(min(x-w/2, r.Right()-w), r.X)
		if at < right+8 {
			continue
		}
		c.FillRect(canvas.Box(math.Round(x), plot.Bottom(), 1, 4), t.Edge)
		c.Text(canvas.Pt(at, plot.Bottom()+6+small.Ascent()), k.Text, small)
		right = at + w
	}
	canvas.TextIn(c, canvas.Box(plot.X, r.Bottom()-small.LineHeight(), plot.W, small.LineHeight()), p.X.Name, small.Aligned(canvas.Center))
}
