package chart_test

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"centricity/game/canvas"
	"centricity/game/chart"
	"centricity/game/widget"
)

var nan, inf = math.NaN(), math.Inf(1)

// edges are rows of values a chart must cope with.
var edges = map[string][]float64{
	"nothing":     nil,
	"one point":   {42},
	"all equal":   {7, 7, 7, 7},
	"all zero":    {0, 0, 0},
	"negative":    {-5, -1, -9},
	"both signs":  {-5, 0, 9},
	"huge":        {1e300, -1e300, 5},
	"beyond huge": {math.MaxFloat64, -math.MaxFloat64},
	"tiny":        {1e-300, 2e-300},
	"close":       {1e15, 1e15 + 1},
	"gaps":        {nan, 1, nan, nan, 3, 4, inf, 2},
	"no numbers":  {nan, inf, -inf},
}

func figures(v []float64) map[string]widget.Figure {
	cats := make([]string, len(v))
	for i := range cats {
		cats[i] = fmt.Sprint("Category ", i)
	}
	s := []chart.Series{{Name: "You", Values: v}, {Name: "Rival", Values: v[:len(v)/2], Low: v, High: v, Dashed: true}}
	return map[string]widget.Figure{
		"lines":  chart.Lines{Series: s, First: 1, Now: 2, History: 1},
		"lorenz": chart.Lorenz{Curves: []chart.Curve{chart.NewCurve("You", v), chart.NewCurve("Rival", v)}},
		"bars":   chart.Bars{Categories: cats, Series: s, Marked: 1},
		"sums":   chart.Bars{Categories: cats, Series: s, Total: "Together"},
		"spark":  chart.Spark{Values: v},
		"bridge": chart.Bridge{Steps: steps(v)},
		"many":   chart.Distribution{Values: v, Of: "games", Marked: last(v), Name: "You"},
	}
}

func steps(v []float64) (list []chart.Step) {
	for i, x := range v {
		list = append(list, chart.Step{Name: fmt.Sprint("Step ", i), Value: x, Total: i%3 == 0})
	}
	return list
}

func last(v []float64) float64 {
	if len(v) == 0 {
		return nan
	}
	return v[len(v)-1]
}

// A bridge comes to what its steps add up to; a distribution has every value in
// one bin.
func TestBridgeAndDistributionAddUp(t *testing.T) {
	b := chart.Bridge{Steps: []chart.Step{{"Before", 10, true}, {"Won", 5, false}, {"Lost", -7, false}, {"After", 8, true}}}
	rows := b.Numbers()
	require.Equal(t, []string{"Lost", "−7", "8"}, rows[3])
	require.Equal(t, []string{"After", "", "8"}, rows[4])

	rapid.Check(t, func(t *rapid.T) {
		v := rapid.SliceOfN(rapid.Float64Range(-1e9, 1e9), 1, 50).Draw(t, "values")
		n := 0
		for _, row := range (chart.Distribution{Values: v, Marked: v[0]}).Numbers()[1:] {
			var k int
			fmt.Sscan(row[1], &k)
			n += k
		}
		require.Equal(t, len(v), n)
	})
}

// Bars that add up say their sum, which is unknown where a part is.
func TestBarsThatAddUp(t *testing.T) {
	b := chart.Bars{Categories: []string{"You", "Rival"}, Total: "Value", Series: []chart.Series{{Name: "Cash", Values: []float64{-20, 30}}, {Name: "Equity", Values: []float64{50, nan}}}}
	require.Equal(t, [][]string{{"", "Value", "Cash", "Equity"}, {"You", "30", "−20", "50"}, {"Rival", "–", "30", "–"}}, b.Numbers())
	require.Contains(t, b.Summary(), "Value: most 30 (You), least 30 (You).")
}

// strict is a canvas that is never handed anything but numbers, and no text
// that shows one is missing.
type strict struct {
	canvas.Canvas
	t     require.TestingT
	texts *[]string
}

