package screen

import (
	"centricity/game/canvas"
	"centricity/game/widget"
	"centricity/game/words"
)

// handInBox says where the log of the game is and how it is handed in.
func (a *App) handInBox() box {
	p := a.play
	text := words.Say("Every decision of this game is in its log. Whoever has the log can play the game again and see that the score is right.")
	if p.session.Practice() {
		text = words.Say("This was practice: its log says so, and it does not count. Play the game itself and hand in that log.")
	}
	number := a.gameNumber()
	if team := p.session.Team(); team != "" {
		number = words.Say("%s · team %s", number, team)
	}
	return box{words.Say("Hand in your game"), a.ui.Px(200), 1, func(in canvas.Rect) {
		u := &a.ui
		a.lines(&in, text)
		in.CutTop(widget.Gap2)
		u.Label(in.CutTop(u.Px(22)), number, u.Theme.Strong())
		switch {
		case a.host.Place != nil:
			in.CutTop(widget.Gap1)
			u.Label(in.CutTop(u.Px(20)), words.Say("The log lies here; copy or send this file:"), u.Theme.Small())
			u.Paragraph(&in, a.host.Place(p.session.Name()), u.Theme.Strong())
		case a.host.Download == nil:
			a.lines(&in, words.Say("This game is kept only as long as the program runs."))
		}
		if a.host.Download != nil {
			in.CutTop(widget.Gap2)
			b := widget.Button{ID: "download", Label: words.Say("Download the log")}
			row := in.CutTop(u.Px(34))
			if u.Button(row.CutLeft(u.ButtonWidth(b)), b) {
				a.host.Download(p.session.Name()+".log", p.session.Log())
				u.Toast(words.Say("The log is in your downloads."), widget.Positive)
			}
			if a.host.Copy != nil {
				row.CutLeft(widget.Gap2)
				a.drawCopy(row)
			}
		}
	}}
}

// drawCopy draws the button that copies the log, to be pasted where a class
// hands in, and says how that went once it is known.
func (a *App) drawCopy(row canvas.Rect) {
	u, p := &a.ui, a.play
	b := widget.Button{ID: "copy", Label: words.Say("Copy the log"), Tip: words.Say("To paste it into a form, a chat or a mail")}
	if u.Button(row.CutLeft(min(u.ButtonWidth(b), row.W)), b) {
		p.copied = a.host.Copy(string(p.session.Log()))
	}
	select {
	case ok := <-p.copied:
		if ok {
			u.Toast(words.Say("The log is copied. Paste it where you hand in."), widget.Positive)
		} else {
			u.Toast(words.Say("This browser does not let the page copy. Download the log instead."), widget.Warning)
		}
	default: // nothing was asked for, or the browser still asks the player
	}
}
