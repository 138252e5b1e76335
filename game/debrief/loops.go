package debrief

import (
	"centricity/game/words"
	"centricity/sim"
)

// A Loop is a circle of causes that drove the firm, told from the why-ledger.
type Loop struct {
	Name        string
	Reinforcing bool      // it makes more of what there is; else it brakes
	Customers   float64   // it won or kept over the game, less those it cost [persons]
	Says        string    // one or two sentences
	Rounds      []float64 // the same, round by round [persons]
}

// Loops are those that were at work.
func (d *Debrief) Loops() (list []Loop, ok bool) {
	s, ok := d.Story()
	if !ok {
		return nil, false
	}
	g := d.Game
	for _, find := range []func(*Game, *Story) (Loop, bool){advocacy, service, knowledge, fatigue, saturation, rivalry} {
		if l, at := find(g, s); at {
			list = append(list, l)
		}
	}
	return list, true
}

// tally sums a line of every round's ledger.
func tally(name string, reinforcing bool, s *Story, of func(sim.Ledger) sim.Heads) Loop {
	l := Loop{Name: name, Reinforcing: reinforcing}
	for _, r := range s.Rounds {
		n := of(r.Ledger()).Count()
		l.Rounds = append(l.Rounds, n)
		l.Customers += n
	}
	return l
}

// kept is how many a cause kept from leaving.
func kept(l sim.Ledger, causes ...sim.Cause) (h sim.Heads) {
	for _, tier := range l.Churn {
		for _, k := range causes {
			h -= tier[k]
		}
	}
	return h
}

// noticed is the least that is told [persons].
const noticed = 1

func (l Loop) told() bool { return l.Customers >= noticed || l.Customers <= -noticed }

func (l Loop) ends() (first, last float64) { return l.Rounds[0], l.Rounds[len(l.Rounds)-1] }

// advocacy: more customers talk to more people, who become customers.
func advocacy(g *Game, s *Story) (Loop, bool) {
	mouth := len(g.Scenario.Market.Channels)
	l := tally(words.Say("Advocacy"), true, s, func(l sim.Ledger) sim.Heads { return l.Sources[mouth] })
	won := 0
	for _, r := range s.Rounds {
		won += r.Report.Base.New()
	}
	first, last := l.ends()
	l.Says = words.Say("Customers who talk bring customers who talk: word of mouth was good for about %s of the %s you won, %s in the first %s and %s in the last.",
		people(l.Customers), people(float64(won)), people(first), g.terms().round, people(last))
	return l, l.told()
}

// service: who is satisfied stays, buys, and pays for more of it.
func service(g *Game, s *Story) (Loop, bool) {
	l := tally(words.Say("Satisfaction"), true, s, func(l sim.Ledger) sim.Heads { return kept(l, sim.CauseSatisfaction) })
	if l.Customers < 0 {
		l.Says = words.Say("The circle turned backwards: dissatisfaction drove away %s, whose money was then missing for serving the rest.", customers(-l.Customers))
	} else {
		l.Says = words.Say("Satisfied customers stay, and what they pay can serve them: satisfaction kept %s from leaving.", customers(l.Customers))
	}
	return l, l.told()
}

// knowledge: who is known better is served better, stays, and becomes better
// known.
func knowledge(g *Game, s *Story) (Loop, bool) {
	if !g.Scenario.Market.Levers[sim.Insight] {
		return Loop{}, false
	}
	l := tally(words.Say("Knowledge and fit"), true, s, func(l sim.Ledger) sim.Heads { return l.Joins[sim.CauseFit] + kept(l, sim.CauseFit) })
	n := len(s.Rounds)
	from, to := s.Rounds[0].Report.Knowledge, s.Rounds[n-1].Report.Knowledge
	switch {
	case to < 0.01:
		l.Says = words.Say("Who knows customers can aim at them and fit what is offered; who does so keeps them and gets to know them better. You never started this circle: in the end you knew nothing of your customers but their purchases.")
	case l.told() && l.Customers > 0:
		l.Says = words.Say("Knowing customers went from %s to %s, and a better fit to their needs won or kept %s.", percent(from), percent(to), customers(l.Customers))
	case l.told():
		l.Says = words.Say("Knowing customers went from %s to %s, but what you offered fitted their needs worse than the rival's and cost %s.", percent(from), percent(to), customers(-l.Customers))
	default:
		l.Says = words.Say("Knowing customers went from %s to %s: it let you tell them apart, while what was offered fitted them as before.", percent(from), percent(to))
	}
	return l, true
}

