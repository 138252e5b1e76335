package validation

import (
	"centricity/sim"
	"centricity/sim/experiment"
)

// enthusiasts is a market of two segments: a small one of people who buy much,
// stay, and talk, and a large casual one whose needs the product meets less.
// Word of mouth stays mostly among people alike.
func enthusiasts(people int) sim.Market {
	m := town(people)
	fans, casual := sim.DefaultSegment("enthusiasts"), sim.DefaultSegment("casual")
	fans.Share, casual.Share = 0.3, 0.7
	fans.Traits[sim.PurchaseRate].Mean, casual.Traits[sim.PurchaseRate].Mean = 1.3, 0.7
	fans.Traits[sim.ChurnHazard].Mean, casual.Traits[sim.ChurnHazard].Mean = 0.08, 0.14
	fans.Traits[sim.MeanSpend].Mean, casual.Traits[sim.MeanSpend].Mean = 42, 33
	fans.Traits[sim.WOMInfluence].Mean, casual.Traits[sim.WOMInfluence].Mean = 1.5, 0.8
	casual.Traits[sim.NeedPosition].Mean = 0.8
	m.Segments = []sim.Segment{fans, casual}
	m.Acquisition.Homophily = 0.7
	return m
}

// referral: customers won by word of mouth are worth more than those a channel
// won, where who recommends resembles who listens (Villanueva, Yoo & Hanssens
// 2008: about twice). Worth is what they have spent in play and their residual
// value after it.
func referral(s Size) []Row {
	ratio := func(seed uint64) float64 {
		m := enthusiasts(s.Town)
		w := begin(m, seed)
		finish(w, m.Start.Incumbent)
		source := make([]int, m.People)
		for r := range w.Records() {
			source[r.ID] = r.Source
		}
		from := func(told bool) float64 {
			return meanOf(w, func(c sim.Customer) (float64, bool) {
				won := c.Ever && c.First >= 0 && source[c.ID] <= len(m.Channels)
				return (c.Spent + c.Residual).Currency(), won && (source[c.ID] == len(m.Channels)) == told
			})
		}
		return from(true) / from(false)
	}
	return []Row{row("worth of customers won by word of mouth, relative to a channel, two segments", between(1.1, 2), replicate(s.Seeds/2, ratio), "")}
}

// mood: at the incumbent's play satisfaction is about neutral, and those who
// speak for the firm outnumber those who speak against it about 3 : 1 (East,
// Hammond & Wright 2007). The cuts are the model's.
func mood(s Size) []Row {
	var means, odds []float64
	for seed := range uint64(s.Seeds / 4) {
		m := town(s.Town)
		w := begin(m, seed+1)
		finish(w, m.Start.Incumbent)
		pro, against := 0.0, 0.0
		means = append(means, meanOf(w, func(c sim.Customer) (float64, bool) {
			if c.Active && c.Satisfaction > 0.15 {
				pro++
			}
			if c.Active && c.Satisfaction < -0.3 {
				against++
			}
			return c.Satisfaction, c.Active
		}))
		odds = append(odds, pro/against)
	}
	return []Row{
		row("mean satisfaction of customers after eight rounds", about(0, -.1, .1), experiment.Summarise(means), ""),
		row("customers who speak for the firm, to one who speaks against it", about(3, 2, 4), experiment.Summarise(odds), ""),
	}
}
