package class

import (
	"math"
	"slices"

	"centricity/game"
	"centricity/sim"
)

// Process is how a team played, whatever came of it.
type Process struct {
	Rounds      int
	Research    int     // rounds with money on insight
	Tests       int     // rounds with a control group
	Hypotheses  int     // rounds with one noted
	Consistency float64 // 1: the budget is always divided alike; 0: nothing stays where it was
	Seconds     int     // that deciding took, in all
	Shares      [sim.NumLevers]float64
	Price       float64 // mean list price [currency]
	Verdicts    []game.Verdict
	Forecasts   game.Calibration // of all of them
}

func process(log game.Log, b sim.Brief, decisions []sim.Decision, reports []sim.Report) Process {
	p := Process{Rounds: len(decisions), Consistency: 1}
	played := slices.DeleteFunc(slices.Clone(reports), func(r sim.Report) bool { return r.Round < 1 })
	var before *[sim.NumLevers]float64
	moved, changes := 0.0, 0
	var total sim.Money
	for i, d := range decisions {
		now := shares(d)
		if before != nil {
			changes++
			for l := range now {
				moved += math.Abs(now[l]-before[l]) / 2 // total variation distance
			}
		}
		before = &now
		for l := range now {
			p.Shares[l] += d.Spend[l].Currency()
		}
		total += d.Total()
		if d.Spend[sim.Insight] > 0 {
			p.Research++
		}
		if d.Trial.Control > 0 {
			p.Tests++
		}
		n := log.Entries[i].Note
		p.Seconds += n.Seconds
		if n.Hypothesis != "" {
			p.Hypotheses++
		}
		if i < len(played) {
			p.Price += played[i].Price.Currency() / float64(len(decisions))
		}
	}
	for l := range p.Shares {
		if total > 0 {
			p.Shares[l] /= total.Currency()
		}
	}
	if changes > 0 {
		p.Consistency = 1 - moved/float64(changes)
	}
	p.Verdicts = game.Verdicts(b, log.Notes(), reports)
	p.Forecasts = game.Calibrate(p.Verdicts)
	return p
}

// shares is how a decision divides its money over the levers; all zero if it
// spends nothing.
func shares(d sim.Decision) (out [sim.NumLevers]float64) {
	total := d.Total()
	for l := range out {
		if total > 0 {
			out[l] = float64(d.Spend[l]) / float64(total)
		}
	}
	return out
}