func (s strict) ok(v ...float64) {
	for _, x := range v {
		require.False(s.t, math.IsNaN(x) || math.Abs(x) > 1e7, "drawn at %v", v)
	}
}

func (s strict) FillRect(r canvas.Rect, c canvas.Color) {
	s.ok(r.X, r.Y, r.W, r.H)
	s.Canvas.FillRect(r, c)
}

func (s strict) FillRound(r canvas.Rect, rad float64, c canvas.Color) {
	s.ok(r.X, r.Y, r.W, r.H, rad)
	s.Canvas.FillRound(r, rad, c)
}

func (s strict) Disc(p canvas.Point, rad float64, c canvas.Color) {
	s.ok(p.X, p.Y, rad)
	s.Canvas.Disc(p, rad, c)
}

func (s strict) Polyline(pts []canvas.Point, w float64, c canvas.Color) {
	for _, p := range pts {
		s.ok(p.X, p.Y)
	}
	s.Canvas.Polyline(pts, w, c)
}

func (s strict) Polygon(pts []canvas.Point, c canvas.Color) {
	for _, p := range pts {
		s.ok(p.X, p.Y)
	}
	s.Canvas.Polygon(pts, c)
}

func (s strict) Text(p canvas.Point, text string, style canvas.Style) {
	s.ok(p.X, p.Y)
	require.NotRegexp(s.t, `NaN|Inf`, text)
	*s.texts = append(*s.texts, text)
	s.Canvas.Text(p, text, style)
}

// drawn draws a figure and returns the texts in it.
func drawn(t require.TestingT, f widget.Figure, w, h float64, at *canvas.Point) []string {
	var texts []string
	c := strict{canvas.NewImage(400, 300, 1), t, &texts}
	f.Draw(c, canvas.Box(5, 5, w, h), widget.Light(), at)
	return texts
}

func TestChartsCopeWithAnything(t *testing.T) {
	for edge, values := range edges {
		for kind, f := range figures(values) {
			for _, size := range [][2]float64{{390, 290}, {60, 40}, {1, 1}, {0, 0}} {
				for _, at := range []*canvas.Point{nil, {X: 200, Y: 100}, {X: 6, Y: 6}, {X: 390, Y: 290}} {
					drawn(t, f, size[0], size[1], at)
				}
			}
			text := f.Summary() + fmt.Sprint(f.Numbers())
			require.NotRegexp(t, `NaN|Inf`, text, "%s %s", kind, edge)
			if edge == "nothing" || edge == "no numbers" {
				require.Equal(t, "No rounds played yet.", f.Summary(), "%s %s", kind, edge)
				if kind != "spark" {
					require.Contains(t, drawn(t, f, 390, 290, nil), "No rounds played yet")
				}
			}
		}
	}
}

func TestChartsCopeWithRandomValues(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		values := rapid.SliceOfN(rapid.Float64(), 0, 12).Draw(t, "values")
		at := canvas.Pt(rapid.Float64Range(0, 400).Draw(t, "x"), rapid.Float64Range(0, 300).Draw(t, "y"))
		for _, f := range figures(values) {
			drawn(t, f, 390, 290, &at)
		}
	})
}

func TestLinesLabelTheirEndsAndReadOut(t *testing.T) {
	l := chart.Lines{First: 1, Zero: true, Y: func(v float64) string { return widget.Money(int64(v * 100)) },
		Series: []chart.Series{{Name: "You", Values: []float64{10, 30, 20}}, {Name: "Rival", Values: []float64{10, nan, 25}, Low: []float64{9, nan, 20}, High: []float64{11, nan, 30}}}}
	texts := drawn(t, l, 390, 290, nil)
	require.Subset(t, texts, []string{"You", "Rival", "$ 0", "$ 30", "Round 1", "2", "3"})
	texts = drawn(t, l, 390, 290, &canvas.Point{X: 330, Y: 100})
	require.Subset(t, texts, []string{"Round 3", "$ 20", "$ 25 ($ 20 to $ 30)"})
	require.Equal(t, "Lines from round 1 to 3. You: from $ 10 to $ 20, highest $ 30 in round 2. Rival: from $ 10 to $ 25, highest $ 25 in round 3.", l.Summary())
	require.Equal(t, [][]string{{"Round", "You", "Rival"}, {"1", "$ 10", "$ 10 ($ 9 to $ 11)"}, {"2", "$ 30", "–"}, {"3", "$ 20", "$ 25 ($ 20 to $ 30)"}}, l.Numbers())
}

