package chart_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"centricity/game/canvas"
	"centricity/game/chart"
	"centricity/game/widget"
)

// crowd is a picture of n dots of all kinds.
func crowd(n int, t widget.Theme) *chart.Points {
	rnd := rand.New(rand.NewPCG(5, 5))
	p := &chart.Points{Moved: 1, Said: "A crowd.", Table: [][]string{{"Kind", "Dots"}},
		X: chart.LinearRuler("Quarters since the last purchase", 8, 0, func(v float64) string { return widget.Decimal(v, 0) }),
		Y: chart.LogRuler("Spent so far", 5, 4000, func(v float64) string { return widget.Money(int64(100 * v)) }),
		Tell: func(i int) (string, [][2]string) {
			return "Customer " + widget.Count(int64(i)), [][2]string{{"Stage", "Retain"}, {"Spent", "$ 12.00"}}
		}}
	for i, m := range []chart.Mark{chart.Round, chart.Square, chart.Plus, chart.Dash} {
		p.Kinds = append(p.Kinds, chart.Kind{Name: []string{"Retain", "Increase value", "Cherish", "Left"}[i], Note: widget.Count(int64(n / 4)), Mark: m, Color: canvas.Fade(t.Series[[]int{4, 1, 2, 6}[i]], 0.6)})
	}
	for i := range n {
		d := chart.Dot{X: float32(math.Sqrt(rnd.Float64())), Y: float32((rnd.Float64() + rnd.Float64()) / 2), R: float32(1.5 + 3*rnd.Float64()), Kind: uint8(i * 4 / max(n, 1))}
		p.Dots = append(p.Dots, d)
		d.X, d.R = d.X*0.8, d.R/2
		p.From = append(p.From, d)
	}
	return p
}

func TestPointsLookAsTheyDid(t *testing.T) {
	for name, theme := range map[string]widget.Theme{"light": widget.Light(), "dark": widget.Dark()} {
		c := canvas.NewImage(640, 400, 1)
		c.FillRect(canvas.Box(0, 0, 640, 400), theme.Card)
		p := crowd(1200, theme)
		p.Picked = 900
		p.Draw(c, canvas.Box(10, 10, 620, 380), theme, &canvas.Point{X: 300, Y: 220})
		golden(t, "points-"+name, c.RGBA())
	}
}

func TestPointsCopeWithAnything(t *testing.T) {
	for _, n := range []int{0, 1, 2, 500} {
		p := crowd(n, widget.Light())
		for _, size := range [][2]float64{{390, 290}, {60, 40}, {1, 1}, {0, 0}} {
			for _, moved := range []float64{-1, 0, 0.5, 1, 9} {
				p.Moved = moved
				texts := drawn(t, p, size[0], size[1], &canvas.Point{X: 200, Y: 100})
				if n == 0 && size[0] > 300 {
					require.Contains(t, texts, "No rounds played yet")
				}
			}
		}
		for k := widget.KeyNone; k <= widget.KeyPageDown; k++ {
			for _, from := range []int{-1, 0, n - 1, n + 5} {
				require.Less(t, p.Step(from, k), max(n, from+1))
			}
		}
	}
}

// Home, End and the page keys go to the outermost dots; an arrow goes nearer to
// that side, or stays.
func TestArrowsGoTheirWay(t *testing.T) {
	p := crowd(300, widget.Light())
	extreme := func(less func(a, b chart.Dot) int) chart.Dot { return slices.MinFunc(p.Dots, less) }
	require.Equal(t, extreme(func(a, b chart.Dot) int { return int(math.Copysign(1, float64(a.X-b.X))) }), p.Dots[p.Step(5, widget.KeyHome)])
	require.Equal(t, extreme(func(a, b chart.Dot) int { return int(math.Copysign(1, float64(b.Y-a.Y))) }), p.Dots[p.Step(5, widget.KeyPageUp)])
	for i := range p.Dots {
		for _, c := range []struct {
			key    widget.Key
			dx, dy float32
		}{{widget.KeyLeft, -1, 0}, {widget.KeyRight, 1, 0}, {widget.KeyUp, 0, 1}, {widget.KeyDown, 0, -1}} {
			if to := p.Step(i, c.key); to != i {
				require.Positive(t, (p.Dots[to].X-p.Dots[i].X)*c.dx+(p.Dots[to].Y-p.Dots[i].Y)*c.dy)
			}
		}
	}
}

// The dot under the pointer is the one that is read, of those that are drawn.
func TestTheNearestDotIsRead(t *testing.T) {
	p := crowd(400, widget.Light())
	r := canvas.Box(5, 5, 390, 290)
	for x := 0.0; x < 400; x += 23 {
		if i, ok := p.Nearest(r, widget.Light(), canvas.Pt(x, 150)); ok {
			require.Contains(t, drawn(t, p, r.W, r.H, &canvas.Point{X: x, Y: 150}), fmt.Sprint("Customer ", i))
			p.Kinds[p.Dots[i].Kind].Gone = true
			j, ok := p.Nearest(r, widget.Light(), canvas.Pt(x, 150))
			require.True(t, !ok || p.Dots[j].Kind != p.Dots[i].Kind)
			p.Kinds[p.Dots[i].Kind].Gone = false
		}
	}
	_, ok := p.Nearest(r, widget.Light(), canvas.Pt(-1000, -1000))
	require.False(t, ok)
}

// Rulers keep order, stay within their length and write ticks from their start
// on, whatever they are made of.
func TestRulers(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := rapid.Float64().Draw(t, "from"), rapid.Float64().Draw(t, "to")
		for _, r := range []chart.Ruler{chart.LinearRuler("", a, b, nil), chart.LogRuler("", a, b, nil)} {
			last := -1.0
			for _, k := range r.Ticks {
				require.GreaterOrEqual(t, k.At, last)
				require.True(t, k.At >= 0 && k.At <= 1)
				require.NotRegexp(t, `NaN|Inf`, k.Text)
				last = k.At
			}
			for _, v := range []float64{a, b, 0, nan, inf, -inf, rapid.Float64().Draw(t, "v")} {
				at := r.At(v)
				require.True(t, at >= 0 && at <= 1, "%v lies at %v", v, at)
			}
		}
	})
	r := chart.LogRuler("", 1, 100, func(v float64) string { return widget.Decimal(v, 0) })
	require.InDelta(t, 0.5, r.At(10), 1e-9)
	require.Len(t, r.Ticks, 7)
	require.Equal(t, "1", r.Ticks[0].Text)
	back := chart.LinearRuler("", 8, 0, nil)
	require.Zero(t, back.At(8))
	require.InDelta(t, 1, back.At(0), 1e-9)
}

// BenchmarkPoints is what twenty thousand customers cost in a frame, at rest and
// on their way.
func BenchmarkPoints(b *testing.B) {
	for _, n := range []int{5_000, 20_000} {
		for name, moved := range map[string]float64{"rest": 1, "moving": 0.5} {
			b.Run(fmt.Sprint(name, n), func(b *testing.B) {
				c := canvas.NewImage(1280, 800, 1)
				p := crowd(n, widget.Light())
				p.Moved = moved
				at := canvas.Pt(600, 300)
				p.Draw(c, canvas.Box(20, 20, 880, 560), widget.Light(), &at)
				b.ReportAllocs()
				for b.Loop() {
					p.Draw(c, canvas.Box(20, 20, 880, 560), widget.Light(), &at)
				}
			})
		}
	}
}
