package screen

import (
	"centricity/game/canvas"
	"centricity/game/chart"
	"centricity/game/widget"
	"centricity/game/words"
	"centricity/sim"
)

// concentrationBox shows how unevenly revenue is spread over customers.
func (a *App) concentrationBox(r sim.Report) box {
	c := r.Concentration
	steps := len(c.Lorenz) - 1
	parts := make([]float64, steps)
	for i := range parts {
		parts[i] = c.Lorenz[i+1] - c.Lorenz[i]
	}
	curve := chart.NewCurve(a.play.terms.Round(r.Round), parts)
	curve.Gini = c.Gini // of every customer, not of the steps kept of them
	figure := chart.Lorenz{Curves: []chart.Curve{curve}, Who: words.Say("customers"), What: words.Say("revenue")}
	text := words.Say("The best 20 %% of your customers paid %s of all revenue so far; if all had paid the same it would be 20 %%. Luck and time alone make some look better than others.",
		widget.Decimal(c.TopShare*100, 0)+" %")
	return box{words.Say("How unequal customers are"), a.ui.Px(290), 1, func(in canvas.Rect) {
		if in.W < a.ui.Px(480) {
			a.lines(&in, text)
			in.CutTop(widget.Gap2)
		} else {
			side := in.CutRight(in.W * 0.4)
			side.CutLeft(widget.Gap4)
			side.CutTop(a.ui.Px(8))
			a.ui.Figures(side.CutTop(a.ui.Px(18+44)), widget.Figures{ID: "top-share", Name: words.Say("Revenue to date, best 20 %"), Value: widget.Decimal(c.TopShare*100, 0) + " %", Large: true})
			side.CutTop(widget.Gap2)
			a.lines(&side, text)
		}
		a.ui.Figure(in, "lorenz", words.Say("Concentration of revenue"), figure)
	}}
}
