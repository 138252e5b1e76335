package validation

import (
	"centricity/sim"
	"centricity/sim/experiment"
)

// town is the default market with fewer people, and budgets in proportion.
func town(people int) sim.Market {
	m := sim.DefaultMarket()
	share := float64(people) / float64(m.People)
	m.People = people
	m.Budget.PerRound = scaled(m.Budget.PerRound, share)
	for lever := range m.Start.Incumbent.Spend {
		m.Start.Incumbent.Spend[lever] = scaled(m.Start.Incumbent.Spend[lever], share)
	}
	return m
}

// scaled is a multiple of an amount, in whole cents.
func scaled(amount sim.Money, by float64) sim.Money {
	return sim.Money(float64(float64(amount)*by) + 0.5)
}

// still is a market in which nobody joins and nothing anyone does matters;
// everyone is a customer when it opens. With the right marginals it is a
// customer-base model with closed forms.
func still(people, rounds int) sim.Market {
	m := sim.DefaultMarket()
	m.People, m.Rounds = people, rounds
	m.Start = sim.StartParams{Customers: 1}
	m.Acquisition.BaseHazard, m.Acquisition.WordOfMouth = 0, 0
	m.Utility = sim.UtilityParams{}
	m.Purchase.Satisfaction, m.Purchase.Utility = 0, 0
	m.Churn.Satisfaction, m.Churn.Utility, m.Churn.Retention, m.Churn.Fatigue = 0, 0, 0, 0
	m.Segments[0].Traits[sim.PriceSensitivity] = sim.Marginal{}
	m.Segments[0].Correlations = nil
	return m
}

// begin makes a world of a market this package wrote; a market that is refused
// is a mistake here.
func begin(m sim.Market, seed uint64) *sim.World {
	w, err := sim.New(m, seed)
	if err != nil {
		panic("validation: " + err.Error())
	}
	return w
}

// step plays one round of a decision this package wrote.
func step(w *sim.World, d sim.Decision) sim.Report {
	r, err := w.Play(d)
	if err != nil {
		panic("validation: " + err.Error())
	}
	return r
}

// finish plays the same decision to the last round and returns the played
// rounds' reports.
func finish(w *sim.World, d sim.Decision) []sim.Report {
	from := len(w.Reports())
	for !w.Over() {
		step(w, d)
	}
	return w.Reports()[from:]
}

// worth is company value after playing one decision to the end [currency].
func worth(m sim.Market, seed uint64, d sim.Decision) float64 {
	w := begin(m, seed)
	finish(w, d)
	return w.Value().Company().Currency()
}

// replicate estimates the mean of f over n seeds.
func replicate(n int, f func(seed uint64) float64) experiment.Estimate {
	x := make([]float64, n)
	for i := range x {
		x[i] = f(uint64(i) + 1)
	}
	return experiment.Summarise(x)
}

// row is a row about an estimate.
func row(property string, want Want, e experiment.Estimate, why string) Row {
	return Row{property, want, e.Mean, e.SE(), why}
}
