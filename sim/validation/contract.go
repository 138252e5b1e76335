package validation

import (
	"fmt"
	"math"

	"centricity/sim"
	"centricity/sim/experiment"
)

// contractSurvival: S(t) = B(α, β+t)/B(α, β) for the two contractual segments
// of Fader & Hardie (2007).
func contractSurvival(s Size) (rows []Row) {
	for _, c := range []struct {
		name        string
		alpha, beta float64
	}{{"Regular", .7041, 1.1820}, {"High-End", .6681, 3.8061}} {
		const years = 12
		m := still(s.Crowd, years)
		m.Segments[0].Traits[sim.ChurnHazard] = sim.Marginal{Family: sim.Beta, A: c.alpha, B: c.beta}
		want, worst, n := 1.0, 0.0, float64(m.People)
		for year, r := range finish(begin(m, 3), sim.Decision{}) {
			want = float64(want * ((c.beta + float64(year)) / (c.alpha + c.beta + float64(year))))
			got, se := float64(r.Base.Closing())/n, math.Sqrt(float64(want*(1-want))/n)
			worst = max(worst, math.Abs(got-want)/se)
			if year+1 == 8 {
				rows = append(rows, Row{fmt.Sprintf("sBG %s, survival to year 8", c.name), is(want, 4), got, se, ""})
			}
		}
		rows = append(rows, Row{
			fmt.Sprintf("sBG %s, largest deviation in years 1–%d [se]", c.name, years), between(0, 4), worst, 0, "",
		})
	}
	return rows
}

// spendPerPurchase: gamma-gamma spending has mean pγ/(q−1) over customers, and
// one purchase of all customers the same (Fader & Hardie 2013, on CDNOW).
func spendPerPurchase(s Size) []Row {
	const p, q, scale = 6.2488, 3.7446, 15.4478
	m := still(s.Crowd, 1)
	m.Purchase.Shape = p
	m.Segments[0].Traits[sim.MeanSpend] = sim.Marginal{Family: sim.InverseGamma, A: q, B: p * scale}
	m.Segments[0].Traits[sim.PurchaseRate] = sim.Marginal{Mean: 1}
	w := begin(m, 4)
	step(w, sim.Decision{})
	var means, spent []float64
	for c := range w.Customers() {
		means = append(means, c.Traits[sim.MeanSpend])
		if c.Purchases > 0 {
			spent = append(spent, c.Spent.Currency()/float64(c.Purchases))
		}
	}
	return []Row{
		row("gamma-gamma, mean spend over customers", is(p*scale/(q-1), 4), experiment.Summarise(means), ""),
		row("gamma-gamma, mean of buyers' average purchase", is(p*scale/(q-1), 4), experiment.Summarise(spent), ""),
	}
}
