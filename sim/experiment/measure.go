package experiment

import "centricity/sim"

// A Measure is one number of a finished game.
type Measure int

// The measures.
const (
	CompanyValue    Measure = iota // cash and customer equity at the end [currency]
	TopShare                       // share of revenue to date of the best fifth of the customers at the end
	Knowledge                      // mean reliability of what is known about a customer at the end
	CustomersKept                  // customers at the end [persons]
	Retention                      // share of opening customers kept, in the last round
	RetentionChange                // Retention in the last round less in the first
	AgeRetention                   // retention of cohorts at least four rounds old less that of cohorts one round old
	EquityEstimate                 // customer equity as an outsider estimates it from aggregates, over the truth
	NumMeasures     int     = 8
)

var measureNames = [NumMeasures]string{
	"company value", "concentration", "knowledge", "customers", "retention",
	"change in retention", "retention gained with age", "estimated over true equity",
}

// String is the measure's name as scenario files spell it.
func (m Measure) String() string {
	if m < 0 || int(m) >= NumMeasures {
		return "unknown measure"
	}
	return measureNames[m]
}

// of measures a run in a market.
func (m Measure) of(r Run, market *sim.Market) float64 {
	if m == CompanyValue {
		return r.Value.Company().Currency()
	}
	if len(r.Reports) == 0 {
		return 0
	}
	last := &r.Reports[len(r.Reports)-1]
	switch m {
	case TopShare:
		return last.Concentration.TopShare
	case Knowledge:
		return last.Knowledge
	case CustomersKept:
		return float64(last.Base.Closing())
	case Retention:
		return last.Base.Retention()
	case RetentionChange:
		return last.Base.Retention() - first(r.Reports).Base.Retention()
	case AgeRetention:
		return retentionAt(r.Reports, old, len(r.Reports)) - retentionAt(r.Reports, 1, 1)
	}
	if r.Value.Equity == 0 {
		return 0
	}
	return last.EstimatedEquity(market.Value.DiscountRate).Currency() / r.Value.Equity.Currency()
}

// old is the age at which a cohort's easy leavers have left [rounds].
const old = 4

// first is the first round the player decided.
func first(reports []sim.Report) *sim.Report {
	for i := range reports {
		if reports[i].Round == 1 {
			return &reports[i]
		}
	}
	return &reports[0]
}

// retentionAt is the share of the customers kept over one round, in all rounds
// of play and all cohorts whose age at the end of that round is between low
// and high [rounds since joining].
func retentionAt(reports []sim.Report, low, high int) float64 {
	var kept, there int
	for i := 1; i < len(reports); i++ {
		before, after := &reports[i-1], &reports[i]
		if after.Round < 1 {
			continue
		}
		for c := range before.Cohorts {
			if age := after.Round - before.Cohorts[c].Round; age >= low && age <= high {
				there += before.Cohorts[c].Active
				kept += after.Cohorts[c].Active
			}
		}
	}
	if there == 0 {
		return 0
	}
	return float64(kept) / float64(there)
}
