//go:build !js

package window

import (
	"os"
	"testing"

	"github.com/stretchr/testify/require"

	"centricity/game"
	"centricity/game/canvas"
	"centricity/game/screen"
	"centricity/game/widget"
	"centricity/scenarios"
)

// needDisplay skips a test where there is none. That the test looks at DISPLAY
// keeps a result from being remembered for another display.
func needDisplay(t *testing.T) {
	t.Helper()
	if os.Getenv("DISPLAY"); display == nil {
		t.Skip("there is no display: DISPLAY is not set; run this with xvfb-run")
	}
}

// A whole game in a real window, by events at the window's input: what is on
// the screen is what was drawn in software, and it changes when it should.
func TestAGameInAWindow(t *testing.T) {
	needDisplay(t)
	folder, err := OpenFolder(t.TempDir())
	require.NoError(t, err)
	s, err := scenarios.Shipped(scenarios.Names()[0])
	require.NoError(t, err)
	app := screen.New(screen.Host{
		Shelf: folder, Scenarios: []scenarios.Scenario{s}, Find: scenarios.Shipped,
		NewSeed: func() uint64 { return 5 },
	})
	h := display
	h.tick(func() { h.stage = newStage(app) })
	h.rest()

	requireDrawn(t, h)
	click(t, h, "play/"+s.Name)
	click(t, h, "start")
	var value []byte
	for range s.Market.Rounds {
		drag(t, h, "spend.acquisition", 0.4)
		drag(t, h, "spend.retention", 0.3)
		click(t, h, "commit")
		now := pixels(h, "figure/value")
		require.NotEqual(t, value, now, "the most important figure changes on the screen")
		value = now
		requireDrawn(t, h)
		click(t, h, "next")
	}
	requireDrawn(t, h)
	require.Greater(t, colours(pixels(h, "score")), 8, "the score is written")

	g := app.Session()
	data, err := folder.Read(g.Name() + ".log")
	require.NoError(t, err)
	log, err := game.Parse(data)
	require.NoError(t, err)
	_, w, err := game.Replay(log, scenarios.Shipped)
	require.NoError(t, err)
	require.True(t, w.Over())
}

// A window at rest draws nothing.
func TestAWindowAtRest(t *testing.T) {
	needDisplay(t)
	app := screen.New(screen.Host{Shelf: &game.Memory{}, Find: scenarios.Shipped, NewSeed: func() uint64 { return 5 }})
	h := display
	h.tick(func() { h.stage = newStage(app) })
	h.rest()
	var before, after int
	h.tick(func() { before = h.frames })
	for range 30 {
		h.tick(func() { after = h.frames })
	}
	require.Equal(t, before, after)
}

// requireDrawn compares the screen with the software canvas, pixel by pixel.
func requireDrawn(t *testing.T, h *harness) {
	t.Helper()
	onScreen, software := h.shot()
	require.Equal(t, len(software), len(onScreen))
	require.Greater(t, colours(onScreen), 50, "the screen is not blank")
	far := 0
	for i := range software {
		if d := int(software[i]) - int(onScreen[i]); d > 8 || d < -8 {
			far++
		}
	}
	require.Less(t, far, 200, "the screen shows what was drawn")
}

// colours counts the different colours of a picture.
func colours(pix []byte) int {
	seen := map[[3]byte]bool{}
	for i := 0; i+3 < len(pix); i += 4 {
		seen[[3]byte(pix[i:i+3])] = true
	}
	return len(seen)
}

// rect is where a control is, in view.
func rect(t *testing.T, h *harness, id string) (r canvas.Rect) {
	t.Helper()
	for range 100 {
		var n, area *widget.Node
		h.tick(func() {
			if n = h.tree.Find(id); n == nil {
				return
			}
			for a := range h.tree.All {
				if a.Role == widget.RoleRegion && a.Find(id) != nil && a.ID != id {
					area = a
				}
			}
		})
		require.NotNil(t, n, "there is no control %q", id)
		if area == nil || n.Rect.Y >= area.Rect.Y && n.Rect.Bottom() <= area.Rect.Bottom() {
			return n.Rect
		}
		step := canvas.Pt(0, 50)
		if n.Rect.Y < area.Rect.Y {
			step.Y = -50
		}
		give(h, event{kind: moved, at: canvas.Pt(area.Rect.X+2, area.Rect.MidY())}, event{kind: wheeled, at: step})
	}
	t.Fatalf("%s never comes into view", id)
	return r
}

// give puts events in at the window's input and waits until they are shown.
func give(h *harness, events ...event) {
	h.tick(func() { h.queue.push(events...) })
	h.rest()
}

func click(t *testing.T, h *harness, id string) {
	t.Helper()
	r := rect(t, h, id)
	at := canvas.Pt(r.MidX(), r.MidY())
	give(h, event{kind: moved, at: at}, event{kind: pressed, at: at}, event{kind: released, at: at})
}

func drag(t *testing.T, h *harness, id string, share float64) {
	t.Helper()
	r := rect(t, h, id)
	from, to := canvas.Pt(r.MidX(), r.MidY()), canvas.Pt(r.X+8+(r.W-16)*share, r.MidY())
	give(h, event{kind: moved, at: from}, event{kind: pressed, at: from}, event{kind: moved, at: to}, event{kind: released, at: to})
}

// pixels are those of a control on the real screen.
func pixels(h *harness, id string) []byte {
	pix, _ := h.shot()
	var r canvas.Rect
	var scale float64
	width := 0
	h.tick(func() {
		if n := h.tree.Find(id); n != nil {
			r = n.Rect
		}
		scale, width = h.scale, h.canvas.RGBA().Rect.Dx()
	})
	var out []byte
	for y := int(r.Y * scale); y < int(r.Bottom()*scale); y++ {
		o := 4 * (y*width + int(r.X*scale))
		out = append(out, pix[o:o+4*int(r.W*scale)]...)
	}
	return out
}
