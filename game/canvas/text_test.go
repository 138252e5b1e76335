package canvas_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"centricity/game/canvas"
)

func TestDigitsAreTabular(t *testing.T) {
	for _, bold := range []bool{false, true} {
		style := canvas.Style{Size: 14, Bold: bold}
		for a := '0'; a <= '9'; a++ {
			for b := '0'; b <= '9'; b++ {
				require.Equal(t, canvas.Measure("00", style), canvas.Measure(string([]rune{a, b}), style), "%c%c", a, b)
			}
		}
	}
}

func TestLettersAreKerned(t *testing.T) {
	style := canvas.Style{Size: 14}
	require.Less(t, canvas.Measure("AV", style), canvas.Measure("A", style)+canvas.Measure("V", style))
}

func TestWrappedLinesFitAndLoseNothing(t *testing.T) {
	style := canvas.Style{Size: 14}
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.StringMatching(`([a-zA-ZØå$%]{1,30} {0,2}){0,12}`).Draw(t, "s")
		w := rapid.Float64Range(20, 400).Draw(t, "w")
		lines := canvas.Wrap(s, w, style)
		for _, l := range lines {
			require.LessOrEqual(t, canvas.Measure(l, style), w, l)
		}
		require.Equal(t, strings.ReplaceAll(s, " ", ""), strings.ReplaceAll(strings.Join(lines, ""), " ", ""))
	})
}

func TestWrapKeepsAmountsTogether(t *testing.T) {
	style := canvas.Style{Size: 14}
	for _, s := range []string{"We spent $ 1.20 m on 30 % of them.", "It added −€ 1.20 m, and 30 %: so much.", "Gastamos 1,20 M £ en el 30 % de ellos.", "Ganó 1,20 mil M €: 30 × más."} {
		for w := 80.0; w < 300; w++ {
			for _, l := range canvas.Wrap(s, w, style) {
				require.NotRegexp(t, `−[$€£]$|^(1\.20|m|mil|M|[$€£%×]:?)( [^0-9]|$)|1[.,]20$|30$`, l, "at width %v", w)
			}
		}
	}
	require.Equal(t, []string{"one", "", "two"}, canvas.Wrap("one\n\ntwo", 100, style))
	require.Equal(t, []string{"W", "W"}, canvas.Wrap("WW", 1, style), "a letter a line is the least")
}

func TestShortenFits(t *testing.T) {
	style := canvas.Style{Size: 14}
	require.Equal(t, "Customer lifetime value", canvas.Shorten("Customer lifetime value", 300, style))
	require.Equal(t, "Customer…", canvas.Shorten("Customer lifetime value", 80, style))
	for w := 15.0; w < 200; w++ {
		require.LessOrEqual(t, canvas.Measure(canvas.Shorten("Customer lifetime value", w, style), style), w+0.5)
	}
}

// Tops and feet of letters lie on whole pixels: the row above a capital is
// empty, the first row of its stem is full.
func TestTextIsCrisp(t *testing.T) {
	for size := 10.0; size <= 40; size++ {
		for _, letter := range []string{"H", "x", "d"} {
			m := canvas.NewImage(60, 60, 1)
			m.Text(canvas.Pt(10, 50), letter, canvas.Style{Size: size, Bold: true, Color: canvas.Hex(0)})
			first, last := 0, 0
			for y := range 60 {
				darkest := uint8(0)
				for x := range 60 {
					darkest = max(darkest, m.RGBA().RGBAAt(x, y).A)
				}
				if darkest > 0 && first == 0 {
					first = y
					require.Greater(t, darkest, uint8(150), "%s at %v begins with a faint row", letter, size)
				}
				if darkest > 0 {
					last = y
				}
			}
			require.Equal(t, 49, last, "%s at %v ends on the baseline", letter, size)
		}
	}
}
