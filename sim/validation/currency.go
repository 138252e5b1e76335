package validation

import (
	"strings"

	"centricity/sim"
)

// currency: stating every amount in hundredths of the currency changes no
// count, whatever the firm does.
func currency(s Size) []Row {
	plain := func(*sim.Market) {}
	open := func(m *sim.Market) {
		for i := range m.Programmes {
			m.Programmes[i] = true
		}
		m.Product.Reposition, m.Utility.Position = 0.5, 0.5
		m.Experience.DefectGrowth = 0.1
	}
	return []Row{
		{"counts that differ when money is stated in hundredths, by default", exactly(0), recounted(s.Town, plain), 0, ""},
		{"the same, with every programme open", exactly(0), recounted(s.Town, open), 0, ""},
	}
}

// recounted plays a town in the currency and in hundredths of it, and returns
// how many counts of its reports differ.
func recounted(people int, change func(*sim.Market)) (differ float64) {
	m := town(people)
	change(&m)
	var d sim.Decision
	for lever := range d.Spend {
		d.Spend[lever] = m.Budget.PerRound / sim.Money(sim.NumLevers)
	}
	d.Price, d.Discount, d.Channels = 34_00, 1000, sim.Weights{1, 1}
	d.Focus[sim.Retention] = sim.Focus{By: sim.ByEstimatedValue, Weight: [sim.NumTiers]int{2, 1, 0}}
	for i, p := range m.Programmes {
		if p || sim.Programme(i).Base() {
			d.Programmes[i] = 1
		}
	}
	a := counts(finish(begin(m, 1), d))
	b := counts(finish(begin(inHundredths(m), 1), restated(d)))
	for i := range a {
		if a[i] != b[i] {
			differ++
		}
	}
	return differ
}

// counts lists what a firm can count in its reports.
func counts(reports []sim.Report) (n []int) {
	for _, r := range reports {
		b := r.Base
		n = append(n, b.Opening, b.WonBack, b.Returned, b.Churned, b.ChurnedNew, b.Prospects, b.Lapsed, r.Books.Purchases)
		n = append(n, b.Won...)
		n = append(n, r.Survey.Asked, r.Survey.Promoters, r.Survey.Detractors, int(r.Launch))
		for _, t := range r.Tiers {
			n = append(n, t.Customers, t.Churned)
		}
	}
	return n
}

const hundredths = 100

// inHundredths restates every parameter that has money in its unit.
func inHundredths(m sim.Market) sim.Market {
	restate(&m, sim.MarketParameters)
	for i := range m.Segments {
		restate(&m.Segments[i], sim.SegmentParameters)
	}
	for i := range m.Channels {
		restate(&m.Channels[i], sim.ChannelParameters)
	}
	m.Start.Incumbent = restated(m.Start.Incumbent)
	return m
}

func restate[T any](owner *T, table []sim.Parameter[T]) {
	for _, p := range table {
		switch {
		case strings.HasPrefix(p.Unit, "currency"):
			p.Set(owner, p.Get(owner)*hundredths)
		case strings.Contains(p.Unit, "per currency"):
			p.Set(owner, p.Get(owner)/hundredths)
		}
	}
}

func restated(d sim.Decision) sim.Decision {
	d.Price *= hundredths
	for lever := range d.Spend {
		d.Spend[lever] *= hundredths
	}
	return d
}
