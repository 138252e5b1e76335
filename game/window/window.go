package window

import (
	"fmt"
	"time"

	"github.com/hajimehoshi/ebiten/v2"

	"centricity/game/canvas"
	"centricity/game/screen"
	"centricity/game/widget"
	"centricity/game/words"
)

// The window's size when it opens, and the smallest it can be made [logical
// pixels].
const (
	openWidth, openHeight   = 1280, 800
	leastWidth, leastHeight = 800, 560
)

// Run shows the program in a window until it is closed.
func Run(app *screen.App, title string) error {
	ebiten.SetWindowTitle(title)
	ebiten.SetWindowSize(openWidth, openHeight)
	ebiten.SetWindowSizeLimits(leastWidth, leastHeight, -1, -1)
	ebiten.SetWindowResizingMode(ebiten.WindowResizingModeEnabled)
	ebiten.SetWindowClosingHandled(true)
	ebiten.SetScreenClearedEveryFrame(false)
	if err := ebiten.RunGame(newStage(app)); err != nil {
		return fmt.Errorf(words.Say("the window cannot be opened: %w"), err)
	}
	return nil
}

// stage is the program as the engine runs it: it draws a frame when something
// happened and rests otherwise.
type stage struct {
	app    *screen.App
	queue  queue
	source *source
	mirror *mirror

	canvas  *canvas.Image
	picture picture
	tree    *widget.Node // of the last frame
	w, h    float64      // [logical pixels]
	scale   float64      // device pixels in one
	began   time.Time
	frames  int  // drawn so far
	resized bool // since the last frame
}

func newStage(app *screen.App) *stage {
	s := &stage{app: app, canvas: canvas.NewImage(1, 1, 1), began: time.Now()}
	s.source = newSource(&s.queue)
	s.mirror = newMirror(&s.queue)
	return s
}

// Update implements ebiten.Game.
func (s *stage) Update() error {
	if ebiten.IsWindowBeingClosed() {
		s.app.Close()
		return ebiten.Termination
	}
	if s.w == 0 {
		return nil // not laid out yet
	}
	s.source.poll(&s.queue, s.scale, s.w, s.h)
	s.opened()
	if s.due() {
		s.frame()
	}
	return nil
}

// due tells whether anything could have changed since the last frame.
func (s *stage) due() bool {
	if s.frames == 0 || s.resized || s.queue.waiting() || s.app.NeedsRedraw() {
		return true
	}
	at, ok := s.app.Wake()
	return ok && time.Since(s.began) >= at
}

func (s *stage) frame() {
	if s.resized {
		s.canvas.Resize(s.w, s.h, s.scale)
		s.resized = false
	}
	in := s.queue.next()
	in.Now = time.Since(s.began)
	s.tree = s.app.Frame(s.canvas, in)
	s.frames++
	s.picture.stale = true
	s.mirror.show(s.tree, s.app.Focus())
}

// Draw implements ebiten.Game.
func (s *stage) Draw(to *ebiten.Image) {
	if s.frames > 0 {
		s.picture.draw(to, s.canvas.RGBA())
	}
}

// LayoutF implements ebiten.LayoutFer: one pixel of the picture is one of the
// screen's.
func (s *stage) LayoutF(w, h float64) (float64, float64) {
	scale := ebiten.Monitor().DeviceScaleFactor()
	if scale <= 0 {
		scale = 1
	}
	w, h = max(w, 1), max(h, 1)
	if w != s.w || h != s.h || scale != s.scale {
		s.w, s.h, s.scale, s.resized = w, h, scale, true
	}
	return w * scale, h * scale
}

// Layout implements ebiten.Game; LayoutF is what is used.
func (s *stage) Layout(w, h int) (int, int) {
	fw, fh := s.LayoutF(float64(w), float64(h))
	return int(fw), int(fh)
}
