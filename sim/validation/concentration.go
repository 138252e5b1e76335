package validation

import (
	"slices"

	"centricity/sim"
)

// concentration is the share of revenue of the best fifth of everyone who
// bought within the three years that history and play make (McCarthy & Winer
// 2019: .67 over non-packaged, .73 over packaged goods).
func concentration(s Size) []Row {
	share := func(seed uint64) float64 {
		m := town(s.Town)
		w := begin(m, seed)
		finish(w, m.Start.Incumbent)
		var spent []sim.Money
		for r := range w.Records() {
			if r.Purchases > 0 {
				spent = append(spent, r.Spent)
			}
		}
		return topShare(spent, 5)
	}
	return []Row{row("share of revenue of the top 20 % of those who bought in three years", between(.67, .73), replicate(s.Seeds/4, share), "")}
}

// topShare is the share of the total that the highest 1/part of amounts make up.
func topShare(amounts []sim.Money, part int) float64 {
	slices.Sort(amounts)
	var top, all sim.Money
	first := len(amounts) - len(amounts)/part
	for i, a := range amounts {
		all += a
		if i >= first {
			top += a
		}
	}
	return float64(top) / float64(all)
}
