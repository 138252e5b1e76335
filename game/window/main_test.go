//go:build !js

package window

import (
	"fmt"
	"os"
	"runtime"
	"testing"

	"github.com/hajimehoshi/ebiten/v2"
)

// display is the window the tests share; nil without one.
var display *harness

// TestMain runs the tests beside a real window, where there is a display for
// it: the engine can be run once a process only.
func TestMain(m *testing.M) {
	if runtime.GOOS == "linux" && os.Getenv("DISPLAY") == "" {
		fmt.Println("DISPLAY is not set: tests that need a window are skipped; run them with xvfb-run")
		os.Exit(m.Run())
	}
	display = &harness{ask: make(chan func()), code: -1}
	ebiten.SetWindowSize(1280, 800)
	ebiten.SetWindowTitle("Centricity under test")
	ebiten.SetScreenClearedEveryFrame(false)
	ebiten.SetRunnableOnUnfocused(true)
	if err := ebiten.RunGame(&runner{harness: display, m: m}); err != nil {
		fmt.Fprintln(os.Stderr, "the window cannot be opened:", err)
		os.Exit(1)
	}
	os.Exit(display.code)
}

// harness is a stage in a real window, whose test runs beside it and asks for
// things to be done between its ticks.
type harness struct {
	*stage
	ask   chan func()
	code  int
	shots []chan []byte
}

// runner is the harness as the engine sees it.
type runner struct {
	*harness
	m       *testing.M
	started bool
	done    chan int
}

func (r *runner) Update() error {
	if !r.started {
		r.started, r.done = true, make(chan int, 1)
		go func() { r.done <- r.m.Run() }()
	}
	select {
	case f := <-r.ask:
		f()
	case r.code = <-r.done:
		return ebiten.Termination
	default:
	}
	if r.stage != nil {
		return r.stage.Update()
	}
	return nil
}

func (r *runner) Draw(screen *ebiten.Image) {
	if r.stage == nil {
		return
	}
	r.stage.Draw(screen)
	for _, shot := range r.shots {
		pix := make([]byte, 4*screen.Bounds().Dx()*screen.Bounds().Dy())
		screen.ReadPixels(pix)
		shot <- pix
	}
	r.shots = nil
}

func (r *runner) LayoutF(w, h float64) (float64, float64) {
	if r.stage == nil {
		return w, h
	}
	return r.stage.LayoutF(w, h)
}

func (r *runner) Layout(w, h int) (int, int) { return w, h }

// tick does something between two ticks of the window and waits for it.
func (h *harness) tick(f func()) {
	done := make(chan bool)
	h.ask <- func() { f(); close(done) }
	<-done
}

// rest waits until nothing is left to draw.
func (h *harness) rest() {
	for due := true; due; {
		h.tick(func() { due = h.w0() == 0 || h.due() })
	}
}

func (h *harness) w0() float64 { return h.stage.w }

// shot is what is on the screen, and on the software canvas.
func (h *harness) shot() (screen, software []byte) {
	shot := make(chan []byte, 1)
	h.tick(func() {
		h.shots = append(h.shots, shot)
		software = append([]byte(nil), h.canvas.RGBA().Pix...)
	})
	return <-shot, software
}
