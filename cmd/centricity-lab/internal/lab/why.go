package lab

import "centricity/sim"

// why is the round's why-ledger: heads are in persons, to the millionth, money
// in cents. Each table's figures add up to what happened.
type why struct {
	Joins    map[string]float64              `json:"joins"`
	Sources  []credited                      `json:"joins_baseline_by_source"`
	Churn    map[string]map[string]float64   `json:"churn"`
	Spending map[string]map[string]sim.Money `json:"spending"`
}

type credited struct {
	Source    string  `json:"source"`
	Customers float64 `json:"customers"`
}

func newWhy(l sim.Ledger, m sim.Market) why {
	out := why{
		Joins: heads(l.Joins), Sources: []credited{},
		Churn: map[string]map[string]float64{}, Spending: map[string]map[string]sim.Money{},
	}
	for i, h := range l.Sources {
		out.Sources = append(out.Sources, credited{sim.SourceName(m.Channels, i), h.Count()})
	}
	for i := range l.Churn {
		tier := "new"
		if i < sim.NumTiers {
			tier = sim.TierNames[i]
		}
		out.Churn[tier] = heads(l.Churn[i])
		out.Spending[tier] = map[string]sim.Money{}
		for k, money := range l.Spending[i] {
			out.Spending[tier][sim.CauseNames[k]] = money
		}
	}
	return out
}

func heads(row [sim.NumCauses]sim.Heads) map[string]float64 {
	out := map[string]float64{}
	for k, h := range row {
		out[sim.CauseNames[k]] = h.Count()
	}
	return out
}

// readout is what an A/B test showed.
type readout struct {
	Lever           string          `json:"lever"`
	Share           sim.BasisPoints `json:"control_share"`
	Treated         group           `json:"treated"`
	Control         group           `json:"control"`
	RetentionEffect effect          `json:"effect_on_retention"`
	SpendEffect     effect          `json:"effect_on_spend"`
}

type group struct {
	Customers int       `json:"customers"`
	Kept      int       `json:"kept"`
	Revenue   sim.Money `json:"revenue"`
}

type effect struct {
	Difference float64 `json:"difference"`
	SE         float64 `json:"standard_error"`
}

func newReadout(r *sim.Readout) *readout {
	if r == nil {
		return nil
	}
	arm := func(g sim.Group) group { return group{g.Customers, g.Kept, g.Revenue} }
	return &readout{
		Lever: r.Trial.Lever.String(), Share: r.Trial.Control,
		Treated: arm(r.Treated), Control: arm(r.Control),
		RetentionEffect: effect(r.Retention()), SpendEffect: effect(r.Spend()),
	}
}
