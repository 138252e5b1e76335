package screen

import (
	"fmt"

	"centricity/game/canvas"
	"centricity/game/debrief"
	"centricity/game/widget"
	"centricity/game/words"
	"centricity/sim"
)

// drawHow shows how the company value came about, which loops drove the firm,
// and what the built-in players made of the same game.
func (a *App) drawHow(r *canvas.Rect) {
	d := a.play.debrief
	story, ok := d.facts.Story()
	if !ok {
		a.fitted(r, "story/wait", words.Say("How it came about"), a.waiting)
		return
	}
	bridge := story.BridgeChart(d.game)
	loops, _ := d.facts.Loops()
	h := bridge.Height(a.ui.Theme)
	a.pair(r,
		box{words.Say("From the start to the end"), h, 1.1, func(in canvas.Rect) {
			in.H = min(in.H, h*1.25)
			a.ui.Figure(in, "bridge", words.Say("How company value came about"), bridge)
		}},
		box{words.Say("The loops that drove it"), a.loopsHeight(loops, a.half(*r)*0.95), 1, func(in canvas.Rect) { a.drawLoops(in, loops) }})
	a.drawBridgeRounds(r, story)
	a.drawEveryone(r)
}

// loopWords are a loop in words: its name, and what it did.
func loopWords(l debrief.Loop) (name, says string) {
	return fmt.Sprintf("%s · %s", l.Name, l.Sort()), l.Says
}

func (a *App) loopsHeight(loops []debrief.Loop, w float64) (h float64) {
	for _, l := range loops {
		_, says := loopWords(l)
		h += a.ui.Px(22) + a.linesHeight(says, w) + widget.Gap2
	}
	return h
}

func (a *App) drawLoops(r canvas.Rect, loops []debrief.Loop) {
	u := &a.ui
	if len(loops) == 0 {
		a.lines(&r, words.Say("No loop was strong enough to be told."))
	}
	for _, l := range loops {
		name, says := loopWords(l)
		u.Heading(r.CutTop(u.Px(22)), 3, name)
		a.lines(&r, says)
		r.CutTop(widget.Gap2)
	}
}

// drawBridgeRounds shows the same way round by round.
func (a *App) drawBridgeRounds(r *canvas.Rect, story *debrief.Story) {
	t := a.play.terms
	round := t.word()
	table := widget.Table{ID: "bridge-rounds", Name: words.Say("Company value by %s", round), Rows: len(story.Rounds),
		Columns: []widget.Column{{Title: capital(round)},
			{Title: words.Say("Margin"), Numeric: true, Tip: means("margin")},
			{Title: words.Say("Spent"), Numeric: true, Tip: words.Say("On all levers together, with fixed costs and write-offs.")},
			{Title: words.Say("Worth of the won"), Numeric: true, Tip: words.Say("What the customers won were truly worth at the end of the %s.", round)},
			{Title: words.Say("Worth of the lost"), Numeric: true, Tip: words.Say("What the customers who left were truly worth when it began.")},
			{Title: words.Say("Those who stayed"), Numeric: true, Tip: words.Say("How much more, or less, those who stayed became worth: satisfaction, quality, price.")},
			{Title: words.Say("Company value"), Numeric: true, Tip: words.Say("True cash and customer equity at the end of the %s.", round)}},
		Cell: func(row, col int) string {
			x := story.Rounds[row]
			b := x.Bridge
			signed := func(m sim.Money) string { return widget.Signed(t.short(m)) }
			switch col {
			case 0:
				return count(row + 1)
			case 1:
				return signed(b.Margin)
			case 2:
				return signed(-b.Costs())
			case 3:
				return signed(b.Won)
			case 4:
				return signed(-b.Lost)
			case 5:
				return signed(b.Stayed - b.Ruin)
			}
			return t.short(x.Value.Company())
		}}
	note := words.Say("All in money: each line adds up from the company value before it to its own.")
	h := a.ui.TableHeight(table.Rows)
	in := a.card(r, h+widget.Gap2+a.linesHeight(note, r.W-2*widget.Gap4), capital(words.Say("%[1]s by %[1]s", round)))
	a.lines(&in, note)
	in.CutTop(widget.Gap2)
	a.ui.Table(in.CutTop(h), table)
}

// drawEveryone compares with all built-in players.
func (a *App) drawEveryone(r *canvas.Rect) {
	d, t := a.play.debrief, a.play.terms
	players, all := d.facts.Players()
	note := words.Say("The same customers and the same luck: a difference in the result is a difference in decisions.")
	if !all {
		note = words.Say("The built-in players are still playing …")
	}
	v := d.game.Value
	table := widget.Table{ID: "everyone", Name: words.Say("Against the built-in players"), Rows: len(players) + 1,
		Columns: []widget.Column{{Title: words.Say("Player"), Weight: 1.5}, {Title: words.Say("Cash"), Numeric: true}, {Title: words.Say("Customer equity"), Numeric: true}, {Title: words.Say("Company value"), Numeric: true}, {Title: words.Say("Against you"), Numeric: true}},
		Marked:  func(row int) bool { return row == 0 },
		Cell: func(row, col int) string {
			name, value := words.Say("You"), v
			if row > 0 {
				name, value = capital(words.Say(players[row-1].Name)), players[row-1].Value
			}
			switch col {
			case 0:
				return name
			case 1:
				return t.short(value.Cash)
			case 2:
				return t.short(value.Equity)
			case 3:
				return t.short(value.Company())
			}
			if row == 0 {
				return ""
			}
			return widget.Signed(t.short(value.Company() - v.Company()))
		}}
	h := a.ui.TableHeight(table.Rows)
	in := a.card(r, h+widget.Gap2+a.linesHeight(note, r.W-2*widget.Gap4), words.Say("Against the built-in players"))
	a.lines(&in, note)
	in.CutTop(widget.Gap2)
	a.ui.Table(in.CutTop(h), table)
}
