package sim

import (
	"iter"
	"slices"
)

// An RFM is one customer's scores, 1 (worst fifth) to 5 (best fifth of those on
// file): recency here is the time since the last purchase, unlike the recency
// of customer-base models, which is that between the first and the last.
type RFM struct {
	ID                           int
	Recency, Frequency, Monetary int
}

// ScoreRFM scores the customers on file at a moment [rounds since the first
// played one began] by recency, number of purchases and mean spend. Customers
// with equal figures share a score.
func ScoreRFM(records iter.Seq[Record], now float64) []RFM {
	var scores []RFM
	var age, count, mean []float64
	for r := range records {
		if r.Active {
			scores = append(scores, RFM{ID: r.ID})
			age = append(age, r.Last-now)
			count = append(count, float64(r.Purchases))
			mean = append(mean, r.Spent.Currency()/float64(max(r.Purchases, 1)))
		}
	}
	recency, frequency, monetary := fifths(age), fifths(count), fifths(mean)
	for i := range scores {
		scores[i].Recency, scores[i].Frequency, scores[i].Monetary = recency[i], frequency[i], monetary[i]
	}
	return scores
}

// fifths scores each number by the fifth its value falls in, 5 the highest.
func fifths(x []float64) []int {
	sorted := slices.Sorted(slices.Values(x))
	scores := make([]int, len(x))
	for i, v := range x {
		at, _ := slices.BinarySearch(sorted, v)
		scores[i] = 1 + at*5/len(sorted)
	}
	return scores
}
