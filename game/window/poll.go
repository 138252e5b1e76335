//go:build !js

package window

import (
	"io/fs"
	"time"

	"github.com/hajimehoshi/ebiten/v2"
	"github.com/hajimehoshi/ebiten/v2/inpututil"

	"centricity/game/canvas"
	"centricity/game/widget"
)

// keyOf are the keys the screens know.
var keyOf = map[ebiten.Key]widget.Key{
	ebiten.KeyTab: widget.KeyTab, ebiten.KeyEnter: widget.KeyEnter, ebiten.KeyNumpadEnter: widget.KeyEnter,
	ebiten.KeySpace: widget.KeySpace, ebiten.KeyEscape: widget.KeyEscape,
	ebiten.KeyArrowLeft: widget.KeyLeft, ebiten.KeyArrowRight: widget.KeyRight,
	ebiten.KeyArrowUp: widget.KeyUp, ebiten.KeyArrowDown: widget.KeyDown,
	ebiten.KeyHome: widget.KeyHome, ebiten.KeyEnd: widget.KeyEnd,
	ebiten.KeyPageUp: widget.KeyPageUp, ebiten.KeyPageDown: widget.KeyPageDown,
	ebiten.KeyBackspace: widget.KeyBackspace, ebiten.KeyDelete: widget.KeyDelete, ebiten.KeyA: widget.KeyA, ebiten.KeyF5: widget.KeyF5, ebiten.KeyF1: widget.KeyF1,
}

// A key that is held repeats after a while [ticks of 1/60 s].
const (
	repeatAfter = 30
	repeatEvery = 3
)

// wheelStep is how far a page moves for one step of the wheel [logical pixels].
const wheelStep = 48

// source finds out what happened since the last tick by asking the engine.
type source struct {
	keys   []ebiten.Key
	runes  []rune
	last   canvas.Point // where the pointer was
	inside bool
	slides func(canvas.Point) bool
	touch  ebiten.TouchID
	held   bool // the finger is down
	finger finger

	touches []ebiten.TouchID
}

func newSource(_ *queue, slides func(canvas.Point) bool) *source {
	return &source{last: canvas.Pt(-1, -1), slides: slides}
}

// poll adds what happened to the queue.
func (s *source) poll(q *queue, scale, w, h float64) {
	s.pointer(q, scale, w, h)
	s.touched(q, scale)
	s.keyboard(q)
}

func (s *source) pointer(q *queue, scale, w, h float64) {
	x, y := ebiten.CursorPositionF()
	at := canvas.Pt(x/scale, y/scale)
	inside := at.X >= 0 && at.Y >= 0 && at.X < w && at.Y < h
	button := ebiten.MouseButtonLeft
	held := ebiten.IsMouseButtonPressed(button)
	switch {
	case s.held:
		return
	case (inside || held) && (at != s.last || !s.inside):
		s.last, s.inside = at, true
		q.push(event{kind: moved, at: at})
	case !inside && s.inside && !held:
		s.inside = false
		q.push(event{kind: left})
	}
	if inpututil.IsMouseButtonJustPressed(button) && inside {
		q.push(event{kind: pressed, at: at})
	}
	if inpututil.IsMouseButtonJustReleased(button) {
		q.push(event{kind: released, at: at})
	}
	if dx, dy := ebiten.Wheel(); dx != 0 || dy != 0 {
		q.push(event{kind: wheeled, at: canvas.Pt(-dx*wheelStep, -dy*wheelStep)})
	}
}

// touched follows the first finger on a touch screen.
func (s *source) touched(q *queue, scale float64) {
	place := func(x, y int) canvas.Point { return canvas.Pt(float64(x)/scale, float64(y)/scale) }
	s.touches = inpututil.AppendJustPressedTouchIDs(s.touches[:0])
	switch {
	case len(s.touches) == 0:
	case s.held:
		q.push(s.finger.cancel()...)
	default:
		s.touch, s.held = s.touches[0], true
		at := place(ebiten.TouchPosition(s.touch))
		s.last = at
		q.push(s.finger.down(at, now(), s.slides(at))...)
	}
	switch {
	case !s.held:
	case inpututil.IsTouchJustReleased(s.touch):
		s.held = false
		q.push(s.finger.up(place(inpututil.TouchPositionInPreviousTick(s.touch)), now())...)
	default:
		if at := place(ebiten.TouchPosition(s.touch)); at != s.last {
			s.last = at
			q.push(s.finger.move(at, now())...)
		}
	}
	if s.finger.waits() {
		q.push(s.finger.tick(now())...)
	}
}

func (s *source) keyboard(q *queue) {
	shift := ebiten.IsKeyPressed(ebiten.KeyShift)
	ctrl := ebiten.IsKeyPressed(ebiten.KeyControl) || ebiten.IsKeyPressed(ebiten.KeyMeta)
	s.keys = inpututil.AppendJustPressedKeys(s.keys[:0]) // also those let go within the tick
	fresh := len(s.keys)
	s.keys = inpututil.AppendPressedKeys(s.keys)
	for i, k := range s.keys {
		d := inpututil.KeyPressDuration(k)
		repeats := d >= repeatAfter && (d-repeatAfter)%repeatEvery == 0
		if key, known := keyOf[k]; known && (i < fresh || repeats) && (key != widget.KeyA || ctrl) {
			q.push(event{kind: keyed, key: widget.KeyPress{Key: key, Shift: shift, Ctrl: ctrl}})
		}
	}
	s.runes = ebiten.AppendInputChars(s.runes[:0])
	if len(s.runes) > 0 {
		q.push(event{kind: typed, text: string(s.runes)})
	}
}

// dropped are files that were dropped on the window in this tick; nil if none
// were.
func dropped() fs.FS { return ebiten.DroppedFiles() }

// now is the time by a clock that only goes forward.
func now() time.Duration { return time.Since(began) }

var began = time.Now()
