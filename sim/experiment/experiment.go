// Package experiment plays designed batches: arms times replications under
// common random numbers. Every arm meets the same customers with the same luck
// in a replication, so a difference between arms is a difference in decisions.
package experiment

import (
	"runtime"
	"sync"

	"centricity/sim"
	"centricity/sim/policy"
)

// An Arm is one treatment: a market and how its firm decides.
type Arm struct {
	Name   string
	Market sim.Market
	Policy policy.Policy
}

// A Run is what became of one arm in one replication.
type Run struct {
	Seed    uint64
	Value   sim.Value
	Reports []sim.Report
	Err     error // a decision that the market refused
}

// Play runs every arm on every seed with the given number of workers (0: one
// for each core) and returns runs[arm][replication]. What finishes first makes
// no difference to the result. Arms of one market share its births and history,
// which are played once a seed. done, if not nil, is told after every run how
// many have been finished.
func Play(arms []Arm, seeds []uint64, workers int, done func(finished, all int)) [][]Run {
	runs := make([][]Run, len(arms))
	for i := range runs {
		runs[i] = make([]Run, len(seeds))
	}
	markets := alike(arms)
	all, finished := len(arms)*len(seeds), 0
	var mu sync.Mutex
	Each(len(markets)*len(seeds), workers, func(i int) {
		same, seed := markets[i%len(markets)], i/len(markets)
		start, err := sim.New(arms[same[0]].Market, seeds[seed])
		for i, arm := range same {
			w := start
			if err == nil && i < len(same)-1 {
				w = start.Clone()
			}
			runs[arm][seed] = play(w, err, arms[arm], seeds[seed])
			if done != nil {
				mu.Lock()
				finished++
				done(finished, all)
				mu.Unlock()
			}
		}
	})
	return runs
}

// alike groups arms by market, in the arms' order.
func alike(arms []Arm) (groups [][]int) {
	at := map[sim.Hash]int{} // looked up only, never ranged over
	for i, a := range arms {
		h := a.Market.Hash()
		g, known := at[h]
		if !known {
			g = len(groups)
			at[h] = g
			groups = append(groups, nil)
		}
		groups[g] = append(groups[g], i)
	}
	return groups
}

func play(w *sim.World, err error, a Arm, seed uint64) Run {
	if err != nil {
		return Run{Seed: seed, Err: err}
	}
	if err := policy.Play(w, a.Policy); err != nil {
		return Run{Seed: seed, Err: err}
	}
	return Run{Seed: seed, Value: w.Value(), Reports: w.Reports()}
}

// Each calls f(0) … f(n−1) on a number of workers and returns when all are done.
func Each(n, workers int, f func(int)) {
	if workers <= 0 {
		workers = runtime.GOMAXPROCS(0)
	}
	next := make(chan int)
	var wg sync.WaitGroup
	for range min(workers, n) {
		wg.Go(func() {
			for i := range next {
				f(i)
			}
		})
	}
	for i := range n {
		next <- i
	}
	close(next)
	wg.Wait()
}

// Seeds are n seeds derived from one, fixed before any run starts.
func Seeds(base uint64, n int) []uint64 {
	seeds := make([]uint64, n)
	for i := range seeds {
		seeds[i] = base + uint64(i)
	}
	return seeds
}
