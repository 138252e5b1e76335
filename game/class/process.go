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
	Forecasts   Calibration
}

// Calibration is what forecasts were worth.
type Calibration struct {
	Made, Hit int     // intervals given, and intervals that what happened was in
	Score     float64 // mean interval score over what happened: lower is better
}

// Rate is the share of forecasts that were right; calibrated is 0.8.
func (c Calibration) Rate() float64 {
	if c.Made == 0 {
		return 0
	}
	return float64(c.Hit) / float64(c.Made)
}

func process(log game.Log, decisions []sim.Decision, reports []sim.Report) Process {
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
			if n.Forecast != nil {
				p.Forecasts.add(*n.Forecast, played[i].Base.Closing())
			}
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
	if p.Forecasts.Made > 0 {
		p.Forecasts.Score /= float64(p.Forecasts.Made)
	}
	return p
}

// add scores one interval by Gneiting & Raftery (2007), over what happened:
//
//	[(u − l) + (2/α)(l − x)₊ + (2/α)(x − u)₊] / x ,  α = 0.2
func (c *Calibration) add(f game.Forecast, happened int) {
	const alpha = 1 - game.ForecastSure
	c.Made++
	if f.Low <= happened && happened <= f.High {
		c.Hit++
	}
	score := float64(f.High-f.Low) + 2/alpha*float64(max(f.Low-happened, 0)+max(happened-f.High, 0))
	c.Score += score / float64(max(happened, 1))
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
