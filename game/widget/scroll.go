package widget

import (
	"strconv"

	"centricity/game/canvas"
)

// endless is the height of the room a scrolled body draws in.
const endless = 1 << 20

type scrollState struct {
	offset, content float64
	view            float64 // height of the window
	grab            float64 // where in the thumb the pointer took hold
}

const scrollBar = 8.0

// Scroll draws body in a window r on something higher. The body takes what it
// needs off the top of the rectangle it is given. The wheel, the bar, and the
// keys scroll; a control that gets the focus is brought into view.
func (u *UI) Scroll(r canvas.Rect, id, name string, body func(r *canvas.Rect)) {
	s := memory[scrollState](u, id)
	s.view = r.H
	u.scrollTo(id, s)
	s.limit(r.H)
	room := canvas.Box(r.X, r.Y-s.offset, r.W-scrollBar-Gap1, endless)
	needed := s.scrolls(r.H)
	spotted := u.spotted
	if needed {
		u.focusable(id, r)
		u.scrollKeys(id, s, r.H)
	}
	before := u.focus
	u.c.PushClip(canvas.Box(r.X-Gap1, r.Y, r.W+2*Gap1, r.H))
	n := Node{ID: id, Role: RoleRegion, Name: name, Focusable: needed, Rect: r}
	n.scrolls(s, 0)
	u.within(n, func() { body(&room) })
	u.c.PopClip()
	if h := endless - room.H; h != s.content {
		s.content, u.again = h, true
	}
	old := s.offset
	if u.spotted && !spotted && before != id {
		if d := u.spot.Y - Gap4 - r.Y; d < 0 {
			s.offset += d
		} else if d := u.spot.Bottom() + Gap4 - r.Bottom(); d > 0 {
			s.offset += min(d, u.spot.Y-Gap4-r.Y)
		}
		// An area around this one brings the same control into view, where it
		// will then be.
		u.spot = u.spot.Intersect(r)
	}
	if u.in.Wheel.Y != 0 && u.over(r) && s.content > r.H {
		s.offset += u.in.Wheel.Y
		u.in.Wheel.Y = 0
	}
	u.bar(id, s, r)
	s.limit(r.H)
	if s.offset != old {
		u.again = true
	}
	u.ring(id, r.Inset(3), 4)
}

// scrollTo moves the content where the mirror asks for it.
func (u *UI) scrollTo(id string, s *scrollState) {
	v, ok := u.acted(ActScroll, id)
	if to, err := strconv.ParseFloat(v, 64); ok && err == nil && to >= 0 { // not NaN
		s.offset = to
	}
}

// scrolls enters into a node how far what is in it has been scrolled; what
// stands above it, such as a table's head, does not scroll.
func (n *Node) scrolls(s *scrollState, above float64) {
	if s.scrolls(s.view) {
		n.Scrolled, n.Height = s.offset, s.content+above
	}
}

// ScrollTop makes areas show their top again.
func (u *UI) ScrollTop(ids ...string) {
	for _, id := range ids {
		delete(u.state, id)
	}
	u.again = true
}

// ScrollPages scrolls an area by the page keys that no control has used. Ask for
// it at the end of a screen, or of a dialog's body.
func (u *UI) ScrollPages(id string) {
	s := memory[scrollState](u, id)
	step := 0.0
	for !u.inert() && u.Key(KeyPress{Key: KeyPageDown}) {
		step += 0.9
	}
	for !u.inert() && u.Key(KeyPress{Key: KeyPageUp}) {
		step -= 0.9
	}
	if step != 0 {
		s.offset += step * s.view
		s.limit(s.view)
		u.again = true
	}
}

// Below is how much of an area's content lies below its window.
func (u *UI) Below(id string) float64 {
	s := memory[scrollState](u, id)
	return max(s.content-s.view-s.offset, 0)
}

// Content is how high an area's content is.
func (u *UI) Content(id string) float64 { return memory[scrollState](u, id).content }

// scrolls reports whether the content is higher than its window.
func (s *scrollState) scrolls(view float64) bool { return s.content > view+0.5 }

func (s *scrollState) limit(view float64) {
	s.offset = max(min(s.offset, s.content-view), 0)
}

func (u *UI) scrollKeys(id string, s *scrollState, view float64) {
	u.keys(id, func(k KeyPress) bool {
		switch k.Key {
		case KeyUp:
			s.offset -= 40
		case KeyDown:
			s.offset += 40
		case KeyPageUp:
			s.offset -= view * 0.9
		case KeyPageDown, KeySpace:
			s.offset += view * 0.9
		case KeyHome:
			s.offset = 0
		case KeyEnd:
			s.offset = s.content
		default:
			return false
		}
		u.again = true
		return true
	})
}

// bar draws the scroll bar, and moves the content while its thumb is dragged.
func (u *UI) bar(id string, s *scrollState, r canvas.Rect) {
	if !s.scrolls(r.H) || r.Empty() {
		return
	}
	rail := canvas.Box(r.Right()-scrollBar, r.Y, scrollBar, r.H)
	h := max(r.H*r.H/s.content, min(24, r.H))
	travel := r.H - h
	thumb := canvas.Box(rail.X, rail.Y, rail.W, h)
	if s.content > r.H {
		thumb.Y += travel * s.offset / (s.content - r.H)
	}
	p := u.press(id+"/bar", rail)
	if p.began {
		s.grab = u.in.Pointer.Y - thumb.Y
		if !thumb.Contains(u.in.Pointer) {
			s.grab = h / 2
		}
	}
	if p.held && travel > 0 {
		s.offset = (u.in.Pointer.Y - s.grab - rail.Y) / travel * (s.content - r.H)
	}
	ink := u.Theme.Track
	if p.over || p.held {
		ink = u.Theme.Edge
	}
	u.c.FillRound(thumb.InsetXY(1, 0), 3, ink)
}
