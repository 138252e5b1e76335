package widget

import "centricity/game/canvas"

// Theme is the design: every colour and size a control may use.
type Theme struct {
	Dark bool
	// TextScale multiplies type and control sizes, 1 to 2.
	TextScale float64

	Page, Card, Raised canvas.Color // grounds: behind everything, of cards, of pop-ups and table heads
	Line, Edge         canvas.Color // hairlines; edges of controls (3:1)
	Text, Muted        canvas.Color // (4.5:1 on all grounds)
	Accent, OnAccent   canvas.Color // the one accent, and text on it
	Soft               canvas.Color // a faint accent: selected, hovered
	Track              canvas.Color // what a slider runs on
	Good, Bad, Warn    canvas.Color // always beside a word or a sign, never alone (4.5:1)
	Focus              canvas.Color // the focus ring
	Shade              canvas.Color // shadows
	Scrim              canvas.Color // over the page behind a dialog
	Tip, OnTip         canvas.Color // tooltips and toasts

	// Series are the colours of series in charts, from Okabe and Ito (2008),
	// "Color Universal Design", darkened or lightened to 3:1 on a card.
	Series [7]canvas.Color
}

// okabeIto is blue, orange, green, purple, sky blue, vermilion, grey.
var okabeIto = [7]uint32{0x0072B2, 0xE69F00, 0x009E73, 0xCC79A7, 0x56B4E9, 0xD55E00, 0x808A96}

// Light is the theme for bright rooms and projectors.
func Light() Theme {
	t := Theme{
		TextScale: 1,
		Page:      canvas.Hex(0xF3F5F8), Card: canvas.Hex(0xFFFFFF), Raised: canvas.Hex(0xF5F7FA),
		Line: canvas.Hex(0xE1E6EC), Edge: canvas.Hex(0x8591A0),
		Text: canvas.Hex(0x16202C), Muted: canvas.Hex(0x566373),
		Accent: canvas.Hex(0x0A5CA8), OnAccent: canvas.Hex(0xFFFFFF),
		Soft: canvas.Hex(0xE8F1FA), Track: canvas.Hex(0xDCE2E9),
		Good: canvas.Hex(0x0B7A55), Bad: canvas.Hex(0xB42318), Warn: canvas.Hex(0x8F5700),
		Focus: canvas.Hex(0x0A5CA8), Shade: canvas.Color{R: 16, G: 32, B: 56, A: 30},
		Scrim: canvas.Color{R: 16, G: 26, B: 40, A: 120},
		Tip:   canvas.Hex(0x1B2735), OnTip: canvas.Hex(0xF7F9FB),
	}
	t.fillSeries()
	return t
}

// Dark is the theme for dark rooms.
func Dark() Theme {
	t := Theme{
		Dark: true, TextScale: 1,
		Page: canvas.Hex(0x0F141A), Card: canvas.Hex(0x182029), Raised: canvas.Hex(0x202A35),
		Line: canvas.Hex(0x2B3643), Edge: canvas.Hex(0x738293),
		Text: canvas.Hex(0xE9EEF4), Muted: canvas.Hex(0xA3B0BE),
		Accent: canvas.Hex(0x6FB3F2), OnAccent: canvas.Hex(0x08182A),
		Soft: canvas.Hex(0x1F3247), Track: canvas.Hex(0x36434F),
		Good: canvas.Hex(0x53C79C), Bad: canvas.Hex(0xFF8A7D), Warn: canvas.Hex(0xF0B44A),
		Focus: canvas.Hex(0x6FB3F2), Shade: canvas.Color{A: 110},
		Scrim: canvas.Color{A: 150},
		Tip:   canvas.Hex(0xE9EEF4), OnTip: canvas.Hex(0x16202C),
	}
	t.fillSeries()
	return t
}

func (t *Theme) fillSeries() {
	ratio := 3.05 // above 3, or an edge that is blended falls below it
	if t.Dark {
		ratio = 4.5 // thin lines drown in the dark
	}
	for i, c := range okabeIto {
		t.Series[i] = Legible(canvas.Hex(c), t.Card, ratio)
	}
}

// Tone is what a text, a button or a message means.
type Tone uint8

// The tones.
const (
	Neutral Tone = iota
	Quiet
	Accented
	Positive
	Negative
	Warning
)

// Color is the text colour of a tone.
func (t Theme) Color(tone Tone) canvas.Color {
	return [...]canvas.Color{t.Text, t.Muted, t.Accent, t.Good, t.Bad, t.Warn}[tone]
}

// The type scale [logical pixels at a text scale of 1].
const (
	smallSize   = 12
	bodySize    = 14
	headingSize = 16
	titleSize   = 20
	displaySize = 32
)

// The spacing scale [logical pixels]; multiply with [Theme.Px] where text
// decides the room.
const (
	Gap1 = 4.0
	Gap2 = 8.0
	Gap3 = 12.0
	Gap4 = 16.0
	Gap6 = 24.0
)

const (
	cornerControl = 6.0
	cornerCard    = 10.0
)

// Px is a length that grows with the text.
func (t Theme) Px(v float64) float64 { return v * t.scale() }

func (t Theme) scale() float64 { return min(max(t.TextScale, 1), 2) }

func (t Theme) style(size float64, bold bool, c canvas.Color) canvas.Style {
	return canvas.Style{Size: size * t.scale(), Bold: bold, Color: c}
}

// Small and the following are the text styles.
func (t Theme) Small() canvas.Style   { return t.style(smallSize, false, t.Muted) }
func (t Theme) Body() canvas.Style    { return t.style(bodySize, false, t.Text) }
func (t Theme) Strong() canvas.Style  { return t.style(bodySize, true, t.Text) }
func (t Theme) Heading() canvas.Style { return t.style(headingSize, true, t.Text) }
func (t Theme) Title() canvas.Style   { return t.style(titleSize, true, t.Text) }
func (t Theme) Display() canvas.Style { return t.style(displaySize, true, t.Text) }

// ControlHeight is the height of a button or a field; RowHeight of a table row.
func (t Theme) ControlHeight() float64 { return t.Px(34) }
func (t Theme) RowHeight() float64     { return t.Px(30) }
