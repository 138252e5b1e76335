package widget

import "centricity/game/canvas"

// Page paints the ground of a whole screen.
func (u *UI) Page() { u.c.FillRect(u.Bounds(), u.Theme.Page) }

// Card draws a card on the page and returns the room inside. With a title, the
// title is drawn as a heading of level 2 and the room is what is below it.
func (u *UI) Card(r canvas.Rect, title string) canvas.Rect {
	DrawCard(u.c, r, u.Theme)
	in := r.Inset(Gap4)
	if title != "" {
		u.Heading(in.CutTop(u.Px(22)), 2, title)
		in.CutTop(Gap2)
	}
	return in
}

// DrawCard paints a card's ground and shadow.
func DrawCard(c canvas.Canvas, r canvas.Rect, t Theme) {
	c.Shadow(r, cornerCard, 7, 2, t.Shade)
	c.FillRound(r, cornerCard, t.Card)
	if t.Dark {
		c.StrokeRound(r, cornerCard, 1, t.Line)
	}
}

// Rule draws a hairline at the top edge of r.
func (u *UI) Rule(r canvas.Rect) {
	u.c.FillRect(canvas.Box(r.X, r.Y, r.W, 1), u.Theme.Line)
}

// Meter draws a bar filled to a share of its length, such as how much of a
// budget is spent; more than 1 is drawn full in the tone's colour.
func (u *UI) Meter(r canvas.Rect, id, name, value string, share float64, tone Tone) {
	bar := canvas.Box(r.X, r.MidY()-u.Px(3), r.W, u.Px(6))
	u.c.FillRound(bar, bar.H/2, u.Theme.Track)
	share = min(max(share, 0), 1)
	if share > 0 {
		u.c.FillRound(canvas.Box(bar.X, bar.Y, max(bar.W*share, bar.H), bar.H), bar.H/2, u.Theme.Color(tone))
	}
	u.node(Node{ID: id, Role: RoleProgress, Name: name, Value: value, Max: 1, Now: share, Rect: r})
}
