package validation

import (
	"centricity/sim"
	"centricity/sim/experiment"
)

// promotion: customers won at 35 % off are worth about half of those won at
// the full price (Lewis 2006). Worth is what they bring in eight rounds,
// discounted, and the residual value after them, with the purchase that won
// them and without the round they made it in.
func promotion(s Size) []Row {
	n := s.Seeds / 2
	whole, after := make([]float64, n), make([]float64, n)
	for i := range n {
		w := begin(town(s.Town), uint64(i)+1)
		cheap, full := worthOfCohort(w.Clone(), 3500), worthOfCohort(w, 0)
		whole[i] = (cheap.first + cheap.after) / (full.first + full.after)
		after[i] = cheap.after / full.after
	}
	return []Row{
		row("worth of customers won at 35 % off, relative to full price", about(.5, .4, .6), experiment.Summarise(whole), ""),
		row("the same, after the round that won them", about(.5, .4, .6), experiment.Summarise(after), ""),
	}
}

// cohort is what customers won in one round are worth a head [currency]: in
// that round, and after it.
type cohort struct{ first, after float64 }

// worthOfCohort wins customers at a discount in one round, plays on without,
// and follows those who were won for the first time.
func worthOfCohort(w *sim.World, discount sim.BasisPoints) (worth cohort) {
	m := w.Market()
	d := m.Start.Incumbent
	d.Discount = discount
	step(w, d)
	type account struct {
		spent     sim.Money
		purchases int
	}
	before := map[int]account{}
	reference := m.Price.Reference.Currency()
	share := 1 - m.Price.UnitCost/reference // of revenue left after goods, at the reference price
	for c := range w.Customers() {
		if c.Ever && c.First >= 0 {
			before[c.ID] = account{c.Spent, c.Purchases}
			// The discount is off the first purchase, of which the mean is known.
			given := float64(c.Traits[sim.MeanSpend] * discount.Share())
			worth.first += float64((c.Spent.Currency()+given)*share) - given - float64(m.Price.Service*float64(c.Purchases))
		}
	}
	d.Discount = 0
	weight := 1.0
	for !w.Over() {
		step(w, d)
		weight /= 1 + m.Value.DiscountRate
		for c := range w.Customers() {
			b, ok := before[c.ID]
			if !ok {
				continue
			}
			margin := float64((c.Spent-b.spent).Currency()*share) - float64(m.Price.Service*float64(c.Purchases-b.purchases))
			worth.after += float64(weight * margin)
			before[c.ID] = account{c.Spent, c.Purchases}
			if w.Over() {
				worth.after += float64(weight * c.Residual.Currency())
			}
		}
	}
	n := float64(len(before))
	return cohort{worth.first / n, worth.after / n}
}
