package widget

import (
	"math"
	"slices"

	"centricity/game/canvas"
)

// noteGap is the distance between a note and what it is about: room for the
// arrow [logical pixels at a text scale of 1].
const noteGap = 14.0

// Note is a short text that stands beside a control, points at it, and never
// lies on it. The page behind it stays in use.
type Note struct {
	ID, About  string // About is the ID of what it points at
	Name       string // what is heard of it as a whole
	Text       string
	Count      string // such as "2 of 7"
	Next, Skip string // the labels of its buttons
}

// Note draws a note beside what is drawn already, and reports whether one of
// its buttons was pressed. What it is about must be on the screen; else, and
// behind a dialog, nothing is drawn. Its buttons follow what it is about in the
// tab order.
func (u *UI) Note(n Note) (next, skip bool) {
	about, seen, ok := u.inView(n.About)
	if !ok || u.modal != "" || u.modalNow != "" {
		return false, false
	}
	pad, row := u.Px(12), u.Px(30)
	style, small := u.Theme.Body(), u.Theme.Small()
	goOn := Button{ID: n.ID + "/next", Label: n.Next, Kind: Primary}
	end := Button{ID: n.ID + "/skip", Label: n.Skip, Kind: Ghost}
	least := u.ButtonWidth(goOn) + u.ButtonWidth(end) + canvas.Measure(n.Count, small) + Gap2
	height := func(w float64) float64 {
		h := 2*pad + ParagraphHeight(n.Text, w-2*pad, style) + Gap2 + row
		if least > w-2*pad { // the count stands on a line of its own
			h += row
		}
		return h
	}
	box, ok := u.besides(about, height)
	if !ok {
		return false, false
	}
	layer := u.layer
	u.layer = 1
	u.cover(box, 1)
	u.noted = box
	u.drawPointer(box, about, seen)
	t := u.Theme
	u.c.Shadow(box, cornerCard, 16, 5, canvas.Fade(t.Shade, 1.6))
	u.c.FillRound(box, cornerCard, t.Card)
	u.c.StrokeRound(box, cornerCard, 2, t.Accent)
	first := len(u.order)
	u.within(Node{ID: n.ID, Role: RoleNote, Name: n.Name, Rect: box}, func() {
		in := box.Inset(pad)
		foot := in.CutBottom(row)
		count := &foot
		if least > in.W {
			line := in.CutBottom(row)
			count = &line
		}
		next = u.Button(foot.CutRight(min(u.ButtonWidth(goOn), foot.W)), goOn)
		skip = u.Button(foot.CutRight(min(u.ButtonWidth(end), foot.W)), end)
		u.Label(*count, n.Count, small)
		drawLines(u.c, in, canvas.Wrap(n.Text, in.W, style), style)
		u.node(Node{ID: n.ID + "/text", Role: RoleStatus, Name: n.Text, Rect: in})
	})
	u.follow(n.About, first)
	u.layer = layer
	return next, skip
}

// follow moves the tab stops from first on to behind what they belong to: its
// own stop, or the last one before it.
func (u *UI) follow(id string, first int) {
	before := ""
	for n := range u.root.All {
		if n.Focusable && slices.Contains(u.order[:first], n.ID) {
			before = n.ID
		}
		if n.ID == id {
			break
		}
	}
	at := slices.Index(u.order[:first], before)
	if at >= 0 && at+1 < first && u.order[at+1] == before+"/field" { // a slider's number goes with it
		at++
	}
	stops := slices.Clone(u.order[first:])
	u.order = slices.Insert(u.order[:first], at+1, stops...)
}

// drawPointer outlines what a note is about and draws the arrow to it.
func (u *UI) drawPointer(box, about canvas.Rect, seen bool) {
	ink := u.Theme.Accent
	if seen {
		u.c.StrokeRound(about.Inset(-4), cornerControl+4, 2, ink)
		about = about.Inset(-4)
	}
	// From the nearest point of the note's edge to the nearest of the outline.
	near := func(lo, hi, lo2, hi2 float64) float64 {
		from, to := max(lo, lo2), min(hi, hi2)
		if from <= to {
			return (from + to) / 2
		}
		return min(max((lo2+hi2)/2, lo), hi)
	}
	inset := u.Px(10)
	from := canvas.Pt(near(box.X+inset, box.Right()-inset, about.X, about.Right()), near(box.Y+inset, box.Bottom()-inset, about.Y, about.Bottom()))
	to := canvas.Pt(min(max(from.X, about.X), about.Right()), min(max(from.Y, about.Y), about.Bottom()))
	switch {
	case box.X >= about.Right():
		from.X = box.X
	case box.Right() <= about.X:
		from.X = box.Right()
	case box.Y >= about.Bottom():
		from.Y = box.Y
	default:
		from.Y = box.Bottom()
	}
	dx, dy := to.X-from.X, to.Y-from.Y
	length := math.Hypot(dx, dy)
	if length < 1 {
		return
	}
	dx, dy = dx/length, dy/length
	half := u.Px(7)
	u.c.Polyline([]canvas.Point{from, to}, 2, ink)
	base := canvas.Pt(to.X-dx*half*1.4, to.Y-dy*half*1.4)
	u.c.Polygon([]canvas.Point{to, canvas.Pt(base.X-dy*half*0.7, base.Y+dx*half*0.7), canvas.Pt(base.X+dy*half*0.7, base.Y-dx*half*0.7)}, ink)
}

// Drawn tells whether something with this ID has been drawn in this frame.
func (u *UI) Drawn(id string) bool { return u.root.Find(id) != nil }

// Reveal scrolls a control into view without giving it the focus; what takes no
// focus stays where it is.
func (u *UI) Reveal(id string) {
	if n := u.root.Find(id); n != nil && n.Focusable {
		u.reveal, u.again = id, true
	}
}
