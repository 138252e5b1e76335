package screen

import (
	"centricity/game/canvas"
	"centricity/game/widget"
	"centricity/game/words"
)

// drawUndo draws the button that takes the last round of practice back, where
// that can be done.
func (a *App) drawUndo(r *canvas.Rect) {
	u, p := &a.ui, a.play
	if !p.session.CanUndo() {
		return
	}
	b := widget.Button{ID: "undo", Label: words.Say("Take it back"), Tip: words.Say("Back to the decision of the %s, with the same luck. Only practice can do that.", p.terms.last())}
	if u.Button(r.CutRight(u.ButtonWidth(b)), b) {
		a.undo()
	}
	r.CutRight(widget.Gap2)
}

// undo goes back to the decision of the last round.
func (a *App) undo() {
	p := a.play
	if err := p.session.Undo(); err != nil {
		a.ui.Toast(capital(err.Error())+".", widget.Negative)
		return
	}
	g, real := p.session, p.real
	keyed := a.byKey()
	a.then = func() {
		a.begin(g)
		if a.play.real = real; keyed {
			a.ui.SetFocus(a.play.firstControl())
		}
	}
}

func practiseButton() widget.Button {
	return widget.Button{ID: "practise", Label: words.Say("Practise first"), Tip: words.Say("With other customers, and rounds that can be taken back. It does not count.")}
}

// drawPractise draws the button that starts practice.
func (a *App) drawPractise(r *canvas.Rect, h canvas.Rect) {
	u, o := &a.ui, a.opening
	b := practiseButton()
	if o.history == nil && o.wrong != "" {
		b.Disabled = o.wrong
	}
	at := r.CutRight(u.ButtonWidth(b))
	keyed := a.byKey()
	if u.Button(canvas.Box(at.X, h.Y, at.W, h.H), b) {
		a.then = func() {
			if a.start(true); keyed && a.play != nil {
				a.ui.SetFocus(a.play.firstControl())
			}
		}
	}
	r.CutRight(widget.Gap2)
}

// drawAfterPractice draws what can be done after the last round of practice.
func (a *App) drawAfterPractice(r canvas.Rect) {
	u, o := &a.ui, a.play.real
	if o != nil {
		b := widget.Button{ID: "real", Label: words.Say("Now the game itself"), Kind: widget.Primary, Tip: words.Say("The customers and the luck that count.")}
		if u.Button(r.CutLeft(u.ButtonWidth(b)), b) {
			keyed := a.byKey()
			a.then = func() {
				a.toBriefing(o.scene, o.seed)
				if a.opening.team = o.team; keyed {
					a.ui.SetFocus("start")
				}
			}
		}
		r.CutLeft(widget.Gap2)
	}
	other := widget.Button{ID: "again-other", Label: words.Say("Other games")}
	if u.Button(r.CutLeft(u.ButtonWidth(other)), other) {
		a.then = a.toChooser
	}
	a.drawUndo(&r)
}
