package chart

import (
	"slices"

	"centricity/game/canvas"
)

// label is a text that wants to be at y.
type label struct {
	text  string
	y     float64
	color canvas.Color
}

// spread moves labels apart to at least gap between two, as little as possible
// from where they want to be, within lo..hi as far as there is room.
func spread(labels []label, gap, lo, hi float64) {
	slices.SortStableFunc(labels, func(a, b label) int {
		switch {
		case a.y < b.y:
			return -1
		case a.y > b.y:
			return 1
		}
		return 0
	})
	if n := len(labels); n > 1 {
		gap = min(gap, max(hi-lo, 0)/float64(n-1))
	}
	// Blocks of labels that touch are moved as one to the middle of what its
	// members want (isotonic regression by pooling neighbours).
	type block struct {
		want float64 // mean of the wanted place of its first label
		n    int
	}
	var blocks []block
	for _, l := range labels {
		b := block{l.y, 1}
		for len(blocks) > 0 {
			p := blocks[len(blocks)-1]
			if p.want+float64(p.n)*gap <= b.want {
				break
			}
			b.want = (p.want*float64(p.n) + (b.want-float64(p.n)*gap)*float64(b.n)) / float64(p.n+b.n)
			b.n += p.n
			blocks = blocks[:len(blocks)-1]
		}
		blocks = append(blocks, b)
	}
	i := 0
	for _, b := range blocks {
		for k := range b.n {
			labels[i].y = b.want + float64(k)*gap
			i++
		}
	}
	for i := range labels {
		labels[i].y = max(labels[i].y, lo+float64(i)*gap)
	}
	for i := len(labels) - 1; i >= 0; i-- {
		labels[i].y = min(labels[i].y, hi-float64(len(labels)-1-i)*gap)
	}
}
