package widget

import (
	"centricity/game/canvas"
)

// Label draws one line of text in r, shortened when it does not fit.
func (u *UI) Label(r canvas.Rect, text string, style canvas.Style) {
	canvas.TextIn(u.c, r, text, style)
	u.node(Node{Role: RoleParagraph, Name: text, Rect: r})
}

// Heading draws a heading; level 1 is the screen's title, 2 a card's, 3 a part's.
func (u *UI) Heading(r canvas.Rect, level int, text string) {
	style := u.Theme.Heading()
	switch {
	case level <= 1:
		style = u.Theme.Title()
	case level >= 3:
		style = u.Theme.Strong()
	}
	canvas.TextIn(u.c, r, text, style)
	u.node(Node{Role: RoleHeading, Name: text, Level: level, Rect: r})
}

// Paragraph takes the room of the wrapped text off the top of r and draws it
// there.
func (u *UI) Paragraph(r *canvas.Rect, text string, style canvas.Style) {
	lines := canvas.Wrap(text, r.W, style)
	box := r.CutTop(float64(len(lines)) * style.LineHeight())
	u.node(Node{Role: RoleParagraph, Name: text, Rect: box})
	drawLines(u.c, box, lines, style)
}

// ParagraphHeight is the room a paragraph takes at width w.
func ParagraphHeight(text string, w float64, style canvas.Style) float64 {
	return float64(len(canvas.Wrap(text, w, style))) * style.LineHeight()
}

// drawLines draws lines from the top of box, as many as there are.
func drawLines(c canvas.Canvas, box canvas.Rect, lines []string, style canvas.Style) {
	for _, line := range lines {
		canvas.TextIn(c, box.CutTop(style.LineHeight()), line, style)
	}
}

// Figures draws a key figure: its name small, the value large, and below what
// it is compared with, in the colour of the tone.
func (u *UI) Figures(r canvas.Rect, f Figures) {
	n := Node{ID: f.ID, Role: RoleGroup, Name: f.Name, Value: f.Value, Description: f.Note, Rect: r}
	if f.Tip != "" {
		u.hint(f.ID, r, f.Tip)
		u.ring(f.ID, r, 3)
		n.Focusable = true
		n.Description = noted(f.Note, f.Tip)
	}
	u.node(n)
	small, value := u.Theme.Small(), f.style(u.Theme)
	name := r.CutTop(u.Px(18))
	canvas.TextIn(u.c, name, f.Name, small)
	if f.Tip != "" {
		name.W = min(name.W, canvas.Measure(f.Name, small))
		u.dots(name, small)
	}
	canvas.TextIn(u.c, r.CutTop(value.Size*1.35), f.Value, value)
	canvas.TextIn(u.c, r.CutTop(u.Px(18)), f.Note, small.With(u.Theme.Color(f.Tone)))
}

func (f Figures) style(t Theme) canvas.Style {
	if f.Large {
		return t.Display()
	}
	return t.Title()
}

// FiguresHeight is the height of a key figure.
func (u *UI) FiguresHeight(f Figures) float64 { return u.Px(36) + f.style(u.Theme).Size*1.35 }

// Figures is a key figure: a name, a value and a note such as "+3.1 % on round 2".
type Figures struct {
	ID, Name, Value, Note string
	Tone                  Tone // of the note
	Large                 bool
	Tip                   string
}

// Term draws a word with a dotted line below it that explains itself on hover
// and on focus.
func (u *UI) Term(r canvas.Rect, id, word, meaning string, style canvas.Style) {
	w := min(canvas.Measure(word, style), r.W)
	box := canvas.Box(r.X, r.Y, w, r.H)
	switch style.Align {
	case canvas.Center:
		box.X = r.MidX() - w/2
	case canvas.Right:
		box.X = r.Right() - w
	}
	canvas.TextIn(u.c, r, word, style)
	u.dots(box, style)
	u.hint(id, box, meaning)
	u.ring(id, box.InsetXY(0, max(0, (box.H-style.LineHeight())/2)), 2)
	u.node(Node{ID: id, Role: RoleTerm, Name: word, Description: meaning, Focusable: true, Rect: box})
}

// dots draws the dotted line below a word that explains itself.
func (u *UI) dots(r canvas.Rect, style canvas.Style) {
	y := style.Baseline(r) + u.Px(3)
	for x := r.X; x < r.Right(); x += 4 {
		u.c.FillRect(canvas.Box(x, y, 2, 1), u.Theme.Muted)
	}
}

// hint makes a passive area explain itself on hover and on focus.
func (u *UI) hint(id string, r canvas.Rect, text string) {
	p := u.press(id, r)
	if p.began {
		u.focus = id
	}
	u.focusable(id, r)
	u.tooltip(id, r, text, p.over)
}

// noted is what a screen reader hears of a control: the note beside it, and its
// tooltip.
func noted(note, tip string) string {
	if note == "" || tip == "" {
		return note + tip
	}
	return note + ". " + tip
}
