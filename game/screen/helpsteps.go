package screen

import (
	"centricity/game/canvas"
	"centricity/game/widget"
	"centricity/game/words"
)

// roundSteps are the ways through a round, by the screens they are done on.
var roundSteps = [][2]string{
	{words.Mark("Briefing"), words.Mark("What the firm is, what it can decide, and what to watch for.")},
	{words.Mark("Customers"), words.Mark("Who they are, what they may be worth, and how well you know them.")},
	{words.Mark("Decide"), words.Mark("Divide the budget, and note what you expect. Then play the round: customers come, buy, complain and leave.")},
	{words.Mark("Results"), words.Mark("What the round brought and why, beside the one before. Then on to the next decision.")},
	{words.Mark("Score"), words.Mark("After the last round: what the firm is truly worth, and in the debrief what made it so.")},
}

// drawSteps draws how a round goes, and the way to be led through one.
func (a *App) drawSteps(r canvas.Rect) {
	u := &a.ui
	u.Scroll(r, "help/steps", words.Say("How a round goes"), func(r *canvas.Rect) {
		r.CutTop(widget.Gap2)
		for i, s := range roundSteps {
			side, line := u.Px(36), u.Px(22)
			in := *r
			number := in.CutLeft(side)
			disc := canvas.Box(number.X, number.Y-u.Px(1), u.Px(24), u.Px(24))
			u.Canvas().Disc(canvas.Pt(disc.MidX(), disc.MidY()), u.Px(12), u.Theme.Soft)
			canvas.TextIn(u.Canvas(), disc, count(i+1), u.Theme.Strong().With(u.Theme.Accent).Aligned(canvas.Center))
			u.Heading(in.CutTop(line), 3, words.Say(s[0]))
			a.lines(&in, words.Say(s[1]))
			r.CutTop(in.Y - r.Y + widget.Gap3)
		}
		r.CutTop(widget.Gap1)
		way := widget.Button{ID: "help/way", Label: words.Say("Point the way through one round"), Kind: widget.Primary}
		if at := r.CutTop(u.Theme.ControlHeight()); u.Button(at.CutLeft(min(u.ButtonWidth(way), at.W)), way) {
			a.pointTheWay()
		}
		r.CutTop(widget.Gap1)
		u.Paragraph(r, words.Say("Short notes beside the controls, one at a time. Escape ends them."), u.Theme.Small())
	})
	u.ScrollPages("help/steps")
}

// pointTheWay begins the notes where the next round begins, and where none is
// left to play with the choice of a game.
func (a *App) pointTheWay() {
	a.help.open = false
	switch {
	case a.play == nil && a.page != pageProblems:
	case a.play != nil && !a.play.session.Over():
		a.turn(pageDecide, a.play.firstControl())
	default:
		a.then = func() {
			a.toChooser()
			a.guide = guide{on: true}
		}
		return
	}
	a.guide = guide{on: true, base: a.rounds()}
}
