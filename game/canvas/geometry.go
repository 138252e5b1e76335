package canvas

// Point is a place [logical pixels], y downwards.
type Point struct{ X, Y float64 }

// Pt is the point x, y.
func Pt(x, y float64) Point { return Point{x, y} }

// Add is p moved by q.
func (p Point) Add(q Point) Point { return Point{p.X + q.X, p.Y + q.Y} }

// Rect is an upright rectangle [logical pixels].
type Rect struct{ X, Y, W, H float64 }

// Box is the rectangle at x, y with width w and height h.
func Box(x, y, w, h float64) Rect { return Rect{x, y, w, h} }

// Right and Bottom are the far edges; MidX and MidY the middle.
func (r Rect) Right() float64  { return r.X + r.W }
func (r Rect) Bottom() float64 { return r.Y + r.H }
func (r Rect) MidX() float64   { return r.X + r.W/2 }
func (r Rect) MidY() float64   { return r.Y + r.H/2 }

// Empty reports whether nothing fits into r.
func (r Rect) Empty() bool { return !(r.W > 0 && r.H > 0) }

// Contains reports whether p is inside r; the far edges are outside.
func (r Rect) Contains(p Point) bool {
	return p.X >= r.X && p.Y >= r.Y && p.X < r.Right() && p.Y < r.Bottom()
}

// Intersect is the common part of r and s, empty when there is none.
func (r Rect) Intersect(s Rect) Rect {
	x, y := max(r.X, s.X), max(r.Y, s.Y)
	w, h := min(r.Right(), s.Right())-x, min(r.Bottom(), s.Bottom())-y
	if !(w > 0 && h > 0) {
		return Rect{X: x, Y: y}
	}
	return Rect{x, y, w, h}
}

// Inset is r made smaller by d on every side; a negative d makes it larger.
func (r Rect) Inset(d float64) Rect { return r.InsetXY(d, d) }

// InsetXY is r made smaller by dx left and right and by dy above and below.
func (r Rect) InsetXY(dx, dy float64) Rect {
	return Rect{r.X + dx, r.Y + dy, max(r.W-2*dx, 0), max(r.H-2*dy, 0)}
}

// Move is r shifted by dx, dy.
func (r Rect) Move(dx, dy float64) Rect { return Rect{r.X + dx, r.Y + dy, r.W, r.H} }

// CutTop takes a strip of height h off r and returns it; r keeps the rest.
// CutBottom, CutLeft and CutRight do the same on the other sides. At most what
// is there is taken.
func (r *Rect) CutTop(h float64) Rect {
	h = clamp(h, 0, r.H)
	strip := Rect{r.X, r.Y, r.W, h}
	r.Y, r.H = r.Y+h, r.H-h
	return strip
}

// CutBottom takes a strip off the lower side.
func (r *Rect) CutBottom(h float64) Rect {
	h = clamp(h, 0, r.H)
	r.H -= h
	return Rect{r.X, r.Bottom(), r.W, h}
}

// CutLeft takes a strip off the left side.
func (r *Rect) CutLeft(w float64) Rect {
	w = clamp(w, 0, r.W)
	strip := Rect{r.X, r.Y, w, r.H}
	r.X, r.W = r.X+w, r.W-w
	return strip
}

// CutRight takes a strip off the right side.
func (r *Rect) CutRight(w float64) Rect {
	w = clamp(w, 0, r.W)
	r.W -= w
	return Rect{r.Right(), r.Y, w, r.H}
}

// Columns divides r into n equally wide parts with gaps between them.
func (r Rect) Columns(n int, gap float64) []Rect {
	parts := make([]float64, max(n, 0))
	for i := range parts {
		parts[i] = 1
	}
	return r.ColumnsBy(gap, parts...)
}

// Rows divides r into n equally high parts with gaps between them.
func (r Rect) Rows(n int, gap float64) []Rect {
	out := make([]Rect, 0, max(n, 0))
	h := max((r.H-gap*float64(n-1))/float64(max(n, 1)), 0)
	for i := range n {
		out = append(out, Rect{r.X, r.Y + float64(i)*(h+gap), r.W, h})
	}
	return out
}

// ColumnsBy divides r into columns whose widths are in the ratio of the weights.
func (r Rect) ColumnsBy(gap float64, weights ...float64) []Rect {
	var sum float64
	for _, w := range weights {
		sum += w
	}
	room := max(r.W-gap*float64(len(weights)-1), 0)
	out := make([]Rect, 0, len(weights))
	x := r.X
	for _, weight := range weights {
		w := room * weight / max(sum, 1e-9)
		out = append(out, Rect{x, r.Y, w, r.H})
		x += w + gap
	}
	return out
}

// Grid divides r into rows of equal cells, read left to right, top to bottom.
func (r Rect) Grid(columns, rows int, gap float64) []Rect {
	out := make([]Rect, 0, max(columns*rows, 0))
	for _, row := range r.Rows(rows, gap) {
		out = append(out, row.Columns(columns, gap)...)
	}
	return out
}

// clamp is v limited to lo..hi; a NaN becomes lo.
func clamp(v, lo, hi float64) float64 {
	if !(v > lo) {
		return lo
	}
	return min(v, max(lo, hi))
}
