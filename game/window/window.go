//go:build !js

package window

import (
	"fmt"

	"github.com/hajimehoshi/ebiten/v2"

	"centricity/game/screen"
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

// Update implements ebiten.Game.
func (s *stage) Update() error {
	if ebiten.IsWindowBeingClosed() {
		s.app.Close()
		return ebiten.Termination
	}
	if s.w == 0 {
		return nil // not laid out yet
	}
	s.update()
	return nil
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
	s.laid(w, h, ebiten.Monitor().DeviceScaleFactor())
	return s.w * s.scale, s.h * s.scale
}

// Layout implements ebiten.Game; LayoutF is what is used.
func (s *stage) Layout(w, h int) (int, int) {
	fw, fh := s.LayoutF(float64(w), float64(h))
	return int(fw), int(fh)
}
