package screen

import (
	"math"
	"strings"

	"centricity/game/canvas"
	"centricity/game/chart"
	"centricity/game/widget"
	"centricity/game/words"
	"centricity/sim"
)

// payback follows the customers won in a round until they have brought in what
// it cost to win them, as the books tell it.
type payback struct {
	round int
	won   int
	cac   sim.Money // cost of winning one, discounts among it
	share []float64 // of it brought in by the end of each round since, the first included
}

// paybacks are those of all rounds in which customers were won. What a cohort
// brings in is its revenue times the margin rate of the round; the discount on
// its first purchases, which revenue lacks and CAC holds, is added again:
//
//	share(k) = (Σ_{i ≤ k} revenue_i · margin_i / sales_i + discounts) / (n · CAC)
func paybacks(reports []sim.Report) (out []payback) {
	for j, joined := range reports {
		cost, ok := joined.CAC()
		if !ok {
			continue
		}
		p := payback{round: joined.Round, won: joined.Base.New(), cac: cost}
		in := joined.Books.Discounts.Currency()
		for _, rep := range reports[j:] {
			rate := 0.0
			if rep.Books.Revenue > 0 {
				rate = rep.Books.Margin().Currency() / rep.Books.Revenue.Currency()
			}
			for _, c := range rep.Cohorts {
				if c.Round == joined.Round {
					in += c.Revenue.Currency() * rate
				}
			}
			share := math.Inf(1)
			if cost > 0 {
				share = in / (float64(p.won) * cost.Currency())
			}
			p.share = append(p.share, share)
		}
		out = append(out, p)
	}
	return out
}

// after is in how many rounds, the first included, the cost was back; 0 is not
// yet.
func (p payback) after() int {
	for i, s := range p.share {
		if s >= 1 {
			return i + 1
		}
	}
	return 0
}

func (p payback) last() float64 { return p.share[len(p.share)-1] }

// paybackLines draws the last few cohorts by age.
func paybackLines(t terms, list []payback) chart.Lines {
	const most = 5
	list = list[max(len(list)-most, 0):]
	lines := chart.Lines{X: words.Say("After"), First: 1, Zero: true, Y: func(v float64) string { return widget.Decimal(100*v, 0) + " %" }}
	n := 0
	for _, p := range list {
		s := chart.Series{Name: t.Round(p.round)}
		for _, v := range p.share {
			if math.IsInf(v, 0) {
				v = math.NaN()
			}
			s.Values = append(s.Values, v)
		}
		n = max(n, len(s.Values))
		lines.Series = append(lines.Series, s)
	}
	even := chart.Series{Name: words.Say("Paid back"), Dashed: true}
	for range n {
		even.Values = append(even.Values, 1)
	}
	lines.Series = append(lines.Series, even)
	return lines
}

func paybackTable(t terms, list []payback) widget.Table {
	return widget.Table{ID: "payback", Name: words.Say("When a new customer has paid back"), Rows: len(list),
		Columns: []widget.Column{{Title: words.Say("Won in"), Weight: 1.3}, {Title: words.Say("Won"), Numeric: true, Weight: 0.7}, {Title: words.Say("CAC"), Numeric: true, Tip: measured("cac").tip},
			{Title: words.Say("Brought in"), Numeric: true, Tip: words.Say("Margin of those won together so far, as a share of what it cost to win them: their revenue times the firm's margin rate.")},
			{Title: words.Say("Paid back"), Numeric: true, Weight: 1.3}},
		Cell: func(row, col int) string {
			p := list[len(list)-1-row]
			switch col {
			case 0:
				return t.Round(p.round)
			case 1:
				return count(p.won)
			case 2:
				return t.price(p.cac)
			case 3:
				if math.IsInf(p.last(), 0) {
					return "–"
				}
				return widget.Decimal(100*p.last(), 0) + " %"
			}
			switch n := p.after(); n {
			case 0:
				return words.Say("not yet")
			case 1:
				return words.Say("at once")
			default:
				return words.Say("in %s", t.rounds(n))
			}
		}}
}

func paybackSentence(t terms, list []payback) string {
	if len(list) == 0 {
		return words.Say("No customers were won yet.")
	}
	back, waiting, sum := 0, 0, 0
	for _, p := range list {
		if n := p.after(); n > 0 {
			back++
			sum += n
		} else {
			waiting++
		}
	}
	text := ""
	switch mean := float64(sum) / float64(back); {
	case back == 0:
		text = words.Say("None of those won together have brought in what it cost to win them yet.")
	case waiting == 0 && sum == back:
		text = words.Say("All those won together paid back within %s they were won in.", t.the())
	case waiting == 0:
		text = words.Say("All those won together have paid back, in %s on average.", t.span(mean))
	default:
		text = words.Say("Of %s groups won together, %s paid back, in %s on average; the rest have not yet.", count(len(list)), count(back), t.span(mean))
	}
	return strings.Join([]string{
		words.Say("A customer costs money first and brings it in later."), text,
		words.Say("The margin rate is that of all sales, and who left and came back counts with the later group."),
	}, " ")
}

// paybackBox shows how long a new customer takes to pay back.
func (a *App) paybackBox(reports []sim.Report, w float64) box {
	t := a.play.terms
	list := paybacks(reports)
	said := paybackSentence(t, list)
	return box{words.Say("When new customers have paid back"), a.linesHeight(said, w) + widget.Gap2 + a.ui.Px(260), 1, func(in canvas.Rect) {
		a.lines(&in, said)
		in.CutTop(widget.Gap2)
		if len(list) > 0 {
			a.ui.Figure(in, "payback-lines", words.Say("Share of CAC brought in, by %s since they were won", t.word()), paybackLines(t, list))
		}
	}}
}
