package screen

import (
	"math"
	"slices"
	"strings"

	"centricity/game"
	"centricity/game/canvas"
	"centricity/game/widget"
	"centricity/game/words"
)

// number is how a value of the measure is typed and told to the last unit.
func (m measure) number(t terms) widget.Number {
	switch m.form {
	case inMoney:
		return t.dollars()
	case inShare:
		return widget.Percentages
	}
	return widget.Counts
}

// unit is what a value is typed in; empty where that is plain.
func (m measure) unit(t terms) string {
	switch m.form {
	case inMoney:
		return " (" + t.currency + ")"
	case inShare:
		return " (%)"
	}
	return ""
}

// interval is what a forecast says: "4,100 to 4,400".
func (t terms) interval(f game.Forecast) string {
	text := measured(string(f.KPI())).number(t).Text
	return words.Say("%s to %s", text(f.Low), text(f.High))
}

// forecast is what the two fields say; wrong tells what they cannot, and is
// empty while they are.
func (p *play) forecast() (f *game.Forecast, wrong string) {
	kpi := p.journal.of
	typed := p.journal.typed[kpi]
	if blank(typed.low) && blank(typed.high) {
		return nil, ""
	}
	low, lerr := p.typedOf(kpi, typed.low)
	high, herr := p.typedOf(kpi, typed.high)
	m := measured(string(kpi))
	text := m.number(p.terms).Text
	switch least, most := kpi.Bounds(); {
	case blank(typed.low) || blank(typed.high):
		return nil, words.Say("Type two numbers.")
	case lerr != nil:
		return nil, lerr.Error() + "."
	case herr != nil:
		return nil, herr.Error() + "."
	case low < least || high < least || low > most || high > most:
		return nil, words.Say("%s: type numbers from %s to %s.", m.name, text(least), text(most))
	case high < low:
		return nil, words.Say("The second number is smaller than the first.")
	case kpi == game.Customers:
		kpi = ""
	}
	return &game.Forecast{Of: kpi, Low: low, High: high}, ""
}

// misnoted is why what is typed of a forecast is none; empty where it is one, or
// nothing is typed.
func (p *play) misnoted() string {
	_, wrong := p.forecast()
	return wrong
}

// typedOf reads a value of a KPI, as precisely as it will be told.
func (p *play) typedOf(kpi game.KPI, s string) (int64, error) {
	v, err := measured(string(kpi)).number(p.terms).Parse(strings.ReplaceAll(s, p.terms.currency, ""))
	return kpi.Round(v), err
}

// lately is a KPI's value in the last round; ok is false where it has none.
func (p *play) lately(kpi game.KPI) (v int64, ok bool) {
	reports := p.session.Reports()
	if len(reports) == 0 {
		return 0, false
	}
	return kpi.Of(p.terms.brief, reports[len(reports)-1])
}

// drawForecast draws what is forecast and between which two values, and tells
// whether that was changed in this frame.
func (a *App) drawForecast(r *canvas.Rect) (changed bool) {
	u, p := &a.ui, a.play
	kpis := game.KPIs()
	choice := widget.Dropdown{ID: "journal/of", Label: words.Say("What you forecast"), Tip: measured(string(p.journal.of)).tip}
	for _, kpi := range kpis {
		choice.Options = append(choice.Options, measured(string(kpi)).name)
	}
	at, other := u.Dropdown(r.CutTop(u.FieldHeight()), choice, slices.Index(kpis, p.journal.of))
	p.journal.of = kpis[at]
	r.CutTop(widget.Gap2)
	_, wrong := p.forecast()
	m, typed := measured(string(kpis[at])), p.journal.typed[kpis[at]]
	last := ""
	if v, ok := p.lately(kpis[at]); ok {
		was := m.number(p.terms).Text(v)
		if kpis[at] == game.NPS {
			reports := p.session.Reports()
			was += margin(reports[len(reports)-1].Survey)
		}
		last = words.Say("%s it was %s.", capital(p.terms.last()), was)
	}
	f := widget.TextField{ID: "journal/low", Label: words.Say("%s, from", m.short()+m.unit(p.terms)), Max: 24, Error: wrong, Step: p.step,
		Tip: strings.TrimSpace(words.Say("You are 80 % sure that the number will be between the two.") + " " + last)}
	cells := r.CutTop(u.FieldHeight()).Columns(2, widget.Gap2)
	var low, high bool
	typed.low, low = u.TextField(cells[0], f, typed.low)
	f.ID, f.Label = "journal/high", words.As("forecast", "to")
	typed.high, high = u.TextField(cells[1], f, typed.high)
	p.journal.typed[kpis[at]] = typed
	r.CutTop(widget.Gap1)
	u.Paragraph(r, strings.TrimSpace(words.Say("Two numbers between which you are 80 % sure it will be.")+" "+last), u.Theme.Small())
	if wrong != "" {
		u.Paragraph(r, wrong, u.Theme.Small().With(u.Theme.Bad))
	}
	r.CutTop(widget.Gap1)
	return other || low || high
}

// step is what the arrow keys make of a field: about a hundredth more or less
// of what the figure was, and that itself where nothing is typed.
func (p *play) step(typed string, by int) string {
	kpi := p.journal.of
	number := measured(string(kpi)).number(p.terms)
	last, known := p.lately(kpi)
	v, err := p.typedOf(kpi, typed)
	switch {
	case blank(typed) && known:
		return number.Edit(last)
	case blank(typed):
		v = 0
	case err != nil:
		return typed
	}
	least, most := kpi.Bounds()
	step := niceStep(int64(math.Abs(float64(last))))
	switch kpi {
	case game.Retention:
		step = 50
	case game.Revenue, game.Profit, game.CompanyValue:
		step = max(step, 100)
	}
	return number.Edit(min(max(v+int64(by)*step, least), most))
}
