package screen

import (
	"centricity/game/canvas"
	"centricity/game/class"
	"centricity/game/widget"
	"centricity/game/words"
	"centricity/scenarios"
)

// membership is the code and the team that were typed, so that a class is typed
// in once.
type membership struct{ code, team string }

// joined is the class that a code leads to.
type joined struct {
	scene scenarios.Scenario
	seed  uint64
}

// classTyped is the class whose code stands in the field; ok is false where
// none does, and wrong says why what was meant as one is none.
func (a *App) classTyped() (j joined, ok bool, wrong error) {
	text := a.chooser.seed
	if !class.LooksLikeCode(text) {
		return j, false, nil
	}
	code, err := class.ParseCode(text)
	if err != nil {
		return j, false, err
	}
	s, err := code.Find(a.host.Scenarios)
	if err != nil {
		return j, false, err
	}
	return joined{s, code.Seed}, true, nil
}

// Class types a class's code on the start page, as its page's address does.
func (a *App) Class(code string) {
	a.class = membership{code: code}
	a.toChooser()
}

// drawClass draws the way into the class whose code is typed, if there is one.
func (a *App) drawClass(r *canvas.Rect) bool {
	j, ok, _ := a.classTyped()
	if !ok {
		return false
	}
	u, c := &a.ui, &a.chooser
	same := words.Say("Everyone in your class meets the same customers and the same luck. You can practise first: with other customers, and rounds that can be taken back.")
	in := a.card(r, u.FieldHeight()+widget.Gap2+a.linesHeight(same, r.W-2*widget.Gap4), words.Say("Your class plays “%s”", words.Say(j.scene.Title)))
	row := in.CutTop(u.FieldHeight())
	in.CutTop(widget.Gap2)
	c.team, _ = u.TextField(row.CutLeft(min(row.W*0.6, u.Px(320))), widget.TextField{ID: "team", Label: words.Say("Your team’s name"), Max: longestTeam,
		Tip: words.Say("It stands in the log that you hand in. No names of people are needed.")}, c.team)
	row.CutLeft(widget.Gap3)
	row.CutTop(row.H - u.Theme.ControlHeight())
	join := widget.Button{ID: "join", Label: words.Say("Join the class"), Kind: widget.Primary, Icon: widget.IconRight}
	if blank(c.team) {
		join.Disabled = words.Say("Type your team’s name first.")
	}
	if u.Button(row.CutLeft(u.ButtonWidth(join)), join) || u.Entered("team") && join.Disabled == "" {
		keyed, team := a.byKey(), c.team
		a.then = func() {
			a.class = membership{c.seed, c.team}
			a.toBriefing(j.scene, j.seed)
			if a.opening.team = team; keyed {
				a.ui.SetFocus("start")
			}
		}
	}
	a.lines(&in, same)
	return true
}

// said takes what a field's neighbour says, on as many lines as it needs, in
// the middle of r.
func (a *App) said(r canvas.Rect, id, text string) {
	u := &a.ui
	style := u.Theme.Small().With(u.Theme.Bad)
	h := widget.ParagraphHeight(text, r.W, style)
	at := canvas.Box(r.X, r.MidY()-h/2, r.W, h)
	u.Group(at, widget.RoleAlert, id, text, func() { u.Paragraph(&at, text, style) })
}
