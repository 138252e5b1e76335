package widget

import (
	"math"

	"centricity/game/canvas"
)

// inView finds what is drawn so far with this ID, as far as the scroll areas
// around it show it. Where they hide all of it, at is a line at the edge of the
// area beyond which it lies, and seen is false.
func (u *UI) inView(id string) (at canvas.Rect, seen, ok bool) {
	var areas []canvas.Rect
	var walk func(n *Node) *Node
	walk = func(n *Node) *Node {
		if n.ID == id {
			return n
		}
		for _, c := range n.Children {
			if found := walk(c); found != nil {
				if n.Role == RoleRegion {
					areas = append(areas, n.Rect)
				}
				return found
			}
		}
		return nil
	}
	n := walk(u.root)
	if n == nil {
		return at, false, false
	}
	at, seen = n.Rect, true
	for _, area := range append(areas, u.Bounds()) {
		if part := at.Intersect(area); !part.Empty() {
			at = part
			continue
		}
		seen = false
		y := min(max(at.Y, area.Y), area.Bottom()-2)
		at = canvas.Box(max(at.X, area.X), y, min(at.W, area.W), 2)
	}
	return at, seen, true
}

// An obstacle is something drawn that a note should rather not lie on.
type obstacle struct {
	r      canvas.Rect
	weight float64 // of each square pixel that is covered
}

// obstacles are the controls and texts drawn so far; controls count most.
func (u *UI) obstacles() (list []obstacle) {
	var walk func(n *Node, view canvas.Rect)
	walk = func(n *Node, view canvas.Rect) {
		r := n.Rect.Intersect(view)
		switch {
		case n.Role == RoleRegion:
			view = r
		case r.Empty():
		case n.Focusable && n.Role != RoleTable && n.Role != RoleTerm && n.Role != RoleGroup:
			list = append(list, obstacle{r, 20})
		case n.Role == RoleImage:
			list = append(list, obstacle{r, 0.5})
		case len(n.Children) == 0:
			list = append(list, obstacle{r, 1})
		}
		for _, c := range n.Children {
			walk(c, view)
		}
	}
	walk(u.root, u.Bounds())
	return list
}

// noteWidths are the widths a note tries [logical pixels, times the text's
// scale]; the last is as wide as the window.
var noteWidths = []float64{280, 380, 560, math.Inf(1)}

// besides finds the place for a note: beside what it is about, never on it,
// within the window, and on as little else as can be. ok is false where there
// is no room at all.
func (u *UI) besides(about canvas.Rect, height func(w float64) float64) (best canvas.Rect, ok bool) {
	bounds := u.Bounds().Inset(Gap2)
	gap := u.Px(noteGap)
	apart := about.Inset(-gap + 1)
	cost := math.Inf(1)
	obstacles := u.obstacles()
	for _, width := range noteWidths {
		w := min(u.Px(width), bounds.W)
		h := height(w)
		for _, at := range spots(about, gap, w, h) {
			box := canvas.Box(min(max(at.X, bounds.X), bounds.Right()-w), min(max(at.Y, bounds.Y), bounds.Bottom()-h), w, h)
			if box.Y < bounds.Y || !box.Intersect(apart).Empty() {
				continue
			}
			// A note far off, or of another shape than the usual, must be worth it.
			c := 4*math.Hypot(box.X-at.X, box.Y-at.Y) + 0.1*max(w*h-u.Px(noteWidths[0])*height(u.Px(noteWidths[0])), 0)
			for _, o := range obstacles {
				part := box.Intersect(o.r)
				c += o.weight * part.W * part.H
			}
			if c < cost {
				best, cost, ok = box, c, true
			}
		}
		if w == bounds.W {
			break
		}
	}
	return best, ok
}

// spots are places around a rectangle: on each side at its start, middle and
// end, and a few between.
func spots(about canvas.Rect, gap, w, h float64) (at []canvas.Point) {
	for _, t := range []float64{0, 0.25, 0.5, 0.75, 1} {
		y := about.Y + t*(about.H-h)
		x := about.X + t*(about.W-w)
		at = append(at,
			canvas.Pt(about.Right()+gap, y), canvas.Pt(about.X-gap-w, y),
			canvas.Pt(x, about.Bottom()+gap), canvas.Pt(x, about.Y-gap-h))
	}
	return at
}
