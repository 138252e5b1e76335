package sim

import (
	"cmp"
	"math"
	"math/bits"
	"slices"
)

// A ranking is one customer in an order, made to be compared fast.
type ranking struct {
	value uint64 // falls as what the order sorts by rises
	tie   uint64 // a keyed draw that breaks ties, so that no id is favoured; then the id
}

const idMask = 1<<32 - 1

// rankingOf places customer id by a value of at least 0, more is better.
func rankingOf(id int, value float64, tie uint64) ranking {
	return ranking{^math.Float64bits(max(value, 0)), tie&^idMask | uint64(id)}
}

func (a ranking) id() int { return int(a.tie & idMask) }

// before orders rankings, best first; no two are equal.
func (a ranking) before(b ranking) bool { return a.ahead(b) == 1 }

// ahead is 1 if a stands before b, else 0: what is left to borrow when b is
// taken from a as one number of 128 bits. No processor could foresee a branch.
func (a ranking) ahead(b ranking) int {
	_, borrow := bits.Sub64(a.tie, b.tie, 0)
	_, borrow = bits.Sub64(a.value, b.value, borrow)
	return int(borrow)
}

// rankings are all ranges' rankings together, to be moved about. The ranges
// keep their own in order of id.
func (w *World) rankings(order Order) []ranking {
	w.ranked = w.ranked[:0]
	for i := range w.tallies.of {
		w.ranked = append(w.ranked, w.tallies.of[i].ranked[order]...)
	}
	return w.ranked
}

// last is who stands last of a part and those before it, of whom l is the last.
func last(l ranking, part []ranking) ranking {
	for _, x := range part {
		if l.before(x) {
			l = x
		}
	}
	return l
}

// place tells how many of the parts that end with the given rankings x stands
// behind.
func place(x ranking, ends []ranking) (n int) {
	for _, end := range ends {
		n += end.ahead(x)
	}
	return n
}

// separate sorts list only so far as its parts need: between two of the ends,
// which rise, stands whoever would stand there in full order, in any order.
// This takes a fraction of a sort's time: n log(parts) instead of n log n.
func separate(list []ranking, ends []int) { separateFrom(list, 0, ends, 64) }

func separateFrom(list []ranking, from int, ends []int, depth int) {
	for {
		for len(ends) > 0 && ends[0] <= from {
			ends = ends[1:]
		}
		for len(ends) > 0 && ends[len(ends)-1] >= from+len(list) {
			ends = ends[:len(ends)-1]
		}
		if len(ends) == 0 {
			return
		}
		if len(list) <= 24 || depth == 0 {
			slices.SortFunc(list, func(a, b ranking) int {
				return cmp.Or(cmp.Compare(a.value, b.value), cmp.Compare(a.tie, b.tie))
			})
			return
		}
		depth--
		at := split(list)
		separateFrom(list[:at], from, ends, depth)
		list, from = list[at:], from+at
	}
}

// split moves who stands before a pivot to the front and tells how many; the
// pivot is the median of three, so both sides hold someone.
func split(list []ranking) int {
	a, b, c := list[len(list)/4], list[len(list)/2], list[len(list)*3/4]
	if b.before(a) {
		a, b = b, a
	}
	if c.before(b) {
		b = c
		if b.before(a) {
			b = a
		}
	}
	// Everyone is moved without a branch on the comparison, which no processor
	// could foresee.
	at := 0
	for i, x := range list {
		list[i], list[at] = list[at], x
		at += x.ahead(b)
	}
	return at
}
