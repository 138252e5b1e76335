package screen

import (
	"centricity/game/canvas"
	"centricity/game/widget"
	"centricity/game/words"
)

// way is a button that leads on from the score.
type way struct {
	widget.Button
	to func()
}

// ways lead to what made this game, for who plays again without it learns
// little, and to another one.
func (a *App) ways() []way {
	s, seed := a.play.scene, a.play.session.Seed()
	brief := func(seed uint64) {
		keyed := a.byKey()
		a.then = func() {
			if a.toBriefing(s, seed); keyed {
				a.ui.SetFocus("start")
			}
		}
	}
	return []way{
		{widget.Button{ID: "to-debrief", Label: words.Say("Debrief"), Kind: widget.Primary, Tip: words.Say("What made this result: turning points, what if, luck and skill, the truth.")},
			func() { a.turn(pageDebrief, "debrief/parts/0") }},
		{widget.Button{ID: "again", Label: words.Say("Play again, same customers"), Tip: words.Say("The same game number: whatever differs is what you decided.")},
			func() { brief(seed) }},
		{widget.Button{ID: "again-fresh", Label: words.Say("Play again, new customers"), Tip: words.Say("A new game number: other customers and other luck.")},
			func() { brief(a.host.NewSeed()) }},
		{widget.Button{ID: "again-other", Label: words.Say("Other games")}, func() { a.then = a.toChooser }},
	}
}

// placed are the ways side by side, in as many rows as they need in a width.
func (a *App) placed(ways []way, w float64) (at []canvas.Rect, height float64) {
	u := &a.ui
	h, x, y := u.Px(36), 0.0, 0.0
	for _, b := range ways {
		wide := u.ButtonWidth(b.Button)
		if x > 0 && x+wide > w {
			x, y = 0, y+h+widget.Gap2
		}
		at = append(at, canvas.Box(x, y, min(wide, w), h))
		x += wide + widget.Gap2
	}
	return at, y + h
}

func (a *App) againHeight(w float64) float64 {
	_, h := a.placed(a.ways(), w)
	return h
}

// drawAgain draws the ways on.
func (a *App) drawAgain(r canvas.Rect) {
	if a.play.session.Practice() {
		a.drawAfterPractice(r.CutTop(a.ui.Px(36)))
		return
	}
	ways := a.ways()
	at, _ := a.placed(ways, r.W)
	for i, b := range ways {
		if a.ui.Button(at[i].Move(r.X, r.Y), b.Button) {
			b.to()
		}
	}
}
