package sim

import "centricity/sim/internal/exact"

// RivalParams describe the competitor.
type RivalParams struct {
	Price    Money   // its list price
	Floor    Money   // lowest price it will go to
	Speed    float64 // share of the way it moves towards the firm's price a round
	Progress float64 // quality it gains a round
	Position float64 // ac, where its product stands [taste units]
}

// rival is the competitor as it stands.
type rival struct {
	price   float64 // Pc [currency]
	lnPrice float64
	quality float64 // Qc
}

func (c *rival) charge(price float64) {
	c.price, c.lnPrice = price, exact.Log(price)
}

// compete lets the rival answer a cut, and drift back to its list price. It
// never follows a rise: high prices are not free.
//
//	Pc += speed (min(max(P, floor), list) − Pc) ;  Qc += progress
func (w *World) compete(r *round) {
	m := &w.market.Rival
	cut := 1 - r.climate.priceWar
	aim := min(max(r.price, m.Floor.Currency()*cut), m.Price.Currency()*cut)
	w.rival.charge(w.rival.price + float64(m.Speed*(aim-w.rival.price)))
	w.rival.quality += m.Progress
}
