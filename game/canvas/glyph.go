package canvas

import (
	"image/draw"
	"math"

	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
	"golang.org/x/image/vector"
)

const drawSrc = draw.Src

// letters are the masks of one face in one size, each at four places within a
// pixel.
type letters struct {
	face   *face
	size   float64 // device pixels
	common [common][4]*mask
	wide   map[wideKey]*mask
}

type wideKey struct {
	r   rune
	sub int
}

type sizeKey struct {
	size uint16 // 1/16 device pixels
	bold bool
}

// Text implements Canvas.
func (m *Image) Text(p Point, s string, style Style) {
	if s == "" || style.Color.A == 0 || !(style.Size > 0) || m.clip.Empty() {
		return
	}
	switch style.Align {
	case Center:
		p.X -= Measure(s, style) / 2
	case Right:
		p.X -= Measure(s, style)
	}
	size := math.Round(clamp(style.Size*m.scale, 1, 1024)*16) / 16
	y := m.px(p.Y)
	if y < m.clip.Min.Y-int(size) || y > m.clip.Max.Y+2*int(size) {
		return
	}
	f, ink, set := faceOf(style.Bold), premultiply(style.Color), m.set(size, style.Bold)
	unit := style.Size * m.scale / upem
	x, prev := clamp(p.X*m.scale, -1<<20, 1<<20), rune(-1)
	for _, r := range s {
		x += float64(f.kerning(prev, r)) * unit
		info := f.glyph(r)
		if x > float64(m.clip.Max.X) {
			return
		}
		q := int(math.Floor(x*4 + 0.5))
		g := m.letter(set, r, q&3)
		if g.w > 0 {
			m.stamp(g, q>>2, y, ink)
		}
		x += float64(info.advance) * unit
		prev = r
	}
}

// set is the letters of a face in a size.
func (m *Image) set(size float64, bold bool) *letters {
	k := sizeKey{uint16(size * 16), bold}
	set, ok := m.letters[k]
	if !ok {
		if len(m.letters) > 64 {
			clear(m.letters)
		}
		set = &letters{face: faceOf(bold), size: size, wide: map[wideKey]*mask{}}
		m.letters[k] = set
	}
	return set
}

// letter is the mask of a letter, drawn the first time it is asked for.
func (m *Image) letter(set *letters, r rune, sub int) *mask {
	if r >= 0 && r < common {
		g := set.common[r][sub]
		if g == nil {
			g = m.drawLetter(set, r, sub)
			set.common[r][sub] = g
		}
		return g
	}
	g, ok := set.wide[wideKey{r, sub}]
	if !ok {
		if len(set.wide) > 2048 {
			clear(set.wide)
		}
		g = m.drawLetter(set, r, sub)
		set.wide[wideKey{r, sub}] = g
	}
	return g
}

// drawLetter draws one glyph into a new mask.
func (m *Image) drawLetter(set *letters, r rune, quarter int) *mask {
	f, gid := set.face, set.face.glyph(r).gid
	f.mu.Lock()
	defer f.mu.Unlock()
	segments, err := f.font.LoadGlyph(&f.buf, gid, fixed.I(upem), nil)
	if err != nil || len(segments) == 0 {
		return &mask{}
	}
	unit, fit, sub := set.size/upem, fitting(set.size), float64(quarter)/4
	at := func(p fixed.Point26_6) (x, y float64) {
		return float64(p.X)/64*unit + sub, -fit(-float64(p.Y) / 64)
	}
	x0, y0, x1, y1 := math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)
	for _, s := range segments {
		for _, a := range s.Args[:args[s.Op]] {
			x, y := at(a)
			x0, y0, x1, y1 = min(x0, x), min(y0, y), max(x1, x), max(y1, y)
		}
	}
	left, top := math.Floor(x0), math.Floor(y0)
	w, h := int(math.Ceil(x1)-left), int(math.Ceil(y1)-top)
	if w <= 0 || h <= 0 || w > 4096 || h > 4096 {
		return &mask{}
	}
	pt := func(p fixed.Point26_6) (float32, float32) {
		x, y := at(p)
		return float32(x - left), float32(y - top)
	}
	cover := m.rasterise(&m.shape, w, h, func(z *vector.Rasterizer) {
		for _, s := range segments {
			ax, ay := pt(s.Args[0])
			bx, by := pt(s.Args[1])
			switch s.Op {
			case sfnt.SegmentOpMoveTo:
				z.MoveTo(ax, ay)
			case sfnt.SegmentOpLineTo:
				z.LineTo(ax, ay)
			case sfnt.SegmentOpQuadTo:
				z.QuadTo(ax, ay, bx, by)
			case sfnt.SegmentOpCubeTo:
				cx, cy := pt(s.Args[2])
				z.CubeTo(ax, ay, bx, by, cx, cy)
			}
		}
		z.ClosePath()
	})
	return &mask{pix: append([]byte(nil), cover...), w: w, h: h, dx: int(left), dy: int(top)}
}

// args is the number of points of each kind of segment.
var args = [...]int{
	sfnt.SegmentOpMoveTo: 1, sfnt.SegmentOpLineTo: 1, sfnt.SegmentOpQuadTo: 2, sfnt.SegmentOpCubeTo: 3,
}

// fitting maps a height above the baseline [font units] to device pixels so
// that the tops of small letters, capitals and ascenders fall on whole pixels
// and round letters do not reach beyond them: the crispness of hinting without
// a hinter. Heights between the zones are stretched evenly. Large letters need
// none of it.
func fitting(size float64) func(float64) float64 {
	unit := size / upem
	if size > 48 {
		return func(y float64) float64 { return y * unit }
	}
	// Zones of Liberation Sans [font units]: flat letters end at the first
	// number, round ones at the second.
	x, cap, asc := math.Round(1082*unit), math.Round(1409*unit), math.Round(1484*unit)
	from := [...]float64{-431, -25, 0, 1082, 1105, 1409, 1434, 1484}
	to := [...]float64{-431 * unit, 0, 0, x, x, cap, cap, max(asc, cap)}
	return func(y float64) float64 {
		last := len(from) - 1
		if y <= from[0] {
			return to[0] + (y-from[0])*unit
		}
		for i := range last {
			if y <= from[i+1] {
				return to[i] + (to[i+1]-to[i])*(y-from[i])/(from[i+1]-from[i])
			}
		}
		return to[last] + (y-from[last])*unit
	}
}
