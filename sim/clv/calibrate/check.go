package calibrate

import (
	"fmt"
	"math"
	"slices"

	"centricity/sim"
	"centricity/sim/clv"
	"centricity/sim/clv/study"
)

// A Check is the log beside a firm simulated with its traits: customers won in
// the same weeks, and nobody minding what the firm does.
type Check struct {
	Simulated int // customers

	// Shares of customers by repeat purchases when the fit ends: 0 … 6, 7+.
	Log, Firm [8]float64
	// Repeat purchases a customer, added up, to the log's end, every Step weeks.
	LogTrack, FirmTrack []float64
	Step                int
	Fitted              int // so many of these steps are fitted
	// Concentration of revenue when the fit ends; 0 where amounts are not known.
	LogTop, FirmTop, LogGini, FirmGini float64
}

// Agrees tells whether the firm is like the log: no share of customers, nor the
// share of the best fifth, off by more than 2 percentage points or thrice what
// chance allows, and purchases to the end of the fit within 10 %.
func (c Check) Agrees(customers int) bool { return len(c.Differences(customers)) == 0 }

// Differences says where the firm is unlike the log.
func (c Check) Differences(customers int) (out []string) {
	n := float64(customers)
	far := func(log, firm, se float64) bool { return math.Abs(log-firm) > max(0.02, 3*se) }
	for i := range c.Log {
		if far(c.Log[i], c.Firm[i], math.Sqrt(c.Log[i]*(1-c.Log[i])/n)) {
			out = append(out, fmt.Sprintf("%.1f %% of the log's customers bought again %d times, %.1f %% of the firm's", 100*c.Log[i], i, 100*c.Firm[i]))
		}
	}
	if far(c.LogTop, c.FirmTop, 0.5/math.Sqrt(n)) {
		out = append(out, fmt.Sprintf("the best fifth has %.1f %% of the log's revenue, %.1f %% of the firm's", 100*c.LogTop, 100*c.FirmTop))
	}
	if k := min(c.Fitted, len(c.LogTrack)) - 1; k >= 0 && c.LogTrack[k] > 0 && math.Abs(c.FirmTrack[k]/c.LogTrack[k]-1) > 0.1 {
		out = append(out, fmt.Sprintf("%.2f repeat purchases a customer in the log, %.2f in the firm", c.LogTrack[k], c.FirmTrack[k]))
	}
	return out
}

// work bounds a check [person-rounds]; a game has at most so many rounds.
const (
	work       = 4_000_000
	mostRounds = 200
)

// Simulate plays a market's people week by week beside a log in weeks.
func Simulate(m sim.Market, d study.Data, seed uint64) (Check, error) {
	step := (len(d.Repeats) + mostRounds - 1) / mostRounds // weeks in a round
	rounds := (len(d.Repeats) + step - 1) / step
	observed := min(max(1, int(math.Round(d.End/float64(step)))), rounds)
	people := min(max(work/rounds, 2000), 100_000)
	w, err := sim.New(calm(m, people, rounds, float64(step), d.FirstOfYear), seed)
	if err != nil {
		return Check{}, err
	}
	won, bought := make([]float64, rounds), make([]float64, rounds)
	for _, s := range d.Starts {
		won[min(int(s.At)/step, rounds-1)] += float64(s.N)
	}
	for week, n := range d.Repeats {
		bought[week/step] += n
	}
	c := Check{Fitted: observed, Step: step}
	factor := share * float64(people) / float64(len(d.Customers))
	// What a customer had bought when first lost: the same advertising may win
	// the lost again, and a cohort ends with its losses.
	lost := map[int]sim.Customer{}
	everyone, log := 0, 0.0
	for round := range rounds {
		var decide sim.Decision
		if left := people - everyone; left > 0 && won[round] > 0 {
			decide.Spend[sim.Acquisition] = advertise(min(won[round]*factor/float64(left), 0.95), people-everyone+len(lost))
		}
		if _, err := w.Play(decide); err != nil {
			return c, err
		}
		all := cohort(w, lost)
		everyone = len(all)
		log += bought[round]
		firm := 0
		for _, k := range all {
			firm += k.Purchases - 1
		}
		c.LogTrack = append(c.LogTrack, log/float64(len(d.Customers)))
		c.FirmTrack = append(c.FirmTrack, float64(firm))
		if round+1 == observed {
			c.compare(d, all)
		}
	}
	for i := range c.FirmTrack {
		c.FirmTrack[i] /= max(float64(everyone), 1)
	}
	return c, nil
}

