package widget

import (
	"strings"

	"centricity/game/canvas"
)

// watched is the canvas of a frame, and remembers which texts did not fit.
type watched struct {
	canvas.Canvas
	u *UI
}

// cut is a text that was shortened and where it stands.
type cut struct {
	r    canvas.Rect
	full string
}

// Cut implements canvas.Witness. What is under the pointer is told in full.
func (w *watched) Cut(r canvas.Rect, full string) {
	u := w.u
	seen := r.Intersect(w.Clip())
	if seen.Empty() || u.inert() {
		return
	}
	u.cuts = append(u.cuts, cut{seen, full})
	if u.over(seen) {
		u.cutOver = cut{seen, full}
	}
	if outer, ok := w.Canvas.(canvas.Witness); ok {
		outer.Cut(r, full)
	}
}

// tellCuts lets tooltips say what did not fit: that of the control with the
// pointer or the focus begins with it, and a text without a tooltip gets one.
func (u *UI) tellCuts() {
	if len(u.cuts) == 0 {
		return
	}
	if u.tip.now == "" && u.tip.show == "" && u.cutOver.full != "" && u.active == "" {
		u.tooltip("cut/"+u.cutOver.full, u.cutOver.r, u.cutOver.full, true)
	}
	if n := u.root.Find(u.focus); n != nil && u.tip.show == "" {
		if full := u.cutIn(n.Rect); len(full) > 0 {
			u.tooltip(u.focus, n.Rect, full[0], false)
		}
	}
	if u.tip.show != "" {
		for _, full := range u.cutIn(u.tip.at) {
			if !strings.Contains(u.tip.show, strings.TrimRight(full, ".")) {
				u.tip.show = strings.TrimRight(full, ".") + ". " + u.tip.show
			}
		}
	}
}

// cutIn are the texts cut short within r.
func (u *UI) cutIn(r canvas.Rect) (full []string) {
	for _, c := range u.cuts {
		if r.Inset(-1).Contains(canvas.Pt(c.r.MidX(), c.r.MidY())) {
			full = append(full, c.full)
		}
	}
	return full
}
