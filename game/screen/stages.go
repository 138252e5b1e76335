package screen

import (
	"centricity/game/canvas"
	"centricity/game/widget"
	"centricity/game/words"
	"centricity/sim"
)

// stageTexts are the stages of a customer's life with the firm, and what each
// means.
var stageTexts = [sim.NumStages][2]string{
	sim.Acquire:       {words.Mark("Acquire"), words.Mark("Not customers, or not any more: people to win.")},
	sim.Retain:        {words.Mark("Retain"), words.Mark("Bought once or twice: will they stay?")},
	sim.IncreaseValue: {words.Mark("Increase value"), words.Mark("Bought three times or more: they may buy more.")},
	sim.Cherish:       {words.Mark("Cherish"), words.Mark("Stay, and are among your best: do not lose them.")},
}

// drawStages draws how many people stand at each stage.
func (a *App) drawStages(r *canvas.Rect, rep sim.Report) {
	u := &a.ui
	columns := 4
	if r.W < u.Px(760) {
		columns = 2
	}
	w := (r.W-2*widget.Gap4-float64(columns-1)*widget.Gap4)/float64(columns) - widget.Gap1
	text := 0.0
	for _, s := range stageTexts {
		text = max(text, widget.ParagraphHeight(words.Say(s[1]), w, u.Theme.Small()))
	}
	h := u.Px(18+27) + text
	rows := sim.NumStages / columns
	in := a.card(r, float64(rows)*h+float64(rows-1)*widget.Gap3, words.Say("Where people stand"))
	for i, cell := range in.Grid(columns, rows, widget.Gap4) {
		n := rep.Stages[i]
		if i == int(sim.Acquire) {
			n += rep.Base.Prospects
		}
		u.Figures(cell.CutTop(u.Px(18+27)), widget.Figures{ID: "stage/" + sim.StageNames[i], Name: words.Say(stageTexts[i][0]), Value: count(n)})
		u.Paragraph(&cell, words.Say(stageTexts[i][1]), u.Theme.Small())
	}
}
