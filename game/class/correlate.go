package class

import (
	"cmp"
	"math"
	"slices"
)

// Correlate is the rank correlation of two lists (Spearman), equal values
// sharing their mean rank; 0 where one of them does not vary.
func Correlate(x, y []float64) float64 {
	n := min(len(x), len(y))
	if n < 2 {
		return 0
	}
	a, b := ranks(x[:n]), ranks(y[:n])
	mean := float64(n+1) / 2
	var ab, aa, bb float64
	for i := range a {
		ab += (a[i] - mean) * (b[i] - mean)
		aa += (a[i] - mean) * (a[i] - mean)
		bb += (b[i] - mean) * (b[i] - mean)
	}
	if aa == 0 || bb == 0 {
		return 0
	}
	return ab / math.Sqrt(aa*bb)
}

// chance is how large a rank correlation of n pairs can be by chance: its 95 %
// bound without a relation, 1.96/√(n−1).
func chance(n int) float64 {
	if n < 2 {
		return 1
	}
	return min(1, 1.96/math.Sqrt(float64(n-1)))
}

func ranks(x []float64) []float64 {
	order := make([]int, len(x))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(i, j int) int { return cmp.Compare(x[i], x[j]) })
	out := make([]float64, len(x))
	for i := 0; i < len(order); {
		j := i
		for j < len(order) && x[order[j]] == x[order[i]] {
			j++
		}
		for _, k := range order[i:j] {
			out[k] = float64(i+j+1) / 2
		}
		i = j
	}
	return out
}
