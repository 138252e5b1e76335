package screen

import (
	"centricity/game/canvas"
	"centricity/game/widget"
)

// widest is the width beyond which a page grows no further [logical pixels].
const widest = 1680.0

// margins are the room of a page within what the header leaves: with space
// around it, in the middle of a very wide window.
func (a *App) margins(r canvas.Rect) canvas.Rect { return a.middle(r.Inset(widget.Gap4)) }

// middle is the middle part of r, as wide as a page can be.
func (a *App) middle(r canvas.Rect) canvas.Rect {
	if w := a.ui.Px(widest); r.W > w {
		r = r.InsetXY((r.W-w)/2, 0)
	}
	return r
}

// wide tells whether a room is wide enough for n columns of usual cards.
func (a *App) wide(r canvas.Rect, n int) bool {
	return r.W >= float64(n)*a.ui.Px(400)
}

// card takes a card with so much room inside off the top of r, and the gap
// below it.
func (a *App) card(r *canvas.Rect, inside float64, title string) canvas.Rect {
	in := a.ui.Card(r.CutTop(inside+a.cardFrame(title)), title)
	r.CutTop(widget.Gap4)
	return in
}

// cardFrame is what a card is higher than the room inside.
func (a *App) cardFrame(title string) float64 {
	h := 2 * widget.Gap4
	if title != "" {
		h += a.ui.Px(22) + widget.Gap2
	}
	return h
}

// pair takes two cards side by side off the top of r, or one below the other
// where it is narrow. Each is given by its title, the room it wants inside, and
// what it draws there.
func (a *App) pair(r *canvas.Rect, left, right box) {
	if !a.wide(*r, 2) {
		left.draw(a.card(r, left.inside, left.title))
		right.draw(a.card(r, right.inside, right.title))
		return
	}
	h := max(left.inside+a.cardFrame(left.title), right.inside+a.cardFrame(right.title))
	row := r.CutTop(h).ColumnsBy(widget.Gap4, or(left.weight, 1), or(right.weight, 1))
	r.CutTop(widget.Gap4)
	left.draw(a.ui.Card(row[0], left.title))
	right.draw(a.ui.Card(row[1], right.title))
}

func or(v, otherwise float64) float64 {
	if v == 0 {
		return otherwise
	}
	return v
}

// box is a card to be.
type box struct {
	title  string
	inside float64 // height [logical pixels]
	weight float64 // share of the width; 0 is 1
	draw   func(canvas.Rect)
}

// lines takes a wrapped text off the top of r.
func (a *App) lines(r *canvas.Rect, text string) { a.ui.Paragraph(r, text, a.ui.Theme.Body()) }

func (a *App) linesHeight(text string, w float64) float64 {
	return widget.ParagraphHeight(text, w, a.ui.Theme.Body())
}

// points takes a list with a dot before each text off the top of r.
func (a *App) points(r *canvas.Rect, texts []string) {
	u := &a.ui
	indent := u.Px(16)
	for _, text := range texts {
		line := canvas.Box(r.X+indent, r.Y, r.W-indent, r.H)
		u.Canvas().Disc(canvas.Pt(r.X+u.Px(5), r.Y+u.Theme.Body().LineHeight()/2), u.Px(2.5), u.Theme.Accent)
		a.lines(&line, text)
		r.CutTop(line.Y - r.Y + widget.Gap1)
	}
}

func (a *App) pointsHeight(texts []string, w float64) float64 {
	h := 0.0
	for _, text := range texts {
		h += a.linesHeight(text, w-a.ui.Px(16)) + widget.Gap1
	}
	return h
}

// alert takes a message about something that went wrong off the top of r.
func (a *App) alert(r *canvas.Rect, id, text string) {
	if text == "" {
		return
	}
	u := &a.ui
	style := u.Theme.Body().With(u.Theme.Bad)
	w := r.W - 2*widget.Gap3 - u.Px(24)
	h := widget.ParagraphHeight(text, w, style)
	at := r.CutTop(h + 2*widget.Gap2)
	r.CutTop(widget.Gap2)
	u.Canvas().StrokeRound(at, 6, 1, u.Theme.Bad)
	at = at.InsetXY(widget.Gap3, widget.Gap2)
	icon := at.CutLeft(u.Px(24))
	widget.DrawIcon(u.Canvas(), canvas.Box(icon.X, icon.Y, u.Px(16), style.LineHeight()), widget.IconWarning, u.Theme.Bad)
	u.Group(at, widget.RoleAlert, id, text, func() { u.Paragraph(&at, text, style) })
}
