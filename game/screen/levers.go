package screen

import (
	"math"

	"centricity/game/canvas"
	"centricity/game/widget"
	"centricity/game/words"
	"centricity/sim"
)

// drawLevers draws every control of the decision that the scenario opens.
func (a *App) drawLevers(r *canvas.Rect) {
	p := a.play
	b := p.session.Brief()
	why := p.refusals()
	for i, open := range b.Levers {
		if !open {
			continue
		}
		lever := sim.Lever(i)
		a.drawSpend(r, lever, why)
		if lever == sim.Insight {
			a.drawToShop(r, b, why)
		} else {
			a.drawWithin(r, lever, b, why)
		}
		r.CutTop(widget.Gap3)
	}
	a.drawPrice(r, b, why)
	a.drawTrial(r, b, why)
	a.drawJournal(r)
}

// drawWithin draws how a lever's money is divided.
func (a *App) drawWithin(r *canvas.Rect, lever sim.Lever, b sim.Brief, why refusals) {
	switch {
	case lever == sim.Acquisition && len(b.Channels) > 1:
		a.drawChannels(r, b, why)
	case lever == sim.Retention || lever == sim.Experience:
		a.drawFocus(r, lever, b, why)
	case lever == sim.Product:
		a.drawBreadth(r, b, why)
	}
	a.drawProgrammes(r, lever, b, why)
}

// drawSpend draws one lever's money.
func (a *App) drawSpend(r *canvas.Rect, lever sim.Lever, why refusals) {
	u, p := &a.ui, a.play
	d := p.session.Draft()
	available := p.session.Available()
	s := widget.Slider{
		ID: "spend." + lever.String(), Label: words.Say(leverNames[lever]), Icon: leverIcons[lever],
		Color: u.Theme.Series[lever], Max: int64(available), Step: niceStep(int64(available)),
		Number: p.terms.dollars(), Tip: tip("spend." + lever.String()),
	}
	s.Note = words.Say(leverPlain[lever])
	if available > 0 {
		s.Note += " · " + widget.Decimal(100*float64(d.Spend[lever])/float64(available), 0) + " %"
	}
	if reports := p.session.Reports(); len(reports) > 0 {
		mark := int64(reports[len(reports)-1].Books.Spend[lever])
		s.Mark = &mark
	}
	s.Error = brief(why.of(s.ID))
	v, changed := u.Slider(r.CutTop(u.SliderHeight()), s, int64(d.Spend[lever]))
	if changed {
		d.Spend[lever] = sim.Money(v)
		p.change(d)
	}
	a.refused(r, s.ID, why.of(s.ID))
}

// brief is what stands beside a refused control's name; the reason stands below.
func brief(reason string) string {
	if reason == "" {
		return ""
	}
	return words.Say("not possible")
}

// refused takes a line that says why a control's value is refused off the top
// of r, if it is.
func (a *App) refused(r *canvas.Rect, id, reason string) {
	if reason != "" {
		a.ui.Status(r.CutTop(a.ui.Px(22)), id+"/refused", capital(reason), widget.Negative)
	}
}

// niceStep is about a hundredth of a range: 1, 2 or 5 and zeros.
func niceStep(full int64) int64 {
	at := math.Pow(10, math.Floor(math.Log10(math.Max(float64(full)/100, 1))))
	for _, k := range []float64{1, 2, 5, 10} {
		if k*at*100 >= float64(full) {
			return int64(k * at)
		}
	}
	return int64(10 * at)
}

// nest draws an indented part off the top of r, with a line at its side that
// ties it to what is above.
func (a *App) nest(r *canvas.Rect, body func(in *canvas.Rect)) {
	u := &a.ui
	in := *r
	in.CutLeft(u.Px(26))
	top := in.Y
	body(&in)
	side := r.CutTop(in.Y - top)
	u.Canvas().FillRect(canvas.Box(side.X+u.Px(8), side.Y, 1, side.H), u.Theme.Line)
}
