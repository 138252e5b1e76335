package chart_test

import (
	"flag"
	"fmt"
	"image"
	"image/draw"
	"image/png"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"centricity/game/canvas"
	"centricity/game/widget"
)

var update = flag.Bool("update", false, "write the golden pictures anew")

// golden compares a picture with testdata/name.png: at most 200 pixels may
// differ by more than 12 levels. The file keeps 32 levels a channel, to be small.
func golden(t *testing.T, name string, got *image.RGBA) {
	t.Helper()
	file := filepath.Join("testdata", name+".png")
	if *update {
		coarse := image.NewRGBA(got.Rect)
		for i, v := range got.Pix {
			coarse.Pix[i] = v&^7 | v>>5
		}
		require.NoError(t, os.MkdirAll("testdata", 0o755))
		f, err := os.Create(file)
		require.NoError(t, err)
		require.NoError(t, (&png.Encoder{CompressionLevel: png.BestCompression}).Encode(f, coarse))
		require.NoError(t, f.Close())
	}
	f, err := os.Open(file)
	require.NoError(t, err, "run the test with -update first")
	defer f.Close()
	want, err := png.Decode(f)
	require.NoError(t, err)
	require.Equal(t, want.Bounds(), got.Bounds())
	far := 0
	for y := range got.Rect.Dy() {
		for x := range got.Rect.Dx() {
			if apart(want, got, x, y) {
				far++
			}
		}
	}
	require.LessOrEqual(t, far, 200, "pixels that differ from %s", file)
}

func crop(m *image.RGBA, r image.Rectangle) *image.RGBA {
	out := image.NewRGBA(image.Rect(0, 0, r.Dx(), r.Dy()))
	draw.Draw(out, out.Rect, m, r.Min, draw.Src)
	return out
}

func apart(a, b image.Image, x, y int) bool {
	r0, g0, b0, _ := a.At(x, y).RGBA()
	r1, g1, b1, _ := b.At(x, y).RGBA()
	for _, d := range [...]int{int(r0>>8) - int(r1>>8), int(g0>>8) - int(g1>>8), int(b0>>8) - int(b1>>8)} {
		if d > 12 || d < -12 {
			return true
		}
	}
	return false
}

func TestSheetLooksAsItDid(t *testing.T) {
	for _, scale := range []float64{1, 2} {
		for name, theme := range map[string]widget.Theme{"light": widget.Light(), "dark": widget.Dark()} {
			c := canvas.NewImage(1280, 800, scale)
			s := newSheet(theme)
			s.tab = 2
			s.frame(c, widget.Input{})
			s.frame(c, widget.Input{})
			require.Empty(t, s.ui.Problems())
			r := c.RGBA().Rect
			if scale == 2 { // a part will do
				r = image.Rect(860, 120, 1860, 920)
			}
			golden(t, fmt.Sprintf("sheet-%s-%gx", name, scale), crop(c.RGBA(), r))
		}
	}
}
