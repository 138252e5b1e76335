package screen

import (
	"centricity/game/canvas"
	"centricity/game/widget"
	"centricity/game/words"
	"centricity/sim"
)

// drawBreadth draws how widely product development looks, where the scenario
// leaves the choice.
func (a *App) drawBreadth(r *canvas.Rect, b sim.Brief, why refusals) {
	if !b.Breadth {
		return
	}
	u, p := &a.ui, a.play
	d := p.session.Draft()
	a.nest(r, func(in *canvas.Rect) {
		s := widget.Slider{ID: "breadth", Label: words.Say("Breadth of ideas"), Max: 10_000, Step: 500, Page: 1000, Number: widget.Percentages,
			Note: breadthNote(d.Breadth), Color: u.Theme.Series[sim.Product], Error: brief(why.of("breadth")),
			Tip: tip("breadth")}
		if v, changed := u.Slider(in.CutTop(u.SliderHeight()), s, int64(d.Breadth)); changed {
			d.Breadth = sim.BasisPoints(v)
			p.change(d)
		}
		a.refused(in, "breadth", why.of("breadth"))
	})
}

func breadthNote(b sim.BasisPoints) string {
	switch {
	case b <= 2000:
		return words.Say("one sure idea")
	case b < 8000:
		return words.Say("several ideas")
	}
	return words.Say("many bold ideas")
}