// fatigue: more contact annoys more, and who is annoyed leaves.
func fatigue(g *Game, s *Story) (Loop, bool) {
	l := tally(words.Say("Fatigue"), false, s, func(l sim.Ledger) sim.Heads { return kept(l, sim.CauseFatigue) })
	l.Says = words.Say("The more you contact customers, the more it wears them out: too many contacts drove away %s.", customers(-l.Customers))
	return l, l.told()
}

// saturation: the more people are customers, the fewer are left to win.
func saturation(g *Game, s *Story) (Loop, bool) {
	l := Loop{Name: words.Say("Saturation")}
	first, last := s.Rounds[0].Report, s.Rounds[len(s.Rounds)-1].Report
	from, okFrom := first.CAC()
	to, okTo := last.CAC()
	if !okFrom || !okTo {
		return l, false
	}
	for _, r := range s.Rounds {
		l.Rounds = append(l.Rounds, float64(r.Report.Base.Prospects))
	}
	w := g.terms()
	everyone := float64(g.Scenario.Market.People)
	shares := [2]string{percent(float64(first.Base.Prospects) / everyone), percent(float64(last.Base.Prospects) / everyone)}
	if to > from {
		l.Says = words.Say("People who were never customers fell from %s to %s of the market, and a customer who cost %s to win in the first %s cost %s in the last.",
			shares[0], shares[1], w.price(from), w.round, w.price(to))
	} else {
		l.Says = words.Say("People who were never customers fell from %s to %s of the market, though you did not feel it yet: a customer who cost %s to win in the first %s cost %s in the last.",
			shares[0], shares[1], w.price(from), w.round, w.price(to))
	}
	return l, first.Base.Prospects > last.Base.Prospects
}

// rivalry: what wins customers from the rival makes the rival answer.
func rivalry(g *Game, s *Story) (Loop, bool) {
	l := tally(words.Say("The rival"), false, s, func(l sim.Ledger) sim.Heads {
		return l.Joins[sim.CausePrice] + l.Joins[sim.CauseQuality] + kept(l, sim.CausePrice, sim.CauseQuality)
	})
	first, last := s.Rounds[0].Report, s.Rounds[len(s.Rounds)-1].Report
	moved := ""
	switch w := g.terms(); {
	case last.RivalPrice < first.RivalPrice:
		moved = words.Say("it cut its price from %s to %s", w.price(first.RivalPrice), w.price(last.RivalPrice))
	case last.RivalBest > first.RivalBest+0.005:
		moved = words.Say("it improved what it sells")
	default:
		return l, false
	}
	from, to := l.ends()
	l.Says = words.Say("The rival answers: %s. What you charged and offered beside it %s in the first %s and %s in the last.",
		moved, brought(from), g.terms().round, brought(to))
	return l, true
}

// brought is "brought or kept 12 customers" or "cost you 1 customer".
func brought(n float64) string {
	if n < 0 {
		return words.Say("cost you %s", customers(-n))
	}
	return words.Say("brought or kept %s", customers(n))
}

// Sort is which sort of loop it is: "reinforcing" or "balancing".
func (l Loop) Sort() string {
	if l.Reinforcing {
		return words.Say("reinforcing")
	}
	return words.Say("balancing")
}
