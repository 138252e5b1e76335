package chart

import (
	"math"
	"strings"

	"centricity/game/widget"
	"centricity/game/words"
)

// Summary says in words where each series starts and ends and where it is
// highest.
func (l Lines) Summary() string {
	if _, _, ok := l.extent(); !ok {
		return noData() + "."
	}
	var b strings.Builder
	b.WriteString(words.Say("Lines from %s to %s.", l.at(0), widget.Decimal(float64(l.First+l.count()-1), 0)))
	for _, s := range l.Series {
		first, last, top := -1, -1, -1
		for i := range s.Values {
			v := value(s.Values, i)
			if math.IsNaN(v) {
				continue
			}
			if first < 0 {
				first = i
			}
			last = i
			if top < 0 || v > s.Values[top] {
				top = i
			}
		}
		switch {
		case last < 0:
			b.WriteString(" " + words.Say("%s: no values.", s.Name))
		case first == last:
			b.WriteString(" " + words.Say("%s: %s in %s.", s.Name, l.Y.text(s.Values[last]), l.at(last)))
		default:
			b.WriteString(" " + words.Say("%s: from %s to %s, highest %s in %s.", s.Name, l.Y.text(s.Values[first]),
				l.Y.text(s.Values[last]), l.Y.text(s.Values[top]), l.at(top)))
		}
	}
	return b.String()
}

// at is a round in a sentence: "quarter 3".
func (l Lines) at(i int) string {
	return strings.ToLower(l.x()) + " " + widget.Decimal(float64(l.First+i), 0)
}

// Numbers is a row for each round and a column for each series.
func (l Lines) Numbers() [][]string {
	head := []string{l.x()}
	for _, s := range l.Series {
		head = append(head, s.Name)
	}
	out := [][]string{head}
	for i := range l.count() {
		row := []string{widget.Count(int64(l.First + i))}
		for _, s := range l.Series {
			row = append(row, l.Y.text(value(s.Values, i))+margin(s, i, l.Y))
		}
		out = append(out, row)
	}
	return out
}
