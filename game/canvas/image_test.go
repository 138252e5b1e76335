package canvas_test

import (
	"math"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/require"

	"centricity/game/canvas"
)

var black = canvas.Hex(0)

// ink is the painted area [logical pixels²].
func ink(m *canvas.Image) (sum float64) {
	for i := 3; i < len(m.RGBA().Pix); i += 4 {
		sum += float64(m.RGBA().Pix[i])
	}
	return sum / 255 / m.Scale() / m.Scale()
}

func TestAreas(t *testing.T) {
	line := []canvas.Point{{X: 20, Y: 20}, {X: 280, Y: 150}}
	length := math.Hypot(260, 130)
	for name, c := range map[string]struct {
		draw  func(m *canvas.Image)
		area  float64
		delta float64
	}{
		"rect":       {func(m *canvas.Image) { m.FillRect(canvas.Box(10, 10, 100, 50), black) }, 5000, 0},
		"round":      {func(m *canvas.Image) { m.FillRound(canvas.Box(10, 10, 100, 50), 10, black) }, 5000 - 100*(4-math.Pi), 3},
		"more round": {func(m *canvas.Image) { m.FillRound(canvas.Box(10, 10, 100, 50), 1000, black) }, 2500 + math.Pi*625, 15},
		"ring":       {func(m *canvas.Image) { m.StrokeRound(canvas.Box(10, 10, 100, 50), 0, 2, black) }, 5000 - 96*46, 3},
		"small disc": {func(m *canvas.Image) { m.Disc(canvas.Pt(50.3, 50.6), 5, black) }, math.Pi * 25, 1},
		"large disc": {func(m *canvas.Image) { m.Disc(canvas.Pt(150, 100), 80, black) }, math.Pi * 6400, 20},
		"polygon":    {func(m *canvas.Image) { m.Polygon([]canvas.Point{{10, 10}, {250, 10}, {250, 190}}, black) }, 240 * 180 / 2, 25},
		"line":       {func(m *canvas.Image) { m.Polyline(line, 4, black) }, length*4 + math.Pi*4, 2},
		// Edges that are run along twice become harder: half a pixel more each.
		"there & back": {func(m *canvas.Image) { m.Polyline([]canvas.Point{line[0], line[1], line[0], {20, 21}}, 4, black) }, length*4 + math.Pi*4, 190},
		"closed square": {func(m *canvas.Image) {
			m.Polyline([]canvas.Point{{20, 20}, {120, 20}, {120, 120}, {20, 120}, {20, 20}}, 2, black)
		}, 102*102 - 98*98 - (4 - math.Pi), 3},
		"zigzag": {func(m *canvas.Image) {
			m.Polyline([]canvas.Point{{10, 10}, {100, 100}, {190, 10}}, 2, black)
		}, 2*math.Hypot(90, 90)*2 + math.Pi, 2},
		"point": {func(m *canvas.Image) { m.Polyline([]canvas.Point{{50, 50}, {50, 50}}, 8, black) }, math.Pi * 16, 2},
	} {
		for _, scale := range []float64{1, 1.5, 2} {
			m := canvas.NewImage(300, 200, scale)
			c.draw(m)
			require.InDelta(t, c.area, ink(m), c.delta+1e-9, "%s at %v", name, scale)
		}
	}
}

// A shape wider than the strips it is drawn in shows no seams.
func TestStripsLeaveNoSeams(t *testing.T) {
	m := canvas.NewImage(400, 100, 1)
	m.Polygon([]canvas.Point{{0, 10}, {400, 10}, {400, 90}, {0, 90}}, black)
	for x := range 400 {
		for y := 10; y < 90; y++ {
			if m.RGBA().RGBAAt(x, y).A != 255 {
				t.Fatalf("a seam at %d, %d", x, y)
			}
		}
	}
	require.InDelta(t, 400*80, ink(m), 0.001)
}

