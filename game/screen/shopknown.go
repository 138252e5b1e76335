package screen

import (
	"math"

	"centricity/game/canvas"
	"centricity/game/chart"
	"centricity/game/widget"
	"centricity/game/words"
	"centricity/sim"
)

// drawKnown draws how well customers are known: now, and with and without the
// order, in a chart so high.
func (a *App) drawKnown(r *canvas.Rect, high float64) {
	u, p := &a.ui, a.play
	reports := p.session.Reports()
	if len(reports) == 0 {
		a.lines(r, words.Say("The firm is new: it knows nobody yet."))
		return
	}
	last := reports[len(reports)-1]
	m := measured("knowledge")
	lines := a.trend(p.terms, reports, m.id)
	if p.session.Over() {
		u.Figures(r.CutTop(a.figureHeight()), widget.Figures{ID: "shop/now", Name: m.name, Value: m.text(p.terms, last.Knowledge), Tip: m.tip})
	} else {
		f := p.foresee(p.terms.brief.ProgrammesOf(sim.Insight))
		cols := r.CutTop(a.figureHeight()).Columns(3, widget.Gap3)
		then := words.Say("after %s", p.terms.in(p.session.Round()+f.at))
		u.Figures(cols[0], widget.Figures{ID: "shop/now", Name: words.Say("Now"), Value: m.text(p.terms, last.Knowledge), Tip: m.tip})
		with := widget.Figures{ID: "shop/with", Name: words.Say("With this order"), Value: m.text(p.terms, f.with[f.at]), Note: then,
			Tip: words.Say("What you would know of today's customers when all of this order has arrived and nothing follows it. What they buy until then tells a little more.")}
		u.Figures(cols[1], with)
		u.Figures(cols[2], widget.Figures{ID: "shop/without", Name: words.Say("With none"), Value: m.text(p.terms, f.none[f.at]), Note: then,
			Tip: words.Say("What would be left of what you know if you bought no research: people change, and data age.")})
		lines.Series = append(lines.Series[:1], course(words.Say("With none"), len(reports), last.Knowledge, f.none), course(words.Say("With this order"), len(reports), last.Knowledge, f.with))
		lines.Series[0].Name = words.Say("Known")
		lines.Now = last.Round
	}
	lines.Zero = true
	r.CutTop(widget.Gap3)
	u.Figure(r.CutTop(high), "shop/chart", words.Say("How well you know your customers"), lines)
}

// course is a line from the last value after n rounds on.
func course(name string, n int, last float64, values []float64) chart.Series {
	s := chart.Series{Name: name, Dashed: true}
	for range n - 1 {
		s.Values = append(s.Values, math.NaN())
	}
	s.Values = append(append(s.Values, last), values...)
	return s
}
