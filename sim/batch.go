package sim

// batchSize is how many people go through the stages of a phase together: so
// few that what one stage leaves for the next stays in the processor's first
// cache. A stage is a short loop in which no person waits for another, so the
// processor works on several at once.
const batchSize = 256

// column is one number of each person in a batch.
type column [batchSize]float64

// batch is a number of people by id.
type batch struct {
	n  int
	id [batchSize]int32
}

// ids are who is in the batch.
func (b *batch) ids() []int32 { return b.id[:b.n] }

// fill puts the next people from lo up to hi into the batch who are customers,
// or the next who are not, and returns where it stopped.
func (b *batch) fill(people []standing, lo, hi int, customers bool) (next int) {
	n := 0
	for ; lo < hi && n < batchSize; lo++ {
		b.id[n] = int32(lo)
		if people[lo].state == active == customers {
			n++
		}
	}
	b.n = n
	return lo
}