// Whatever is drawn, however wild, nothing is painted outside the clip.
func TestNothingLeavesTheClip(t *testing.T) {
	rnd := rand.New(rand.NewPCG(1, 2))
	wild := func() float64 {
		switch rnd.IntN(12) {
		case 0:
			return math.NaN()
		case 1:
			return math.Inf(1 - 2*rnd.IntN(2))
		case 2:
			return (rnd.Float64() - 0.5) * 1e12
		}
		return rnd.Float64()*400 - 100
	}
	for round := range 400 {
		m := canvas.NewImage(200, 150, 0.5+rnd.Float64()*2)
		m.PushClip(canvas.Box(50, 40, 60, 50))
		r := canvas.Box(wild(), wild(), wild(), wild())
		pts := []canvas.Point{{wild(), wild()}, {wild(), wild()}, {wild(), wild()}, {wild(), wild()}}
		m.FillRect(r, black)
		m.FillRound(r, wild(), black)
		m.StrokeRound(r, wild(), wild(), black)
		m.Shadow(r, wild(), wild(), wild(), black)
		m.Polyline(pts, wild(), black)
		m.Polygon(pts, black)
		m.Disc(pts[0], wild(), black)
		m.Text(pts[1], "Ørsted 12,345", canvas.Style{Size: wild(), Color: black, Align: canvas.Align(round % 3)})
		in := m.Clip()
		for y := range m.RGBA().Rect.Dy() {
			for x := range m.RGBA().Rect.Dx() {
				p := canvas.Pt((float64(x)+0.5)/m.Scale(), (float64(y)+0.5)/m.Scale())
				if m.RGBA().RGBAAt(x, y).A != 0 && !in.Contains(p) {
					t.Fatalf("round %d painted %v", round, p)
				}
			}
		}
		m.PopClip()
		require.Equal(t, m.RGBA().Rect.Dx(), int(m.Clip().W*m.Scale()+0.5))
	}
}

func TestAFrameAllocatesNothing(t *testing.T) {
	m := canvas.NewImage(400, 300, 1)
	pts := []canvas.Point{{10, 10}, {200, 100}, {300, 20}, {390, 290}}
	style := canvas.Style{Size: 14, Color: black, Align: canvas.Right}
	require.Zero(t, testing.AllocsPerRun(20, func() {
		m.FillRound(canvas.Box(10, 10, 200, 100), 8, black)
		m.StrokeRound(canvas.Box(10, 10, 200, 100), 8, 1, black)
		m.Shadow(canvas.Box(10, 10, 200, 100), 8, 10, 2, black)
		m.Disc(canvas.Pt(50, 50), 6, black)
		m.Polyline(pts, 2, black)
		m.Polygon(pts, black)
		m.Text(canvas.Pt(100, 100), "Customer equity 12,345 Ø", style)
	}))
}

func TestResizeKeepsItsLimits(t *testing.T) {
	m := canvas.NewImage(math.NaN(), -5, 0)
	w, h := m.Size()
	require.Positive(t, w)
	require.Positive(t, h)
	m.Resize(1e9, 20, 2)
	require.Equal(t, 8192, m.RGBA().Rect.Dx())
}

func BenchmarkText(b *testing.B) {
	m := canvas.NewImage(1280, 800, 1)
	style := canvas.Style{Size: 14, Color: black}
	b.ReportAllocs()
	for b.Loop() {
		for i := range 150 {
			m.Text(canvas.Pt(float64(i%5)*250, float64(i/5)*24+20), "Customer equity 12,345", style)
		}
	}
}

func BenchmarkDiscs(b *testing.B) {
	m := canvas.NewImage(1280, 800, 1)
	b.ReportAllocs()
	for b.Loop() {
		for i := range 5000 {
			m.Disc(canvas.Pt(float64(i*7919%12800)/10, float64(i*104729%8000)/10), 3, black)
		}
	}
}

func BenchmarkParts(b *testing.B) {
	m := canvas.NewImage(1280, 800, 1)
	grey := canvas.Color{R: 9, A: 40}
	card := canvas.Box(20, 20, 400, 300)
	for name, draw := range map[string]func(){
		"page":   func() { m.FillRect(canvas.Box(0, 0, 1280, 800), black) },
		"card":   func() { m.FillRound(card, 10, black) },
		"veil":   func() { m.FillRect(card, grey) },
		"shadow": func() { m.Shadow(card, 10, 8, 2, grey) },
		"line": func() {
			m.Polyline([]canvas.Point{{20, 20}, {120, 200}, {220, 40}, {320, 180}, {420, 20}}, 2, black)
		},
	} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				draw()
			}
		})
	}
}
