package screen

import (
	"context"
	"math"
	"time"

	"centricity/game/words"
)

// work is something long that is done while the screens go on; a debrief.Job.
type work interface {
	Step() error
	Work(enough func() bool) error
	Run(ctx context.Context, workers int, tell func(done, all int)) error
	Stop()
	Done() bool
	Err() error
	Progress() (done, all int)
}

// glance is how often a screen looks at what other threads are doing.
const glance = 150 * time.Millisecond

// beginWork starts long work: on threads of its own where the host has some.
func (a *App) beginWork(w work) {
	if a.host.Workers > 0 {
		go func() { _ = w.Run(context.Background(), a.host.Workers, nil) }() // its error stays with the work
	}
	a.again = true
}

// advance keeps long work going: without threads for a slice of each frame.
func (a *App) advance(w work) {
	switch {
	case w.Done():
	case a.host.Workers > 0:
		a.wakeAt(a.in.Now + glance)
	case a.host.Slice != nil:
		_ = w.Work(a.host.Slice()) // its error stays with the work
		a.again = true
	default:
		_ = w.Step()
		a.again = true
	}
}

// keepWorking goes on with the debrief, whatever screen is shown.
func (a *App) keepWorking() {
	if a.play == nil || a.play.debrief == nil {
		return
	}
	d := a.play.debrief
	switch {
	case d.facts != nil && !d.facts.Done():
		a.advance(d.facts)
	case d.luck != nil:
		a.advance(d.luck)
	}
}

// wakeAt asks for a frame at a time on the clock of Input.Now.
func (a *App) wakeAt(t time.Duration) {
	if !a.wakes || t < a.wake {
		a.wake, a.wakes = t, true
	}
}

// progress is how far work is, 0 to 1, and in words.
func progress(w work) (share float64, text string) {
	done, all := w.Progress()
	share = float64(done) / float64(max(all, 1))
	return share, count(int(100*share)) + " %"
}

// A pace tells how long work will still take, from how long its share done took.
type pace struct {
	began time.Duration // when it was first seen, on the clock of Input.Now
	from  float64       // the share that was done then
	runs  bool
	left  time.Duration // as last told
}

// settles is how long work must have gone on for a guess [clock].
const settles = 3 * time.Second

// remains is how long is left, roughly, in words; empty until that can be told.
// What was told stays until it is off by a whole step: ten seconds, or a minute
// where there are some.
func (p *pace) remains(now time.Duration, share float64) string {
	if !p.runs {
		*p = pace{began: now, from: share, runs: share > 0} // what waits its turn has no pace
		return ""
	}
	took, did := now-p.began, share-p.from
	if took < settles || did <= 0 {
		return ""
	}
	left := time.Duration(float64(took) * (1 - share) / did)
	step := 10 * time.Second
	if left > 90*time.Second {
		step = time.Minute
	}
	if p.left == 0 || left > p.left+step || left < p.left-step {
		p.left = max(left.Round(step), step)
	}
	switch s := p.left.Seconds(); {
	case s <= 20:
		return words.Say("a few seconds left")
	case s <= 90:
		return words.Say("about %s s left", count(int(s)))
	default:
		return words.Say("about %s min left", count(int(math.Round(s/60))))
	}
}
