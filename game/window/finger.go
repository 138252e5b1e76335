package window

import (
	"math"
	"time"

	"centricity/game/canvas"
)

// finger turns one finger on a touch screen into events of a pointer: a tap
// presses where it is lifted without having moved, moving scrolls and goes on
// for a while when the finger is lifted in motion, moving sideways from a
// slider drags its knob, and resting shows what a pointer that rests shows.
// Times are on any one clock.
type finger struct {
	mode   fingerMode
	slider bool // it went down on one
	began  canvas.Point
	at     canvas.Point
	since  time.Duration

	speed canvas.Point // of scrolling [logical pixels/s]
	last  time.Duration
}

type fingerMode uint8

const (
	lifted    fingerMode = iota
	undecided            // down, and has not moved yet
	scrolling
	dragging
	resting
	gliding // lifted in motion
)

const (
	slack    = 8.0 // how far a finger may tremble [logical pixels]
	restTime = 450 * time.Millisecond

	glideTime = 0.325 // in which gliding falls to 1/e [s]
	glideEnd  = 20.0  // the speed at which it ends [logical pixels/s]
	glideSlow = 250.0 // below which nobody sees that it still does, as at the end of a list
	glideMost = 4000.0
	unheard   = -1
	stillTime = 80 * time.Millisecond // a finger that stood so long before it was lifted does not glide
)

// down begins.
func (f *finger) down(at canvas.Point, now time.Duration, slider bool) (out []event) {
	stops := f.mode == gliding
	if stops {
		out = f.cancel()
	}
	if !stops || math.Hypot(f.speed.X, f.speed.Y) < glideSlow { // else this touch does nothing else
		f.mode = undecided
	}
	f.slider, f.began, f.at, f.since, f.last, f.speed = slider, at, at, now, now, canvas.Point{}
	return out
}

// cancel ends whatever is going on, as when a second finger comes.
func (f *finger) cancel() (out []event) {
	switch f.mode {
	case dragging:
		out = []event{{kind: released, at: f.at}, {kind: left}}
	case scrolling, resting, gliding:
		out = []event{{kind: left}}
	}
	f.mode = lifted
	return out
}

func (f *finger) move(at canvas.Point, now time.Duration) (out []event) {
	d := canvas.Pt(f.at.X-at.X, f.at.Y-at.Y)
	if f.mode == undecided && math.Hypot(at.X-f.began.X, at.Y-f.began.Y) > slack {
		if f.slider && math.Abs(d.X) > math.Abs(d.Y) {
			f.mode = dragging
			out = append(out, event{kind: moved, at: f.began}, event{kind: pressed, at: f.began})
		} else {
			f.mode = scrolling
		}
	}
	switch f.mode {
	case scrolling:
		f.measure(d, now)
		out = append(out, event{kind: moved, at: f.began}, event{kind: wheeled, at: d, swipe: true})
	case dragging, resting:
		out = append(out, event{kind: moved, at: at})
	default:
		return nil
	}
	f.at = at
	return out
}

// measure keeps the speed of scrolling, the latest movement counting most.
func (f *finger) measure(d canvas.Point, now time.Duration) {
	dt := max((now - f.last).Seconds(), 1e-3)
	weight := 1 - math.Exp(-dt/0.03)
	f.speed.X += weight * (d.X/dt - f.speed.X)
	f.speed.Y += weight * (d.Y/dt - f.speed.Y)
	f.last = now
}

func (f *finger) up(at canvas.Point, now time.Duration) (out []event) {
	if f.mode == resting && now-f.since < restTime { // a slow page heard of it late
		f.mode = undecided
	}
	switch f.mode {
	case undecided:
		f.mode = lifted
		return []event{{kind: moved, at: f.began}, {kind: pressed, at: f.began}, {kind: released, at: f.began}, {kind: left}}
	case scrolling:
		if now-f.last < stillTime && math.Hypot(f.speed.X, f.speed.Y) > glideEnd {
			f.mode = gliding
			f.speed.X = min(max(f.speed.X, -glideMost), glideMost)
			f.speed.Y = min(max(f.speed.Y, -glideMost), glideMost)
			f.last = unheard // a slow page begins to glide when it hears of it
			return nil
		}
	case dragging:
		f.at = at
	}
	return f.cancel()
}

// tick is what time alone does.
func (f *finger) tick(now time.Duration) (out []event) {
	switch f.mode {
	case undecided:
		if now-f.since >= restTime {
			f.mode = resting
			return []event{{kind: moved, at: f.began}}
		}
	case gliding:
		if f.last == unheard {
			f.last = now
		}
		dt := (now - f.last).Seconds()
		if dt <= 0 {
			return nil
		}
		// ∫ v e^(−t/τ) dt = v τ (1 − e^(−dt/τ))
		fall := math.Exp(-dt / glideTime)
		way := glideTime * (1 - fall)
		out = []event{{kind: wheeled, at: canvas.Pt(f.speed.X*way, f.speed.Y*way), swipe: true}}
		f.speed.X, f.speed.Y, f.last = f.speed.X*fall, f.speed.Y*fall, now
		if math.Hypot(f.speed.X, f.speed.Y) < glideEnd {
			out = append(out, f.cancel()...)
		}
	}
	return out
}

// waits tells whether time alone will do something.
func (f *finger) waits() bool { return f.mode == undecided || f.mode == gliding }
