package validation

import (
	"fmt"

	"centricity/sim"
	"centricity/sim/experiment"
	"centricity/sim/internal/exact"
)

// price is the elasticity of units sold in the own list price, around the
// reference price and at the incumbent's play (Bijmolt, van Heerde & Pieters
// 2005: −2.62 on average), with a rival that does not move and one that answers.
func price(s Size) (rows []Row) {
	fixed := priceElasticity(s, 0)
	answers := priceElasticity(s, sim.DefaultMarket().Rival.Speed)
	for i, rounds := range windows {
		rows = append(rows, row(fmt.Sprintf("own-price elasticity of units over %s, fixed rival", duration(rounds)), between(-2.6, -1.8), experiment.Summarise(fixed[i]), ""))
	}
	for i, rounds := range windows[1:] {
		rows = append(rows, row(fmt.Sprintf("what a rival that answers cuts adds to it over %s", duration(rounds)), above(0), experiment.Paired(answers[i+1], fixed[i+1]), ""))
	}
	return rows
}

var windows = [...]int{1, 4, 8}

// priceElasticity is by window and seed.
func priceElasticity(s Size, speed float64) (e [len(windows)][]float64) {
	const low, high = 97, 103 // percent of the reference price
	span := exact.Log(float64(high) / low)
	for seed := range uint64(s.Seeds / 4) {
		m := town(s.Town)
		m.Rival.Speed = speed
		w := begin(m, seed+1)
		cheap, dear := soldAt(w.Clone(), low), soldAt(w, high)
		for i := range e {
			e[i] = append(e[i], exact.Log(dear[i]/cheap[i])/span)
		}
	}
	return e
}

// soldAt plays at a price, in percent of the reference price, and returns the
// units sold up to the end of each window.
func soldAt(w *sim.World, percent sim.Money) (units [len(windows)]float64) {
	m := w.Market()
	d := m.Start.Incumbent
	d.Price = m.Price.Reference * percent / 100
	sold := 0.0
	for i, r := range finish(w, d) {
		sold += r.Books.Revenue.Currency() / d.Price.Currency()
		for k, rounds := range windows {
			if i+1 == rounds {
				units[k] = sold
			}
		}
	}
	return units
}

func duration(rounds int) string {
	if rounds == 1 {
		return "one round"
	}
	return fmt.Sprintf("%d rounds", rounds)
}
