package debrief

import (
	"context"
	"iter"
	"sync"

	"centricity/game/words"
	"centricity/sim/experiment"
)

// ErrStopped is that a job was stopped before its end.
var ErrStopped error = words.Error(words.Mark("it was stopped"))

// A Job is games to be played in the background: in Work as long as there is
// time, so that a page with one thread can draw in between, a round at a Step,
// or all at once in Run. What finishes first makes no difference to the result.
type Job struct {
	tasks []task

	mu        sync.Mutex // holds what follows, and what tasks keep
	done, all int        // rounds
	err       error

	at     int // the task that Work and Step are in
	next   func() (error, bool)
	stop   func()
	enough func() bool // that Work was given; nil in Step
}

// A task is a part of a job that needs none of the others. It plays rounds and
// rests after each; if a rest says no, it ends with ErrStopped.
type task struct {
	rounds int // that it plays, at most
	play   func(rest rests) error
}

// rests are where a task stands back for a moment; false ends it.
type rests struct {
	round func() bool // after a round
	slice func() bool // within one; nil where nobody waits for that
}

// short is a rest after something shorter than a round.
func (r rests) short() bool { return r.slice == nil || r.slice() }

func (j *Job) add(t task) {
	j.tasks = append(j.tasks, t)
	j.all += t.rounds
}

// keep stores a task's result, which readers may be waiting for.
func (j *Job) keep(store func()) {
	j.mu.Lock()
	defer j.mu.Unlock()
	store()
}

// Progress is how many rounds have been played, and how many there are.
func (j *Job) Progress() (done, all int) {
	j.mu.Lock()
	defer j.mu.Unlock()
	return j.done, j.all
}

// Done tells whether nothing is left to do, after an error as well.
func (j *Job) Done() bool {
	j.mu.Lock()
	defer j.mu.Unlock()
	return j.err != nil || j.done >= j.all
}

// Err is what went wrong, or nil.
func (j *Job) Err() error {
	j.mu.Lock()
	defer j.mu.Unlock()
	return j.err
}

// ran books rounds of a task and returns the rounds so far.
func (j *Job) ran(rounds int, err error) (done int) {
	j.mu.Lock()
	defer j.mu.Unlock()
	j.done += rounds
	if err != nil && j.err == nil {
		j.err = err
	}
	return j.done
}

// Step plays one round further and returns. It is not for use beside Run.
func (j *Job) Step() error {
	j.enough = nil
	return j.proceed()
}

// Work plays on until enough says so or nothing is left. It asks often: every
// few thousand people. It is not for use beside Run.
func (j *Job) Work(enough func() bool) error {
	j.enough = enough
	for !j.Done() {
		if err := j.proceed(); err != nil || enough() {
			return err
		}
	}
	return j.Err()
}

// proceed plays on to the next rest that is taken.
func (j *Job) proceed() error {
	if j.Done() {
		return j.Err()
	}
	t := j.tasks[j.at]
	if j.next == nil {
		left := t.rounds
		j.next, j.stop = iter.Pull(func(yield func(error) bool) {
			err := t.play(rests{
				round: func() bool {
					if left > 1 { // the last counts when the task is at its end
						left--
						j.ran(1, nil)
					}
					return j.enough != nil && !j.enough() || yield(nil)
				},
				slice: func() bool { return j.enough == nil || !j.enough() || yield(nil) },
			})
			if err != nil {
				left = 0
			}
			j.ran(left, err)
		})
	}
	if _, more := j.next(); !more {
		j.next, j.stop = nil, nil
		j.at++
	}
	return j.Err()
}

// Stop gives the job up: nothing more is played.
func (j *Job) Stop() {
	if j.stop != nil {
		j.stop()
		j.next, j.stop = nil, nil
	}
	if !j.Done() {
		j.ran(0, ErrStopped)
	}
}

// Run plays everything on a number of workers (0: one for each core) and
// returns when all is done or the context ends. tell, if not nil, is told after
// every round how many of all have been played; one call at a time.
func (j *Job) Run(ctx context.Context, workers int, tell func(done, all int)) error {
	var telling sync.Mutex
	book := func(rounds int, err error) {
		telling.Lock()
		defer telling.Unlock()
		if done := j.ran(rounds, err); tell != nil && rounds > 0 {
			tell(done, j.all)
		}
	}
	goesOn := func() bool { return ctx.Err() == nil && j.Err() == nil }
	experiment.Each(len(j.tasks), workers, func(i int) {
		if !goesOn() {
			book(0, ErrStopped)
			return
		}
		left := j.tasks[i].rounds
		err := j.tasks[i].play(rests{round: func() bool {
			if left > 1 { // the last counts when the task is at its end
				left--
				book(1, nil)
			}
			return goesOn()
		}})
		if err != nil {
			left = 0
		}
		book(left, err)
	})
	return j.Err()
}
