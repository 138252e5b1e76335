package sim

import "slices"

// sortAmounts sorts amounts of at least 0, smallest first. It returns them in
// one of two slices of a length; the other is scratch. Eleven bits at a time,
// the lowest first, it takes a third of a comparing sort's time on a million.
func sortAmounts(list, scratch []Money) (sorted, other []Money) {
	const bits, buckets = 11, 1 << 11
	if len(list) < buckets/4 {
		slices.Sort(list)
		return list, scratch
	}
	var all Money
	for _, x := range list {
		all |= x
	}
	for shift := 0; all>>shift > 0; shift += bits {
		var at [buckets]int
		for _, x := range list {
			at[x>>shift&(buckets-1)]++
		}
		sum := 0
		for b, n := range at {
			at[b], sum = sum, sum+n
		}
		for _, x := range list {
			b := x >> shift & (buckets - 1)
			scratch[at[b]] = x
			at[b]++
		}
		list, scratch = scratch, list
	}
	return list, scratch
}
