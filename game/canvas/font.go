package canvas

import (
	"iter"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/go-fonts/liberation/liberationsansbold"
	"github.com/go-fonts/liberation/liberationsansregular"
	"golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
)

// upem is the number of font units in the em square of both faces.
const upem = 2048

// common is the range of runes whose widths and kerning are kept in tables.
const common = 128

// face is one parsed font with the measures that are asked for all the time.
type face struct {
	font    *sfnt.Font
	mu      sync.Mutex // guards buf and wide
	buf     sfnt.Buffer
	gid     [common]sfnt.GlyphIndex
	advance [common]int16
	kern    [common][common]int16
	wide    map[rune]glyphInfo
}

type glyphInfo struct {
	gid     sfnt.GlyphIndex
	advance int16
}

// faces are Liberation Sans regular and bold, in this order.
var faces = sync.OnceValue(func() [2]*face {
	return [2]*face{newFace(liberationsansregular.TTF), newFace(liberationsansbold.TTF)}
})

func faceOf(bold bool) *face {
	if bold {
		return faces()[1]
	}
	return faces()[0]
}

func newFace(ttf []byte) *face {
	f, err := sfnt.Parse(ttf)
	if err != nil {
		panic("canvas: an embedded font cannot be read: " + err.Error())
	}
	fc := &face{font: f, wide: map[rune]glyphInfo{}}
	for r := range rune(common) {
		info := fc.load(r)
		fc.gid[r], fc.advance[r] = info.gid, info.advance
	}
	for a := ' '; a < common; a++ {
		for b := ' '; b < common; b++ {
			// Digits stay unkerned, or columns of figures would not align
			// (the font kerns "11").
			if isDigit(a) && isDigit(b) {
				continue
			}
			if k, err := f.Kern(&fc.buf, fc.gid[a], fc.gid[b], fixed.I(upem), font.HintingNone); err == nil {
				fc.kern[a][b] = int16(k.Round())
			}
		}
	}
	return fc
}

func isDigit(r rune) bool { return r >= '0' && r <= '9' }

func (f *face) load(r rune) glyphInfo {
	gid, err := f.font.GlyphIndex(&f.buf, r)
	if err != nil {
		gid = 0
	}
	adv, err := f.font.GlyphAdvance(&f.buf, gid, fixed.I(upem), font.HintingNone)
	if err != nil {
		adv = 0
	}
	return glyphInfo{gid, int16(adv.Round())}
}

// glyph is the index and advance [font units] of r.
func (f *face) glyph(r rune) glyphInfo {
	if r >= 0 && r < common {
		return glyphInfo{f.gid[r], f.advance[r]}
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	info, ok := f.wide[r]
	if !ok {
		info = f.load(r)
		f.wide[r] = info
	}
	return info
}

func (f *face) kerning(a, b rune) int {
	if a >= 0 && a < common && b >= 0 && b < common {
		return int(f.kern[a][b])
	}
	return 0
}

// Measure is the width of s [logical pixels]. It does not depend on the scale
// of a canvas, so a layout is the same on every screen.
func Measure(s string, style Style) float64 {
	f := faceOf(style.Bold)
	units, prev := 0, rune(-1)
	for _, r := range s {
		units += int(f.glyph(r).advance) + f.kerning(prev, r)
		prev = r
	}
	return float64(units) * style.Size / upem
}

// Ascent, CapHeight and Descent are the heights above and below the baseline.
func (s Style) Ascent() float64    { return s.Size * 1484 / upem }
func (s Style) CapHeight() float64 { return s.Size * 1409 / upem }
func (s Style) Descent() float64   { return s.Size * 434 / upem }

// LineHeight is the usual distance between two baselines.
func (s Style) LineHeight() float64 { return s.Size * 1.45 }

// Baseline is the y of a baseline that centres capitals and digits in r.
func (s Style) Baseline(r Rect) float64 { return r.MidY() + s.CapHeight()/2 }

// A Witness is a Canvas that is told of the texts that TextIn had to shorten, so
// that they can be read in full somewhere.
type Witness interface {
	Canvas
	Cut(r Rect, full string)
}

// TextIn draws s on one line, vertically centred in r, aligned within r as the
// style says, and shortened with "…" when it does not fit.
func TextIn(c Canvas, r Rect, s string, style Style) {
	full := s
	s = Shorten(full, r.W, style)
	if w, ok := c.(Witness); ok && len(s) != len(full) {
		w.Cut(r, full)
	}
	p := Point{r.X, style.Baseline(r)}
	switch style.Align {
	case Center:
		p.X = r.MidX()
	case Right:
		p.X = r.Right()
	}
	c.Text(p, s, style)
}

// Shorten is s, or its beginning with "…" when s is wider than w.
func Shorten(s string, w float64, style Style) string {
	if Measure(s, style) <= w+0.5 {
		return s
	}
	w -= Measure("…", style)
	f := faceOf(style.Bold)
	var width float64
	prev := rune(-1)
	for i, r := range s {
		width += float64(int(f.glyph(r).advance)+f.kerning(prev, r)) * style.Size / upem
		prev = r
		if width > w {
			return strings.TrimRight(s[:i], " ") + "…"
		}
	}
	return s
}

// Wrap breaks s into lines no wider than w: at spaces, at line ends in s, and
// inside a word only when the word alone is wider than w.
func Wrap(s string, w float64, style Style) []string {
	var lines []string
	for para := range strings.SplitSeq(s, "\n") {
		line, before := "", len(lines)
		for word := range words(para) {
			joined := word
			if line != "" {
				joined = line + " " + word
			}
			if Measure(joined, style) <= w {
				line = joined
				continue
			}
			if line != "" {
				lines = append(lines, line)
			}
			for Measure(word, style) > w {
				n := fits(word, w, style)
				lines = append(lines, word[:n])
				word = word[n:]
			}
			line = word
		}
		if line != "" || len(lines) == before {
			lines = append(lines, line)
		}
	}
	return lines
}

// units stand behind a number and signs before or behind it, here and in other
// languages: "30 %", "$ 1.20 m", "1,2 mil M €".
const (
	units = " % k m bn tn pp × min mil M B "
	signs = " $ € £ "
)

// words yields the words of a line; a number with its unit and sign is one word.
func words(s string) iter.Seq[string] {
	return func(yield func(string) bool) {
		held := ""
		for w := range strings.FieldsSeq(s) {
			bare := " " + strings.TrimRight(w, ".,:;)") + " "
			switch {
			case held == "":
			case bare != "  " && (strings.Contains(units, bare) || strings.Contains(signs, bare) && numeric(held)), signed(held):
				w = held + " " + w
			default:
				if !yield(held) {
					return
				}
			}
			held = w
		}
		if held != "" {
			yield(held)
		}
	}
}

// signed tells whether a word ends with a currency's sign that stands before its
// number: "$", "−€".
func signed(w string) bool {
	r, _ := utf8.DecodeLastRuneInString(w)
	return w != "" && strings.ContainsRune("$€£", r) && !numeric(w)
}

// numeric tells whether a word ends as a number does, or its unit.
func numeric(w string) bool { return strings.ContainsAny(w, "0123456789") }

// fits is the number of leading bytes of word that fit into w, at least one rune.
func fits(word string, w float64, style Style) int {
	n := 0
	for i := range word {
		if i > 0 && Measure(word[:i], style) > w {
			break
		}
		n = i
	}
	if n == 0 {
		for i := range word[1:] {
			if word[i+1]&0xC0 != 0x80 {
				return i + 1
			}
		}
		return len(word)
	}
	return n
}
