package experiment

import "centricity/sim"

// Scaled is the market with another number of people, and all money that
// stands for the whole firm in proportion: what it does per head is the same.
func Scaled(m sim.Market, people int) sim.Market {
	part := func(x sim.Money) sim.Money { return sim.Money(int64(x) * int64(people) / int64(m.People)) }
	m.Budget.PerRound, m.Budget.OpeningCash, m.Budget.Credit = part(m.Budget.PerRound), part(m.Budget.OpeningCash), part(m.Budget.Credit)
	m.Price.Fixed = part(m.Price.Fixed)
	for l := range m.Start.Incumbent.Spend {
		m.Start.Incumbent.Spend[l] = part(m.Start.Incumbent.Spend[l])
	}
	m.People = people
	return m
}
