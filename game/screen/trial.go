package screen

import (
	"math"
	"slices"

	"centricity/game/canvas"
	"centricity/game/widget"
	"centricity/game/words"
	"centricity/sim"
)

// leverSaid is a lever as a sentence names it.
func leverSaid(lever sim.Lever) string { return lower(words.Say(leverNames[lever])) }

// testable are the levers a control group can be held out of.
func testable(b sim.Brief) (list []sim.Lever) {
	for _, lever := range []sim.Lever{sim.Retention, sim.Experience} {
		if b.Levers[lever] {
			list = append(list, lever)
		}
	}
	return list
}

// drawTrial draws the test with a control group, behind a line that says
// whether there is one.
func (a *App) drawTrial(r *canvas.Rect, b sim.Brief, why refusals) {
	levers := testable(b)
	if len(levers) == 0 {
		return
	}
	u, p := &a.ui, a.play
	now := p.session.Draft().Trial
	value := words.As("test", "none")
	if now.Control > 0 {
		value = words.Say("%s go without %s", widget.Decimal(100*now.Control.Share(), 0)+" %", leverSaid(now.Lever))
	}
	line := widget.Disclosure{ID: "trial/open", Label: words.Say("Test with a control group"), Value: value,
		Tip: means("trial")}
	open := p.extras.trial || why.of("trial") != ""
	if to, changed := u.Disclosure(r.CutTop(u.DisclosureHeight()), line, open); changed {
		p.extras.trial, open = to, to
	}
	if open {
		a.nest(r, func(in *canvas.Rect) { a.drawTest(in, levers, why) })
	}
	r.CutTop(widget.Gap3)
}

// drawTest draws what is tested, on how many, and what that costs.
func (a *App) drawTest(r *canvas.Rect, levers []sim.Lever, why refusals) {
	u, p := &a.ui, a.play
	d := p.session.Draft()
	at := slices.Index(levers, p.tested(levers))
	r.CutTop(widget.Gap1)
	if len(levers) > 1 {
		c := widget.Choice{ID: "trial.lever", Label: words.Say("What to test"), HideLabel: true,
			Tip: words.Say("The lever that the control group gets nothing of.")}
		for _, lever := range levers {
			c.Options = append(c.Options, words.Say("Test %s", leverSaid(lever)))
		}
		if to, changed := u.Choice(r.CutTop(u.Theme.ControlHeight()), c, at); changed {
			at, p.extras.tested = to, levers[to]
			if d.Trial.Control != 0 {
				d.Trial.Lever = levers[to]
				p.change(d)
			}
		}
		r.CutTop(widget.Gap1)
	}
	s := widget.Slider{ID: "trial", Label: words.Say("Control group"), Max: 5000, Step: 500, Page: 1000, Number: widget.Percentages,
		Note: words.Say("of customers"), Error: brief(why.of("trial")),
		Tip: words.Say("How many customers get nothing of it. A larger group tells more surely, and costs more.")}
	if v, changed := u.Slider(r.CutTop(u.SliderHeight()), s, int64(d.Trial.Control)); changed {
		d.Trial = sim.Trial{}
		if v > 0 {
			d.Trial = sim.Trial{Lever: levers[at], Control: sim.BasisPoints(v)}
		}
		p.change(d)
	}
	a.refused(r, "trial", why.of("trial"))
	u.Paragraph(r, p.trialCost(d), u.Theme.Small())
}

// tested is the lever a trial tests, or would.
func (p *play) tested(levers []sim.Lever) sim.Lever {
	if t := p.session.Draft().Trial; t.Control > 0 && slices.Contains(levers, t.Lever) {
		p.extras.tested = t.Lever
	}
	if slices.Contains(levers, p.extras.tested) {
		return p.extras.tested
	}
	return levers[0]
}

// trialCost says what a test costs and how much it can tell.
func (p *play) trialCost(d sim.Decision) string {
	t := d.Trial
	reports := p.session.Reports()
	switch {
	case t.Control <= 0 && len(reports) > 0 && reports[len(reports)-1].Trial != nil:
		return words.Say("The last test is over; Results tell what it showed. To go on with it, hold out customers again: they are the same ones.")
	case t.Control <= 0:
		return words.Say("No test: everybody gets what you spend. Without one nobody can tell what your effort did from what would have happened anyway.")
	case d.Spend[t.Lever] == 0:
		return words.Say("There is nothing to test: you spend nothing on %s.", leverSaid(t.Lever))
	}
	if len(reports) == 0 {
		return words.Say("The control group gets nothing of your %s; its part of the money goes to the others.", leverSaid(t.Lever))
	}
	last := reports[len(reports)-1].Base
	held := float64(last.Closing()) * t.Control.Share()
	text := words.Say("About %s customers get nothing of your %s and may be likelier to leave; their part of the money goes to the others.",
		widget.Decimal(held, 0), leverSaid(t.Lever))
	k := last.Retention()
	e := deviation(float64(last.Closing()), t.Control.Share(), k)
	switch {
	case held*min(k, 1-k) < fewLeft:
		text += " " + words.Say("That is too few to tell anything of retention: hold out more, or wait until you have more customers.")
	case finite(e):
		text += " " + words.Say("A difference in retention under %s points could still be chance; one of %s points would be noticed four times in five.",
			widget.Decimal(100*sure*e, 1), widget.Decimal(100*(sure+likely)*e, 1))
	}
	return text
}

// The quantiles of the normal distribution for a 95 % interval and for a power
// of 80 %: a difference of sure+likely standard deviations is outside the
// interval four times in five.
const (
	sure   = 1.960
	likely = 0.842
)

// deviation is the standard deviation of the difference between two groups of n
// customers, a share c of them held out, of whom a share k stays:
//
//	sqrt(k(1−k)/(n c) + k(1−k)/(n(1−c)))
func deviation(n, c, k float64) float64 {
	return math.Sqrt(k * (1 - k) / n * (1/c + 1/(1-c)))
}