// share of the people who are won, so that few of the lost are among those the
// advertising reaches.
const share = 0.4

// compare fills in what is compared when the fit ends.
func (c *Check) compare(d study.Data, firm []sim.Customer) {
	c.Simulated = len(firm)
	var spent, log []float64
	for _, k := range firm {
		c.Firm[min(k.Purchases-1, len(c.Firm)-1)] += 1 / float64(len(firm))
		spent = append(spent, k.Spent.Currency())
	}
	for _, k := range d.Customers {
		c.Log[min(k.Summary.X, len(c.Log)-1)] += 1 / float64(len(d.Customers))
		log = append(log, k.Spent)
	}
	if !d.Amounts {
		return
	}
	a, b := clv.Concentrate(log), clv.Concentrate(spent)
	c.LogTop, c.LogGini = a.TopShare(0.2), a.Gini
	c.FirmTop, c.FirmGini = b.TopShare(0.2), b.Gini
}

// cohort is every customer, with those lost as they were then.
func cohort(w *sim.World, lost map[int]sim.Customer) (all []sim.Customer) {
	for c := range w.Customers() {
		if was, ok := lost[c.ID]; ok {
			c = was
		} else if c.Ever && !c.Active {
			lost[c.ID] = c
		}
		if c.Ever {
			all = append(all, c)
		}
	}
	return all
}

// ceiling is the contact hazard of unlimited advertising.
const ceiling = 10

// advertise is the money that wins a share of n prospects in a week, by the
// contact hazard h = k (1 − exp(−A/(cA n))) with cA = 1.
func advertise(won float64, n int) sim.Money {
	hazard := -math.Log1p(-won)
	return sim.Money(-100 * float64(n) * math.Log1p(-hazard/ceiling))
}

// calm is the market in rounds of some weeks, with nobody minding what the firm
// does, and one channel that wins as many as it is paid for.
func calm(m sim.Market, people, rounds int, weeks, firstOfYear float64) sim.Market {
	part := weeks / m.RoundWeeks
	m.RoundWeeks, m.Rounds, m.People = weeks, rounds, people
	m.Start.History, m.Start.Customers = 0, 0
	m.Budget.PerRound = 1e9 * 100
	m.Churn.Silent = false
	m.Utility = sim.UtilityParams{}
	m.Purchase.Satisfaction, m.Purchase.Utility = 0, 0
	m.Churn.Satisfaction, m.Churn.Utility, m.Churn.Retention, m.Churn.Fatigue = 0, 0, 0, 0
	m.Acquisition = sim.AcquisitionParams{Intercept: 10, Scale: 1, TargetingCap: 1}
	m.Channels = []sim.Channel{{Name: "mass", Efficiency: ceiling}}
	m.Shocks = nil
	m.Segments = slices.Clone(m.Segments)
	for i := range m.Segments {
		g := &m.Segments[i]
		g.Traits[sim.PurchaseRate].Mean *= part
		g.Traits[sim.ChurnHazard].Mean *= part
		g.Traits[sim.PriceSensitivity] = sim.Marginal{}
		g.Reach = nil
		g.Correlations = slices.DeleteFunc(slices.Clone(g.Correlations), func(c sim.Correlation) bool {
			return c.A == sim.PriceSensitivity || c.B == sim.PriceSensitivity
		})
		g.Season = seasonOf(g.Season, rounds, weeks, firstOfYear)
	}
	return m
}

// seasonOf is a season by part of the year by round of the log.
func seasonOf(season []float64, rounds int, weeks, firstOfYear float64) (out []float64) {
	if len(season) == 0 {
		return nil
	}
	for round := range rounds {
		day := math.Mod(firstOfYear+7*weeks*(float64(round)+0.5), 365.25)
		out = append(out, season[min(int(day/365.25*float64(len(season))), len(season)-1)])
	}
	return out
}
