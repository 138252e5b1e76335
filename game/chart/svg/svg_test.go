package svg_test

import (
	"encoding/xml"
	"errors"
	"io"
	"math"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"centricity/game/canvas"
	"centricity/game/chart"
	"centricity/game/chart/svg"
	"centricity/game/widget"
)

// elements reads an SVG with a strict XML reader and counts its elements.
func elements(t *testing.T, s string) map[string]int {
	t.Helper()
	n := map[string]int{}
	for d := xml.NewDecoder(strings.NewReader(s)); ; {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return n
		}
		require.NoError(t, err)
		if e, ok := token.(xml.StartElement); ok {
			n[e.Name.Local]++
			for _, a := range e.Attr {
				assert.NotContains(t, a.Value, "NaN")
				assert.NotContains(t, a.Value, "Inf")
			}
		}
	}
}

func TestChartsBecomeSVG(t *testing.T) {
	nan := math.NaN()
	for name, f := range map[string]widget.Figure{
		"lines": chart.Lines{First: 1, Now: 3, History: 2, Series: []chart.Series{
			{Name: "Actual", Values: []float64{1, 4, nan, 9, 12}},
			{Name: "Fitted <b>", Values: []float64{2, 3, 5, 8, 11}, Low: []float64{1, 2, 4, 7, 9}, High: []float64{3, 4, 6, 9, 13}, Dashed: true}}},
		"bars":      chart.Bars{Categories: []string{"0", "1", "2 & more"}, Series: []chart.Series{{Name: "Actual", Values: []float64{3, 2, 1}}, {Name: "Fitted", Values: []float64{3, 2, 1.2}}}},
		"lorenz":    chart.Lorenz{What: "revenue", Curves: []chart.Curve{chart.NewCurve("Customers", []float64{1, 2, 3, 50})}},
		"empty":     chart.Lines{},
		"no number": chart.Bars{Categories: []string{"a"}, Series: []chart.Series{{Name: "x", Values: []float64{math.Inf(1)}}}},
	} {
		for _, theme := range []widget.Theme{widget.Light(), widget.Dark()} {
			s := svg.Figure("A chart <of> \"x\" & y\x00", f, 640, 300, theme)
			n := elements(t, s)
			assert.Positive(t, n["text"], name)
			assert.Equal(t, 1, n["title"])
			assert.Equal(t, 1, n["desc"])
			assert.NotContains(t, s, "<b>")
			assert.NotContains(t, strings.ReplaceAll(s, "http://www.w3.org/2000/svg", ""), "http", "it loads nothing")
		}
	}
}

// Clips nest, are never wider than what they are in, and are closed.
func TestClips(t *testing.T) {
	d := svg.New(100, 100)
	d.PushClip(canvas.Box(10, 10, 50, 50))
	d.PushClip(canvas.Box(0, 0, 20, 20))
	require.Equal(t, canvas.Box(10, 10, 10, 10), d.Clip())
	d.FillRect(canvas.Box(0, 0, 100, 100), canvas.Hex(0xff0000))
	d.PopClip()
	require.Equal(t, 3, elements(t, d.Element("", ""))["svg"])
	d.PopClip()
	d.PopClip() // one too many does nothing
	require.Equal(t, canvas.Box(0, 0, 100, 100), d.Clip())
	require.Equal(t, 3, elements(t, d.Element("", ""))["svg"])
}

// Every call of a canvas is drawn, whatever the numbers.
func FuzzDrawing(f *testing.F) {
	f.Add(1.0, 2.0, 30.0, "text")
	f.Add(math.NaN(), math.Inf(1), -1.0, "\x1b<&>\xff")
	f.Fuzz(func(t *testing.T, a, b, c float64, s string) {
		d := svg.New(a, b)
		ink := canvas.Color{R: 1, G: 2, B: 3, A: 40}
		r := canvas.Box(a, b, c, a)
		d.PushClip(r)
		d.FillRect(r, ink)
		d.FillRound(r, c, ink)
		d.StrokeRound(r, c, a, ink)
		d.Shadow(r, c, a, b, ink)
		d.Polyline([]canvas.Point{{X: a, Y: b}, {X: b, Y: c}, {X: a, Y: b}}, c, ink)
		d.Polygon([]canvas.Point{{X: a, Y: b}, {X: b, Y: c}, {X: c, Y: a}}, ink)
		d.Disc(canvas.Pt(a, b), c, ink)
		d.Text(canvas.Pt(a, b), s, canvas.Style{Size: c, Bold: true, Color: ink, Align: canvas.Right})
		elements(t, d.Element(s, s))
	})
}
