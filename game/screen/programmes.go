package screen

import (
	"slices"
	"strings"

	"centricity/game/canvas"
	"centricity/game/widget"
	"centricity/game/words"
	"centricity/sim"
)

// programmeNames are the programmes as a player reads them.
var programmeNames = [sim.NumProgrammes]string{
	words.Mark("Check-ins"), words.Mark("Loyalty rewards"), words.Mark("Save offers"), words.Mark("Win-back"), words.Mark("Community"), words.Mark("Cross- and up-sell"),
	words.Mark("Support"), words.Mark("Journey repair"), words.Mark("Staff training"), words.Mark("Personalisation"),
	words.Mark("Own data"), words.Mark("Interviews"), words.Mark("Surveys"), words.Mark("Social listening"), words.Mark("Front line"), words.Mark("Data for reward"),
}

// usualWeight is the weight that the sliders of programmes reach.
const usualWeight = 10

// drawProgrammes draws how a lever's money divides over its programmes, behind
// a line that says so in short.
func (a *App) drawProgrammes(r *canvas.Rect, lever sim.Lever, b sim.Brief, why refusals) {
	list := b.ProgrammesOf(lever)
	if len(list) < 2 {
		return
	}
	u, p := &a.ui, a.play
	open := p.extras.programmes[lever]
	for _, programme := range list { // a reason must be seen
		open = open || why.of(programmePath(programme)) != ""
	}
	a.nest(r, func(in *canvas.Rect) {
		in.CutTop(widget.Gap1)
		line := widget.Disclosure{ID: "programmes/" + lever.String(), Label: words.Say("Programmes"), Value: p.mixInWords(lever, list),
			Tip: words.Say("The ways to spend on %s. Give each a weight from 0 to 10; the money divides by the weights.", leverSaid(lever))}
		if to, changed := u.Disclosure(in.CutTop(u.DisclosureHeight()), line, open); changed {
			p.extras.programmes[lever], open = to, to
		}
		if open {
			a.drawMix(in, lever, list, why)
		}
	})
}

func programmePath(p sim.Programme) string { return "programmes." + p.String() }

// drawMix draws a line for each programme: its weight and the money it gets.
func (a *App) drawMix(r *canvas.Rect, lever sim.Lever, list []sim.Programme, why refusals) {
	u, p := &a.ui, a.play
	for i, programme := range list {
		d := p.session.Draft()
		weights, shares := mixOf(d, list)
		money := p.terms.short(sim.Money(float64(d.Spend[lever]) * shares[i]))
		percent := widget.Decimal(100*shares[i], 0) + " %"
		path := programmePath(programme)
		s := widget.Slider{ID: path, Label: words.Say(programmeNames[programme]), Max: int64(p.reach(lever, weights)), Step: 1, Page: 2,
			Color: u.Theme.Series[lever], Tip: tip("programmes." + programme.String()), Error: brief(why.of(path)), Note: percent + " · " + money,
			Number: widget.Number{Text: func(v int64) string { return words.Say("weight %s: %s, %s", widget.Count(v), percent, money) }}}
		if v, changed := u.SliderRow(r.CutTop(u.SliderRowHeight()), s, int64(weights[i])); changed {
			p.weigh(list, i, int(v))
		}
		a.refused(r, path, why.of(path))
	}
}

// reach is the largest weight of a lever's sliders. It never shrinks while the
// screen is used, or a knob would jump as it is dragged.
func (p *play) reach(lever sim.Lever, weights []int) int {
	top := &p.extras.reach[lever]
	*top = max(*top, usualWeight)
	for largest := slices.Max(weights); *top < min(largest, sim.MaxWeight); {
		*top *= 10
	}
	return *top
}

// mixOf are the weights of a lever's programmes, and the share of the money
// each gets. No weights at all are everything on what the lever always does.
func mixOf(d sim.Decision, list []sim.Programme) (weights []int, shares []float64) {
	weights, shares = make([]int, len(list)), make([]float64, len(list))
	sum := 0
	for i, programme := range list {
		weights[i] = d.Programmes[programme]
		sum += weights[i]
	}
	if sum <= 0 {
		weights[0], sum = usualWeight, usualWeight
	}
	for i, w := range weights {
		shares[i] = float64(w) / float64(sum)
	}
	return weights, shares
}

// weigh gives one programme a weight. Somebody must get the money: where no
// weight would be left, what the lever always does keeps 1.
func (p *play) weigh(list []sim.Programme, i, weight int) {
	d := p.session.Draft()
	weights, _ := mixOf(d, list)
	weights[i] = weight
	if slices.Max(weights) <= 0 {
		weights[0] = 1
	}
	for k, programme := range list {
		d.Programmes[programme] = weights[k]
	}
	p.change(d)
}

// mixInWords is “all on support” or “support 70 %, training 30 %”.
func (p *play) mixInWords(lever sim.Lever, list []sim.Programme) string {
	_, shares := mixOf(p.session.Draft(), list)
	var parts []string
	for i, share := range shares {
		name := lower(words.Say(programmeNames[list[i]]))
		if share == 1 {
			return words.Say("all on %s", name)
		}
		if share != 0 {
			parts = append(parts, name+" "+widget.Decimal(100*share, 0)+" %")
		}
	}
	return strings.Join(parts, ", ")
}
