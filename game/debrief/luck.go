package debrief

import (
	"slices"

	"centricity/sim"
	"centricity/sim/experiment"
	"centricity/sim/policy"
)

// Luck is the team's decisions played with other luck: other customers from
// the same market, other chances.
type Luck struct {
	Values []sim.Money // company values as far as they are played; the first is the team's own game
	// Customers are those after each round, by game, in the order of Values.
	Customers [][]int
	Shares    *Shares // luck against skill; nil until it is played, or where nobody was compared with
}

// seeds are those of Values: the own one and those after it.
func (d *Debrief) seeds() []uint64 { return experiment.Seeds(d.Game.Seed, d.options.Seeds) }

// gamble is the task that plays the team's decisions on a seed.
func (d *Debrief) gamble(i int, seed uint64) task {
	g := d.Game
	return task{g.whole(), func(rest rests) error {
		w, err := g.one(seed, g.schedule(), rest)
		if err != nil {
			return err
		}
		var customers []int
		for _, r := range w.Reports() {
			if r.Round >= 1 {
				customers = append(customers, r.Base.Closing())
			}
		}
		d.keep(func() { d.lots[i] = played{w.Value().Company(), customers, true} })
		return nil
	}}
}

// measure is the task in which a built-in player plays on a seed, as a yardstick.
func (d *Debrief) measure(player, i int, seed uint64) task {
	g := d.Game
	return task{g.whole(), func(rest rests) error {
		p, _ := policy.Named(policy.Centric()[player])
		w, err := g.one(seed, p, rest)
		if err != nil {
			return err
		}
		d.keep(func() { d.yard[player][i] = played{value: w.Value().Company(), done: true} })
		return nil
	}}
}

// played is a company value and the customers after each round, if they are
// there yet.
type played struct {
	value     sim.Money
	customers []int
	done      bool
}

// Own is the team's own company value.
func (l Luck) Own() sim.Money { return l.Values[0] }

// Percentile is the share of the games that the own one did better than, those
// with the same value counted half, 0 to 1.
func (l Luck) Percentile() float64 {
	below := 0.0
	for _, v := range l.Values {
		switch {
		case v < l.Own():
			below++
		case v == l.Own():
			below += 0.5
		}
	}
	return below / float64(len(l.Values))
}

// Estimate is the mean company value with its standard deviation [currency].
func (l Luck) Estimate() experiment.Estimate { return experiment.Summarise(l.currency()) }

// Chance is what luck gave or took: the own value less the median, which,
// unlike the mean, a few very lucky games do not move.
func (l Luck) Chance() sim.Money { return l.Own() - l.Quantile(0.5) }

// Quantile is the value that a share of the games stay below.
func (l Luck) Quantile(share float64) sim.Money {
	sorted := slices.Clone(l.Values)
	slices.Sort(sorted)
	i := int(share * float64(len(sorted)))
	return sorted[min(max(i, 0), len(sorted)-1)]
}

func (l Luck) currency() []float64 {
	x := make([]float64, len(l.Values))
	for i, v := range l.Values {
		x[i] = v.Currency()
	}
	return x
}
