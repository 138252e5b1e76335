package window

import (
	"time"

	"centricity/game/canvas"
	"centricity/game/screen"
	"centricity/game/widget"
)

// stage is the program in a window or in a page: it draws a frame when
// something happened and rests otherwise.
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
	s.mirror = newMirror(&s.queue) // first: it asks for scrolling before a press
	s.source = newSource(&s.queue, s.slides)
	return s
}

// laid takes note of the room there is [logical pixels].
func (s *stage) laid(w, h, scale float64) {
	if scale <= 0 {
		scale = 1
	}
	w, h = max(w, 1), max(h, 1)
	if w != s.w || h != s.h || scale != s.scale {
		s.w, s.h, s.scale, s.resized = w, h, scale, true
	}
}

// update draws a frame if one is due.
func (s *stage) update() {
	s.source.poll(&s.queue, s.scale, s.w, s.h)
	s.opened()
	if s.due() {
		s.frame()
	}
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

// slides tells whether there is a slider at a place, which a finger drags.
func (s *stage) slides(at canvas.Point) bool {
	for n := range s.tree.Reachable {
		if n.Role == widget.RoleSlider && n.Rect.Contains(at) {
			return true
		}
	}
	return false
}
