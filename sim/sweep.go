package sim

import "sync"

// A pass is what a phase does with the people from lo up to hi. It may change
// them and add to its tally, and touches nothing else that changes.
type pass func(w *World, r *round, t *tally, lo, hi int)

// sweep takes everyone through a pass: in one range, in as many as the world has
// workers, or in slices, each of whole hash chunks. A person's round depends on
// nobody else's within a pass, and tallies hold integers and lists by id, so the
// number of ranges cannot be seen in the result.
func (w *World) sweep(r *round, f pass) {
	n, ranges := w.size(), w.ranges()
	chunks := w.chunks()
	w.tallies.need(ranges)
	at := func(k int) int { return min(chunks*k/ranges*hashChunk, n) }
	if ranges == 1 || w.pause != nil {
		for k := range ranges {
			f(w, r, &w.tallies.of[k], at(k), at(k+1))
			w.rest()
		}
		return
	}
	crew.Do(muster)
	for k := 1; k < ranges; k++ {
		w.tallies.done.Add(1)
		jobs <- job{w, r, f, &w.tallies.of[k], at(k), at(k + 1), w.tallies.done}
	}
	f(w, r, &w.tallies.of[0], 0, at(1))
	w.tallies.done.Wait()
}

// chunks is how many digests people have.
func (w *World) chunks() int { return (w.size() + hashChunk - 1) / hashChunk }

// ranges is into how many a sweep divides people.
func (w *World) ranges() int {
	switch {
	case w.observe != nil: // hears of sales in order
		return 1
	case w.pause != nil:
		return max(w.chunks()/sliceChunks, 1)
	}
	return max(min(w.workers, w.chunks()), 1)
}

// Workers sets on how many workers the world's rounds run, 1 to begin with. It
// changes how long they take and nothing else. Where there is one thread, as in
// a browser, leave it at 1.
func (w *World) Workers(n int) { w.workers = max(n, 1) }

// job is a range of a pass.
type job struct {
	w      *World
	r      *round
	f      pass
	t      *tally
	lo, hi int
	done   *sync.WaitGroup
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
				j.f(j.w, j.r, j.t, j.lo, j.hi)
				j.done.Done()
			}
		}()
	}
}
