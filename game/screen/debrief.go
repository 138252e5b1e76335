package screen

import (
	"centricity/game/canvas"
	"centricity/game/debrief"
	"centricity/game/widget"
	"centricity/game/words"
)

// debriefing is the debrief of the game that is over, and what its parts
// remember.
type debriefing struct {
	game  *debrief.Game
	facts *debrief.Debrief // all but luck
	luck  *debrief.Debrief // once it is asked for
	pace  pace             // of luck
	ask   asking
	part  int
	tall  map[string]*float64 // heights of cards, as last drawn
	top   float64             // of the room they are scrolled in
	wrong string              // why there is none
}

// debriefParts are its parts, in the order in which to talk about a game.
// The IDs are those of [App.Show], after "debrief/".
var debriefParts = []struct {
	id, name string
	draw     func(*App, *canvas.Rect)
}{
	{"story", words.Mark("How it came about"), (*App).drawHow},
	{"turns", words.Mark("Turning points"), (*App).drawTurns},
	{"what-if", words.Mark("What if"), (*App).drawAsk},
	{"luck", words.Mark("Luck and skill"), (*App).drawLuck},
	{"truth", words.Mark("Truth"), (*App).drawTruth},
}

// partOf is the place of a part, or −1.
func partOf(id string) int {
	for i, part := range debriefParts {
		if part.id == id {
			return i
		}
	}
	return -1
}

// partAsk and partLuck are the places of two of them.
const (
	partAsk  = 2
	partLuck = 3
)

// debriefed is the debrief of the game that is over, begun when it is first
// asked for.
func (a *App) debriefed() *debriefing {
	p := a.play
	if p.debrief != nil {
		return p.debrief
	}
	d := &debriefing{tall: map[string]*float64{}}
	p.debrief = d
	g, err := debrief.Of(p.session)
	if err != nil {
		d.wrong = capital(err.Error()) + "."
		return d
	}
	d.game = g
	d.facts = debrief.New(g, debrief.Options{Parts: debrief.AllParts &^ debrief.Fortune})
	a.beginWork(d.facts)
	return d
}

// leaveGame stops what is still computed for the game that is left.
func (a *App) leaveGame() {
	if a.play == nil || a.play.debrief == nil {
		return
	}
	d := a.play.debrief
	for _, w := range []*debrief.Debrief{d.facts, d.luck} {
		if w != nil {
			w.Stop()
		}
	}
	d.ask.stop()
}

// drawDebrief shows what made the result, part by part.
func (a *App) drawDebrief(r canvas.Rect) {
	if a.play == nil || !a.play.session.Over() {
		return
	}
	d := a.debriefed()
	r = a.margins(r)
	if d.wrong != "" {
		a.alert(&r, "debrief-wrong", d.wrong)
		return
	}
	a.drawParts(&r, d)
	d.top = r.Y
	a.ui.Scroll(r, "debrief", words.Say(debriefParts[d.part].name), func(r *canvas.Rect) {
		if err := d.facts.Err(); err != nil {
			a.alert(r, "debrief-wrong", capital(err.Error())+".")
		}
		debriefParts[d.part].draw(a, r)
	})
}

// drawParts draws the choice of the part, and how far computing is.
func (a *App) drawParts(r *canvas.Rect, d *debriefing) {
	u := &a.ui
	t := widget.Tabs{ID: "debrief/parts", Name: words.Say("Parts of the debrief")}
	need := 0.0
	for _, part := range debriefParts {
		name := words.Say(part.name)
		t.Labels = append(t.Labels, name)
		need += canvas.Measure(name, u.Theme.Strong()) + 2*widget.Gap3 + widget.Gap1
	}
	row := r.CutTop(u.Theme.ControlHeight())
	at := row.CutLeft(min(need, row.W))
	if need > at.W+1 { // too narrow for tabs
		d.part, _ = u.Dropdown(at, widget.Dropdown{ID: "debrief/part", Label: t.Name, HideLabel: true, Options: t.Labels}, d.part)
	} else if to, changed := u.Tabs(at, t, d.part); changed {
		d.part = to
		u.ScrollTop("debrief")
	}
	if w, label := d.underWay(); w != nil {
		share, text := progress(w)
		row.CutLeft(widget.Gap4)
		style := u.Theme.Small().Aligned(canvas.Right)
		bar := row.CutRight(min(row.W, u.Px(120)))
		row.CutRight(widget.Gap2)
		if row.W >= canvas.Measure(label, style) {
			u.Label(row, label, style)
		}
		u.Meter(bar, "debrief-progress", label, text, share, widget.Accented)
	}
	r.CutTop(widget.Gap3)
}

// underWay is what is being computed out of sight, and what it is called.
func (d *debriefing) underWay() (w work, label string) {
	switch {
	case !d.facts.Done():
		return d.facts, words.Say("Playing it again …")
	case d.luck != nil && !d.luck.Done() && d.part != partLuck:
		return d.luck, words.Say("Playing with other luck …")
	}
	return nil, ""
}

// fitted draws a card as high as what is in it.
func (a *App) fitted(r *canvas.Rect, id, title string, draw func(r *canvas.Rect)) {
	h := a.tall(id)
	in := a.card(r, *h, title)
	in.H = 1 << 16
	a.measure(&in, h, draw)
}

// tall is how high a part of the debrief was.
func (a *App) tall(id string) *float64 {
	d := a.play.debrief
	if d.tall[id] == nil {
		d.tall[id] = new(float64)
	}
	return d.tall[id]
}

// waiting says that something is still computed.
func (a *App) waiting(r *canvas.Rect) {
	a.ui.Paragraph(r, words.Say("This is still being computed …"), a.ui.Theme.Body().With(a.ui.Theme.Muted))
}
