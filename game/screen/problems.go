package screen

import (
	"errors"
	"fmt"

	"centricity/game"
	"centricity/game/canvas"
	"centricity/game/widget"
	"centricity/game/words"
	"centricity/scenarios"
)

// problems are what is wrong with a file the player opened.
type problems struct {
	file File
	err  error
	back page // where the player came from
}

// errs are the mistakes, told in the language of the moment.
func (p *problems) errs() scenarios.Errors {
	var errs scenarios.Errors
	if !errors.As(p.err, &errs) {
		errs = scenarios.Errors{{File: p.file.Name, Message: scenarios.Verbatim(game.Told(p.err))}}
	}
	return errs
}

// toProblems shows what is wrong with a file, as the checker tells it.
func (a *App) toProblems(f File, err error) {
	back := a.page
	if back == pageProblems {
		back = a.problems.back
	}
	a.problems, a.page = &problems{f, err, back}, pageProblems
	a.ui.ScrollTop(areas...)
	a.again = true
}

// mostShown is how many mistakes the screen shows.
const mostShown = 20

func (a *App) drawProblems(r canvas.Rect) {
	u, p := &a.ui, a.problems
	r = a.margins(r)
	u.Scroll(r, "problems", words.Say("Problems"), func(r *canvas.Rect) {
		r.CutTop(widget.Gap2)
		head := u.Theme.Display()
		u.Heading(r.CutTop(head.LineHeight()), 1, words.Say("This scenario cannot be played yet"))
		r.CutTop(widget.Gap1)
		u.Paragraph(r, words.Say("Mend the file %s, save it, and try again.", game.OneLine(p.file.Name)), u.Theme.Body().With(u.Theme.Muted))
		r.CutTop(widget.Gap3)
		a.drawProblemButtons(r.CutTop(u.Px(36)))
		r.CutTop(widget.Gap4)
		errs := p.errs()
		for i, e := range errs {
			if i == mostShown {
				u.Paragraph(r, words.Say("And %s more.", count(len(errs)-mostShown)), u.Theme.Body())
				break
			}
			a.drawProblem(r, e)
		}
	})
}

func (a *App) drawProblemButtons(r canvas.Rect) {
	u, p := &a.ui, a.problems
	again := widget.Button{ID: "problems/again", Label: words.Say("Read it again"), Kind: widget.Primary, Tip: words.Say("F5 reads it again, too.")}
	if a.host.Pick != nil { // a page cannot look at a file again by itself
		again.Label, again.Tip = words.Say("Open it again…"), words.Say("Choose the file once more, as it is now")
	}
	if u.Button(r.CutLeft(u.ButtonWidth(again)), again) {
		if a.then = a.reload; a.host.Pick != nil {
			a.then = a.host.Pick
		}
	}
	r.CutLeft(widget.Gap2)
	back := widget.Button{ID: "problems/back", Label: words.Say("Back")}
	if u.Button(r.CutLeft(u.ButtonWidth(back)), back) {
		a.then = func() { a.page, a.problems = p.back, nil }
	}
}

// drawProblem draws one mistake: what it is, the line it stands on with a caret
// below the place, and what was expected there.
func (a *App) drawProblem(r *canvas.Rect, e scenarios.Error) {
	u, rule := &a.ui, ""
	if e.Rule != "" {
		rule = " [" + string(e.Rule) + "]"
	}
	u.Paragraph(r, game.OneLine(e.Said(words.Say))+rule, u.Theme.Strong())
	if line, column, ok := e.Window(); ok {
		style := u.Theme.Body()
		number := fmt.Sprintf("%d | ", e.Line)
		at := r.CutTop(style.LineHeight())
		u.Label(at, number+line, style)
		below := r.CutTop(style.LineHeight() * 0.8)
		x := at.X + canvas.Measure(number+string([]rune(line)[:column-1]), style)
		u.Canvas().Text(canvas.Pt(x, below.Y+style.Ascent()), "^", style.With(u.Theme.Bad))
	}
	if expected := e.Expected.Said(words.Say); expected != "" {
		u.Paragraph(r, words.Say("Expected: %s", game.OneLine(expected)), u.Theme.Small())
	}
	r.CutTop(widget.Gap3)
}

func toneOf(stopped *game.Stopped) widget.Tone {
	if stopped != nil {
		return widget.Warning
	}
	return widget.Positive
}

// drawOwn draws how a scenario of one's own is opened.
func (a *App) drawOwn(r *canvas.Rect) {
	if a.host.Pick == nil && !a.host.Drops {
		return
	}
	u := &a.ui
	row := r.CutTop(u.Px(36))
	r.CutTop(widget.Gap4)
	text := words.Say("A scenario of your own: drop its file, or it and the one it extends, on this window.")
	if a.host.Pick != nil {
		b := widget.Button{ID: "open-file", Label: words.Say("Open a scenario file…"), Tip: words.Say("A .yaml file from this computer; with it the file that it extends, if it does")}
		if u.Button(row.CutLeft(u.ButtonWidth(b)), b) {
			a.host.Pick()
		}
		row.CutLeft(widget.Gap3)
		text = words.Say("Or drop it on this page.")
	}
	u.Label(row, text, u.Theme.Small())
}
