package screen

import (
	"strconv"
	"strings"
	"time"

	"centricity/game"
	"centricity/game/canvas"
	"centricity/game/widget"
	"centricity/game/words"
)

const longestTeam = game.LongestTeam

func blank(s string) bool { return strings.TrimSpace(s) == "" }

// journal is what a team notes before it plays a round, as typed.
type journal struct {
	open      bool
	low, high string
	since     time.Duration // when deciding began, on the clock of Input.Now
}

// journalFor takes up the notes that were kept with the draft.
func journalFor(n game.Note, now time.Duration) journal {
	j := journal{since: now - time.Duration(n.Seconds)*time.Second}
	if n.Forecast != nil {
		j.low, j.high = strconv.Itoa(n.Forecast.Low), strconv.Itoa(n.Forecast.High)
	}
	return j
}

// clock enters how long the decision has taken so far.
func (a *App) clock() {
	n := a.play.session.Note()
	n.Seconds = int((a.in.Now - a.play.journal.since) / time.Second)
	a.play.session.SetNote(n)
}

// forecast is what the two fields say; wrong tells what they cannot, and is
// empty while they are.
func (j journal) forecast() (f *game.Forecast, wrong string) {
	if blank(j.low) && blank(j.high) {
		return nil, ""
	}
	low, lerr := customersTyped(j.low)
	high, herr := customersTyped(j.high)
	switch {
	case lerr != nil || herr != nil:
		return nil, words.Say("Type two whole numbers.")
	case high < low:
		return nil, words.Say("The second number is smaller than the first.")
	}
	return &game.Forecast{Low: low, High: high}, ""
}

// customersTyped reads a number with or without its thousands apart.
func customersTyped(s string) (int, error) {
	n, err := strconv.ParseUint(strings.NewReplacer(words.Spoken().Group, "", " ", "", "\u00a0", "").Replace(s), 10, 30)
	return int(n), err
}

// drawJournal draws what the team expects, behind a line that says it.
func (a *App) drawJournal(r *canvas.Rect) {
	u, p := &a.ui, a.play
	n, j := p.session.Note(), &p.journal
	value := words.Say("nothing noted")
	switch {
	case n.Forecast != nil:
		value = words.Say("%s to %s customers", count(n.Forecast.Low), count(n.Forecast.High))
	case n.Hypothesis != "":
		value = words.Say("noted")
	}
	line := widget.Disclosure{ID: "journal/open", Label: words.Say("What you expect"), Value: value,
		Tip: words.Say("Note before you play what you expect and why. In the end you see how well you knew what you did not know.")}
	j.open, _ = u.Disclosure(r.CutTop(u.DisclosureHeight()), line, j.open)
	if j.open {
		a.nest(r, func(in *canvas.Rect) { a.drawExpectation(in, n) })
	}
	r.CutTop(widget.Gap3)
}

func (a *App) drawExpectation(r *canvas.Rect, n game.Note) {
	u, p := &a.ui, a.play
	j := &p.journal
	was := n
	r.CutTop(widget.Gap1)
	n.Hypothesis, _ = u.TextField(r.CutTop(u.FieldHeight()), widget.TextField{ID: "journal/hypothesis", Label: words.Say("What will happen, and why"), Max: game.LongestHypothesis}, n.Hypothesis)
	r.CutTop(widget.Gap2)
	f, wrong := j.forecast()
	cells := r.CutTop(u.FieldHeight()).Columns(2, widget.Gap2)
	var low, high bool
	j.low, low = u.TextField(cells[0], widget.TextField{ID: "journal/low", Label: words.Say("Customers at the end, from"), Max: 12, Error: wrong,
		Tip: words.Say("You are 80 % sure that the number will be between the two.")}, j.low)
	j.high, high = u.TextField(cells[1], widget.TextField{ID: "journal/high", Label: words.As("customers at the end", "to"), Max: 12, Error: wrong}, j.high)
	if low || high {
		f, _ = j.forecast()
	}
	n.Forecast = f
	r.CutTop(widget.Gap1)
	u.Paragraph(r, words.Say("Two numbers between which you are 80 % sure your customers will be.")+" "+wrong, u.Theme.Small())
	n.By, _ = u.TextField(r.CutTop(u.FieldHeight()), widget.TextField{ID: "journal/by", Label: words.Say("Who decides"), Max: longestTeam,
		Tip: words.Say("A role or a first letter is enough; no names of people are needed.")}, n.By)
	if n.Hypothesis != was.Hypothesis || n.By != was.By || low || high {
		p.draft.changed, p.draft.moving = true, true
	}
	p.session.SetNote(n)
}

// foreseen says what came of the forecast on a round; empty without one.
func (p *play) foreseen(round, customers int) string {
	notes := p.session.Notes()
	if round < 1 || round > len(notes) || notes[round-1].Forecast == nil {
		return ""
	}
	f := notes[round-1].Forecast
	if customers < f.Low || customers > f.High {
		return words.Say("You expected between %s and %s customers; %s remain: it did not hold.", count(f.Low), count(f.High), count(customers))
	}
	return words.Say("You expected between %s and %s customers; %s remain: it held.", count(f.Low), count(f.High), count(customers))
}

// calibration says how many forecasts held; empty where there were none.
func (p *play) calibration() string {
	made, held := 0, 0
	reports := p.session.Reports()
	for _, r := range reports {
		if r.Round < 1 || r.Round > len(p.session.Notes()) {
			continue
		}
		if f := p.session.Notes()[r.Round-1].Forecast; f != nil {
			made++
			if n := r.Base.Closing(); f.Low <= n && n <= f.High {
				held++
			}
		}
	}
	if made == 0 {
		return ""
	}
	return words.Plural(made, "%s of your %s forecast held; %s %% would be as sure as you meant to be.", "%s of your %s forecasts held; %s %% would be as sure as you meant to be.",
		count(held), count(made), widget.Decimal(100*game.ForecastSure, 0))
}
