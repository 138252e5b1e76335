package sim

import (
	"centricity/sim/internal/draw"
	"centricity/sim/internal/exact"
)

// ProductParams are the lottery of research and development.
type ProductParams struct {
	LaunchMax   float64 // pmax, ceiling of the chance of a launch in a round
	LaunchRate  float64 // kD, approach to that ceiling [per currency and person]
	Success     float64 // chance that a launch succeeds
	Jump        float64 // mean gain in quality of a success
	JumpSpread  float64 // sJ, standard deviation of the log gain
	FailureDrop float64 // share of the mean jump lost in a failure
	WriteOff    float64 // share of the pipeline paid in cash on a failure
	Decay       float64 // share of quality above 0 lost a round
	Scale       float64 // R&D that moves it half as fast as it can [currency per person and round]
	Reposition  float64 // share of the way to customers' needs the product moves a round at full R&D

	BreadthMean   float64 // share of the mean jump that full breadth costs
	BreadthSpread float64 // what full breadth adds to the spread, as a multiple of it
}

// develop fills the pipeline and draws whether it leads to a launch:
//
//	D ← D + R&D ;  P(launch) = pmax (1 − exp(−kD D / N))
//	success: Q += jump · exp(sJ z − sJ²/2) ;  failure: Q −= 0.15 jump, 0.5 D is paid in cash
//	D ← 0 after any launch ;  Q ← Q − decay (Q)+
//
// Breadth trades the mean of a success against its spread: divergent against
// convergent development. About 40 % of launches fail (Castellion & Markham 2013).
func (w *World) develop(r *round) {
	m := &w.market.Product
	w.pipeline += r.decision.Spend[Product].Currency()
	launch := -m.LaunchMax * exact.Expm1(-m.LaunchRate*w.pipeline/float64(w.size()))
	luck := r.keys[drawLaunch]
	if draw.Uniform(luck.At(0, 0)) < launch {
		if draw.Uniform(luck.At(0, 1)) < m.Success {
			breadth := r.decision.Breadth.Share()
			s := m.JumpSpread * (1 + float64(m.BreadthSpread*breadth))
			mean := m.Jump * (1 - float64(m.BreadthMean*breadth))
			w.quality += float64(mean * exact.Exp(float64(s*draw.Normal(luck.At(0, 2)))-float64(s*s/2)))
			r.report.Launch = LaunchSucceeded
		} else {
			w.quality -= float64(m.FailureDrop * m.Jump)
			r.report.Books.WriteOff = cents(m.WriteOff * w.pipeline)
			r.report.Launch = LaunchFailed
		}
		w.pipeline = 0
	}
	if w.quality > 0 {
		w.quality -= float64(m.Decay * w.quality)
	}
}
