package policy

import (
	"slices"

	"centricity/sim"
)

// PriceCentric sells on price: 15 % under the reference price, a fifth off the
// first purchase, and everything spent on winning customers.
func PriceCentric(v View) sim.Decision {
	d := v.split(shares{sim.Acquisition: 100})
	d.Price = v.price(85)
	d.Discount = min(2000, v.Brief.Price.MaxDiscount)
	d.Channels = v.channels(false)
	return d
}

// ProductCentric bets on a better product at a slightly higher price, and
// tells everyone about it.
func ProductCentric(v View) sim.Decision {
	d := v.split(shares{sim.Acquisition: 30, sim.Product: 60, sim.Experience: 10})
	d.Price = v.price(105)
	d.Channels = v.channels(false)
	return d
}

// CustomerCentric learns who is worth most, finds more like them, and keeps
// and serves them first.
func CustomerCentric(v View) sim.Decision {
	d := v.split(shares{sim.Acquisition: 30, sim.Retention: 25, sim.Experience: 25, sim.Insight: 20})
	d.Price = v.price(100)
	d.Channels = v.channels(true)
	if v.Brief.Levers[sim.Retention] {
		by := v.best(sim.ByEstimatedUplift, sim.ByEstimatedValue)
		d.Focus[sim.Retention] = sim.Focus{By: by, Weight: [sim.NumTiers]int{2, 1, 0}}
	}
	if v.Brief.Levers[sim.Experience] {
		by := v.best(sim.ByEstimatedValue)
		d.Focus[sim.Experience] = sim.Focus{By: by, Weight: [sim.NumTiers]int{1, 0, 0}}
	}
	if v.Brief.Programmes[sim.Personalisation] {
		d.Programmes[sim.Support], d.Programmes[sim.Personalisation] = 2, 1
	}
	return d
}

// shares are a budget's parts by lever, in any common unit.
type shares [sim.NumLevers]int

// split divides what is available over the open levers in the given shares;
// what a closed lever would have had goes to the others.
func (v View) split(s shares) (d sim.Decision) {
	sum := 0
	for lever, share := range s {
		if v.Brief.Levers[lever] {
			sum += share
		}
	}
	if sum == 0 {
		return d
	}
	for lever, share := range s {
		if v.Brief.Levers[lever] {
			d.Spend[lever] = v.Available * sim.Money(share) / sim.Money(sum)
		}
	}
	return d
}

// price is a percentage of the reference price, kept within the bounds.
func (v View) price(percent sim.Money) sim.Money {
	p := v.Brief.Price
	return min(max(p.Reference*percent/100, p.Low), p.High)
}

// best is the first of some orders that is open, or past spend.
func (v View) best(orders ...sim.Order) sim.Order {
	open := v.Brief.Orders()
	for _, o := range orders {
		if slices.Contains(open, o) {
			return o
		}
	}
	return sim.ByPastSpend
}

// channels puts everything on the channels that aim at persons, or on those
// that do not; evenly on all where there is no such channel.
func (v View) channels(targeted bool) (w sim.Weights) {
	for i, c := range v.Brief.Channels {
		if c.Targeted == targeted {
			w[i] = 1
		}
	}
	return w
}