// Where all is zero and nothing can be below it, the axis begins at zero too.
func TestLinesOfNothingLieOnTheirAxis(t *testing.T) {
	l := chart.Lines{First: 1, Zero: true, Y: widget.Percent, Series: []chart.Series{{Values: []float64{0, 0}}}}
	texts := drawn(t, l, 390, 290, nil)
	require.Contains(t, texts, "0.0 %")
	require.NotContains(t, strings.Join(texts, " "), "−")
	require.NotContains(t, strings.Join(texts, " "), "100")
}

func TestGini(t *testing.T) {
	for _, c := range []struct {
		name   string
		values []float64
		gini   float64
		top20  float64
	}{
		{"all the same", []float64{3, 3, 3, 3, 3}, 0, 0.2},
		{"one has everything", []float64{0, 0, 0, 0, 10}, 0.8, 1}, // (n−1)/n
		{"1 to 5", []float64{5, 3, 1, 4, 2}, 4.0 / 15, 5.0 / 15},
		{"huge", []float64{1e308, 1e308, 1e308, 1e308, 1e308}, 0, 0.2},
		{"a loss among gains", []float64{-1, 1, 2, 3, 5}, 0.56, 0.5},
	} {
		k := chart.NewCurve("", c.values)
		require.InDelta(t, c.gini, k.Gini, 1e-9, c.name)
		require.InDelta(t, c.top20, k.Top(0.2), 1e-9, c.name)
		require.InDelta(t, 1, k.Top(1), 1e-9, c.name)
		require.InDelta(t, 0, k.Top(0), 1e-9, c.name)
	}
	require.True(t, math.IsNaN(chart.NewCurve("", []float64{-1, 1}).Gini), "without a positive total there is no Gini index")
	require.True(t, math.IsNaN(chart.NewCurve("", nil).Top(0.5)))
}

func TestLorenzSummary(t *testing.T) {
	l := chart.Lorenz{What: "profit", Curves: []chart.Curve{chart.NewCurve("True value", []float64{1, 2, 3, 4, 5})}}
	require.Equal(t, "Concentration of profit over customers. True value: Gini 0.27, the best 20 % hold 33 %.", l.Summary())
	require.Equal(t, []string{"20 %", "33.3 %"}, l.Numbers()[4])
}

func TestBars(t *testing.T) {
	b := chart.Bars{Categories: []string{"Loyal", "Lost"}, Series: []chart.Series{{Name: "Now", Values: []float64{90, -20}}, {Name: "Before", Values: []float64{70}}}}
	require.Subset(t, drawn(t, b, 390, 290, nil), []string{"Loyal", "Lost", "Now", "Before", "90", "−20", "70", "–"})
	require.Equal(t, "Bars for 2 categories. Now: most 90 (Loyal), least −20 (Lost). Before: most 70 (Loyal), least 70 (Loyal).", b.Summary())
	require.Equal(t, [][]string{{"", "Now", "Before"}, {"Loyal", "90", "70"}, {"Lost", "−20", "–"}}, b.Numbers())
}

func TestNumbersBecomeATable(t *testing.T) {
	tab := widget.NumbersTable("n", "Numbers", chart.Lines{First: 1, Series: []chart.Series{{Name: "You", Values: []float64{1, 2}}}})
	require.Equal(t, 2, tab.Rows)
	require.Equal(t, "2", tab.Cell(1, 1))
	require.True(t, tab.Columns[1].Numeric)
	require.True(t, strings.HasPrefix(tab.Columns[0].Title, "Round"))
}
