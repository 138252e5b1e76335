package sim

import "sync"

// A pass is what a phase does with the people from lo up to hi. It may change
// them and add to its tally, and touches nothing else that changes.
type pass func(w *World, r *round, t *tally, lo, hi int)

// later puts off a pass until the next sweep, which then takes each chunk of
// people through all that waits while the memory it lies in is at hand. Nothing
// such a pass reads but the people may change before that, and its tally is
// complete only then. The plain phases do everything at once, and so does a
// world that is observed: sales are heard of in order.
func (w *World) later(r *round, f pass) {
	if w.plain || w.observe != nil {
		w.sweep(r, f)
		return
	}
	w.due = append(w.due, f)
}

// sweep takes everyone through what waits and through a pass: in one range, or
// in as many as the world has workers, each of whole hash chunks. A person's
// round depends on nobody else's within a pass, and tallies hold integers and
// lists by id, so neither the number of ranges nor the order in which chunks
// and passes take turns can be seen in the result.
func (w *World) sweep(r *round, f pass) {
	w.due = append(w.due, f)
	defer func() { w.due = w.due[:0] }()
	n, chunks, ranges := w.size(), w.chunks(), w.ranges()
	w.tallies.need(ranges)
	if ranges == 1 {
		job{w, r, &w.tallies.of[0], 0, n, nil}.run()
		return
	}
	crew.Do(muster)
	at := func(k int) int { return min(chunks*k/ranges*hashChunk, n) }
	for k := 1; k < ranges; k++ {
		w.tallies.done.Add(1)
		jobs <- job{w, r, &w.tallies.of[k], at(k), at(k + 1), w.tallies.done}
	}
	job{w, r, &w.tallies.of[0], 0, at(1), nil}.run()
	w.tallies.done.Wait()
}

// chunks is how many digests people have.
func (w *World) chunks() int { return (w.size() + hashChunk - 1) / hashChunk }

// ranges is into how many a sweep divides people: one where sales are heard of
// in order, and where one thread has to pause.
func (w *World) ranges() int {
	if w.observe != nil || w.pause != nil {
		return 1
	}
	return max(min(w.workers, w.chunks()), 1)
}

// Workers sets on how many workers the world's rounds run, 1 to begin with. It
// changes how long they take and nothing else. Where there is one thread, as in
// a browser, leave it at 1.
func (w *World) Workers(n int) { w.workers = max(n, 1) }

// job is a range of a sweep.
type job struct {
	w      *World
	r      *round
	t      *tally
	lo, hi int
	done   *sync.WaitGroup
}

// run takes the range through the passes, chunk by chunk.
func (j job) run() {
	for lo := j.lo; lo < j.hi; lo += hashChunk {
		hi := min(lo+hashChunk, j.hi)
		for _, f := range j.w.due {
			f(j.w, j.r, j.t, lo, hi)
		}
		j.w.rest()
	}
}

// The workers stand ready for all worlds from the first that needs them. They
// wait for nothing but jobs, so worlds that share them cannot block each other.
var (
	crew sync.Once
	jobs chan job
)

const crewSize = 16

func muster() {
	jobs = make(chan job)
	for range crewSize {
		go func() {
			for j := range jobs {
				j.run()
				j.done.Done()
			}
		}()
	}
}
